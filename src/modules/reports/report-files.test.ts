/** The labels of printed pages: a draft and samples say so on every page but the first, a final text says nothing. */
import { expect, test } from 'vitest'
import { labelsCss } from './report-files.rules.ts'

test.each([
  [true, true, ['DỰ THẢO', 'SỐ LIỆU MẪU']],
  [true, false, ['DỰ THẢO']],
  [false, true, ['SỐ LIỆU MẪU']],
])('draft %s, samples %s: %s', (isDraft, isSample, labels) => {
  const css = labelsCss({ isDraft, isSample })
  const [pages = '', first = ''] = css.split('@page :first')
  expect([...pages.matchAll(/content: "([^"]*)"/g)].map((match) => match[1])).toEqual(labels)
  expect(first.match(/content: none/g)).toHaveLength(2)
})

test('what is neither has no labels', () => {
  expect(labelsCss({ isDraft: false, isSample: false })).toBe('')
})
