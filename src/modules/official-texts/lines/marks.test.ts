/** The numbers that lines of a plan begin with. */
import { expect, test } from 'vitest'
import { lineOf } from './lines.rules.ts'
import { letterIndex, markOf, romanOf, romanText } from './marks.rules.ts'

const said = (text: string) => {
  const mark = markOf(lineOf(text, 1))
  return mark && [mark.style, mark.label, mark.rest].join('|')
}

test.each([
  ['PHẦN THỨ NHẤT', 'part|P1|'],
  ['Chương II', 'chapter|C2|'],
  ['Điều 3. Mục tiêu', 'article|Đ3|Mục tiêu'],
  ['Mục I. MỤC ĐÍCH', 'division|M1|MỤC ĐÍCH'],
  ['IV. KINH PHÍ', 'roman|IV|KINH PHÍ'],
  ['A/ CHỈ TIÊU', 'capital|A|CHỈ TIÊU'],
  ['1. Việc', 'decimal|1|Việc'],
  ['1) Việc', 'bracket|1|Việc'],
  ['2/ Việc', 'decimal|2|Việc'],
  ['1- Việc', 'decimal|1|Việc'],
  ['1- 75% người dân', 'decimal|1|75% người dân'],
  ['1.2. Việc', 'level|1.2|Việc'],
  ['1.2. 50% số xã', 'level|1.2|50% số xã'],
  ['đ) mở lớp', 'letter|đ|mở lớp'],
  ['- điểm', 'dash||điểm'],
  ['+ điểm', 'plus||điểm'],
  ['• điểm', 'bullet||điểm'],
  ['Phần hai của tài liệu', null],
  ['2026 là năm', null],
  ['1.2 tỷ đồng', null],
  ['50-60% hộ', null],
  ['Việc', null],
])('%s', (text, expected) => {
  expect(said(text)).toBe(expected)
})

test('two marks where one would do are told', () => {
  expect(['- a) điểm', '- - điểm', '- điểm'].map((text) => markOf(lineOf(text, 1))?.doubled)).toEqual([
    '- a)',
    '- -',
    null,
  ])
})

test('Roman numbers and letters', () => {
  expect([romanOf('IV'), romanOf('IIV'), romanOf('xii')]).toEqual([4, 0, 12])
  expect([romanText(14), romanText(0)]).toEqual(['XIV', ''])
  expect([letterIndex('d'), letterIndex('đ'), letterIndex('e')]).toEqual([4, 5, 6])
})
