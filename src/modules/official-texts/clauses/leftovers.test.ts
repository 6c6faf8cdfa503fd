/** What looks like a target, a duty or a last day and was not read. */
import { expect, test } from 'vitest'
import { flatten } from '../lines/lines.rules.ts'
import { daysLeft, leavesFigure, leavesRole, yearsLeft } from './leftovers.rules.ts'

test.each([
  ['có 12 xã', true],
  ['5/7 xã', true],
  ['năm 2030', false],
  ['từ 15 đến 60 tuổi', false],
  ['Quyết định 12/QĐ-UBND', false],
  ['mức độ 2', false],
  ['mở cửa 24/7', false],
  ['chính quyền địa phương 02 cấp', false],
  ['sau dịch COVID-19', false],
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
  ['trong tháng 6', ['trong tháng 6']],
  ['Thời gian: tháng 9', ['Thời gian: tháng 9']],
  ['Hội thi (tháng 10)', ['(tháng 10']],
  ['xong quý II', ['quý II']],
  ['trong tháng 6 thi, xong quý IV', ['trong tháng 6', 'quý IV']],
  ['từ ngày 01/5', []],
  ['Luật ban hành ngày 05/3/2020', []],
  ['15/6 xã', []],
  ['đợt 1 tháng 5, đợt 2 tháng 11', ['tháng 5', 'tháng 11']],
  ['khóa học 3 tháng 5 buổi', []],
  ['sơ kết 6 tháng đầu năm', ['6 tháng đầu năm']],
  // Terms that run from something else are no days of the calendar.
  ['chậm nhất 05 ngày làm việc sau khi nhận đủ hồ sơ', ['chậm nhất 05 ngày làm việc sau khi']],
  ['trong vòng 07 ngày sau khi kết thúc lớp', ['trong vòng 07 ngày sau khi']],
  ['trong thời hạn 10 ngày kể từ ngày nhận hồ sơ', ['trong thời hạn 10 ngày kể từ']],
  ['chậm nhất sau 03 tuần', ['chậm nhất sau 03 tuần']],
  ['trước 10 ngày, trong vòng 24 giờ', ['trong vòng 24 giờ']],
  ['sau 6 tháng kể từ khi ban hành', ['sau 6 tháng kể từ']],
  ['30 ngày trước khi khai giảng', ['30 ngày trước khi']],
  ['khóa học 3 tháng', []],
  ['làm việc 5 ngày trong tuần', []],
  ['ngay sau khi ban hành', []],
  // One more rhythm than the first.
  ['định kỳ 6 tháng, năm báo cáo', ['6 tháng, năm']],
  ['sơ kết 06 tháng và năm', ['06 tháng và năm']],
  ['báo cáo quý, năm', ['quý, năm']],
  ['6 tháng, năm 2026', []],
  ['6 tháng, năm học', []],
])('days left in "%s": %j', (text, days) => {
  expect(daysLeft(flatten(text), []).map(({ from, to }) => text.slice(from, to))).toEqual(days)
})

test('what was read is not left: a day, a term, and the year of a rhythm', () => {
  expect(daysLeft('trong thang 6', [{ from: 0, to: 13 }])).toEqual([])
  expect(daysLeft('trong vong 24 gio', [{ from: 11, to: 13 }])).toEqual([])
  expect(daysLeft('6 thang va nam', [{ from: 0, to: 7 }])).toHaveLength(1)
  expect(daysLeft('6 thang va nam', [{ from: 11, to: 14 }])).toEqual([])
})

test.each([
  ['Năm 2027: tổ chức khảo sát; năm 2028: sơ kết', ['Năm 2027:', '; năm 2028:']],
  ['Hoàn thành trong năm học 2026 - 2027', ['trong năm học 2026 - 2027']],
  ['Hoàn thành việc số hóa năm 2027', ['Hoàn thành việc số hóa năm 2027']],
  ['Năm 2025: 80%', []],
  ['Kế hoạch giai đoạn 2026 - 2030', []],
])('years of tasks left in "%s": %j', (text, years) => {
  expect(yearsLeft(flatten(text), []).map(({ from, to }) => text.slice(from, to))).toEqual(years)
})
