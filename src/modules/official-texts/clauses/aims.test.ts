/** The targets of a clause: which figures set an aim, of whom, by when, how sure. */
import { describe, expect, test } from 'vitest'
import type { DraftTarget } from '../draft.model.ts'
import { wordsOf } from '../lines/spans.rules.ts'
import type { PlanYear, Setting } from './aim-years.rules.ts'
import { isHalfRead, missedTarget, reachOf, targetsIn } from './aims.rules.ts'

const many: PlanYear = { from: 2026, year: 2030, isOnly: false }
const one: PlanYear = { from: 2026, year: 2026, isOnly: true }
const setting = (own: Partial<Setting> = {}): Setting => ({ topic: 'aims', yearAbove: null, planYear: many, ...own })

/** The targets of a text that is one piece of one sentence. */
function targetsOf(text: string, own: Partial<Setting> = {}) {
  const words = wordsOf([{ line: 1, text }])
  const whole = { from: 0, to: text.length }
  return targetsIn(words, whole, whole, setting(own), reachOf(words, whole, setting(own)))
}
const brief = ({ year, comparator, value, unit, mode, subject }: Omit<DraftTarget, 'ref'>) =>
  `${year} ${comparator} ${value} ${unit} ${mode} | ${subject}`
const said = (text: string, own: Partial<Setting> = {}) => targetsOf(text, own).map(brief)

