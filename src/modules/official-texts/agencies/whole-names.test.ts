/** Names with a verb in them, which stand whole on lines of their own. */
import { expect, test } from 'vitest'
import { placesOf, wholeNameOf } from './whole-names.rules.ts'

test.each([
  ['Ban Hỗ trợ phụ nữ phát triển kinh tế', 'Ban Hỗ trợ phụ nữ phát triển kinh tế'],
  ['Đề nghị Quỹ Tín dụng hỗ trợ phụ nữ nghèo', 'Quỹ Tín dụng hỗ trợ phụ nữ nghèo'],
  ['Sở Y tế', null],
  ['Sở Y tế hướng dẫn', null],
  ['Các trường hướng dẫn học sinh', null],
  ['Ban Hỗ trợ phụ nữ phát triển kinh tế, Văn phòng', null],
])('%s', (line, name) => {
  expect(wholeNameOf(line, () => false)).toBe(name)
})

test('any name that stands elsewhere too', () => {
  expect(wholeNameOf('Liên hiệp hội thực hiện quyền trẻ em', () => true)).toBe('Liên hiệp hội thực hiện quyền trẻ em')
})

test('where names stand, and not within longer words', () => {
  expect([...placesOf('Ban A, Ban Ab, Ban A', ['Ban A'])]).toEqual([
    [0, 5],
    [15, 20],
  ])
})
