/** Words that tell what somebody does, and those that names begin and go on with. */
import { expect, test } from 'vitest'
import { compound, fieldWord, headPattern, listWord, startsActing } from './agency-words.rules.ts'

test.each([
  ['Vận động hội viên', true],
  ['tổ chức kiểm tra', true],
  ['tổ chức xã hội', false],
  ['chủ trì', true],
  ['giáo viên', false],
  ['việc làm', false],
  ['Tập huấn', true],
  ['cấp thẻ', true],
  ['xây dựng kế hoạch', true],
  ['xếp thời khóa biểu', true],
  ['sắp xếp phòng học', true],
  ['dựng gian hàng', true],
  ['phát tờ rơi', true],
  ['phát thanh', false],
  ['dọn vệ sinh', true],
])('%s', (text, isActing) => {
  expect(startsActing(text)).toBe(isActing)
})

function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}

test('heads of names', () => {
  const texts = ['Sở Y tế', 'Ban nhạc', 'các trường', 'Tat ca cac truong', 'Báo cáo', 'Báo An Lạc', 'Giám đốc Sở Y tế']
  expect(texts.map((text) => matches(headPattern, text))).toEqual([true, false, true, false, false, true, true])
})

test('what a name goes on with', () => {
  expect(['thi xa', 'mam non', 'mo lop'].map((text) => matches(listWord, text))).toEqual([true, true, false])
  expect(['vien thong', 'van hoa', 'mo lop'].map((text) => matches(fieldWord, text))).toEqual([true, true, false])
  expect(['giao duc va dao tao', 'giao duc'].map((text) => matches(compound, text))).toEqual([true, false])
})
