/** Which words before "hằng năm" make it the year of a budget or plan. */
import { expect, test } from 'vitest'
import { flatten } from '../lines/lines.rules.ts'
import { isOfBudget } from './budget-years.rules.ts'

test.each([
  ['Kinh phí được cân đối trong dự toán giao', true],
  ['Kinh phí từ nguồn ngân sách nhà nước', true],
  ['Nguồn kinh phí: bố trí trong dự toán chi thường xuyên', true],
  ['Đưa chỉ tiêu vào kế hoạch phát triển kinh tế - xã hội', true],
  ['Lồng ghép vào kế hoạch phát triển kinh tế - xã hội 5 năm và', true],
  // To make a plan or a budget, or to fill it, is done each year.
  ['Xây dựng kế hoạch phát triển kinh tế - xã hội', false],
  ['Đảm bảo kinh phí trong dự toán ngân sách', false],
  ['Lập dự toán kinh phí', false],
  ['Đưa nội dung vào chương trình thanh tra', false],
  ['Báo cáo kết quả', false],
  // A stretch that ends before is another's.
  ['Kinh phí được bố trí trong dự toán giao; định kỳ', false],
  ['Kinh phí được bố trí trong dự toán,', false],
])('%s hằng năm', (left, isBudget) => {
  expect(isOfBudget(flatten(`${left} `))).toBe(isBudget)
})