describe('targets', () => {
  test.each([
    ['Đến năm 2028, 85% người dân biết chữ.', ['2028 >= 85 percent reach | người dân biết chữ']],
    ['Duy trì 100% xã đạt chuẩn.', ['2030 >= 100 percent keep | xã đạt chuẩn']],
    ['Tỷ lệ bỏ học giảm xuống dưới 1%.', ['2030 < 1 percent reach | Tỷ lệ bỏ học']],
    ['Mở 12 lớp xóa mù chữ.', ['2030 >= 12 count reach | lớp xóa mù chữ']],
    [
      'Năm 2027 đạt 45%, năm 2030 đạt 55% số hộ học tập.',
      ['2027 >= 45 percent reach | hộ học tập', '2030 >= 55 percent reach | hộ học tập'],
    ],
    // Only where it starts from, or by how much it changes.
    ['Nâng từ 70% lên 80% tỷ lệ hộ học tập.', ['2030 >= 80 percent reach | tỷ lệ hộ học tập']],
    ['Số lớp tăng 10%/năm.', []],
    ['Lập 01 tổ (từ 5 đến 7 thành viên).', ['2030 >= 1 count reach | tổ']],
    // What was reached is no aim, but beside one in a bracket.
    ['Hiện nay 60% hộ học tập.', []],
    ['Năm trước đạt 60%.', []],
    ['Đạt 80% hộ học tập (kết quả năm 2025: 70%).', ['2030 >= 80 percent reach | hộ học tập']],
    [
      'Tỷ lệ người biết chữ (năm 2024 đạt 89,1%, năm 2025 đạt 90,8%) đạt ít nhất 95%.',
      ['2030 >= 95 percent reach | Tỷ lệ người biết chữ'],
    ],
    // Of whom each of them is stands elsewhere.
    ['Phấn đấu lần lượt 60%, 80%.', []],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  test.each([
    ['Mở 12 lớp, 90% hộ học tập.', 'aims', 2],
    // Counts are aims only under aims; shares elsewhere only with a word that sets one; money never.
    ['Mở 12 lớp cho 90% hộ.', 'general-aims', 1],
    ['Mở 12 lớp cho 90% hộ.', 'tasks', 0],
    ['Phấn đấu 90% hộ học tập.', 'tasks', 1],
    ['Phấn đấu 90% hộ học tập.', 'organisation', 1],
    ['Phấn đấu 90% ngân sách.', 'money', 0],
    ['Phấn đấu 90% hộ học tập.', 'state', 0],
  ] as const)('%s among %s: %i', (text, topic, count) => {
    expect(targetsOf(text, { topic })).toHaveLength(count)
  })
})

describe('what is kept', () => {
  const modes = (text: string) => targetsOf(text).map(({ mode, qualifiers }) => [mode, ...qualifiers].join(' '))
  test.each([
    ['Giữ vững 100% xã.', ['keep Giữ vững']],
    ['Duy trì 9 câu lạc bộ, 12 tủ sách.', ['keep Duy trì', 'keep Duy trì']],
    ['Duy trì 9 câu lạc bộ, thành lập 12 tủ sách.', ['keep Duy trì', 'reach']],
    ['Duy trì 9 câu lạc bộ và 3 câu lạc bộ mới.', ['keep Duy trì', 'reach']],
    ['Mở 12 lớp, duy trì 9 câu lạc bộ.', ['reach', 'keep duy trì']],
  ])('%s', (text, expected) => {
    expect(modes(text)).toEqual(expected)
  })
})

describe('how sure', () => {
  const sure = (text: string, own: Partial<Setting> = {}) =>
    targetsOf(text, own).map(({ confidence, why, yearFrom }) => [confidence, why, yearFrom])
  test.each([
    ['Đến năm 2028, 85% người dân biết chữ.', {}, [0.95, null, 'sentence']],
    ['85% người dân biết chữ.', { yearAbove: { year: 2028, isSure: true } }, [0.95, null, 'heading']],
    ['85% người dân biết chữ.', { yearAbove: { year: 2028, isSure: false } }, [0.5, 'years', 'heading']],
    // The year of the title is sure in a plan for one year alone.
    ['85% người dân biết chữ.', {}, [0.6, null, 'title']],
    ['85% người dân biết chữ.', { planYear: one }, [0.95, null, 'title']],
    ['85% người dân biết chữ.', { planYear: null }, [0.5, null, null]],
    // Beyond the part on aims it is less sure.
    ['Phấn đấu 85% người dân biết chữ.', { planYear: one, topic: 'tasks' }, [0.8, null, 'title']],
    ['99.500% người dân biết chữ.', { planYear: one }, [0.5, 'comparator', 'title']],
    ['Trong đó, 12% là nữ.', { planYear: one }, [0.65, null, 'title']],
    ['Nâng từ 70% (năm 2025) lên 80% tỷ lệ hộ học tập.', { planYear: one }, [0.5, 'years', 'title']],
    ['85%.', { planYear: one }, [0.5, null, 'title']],
  ] as const)('%s in %j', (text, own, expected) => {
    expect(sure(text, own)).toEqual([expected])
  })

  test('an aim of every year, and a range', () => {
    expect(targetsOf('Hằng năm, từ 80% đến 90% hộ học tập.')).toMatchObject([
      { everyYear: true, value: 80, valueTo: 90, confidence: 0.6, unitText: '%', qualifiers: ['từ'] },
    ])
    expect(targetsOf('Mở 12 trung tâm học tập cộng đồng.')).toMatchObject([
      { everyYear: false, unitText: 'trung tâm học tập cộng đồng' },
    ])
  })
})

test('the reach of a clause: its figures, its years and where its aims start from', () => {
  const text = 'Xem: 80% xã (năm 2025: 70%), năm 2028 đạt 90%.'
  const words = wordsOf([{ line: 1, text }])
  const { figures, rulings, past } = reachOf(words, { from: 5, to: text.length }, setting())
  expect(figures.map((at) => text.slice(at, at + 3))).toEqual(['80%', '90%'])
  expect(rulings.map(({ year, from, to }) => [year, text.slice(from, to)])).toEqual([[2028, 'năm 2028']])
  expect(past.map(({ from, to }) => text.slice(from, to))).toEqual(['(năm 2025: 70%)'])
})

test.each([
  ['Đào tạo 12.000 người, trong đó cao đẳng 1.500 người.', 1, true],
  ['Đào tạo 12.000 người, trong đó cao đẳng 1.500 người.', 2, false],
  ['Đào tạo 12.000 người.', 1, false],
])('%s with %i target is half read: %s', (text, count, isHalf) => {
  const words = wordsOf([{ line: 1, text }])
  const targets = Array.from({ length: count }, () => targetsOf('12% xã')[0]).flatMap((own) => own ?? [])
  expect(isHalfRead(words, { from: 0, to: text.length }, targets)).toBe(isHalf)
})

test.each([
  // Under aims whatever sets none is told, but for what opens a list; elsewhere what has a figure and a word or year.
  ['Người dân ham học.', 'aims', true],
  ['Phấn đấu:', 'aims', false],
  ['Đến năm 2030 mở 12 lớp.', 'tasks', true],
  ['Mở 12 lớp.', 'tasks', false],
  ['Mở lớp cho 80% hộ.', 'tasks', true],
  ['Đạt mức độ 2.', 'tasks', false],
  ['Phấn đấu 12 tỷ đồng.', 'money', false],
] as const)('%s among %s is told: %s', (text, topic, isTold) => {
  const words = wordsOf([{ line: 1, text }])
  expect(missedTarget(words, { from: 0, to: text.length }, setting({ topic }))).toBe(isTold)
})
