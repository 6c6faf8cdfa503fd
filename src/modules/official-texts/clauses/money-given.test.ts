/** Money that a body is given, and nothing it is told to do. */
import { expect, test } from 'vitest'
import { wholeOf, wordsOf } from '../lines/spans.rules.ts'
import { assignedIn } from './tasks-given.rules.ts'

test.each([
  ['Từ nguồn ngân sách nhà nước giao cho Thư viện tỉnh năm 2025 và các nguồn khác', undefined],
  ['Trong dự toán kinh phí đã giao cho Sở Y tế theo phân cấp', undefined],
  ['Kinh phí cấp cho Sở Y tế hằng năm', undefined],
  ['Kinh phí phân bổ cho Sở Y tế hằng năm', undefined],
  // What it is told to do with the money is a duty.
  ['Kinh phí giao cho Sở Y tế quản lý', 'Sở Y tế'],
  ['Bố trí kinh phí, giao cho Sở Y tế chủ trì', 'Sở Y tế'],
  ['Bố trí kinh phí và giao cho Sở Y tế theo dõi', 'Sở Y tế'],
])('%s', (text, name) => {
  const words = wordsOf([{ line: 1, text }])
  expect(assignedIn(words, wholeOf(words))?.addressed.agencies[0]?.name).toBe(name)
})
