/** Titles nobody worded yet: the first words of a clause, within bounds whatever the words are. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTranslated, shortTitle, untranslated } from './fact-basis.rules.ts'

test.each([
  ['', ''],
  ['Mục tiêu.', 'Mục tiêu'],
  ['Mục tiêu:\nđến năm 2030', 'Mục tiêu'],
  ['1.\tMục   tiêu ;', '1. Mục tiêu'],
  ['một hai ba bốn năm', 'một hai ba…'],
  ['một hai ba, bốn năm', 'một hai ba…'],
  ['một hai ba b', 'một hai ba b'],
  ['nghiêngngảnghiêng', 'nghiêngngản…'],
])('“%s” is “%s”', (text, title) => {
  expect(shortTitle(text, 12)).toBe(title)
})

test('no title is longer than asked for', () => {
  const words = fc.array(fc.constantFrom('đ', 'học tập', 'suốt đời.', 'x'.repeat(40), ',', '\t', 'ế'.normalize('NFD')))
  fc.assert(
    fc.property(words, fc.integer({ min: 5, max: 60 }), (parts, most) => {
      return shortTitle(parts.join(' '), most).length <= most
    }),
  )
})

test('a title in one language waits to be translated', () => {
  expect(isTranslated(untranslated('Mục tiêu'))).toBe(false)
  expect(isTranslated({ vi: 'Mục tiêu', en: 'Aims' })).toBe(true)
})
