/** Words that fold to the same letters as a word of the grammar and are other words. */
import { expect, test } from 'vitest'
import { toldApart } from './tones.rules.ts'

test.each([
  ['tặng 12', 'tang 12', 'twng 12'],
  ['tăng 12', 'tang 12', 'tang 12'],
  ['đầu tư 5', 'dau tu 5', 'dau tw 5'],
  ['từ 5', 'tu 5', 'tu 5'],
  ['đầu tư đạt 5', 'dau tu dat 5', 'dau tw dat 5'],
  ['tại chỗ', 'tai cho', 'tai chw'],
  ['cho vay', 'cho vay', 'cho vay'],
  ['Quỹ I', 'quy i', 'qwy i'],
  ['Quý I', 'quy i', 'quy i'],
  ['thiếu 20', 'thieu 20', 'thiew 20'],
])('%s', (text, flat, expected) => {
  expect(toldApart(text, flat)).toBe(expected)
})

test('a text typed without tones stays as it is', () => {
  expect(toldApart('tang 12', 'tang 12')).toBe('tang 12')
})
