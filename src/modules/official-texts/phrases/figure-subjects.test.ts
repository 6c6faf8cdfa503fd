/** Who or what a figure is of, in the words of its sentence. */
import { expect, test } from 'vitest'
import { wordsOf } from '../lines/spans.rules.ts'
import { type Aim, subjectIn, withoutLead, withSubjectOf } from './figure-subjects.rules.ts'
import { figuresIn } from './figures.rules.ts'

function subjectsOf(text: string): string[] {
  const words = wordsOf([{ line: 1, text }])
  const aims = figuresIn(words.flat, 'all').map((figure): Aim => ({ ...figure, hasDatedStart: false, start: null }))
  return aims.map((aim) => subjectIn(words, { from: 0, to: text.length }, aim, aims))
}

test.each([
  ['Đến năm 2030, 85% người dân có kỹ năng số.', ['người dân có kỹ năng số']],
  ['Phấn đấu 85% số hộ gia đình học tập vào năm 2028.', ['hộ gia đình học tập']],
  ['Tỷ lệ người biết chữ đạt 98%.', ['Tỷ lệ người biết chữ']],
  ['Tỷ lệ bỏ học giảm xuống dưới 1%.', ['Tỷ lệ bỏ học']],
  ['Số năm đi học bình quân của người dân đạt 11,5 năm.', ['Số năm đi học bình quân của người dân']],
  ['Số năm đi học bình quân đạt 11,5 năm.', ['Số năm đi học bình quân']],
  ['Số thẻ bạn đọc: 2.500 thẻ.', ['Số thẻ bạn đọc']],
  ['Mở 12 lớp tập huấn cho 300 học viên.', ['lớp tập huấn', 'học viên']],
  ['100% trường học, 90% thôn có thư viện.', ['trường học', 'thôn có thư viện']],
  ['Có từ 05 giáo viên trở lên đạt giải cấp tỉnh.', ['giáo viên đạt giải cấp tỉnh']],
  ['Thành lập từ 02 câu lạc bộ trở lên mỗi năm.', ['câu lạc bộ']],
  ['Vận động Quỹ khuyến học phường đạt 480 triệu đồng.', ['Quỹ khuyến học phường']],
  ['Xây dựng quỹ “Nghĩa thầy trò” đạt 300 triệu đồng.', ['quỹ “Nghĩa thầy trò”']],
  ['Riêng giáo viên đạt 75%.', ['giáo viên']],
  ['Riêng giáo viên phấn đấu đạt 75%.', ['giáo viên']],
  ['Phấn đấu giáo viên đạt 75%.', ['giáo viên']],
  // Only "từ" leads to a figure; "tử", "tư", "tự" end words.
  ['Tỷ lệ hộ chưa dùng hóa đơn điện tử giảm còn 5%.', ['Tỷ lệ hộ chưa dùng hóa đơn điện tử']],
  ['Tỷ lệ giải ngân vốn đầu tư đạt 95%.', ['Tỷ lệ giải ngân vốn đầu tư']],
  ['Tỷ lệ hộ học tập từ 75%.', ['Tỷ lệ hộ học tập']],
  ['70% hộ gia đình học tập (thực hiện năm 2021 là 5 hộ).', ['hộ gia đình học tập', 'hộ']],
  ['50% doanh nghiệp đào tạo tại chỗ vào năm 2028.', ['doanh nghiệp đào tạo tại chỗ']],
])('%s', (text, subjects) => {
  expect(subjectsOf(text)).toEqual(subjects)
})

test.each([
  ['Chi cho khuyến học đạt 2% tổng chi ngân sách địa phương.', 'Chi cho khuyến học'],
  ['Chi ngân sách cho giáo dục duy trì không dưới 20% tổng chi thường xuyên.', 'Chi ngân sách cho giáo dục'],
  ['Kinh phí cho học tập của người lớn tối thiểu 2% chi sự nghiệp giáo dục.', 'Kinh phí cho học tập của người lớn'],
  // What it is spent on stands after the whole.
  ['Dành 2% tổng chi ngân sách cho khuyến học.', 'tổng chi ngân sách cho khuyến học'],
])('of a share, what it is spent on: %s', (text, subject) => {
  expect(subjectsOf(text)).toEqual([subject])
})

test('the first word of a heading is no part of the subject', () => {
  expect([withoutLead('Về gia đình học tập'), withoutLead('với học viên')]).toEqual(['gia đình học tập', 'học viên'])
})

test('an aim that names nothing goes on with the one before', () => {
  const before = { subject: 'hộ gia đình học tập' }
  const subjects = (subject: string) => withSubjectOf([{ subject }], before)[0]?.subject
  expect([subjects('đến năm 2030 đạt'), subjects('thôn')]).toEqual([before.subject, 'thôn'])
})
