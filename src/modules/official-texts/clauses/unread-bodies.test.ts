/** Bodies that stand where a duty is given, and were read into none. */
import { expect, test } from 'vitest'
import { wholeOf, wordsOf } from '../lines/spans.rules.ts'
import { unreadBodies, unreadHelpers } from './unread-bodies.rules.ts'

test.each([
  ['Mở lớp; Sở Y tế hướng dẫn', ['Sở Y tế']],
  ['Mở lớp, Sở Y tế hướng dẫn', ['Sở Y tế']],
  ['Mở lớp, các trường bố trí phòng học', ['các trường']],
  ['Mở lớp do Sở Y tế hướng dẫn', ['Sở Y tế']],
  ['Mở lớp và giao Sở Y tế, Sở Nội vụ', ['Sở Y tế', 'Sở Nội vụ']],
  ['Mở lớp, phối hợp với Sở Y tế', ['Sở Y tế']],
  ['Mở lớp. Sở Y tế xyz sách', ['Sở Y tế']],
  ['Kế toán phòng lập dự toán; nhân viên y tế tuyên truyền', ['Kế toán phòng', 'nhân viên y tế']],
  ['Đồng chí Phó Trưởng ban chỉ đạo chung', ['Đồng chí Phó Trưởng ban chỉ đạo chung']],
  ['Mở lớp với sự tham gia của Sở Y tế', ['Sở Y tế']],
  ['Mỗi quý tổ chức một lần', []],
  // Whom something is done for, or who is reported to, has no duty.
  ['Hướng dẫn các trường, Sở Y tế tổ chức', []],
  ['Báo cáo Sở Y tế', []],
  ['Trình Sở Y tế phê duyệt', []],
  ['Mở lớp, đề nghị UBND tỉnh khen thưởng', []],
  ['Sở Tài chính bố trí kinh phí', []],
])('%s', (text, names) => {
  const words = wordsOf([{ line: 1, text }])
  expect(unreadBodies(words, wholeOf(words), ['Sở Tài chính'], true).map(({ name }) => name)).toEqual(names)
})

test('who helps a body that does not lead has no duty', () => {
  const words = wordsOf([{ line: 1, text: 'Mở lớp, phối hợp với Sở Y tế' }])
  expect(unreadBodies(words, wholeOf(words), [], false)).toEqual([])
})

test.each([
  ['Chủ trì, phối hợp với gia đình học sinh, nhóm nòng cốt khảo sát', ['gia đình học sinh']],
  ['Chủ trì, phối hợp với Sở A, nhóm nòng cốt khảo sát', ['nhóm nòng cốt khảo sát']],
  ['Chủ trì, phối hợp với Sở A khảo sát', []],
  ['Chủ trì, phối hợp với Sở A, hướng dẫn', []],
])('helpers: %s', (text, names) => {
  const words = wordsOf([{ line: 1, text }])
  expect(unreadHelpers(words, wholeOf(words)).map(({ name }) => name)).toEqual(names)
})
