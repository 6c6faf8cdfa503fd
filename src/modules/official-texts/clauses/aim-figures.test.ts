/** Which figures of a stretch set aims, and which are told beside them. */
import { expect, test } from 'vitest'
import { flatten } from '../lines/lines.rules.ts'
import { figuresIn } from '../phrases/figures.rules.ts'
import { aimsAmong, isSize, isWithin, startingPoints, without } from './aim-figures.rules.ts'

test.each([
  ['70% hộ đăng ký (thực hiện năm 2021: 58%)', ['(thực hiện năm 2021: 58%)']],
  ['55% dòng họ (kế hoạch huyện giao 50%)', ['(kế hoạch huyện giao 50%)']],
  ['95% khối phố (năm 2025: 85%, 66%, 92%)', ['(năm 2025: 85%, 66%, 92%)']],
  ['80% xã (năm 2026 đạt 70%)', []],
  ['từ 45% (năm 2025) lên 70%', []],
  ['80% xã (trong đó 20% vùng cao)', []],
])('what a plan from 2026 starts from: %s', (text, brackets) => {
  expect(startingPoints(flatten(text), 2026).map(({ from, to }) => text.slice(from, to))).toEqual(brackets)
})

test('stretches and what is left without them', () => {
  const spans = [{ from: 2, to: 4 }]
  expect([isWithin(spans, 2), isWithin(spans, 4), without('abcdef', spans)]).toEqual([true, false, 'abef'])
  expect(without('abcdef', [{ from: -3, to: -1 }, ...spans, { from: 9, to: 12 }])).toBe('abef')
})

test.each([
  ['nâng từ 85% lên 95%', [95]],
  ['đạt 75%, tăng 5%', [75]],
  ['Mở từ 03 lớp trở lên cho 90 học viên', [3, 90]],
  ['tăng 10%/năm', []],
  ['60/74 xã (81%) đạt chuẩn', [0.8108]],
  ['100% (15/15) thôn', [100]],
  ['60/74 xã (50% vùng cao)', [0.8108, 50]],
  ['9/12 thôn, tương đương 75%, đạt chuẩn', [0.75]],
  // How much each of them is to do.
  ['100% cơ sở tổ chức ít nhất 01 hoạt động', [100]],
])('%s', (text, values) => {
  const flat = flatten(text)
  expect(aimsAmong(figuresIn(flat, 'all'), flat).map(({ value }) => value)).toEqual(values)
})

test('the size of one thing is no aim', () => {
  const flat = flatten('lập 01 tổ (từ 5 đến 7 thành viên)')
  expect(figuresIn(flat, 'all').map((figure) => isSize(flat, figure))).toEqual([false, true])
})
