/** Names that are torn or none, and names that may go on after the comma they end at. */
import { expect, test } from 'vitest'
import { flatten } from '../lines/lines.rules.ts'
import { isCut, isUnbalanced, isUnsureName } from './unsure-names.rules.ts'

test.each([
  ['Trung tâm', true],
  ['Phòng Văn hóa và', true],
  ['Sở Y tế chủ trì', true],
  ['Ban Thi đua (Sở Nội vụ', true],
  ['Văn phòng', false],
  ['Các hội cơ sở trực thuộc', false],
  ['Ban Thi đua (Sở Nội vụ)', false],
])('%s: unsure %s', (name, isUnsure) => {
  expect(isUnsureName(name)).toBe(isUnsure)
})

test.each([
  ['Các chủ rừng', ', chủ trang trại tạo điều kiện', true, true],
  ['Các trường', ', tùy điều kiện, mở lớp', true, false],
  ['Các trường', ', tổ chức kiểm tra', true, false],
  ['Sở Y tế', ', trạm y tế các xã mở lớp', false, true],
  ['Sở Y tế', ', Sở Tư pháp', false, false],
])('%s%s', (name, rest, isGroup, expected) => {
  const text = name + rest
  expect(isCut(text, flatten(text), name.length, isGroup)).toBe(expected)
})

test('brackets and quotation marks without their fellow', () => {
  expect(['(a', 'a”', '"a', '(a)', '“a”', '"a"'].map(isUnbalanced)).toEqual([true, true, true, false, false, false])
})
