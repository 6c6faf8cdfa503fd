/** What looks like a target, a duty or a last day and was not read. */
import { expect, test } from 'vitest'
import { flatten } from '../lines/lines.rules.ts'
import { leavesDay, leavesFigure, leavesRole } from './leftovers.rules.ts'

test.each([
  ['có 12 xã', true],
  ['5/7 xã', true],
  ['năm 2030', false],
  ['từ 15 đến 60 tuổi', false],
  ['Quyết định 12/QĐ-UBND', false],
  ['mức độ 2', false],
  ['mở cửa 24/7', false],
])('a figure in "%s": %s', (text, isLeft) => {
  expect(leavesFigure(flatten(text), [])).toBe(isLeft)
})

test('a figure that was read is not left', () => {
  expect(leavesFigure('co 12 xa', [{ from: 3, to: 5 }])).toBe(false)
})

test.each([
  ['Sở A chủ trì', true],
  ['giao Sở Y tế', true],
  ['phối hợp với Sở A', true],
  ['tích cực phối hợp với nhau', false],
  ['mở lớp', false],
])('a role in "%s": %s', (text, isLeft) => {
  expect(leavesRole(flatten(text))).toBe(isLeft)
})

test.each([
  ['trong tháng 6', 'trong tháng 6'],
  ['Thời gian: tháng 9', 'Thời gian: tháng 9'],
  ['Hội thi (tháng 10)', '(tháng 10'],
  ['xong quý II', 'quý II'],
  ['từ ngày 01/5', undefined],
  ['Luật ban hành ngày 05/3/2020', undefined],
  ['15/6 xã', undefined],
])('a day in "%s"', (text, day) => {
  const span = leavesDay(flatten(text), [])
  expect(span ? text.slice(span.from, span.to) : undefined).toBe(day)
})

test('a day that was read is not left', () => {
  expect(leavesDay('trong thang 6', [{ from: 0, to: 13 }])).toBeNull()
})
