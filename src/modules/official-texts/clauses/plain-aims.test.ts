/** Aims without a figure. */
import { expect, test } from 'vitest'
import { wordsOf } from '../lines/spans.rules.ts'
import type { Setting } from './aim-years.rules.ts'
import { yesTargetOf } from './plain-aims.rules.ts'

const year2028 = { year: 2028, isSure: true }
const many = { from: 2026, year: 2030, isOnly: false }
const one = { from: 2026, year: 2026, isOnly: true }

function yesOf(text: string, own: Partial<Setting> = {}) {
  const setting: Setting = { topic: 'aims', yearAbove: year2028, planYear: many, ...own }
  return yesTargetOf(wordsOf([{ line: 1, text }]), { from: 0, to: text.length }, setting)
}

test.each([
  ['Xã được công nhận xã học tập.', '2028 reach | Xã được công nhận xã học tập', null],
  ['Phấn đấu hoàn thành phổ cập giáo dục.', '2028 reach | hoàn thành phổ cập giáo dục', null],
  ['Duy trì danh hiệu Cộng đồng học tập.', '2028 keep | danh hiệu Cộng đồng học tập', null],
  ['Đăng ký danh hiệu Đơn vị học tập.', '2028 register | Đăng ký danh hiệu Đơn vị học tập', null],
  ['Đến năm 2027, thư viện xã đạt chuẩn.', '2027 reach | thư viện xã đạt chuẩn', null],
  // What must not be keeps its "không".
  ['Không để tái mù chữ.', '2028 reach | Không để tái mù chữ', null],
  ['Phấn đấu không còn hộ mù chữ.', '2028 reach | không còn hộ mù chữ', null],
  // A thing to be done, and no title: a person is to look at it.
  ['Thư viện xã mở cửa buổi tối.', '2028 reach | Thư viện xã mở cửa buổi tối', 'no-figure'],
  ['Năm 2026 và năm 2027 xã đạt chuẩn.', '2027 reach | Năm 2026 và năm 2027 xã đạt chuẩn', 'years'],
])('%s', (text, expected, why) => {
  const own = yesOf(text)
  expect(own && [`${own.year} ${own.mode} | ${own.subject}`, own.why]).toEqual([expected, why])
  expect(own).toMatchObject({ comparator: 'yes', unit: 'yes', value: null, valueTo: null, unitText: null, spans: [] })
})

test.each([
  'Nâng cao nhận thức của người dân.',
  'Phấn đấu đạt các chỉ tiêu sau:',
  'Mục tiêu chung: Xã đạt chuẩn.',
  'Hiện nay xã đạt chuẩn.',
  'Số hộ đạt chuẩn tăng 5%.',
  'Tổ chức 12 lớp.',
])('none: %s', (text) => {
  expect(yesOf(text)).toBeNull()
})

test('only under specific aims, and a thing to be done only with a year of its own', () => {
  const title = 'Xã được công nhận xã học tập.'
  const thing = 'Thư viện xã mở cửa buổi tối.'
  const years = { yearAbove: null, planYear: many }
  expect((['tasks', 'general-aims', 'state', 'money'] as const).map((topic) => yesOf(title, { topic }))).toEqual([
    ...[null, null, null, null],
  ])
  expect([yesOf(title, years)?.year, yesOf(thing, years)]).toEqual([2030, null])
  expect(yesOf(thing, { yearAbove: null, planYear: one })?.year).toBe(2026)
})

test.each([
  [{}, 0.85],
  [{ yearAbove: { year: 2028, isSure: false } }, 0.55],
  [{ yearAbove: null }, 0.55],
  [{ yearAbove: null, planYear: one }, 0.85],
])('how sure a title is in %j', (own, confidence) => {
  expect(yesOf('Xã được công nhận xã học tập.', own)?.confidence).toBe(confidence)
})
