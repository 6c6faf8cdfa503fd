/** Years in the words of a plan, and which of them rules which figure. */
import { expect, test } from 'vitest'
import { flatten } from '../lines/lines.rules.ts'
import { figuresIn } from './figures.rules.ts'
import { namedYears, periodIn, rulingsIn, yearOfFigure, yearsIn } from './years.rules.ts'

test.each([
  ['Đến năm 2030, đạt 80%', [2030]],
  ['vào cuối năm 2028', [2028]],
  ['giai đoạn 2026 - 2030', [2030]],
  ['đến tháng 12/2027', [2027]],
  ['2028: 80%; 2030: 90%', [2028, 2030]],
  ['tăng 3% so với năm 2025', []],
  ['thực hiện Đề án xã hội học tập giai đoạn 2021 - 2030', []],
  ['“Học tập suốt đời năm 2030”', []],
])('%s', (text, years) => {
  expect(namedYears(flatten(text)).map(({ year }) => year)).toEqual(years)
})

test('a heading may be named after its programme and yet set its years', () => {
  expect(yearsIn(flatten('Mục tiêu Đề án giai đoạn 2021 - 2025'))).toEqual([2025])
})

test('the period of a title', () => {
  expect(periodIn(flatten('Học tập giai đoạn 2026-2030'))).toMatchObject({ from: 2026, to: 2030 })
  expect(periodIn(flatten('Học tập năm 2026'))).toBeNull()
  expect(periodIn(flatten('từ 2030 đến 2026'))).toBeNull()
})

test.each([
  ['Đến năm 2028 đạt 40%, phấn đấu 60% vào năm 2030', [2028, 2030]],
  ['đạt 45% vào năm 2027, 55% vào năm 2030', [2027, 2030]],
  ['Năm 2027: 45%; năm 2030: 55%', [2027, 2030]],
  ['Đến năm 2030, 100% trường học, 80% thôn có thư viện', [2030, 2030]],
  ['100% trường học (năm 2027), 80% thôn (năm 2030)', [2027, 2030]],
  ['80% thôn có thư viện', [null]],
])('which year rules which figure: %s', (text, years) => {
  const flat = flatten(text)
  const figures = figuresIn(flat, 'percent').map(({ at }) => at)
  const rulings = rulingsIn(flat, figures)
  expect(figures.map((at) => yearOfFigure(rulings, figures, at).year)).toEqual(years)
})
