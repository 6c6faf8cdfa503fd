/** Who acts, named only after when or on what ground. */
import { expect, test } from 'vitest'
import { wholeOf, wordsOf } from '../lines/spans.rules.ts'
import { lateSubject } from './late-subjects.rules.ts'

test.each([
  ['Hằng năm, Sở Y tế tổng hợp', ['Sở Y tế']],
  ['Hằng năm Sở Y tế tổng hợp', ['Sở Y tế']],
  ['Căn cứ chức năng, nhiệm vụ được giao, các trường lập dự toán', ['các trường']],
  ['Trước ngày 15/12, Sở Y tế, Sở Nội vụ báo cáo', ['Sở Y tế', 'Sở Nội vụ']],
  ['Theo đề nghị của Sở Y tế, Sở Nội vụ tổng hợp', ['Sở Nội vụ']],
  // What is done comes first: the bodies after it are whom it is done with.
  ['Trong năm 2026, phối hợp với Sở A, Sở B mở lớp', undefined],
  ['Hằng năm, báo cáo Sở Y tế', undefined],
  ['Mở lớp, Sở Y tế tổng hợp', undefined],
])('%s', (text, names) => {
  const words = wordsOf([{ line: 1, text }])
  expect(lateSubject(words, wholeOf(words))?.agencies.map(({ name }) => name)).toEqual(names)
})
