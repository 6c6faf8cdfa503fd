/** Texts of any origin: told apart from what is no text, and composed in linear time. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composed, decomposed, fold, plainForms, textFault, tidy } from '#kernel/text.ts'

const pile = `a${'\u0301\u0323'.repeat(200_000)}`

describe('what is no text', () => {
  test.each([
    ['Phường Ba Đình', undefined],
    ['Phường Ba Đình'.normalize('NFD'), undefined],
    ['กิ๊', undefined],
    ['👩‍👩‍👧', undefined],
    ['a\u0301\u0323\u0302\u0303', undefined],
    ['a\u0301\u0323\u0302\u0303\u0304', 'marks'],
    [pile, 'marks'],
    ['a\0', 'nul'],
    ['\uD83D', 'half-sign'],
    ['\uDE00\uD83D', 'half-sign'],
  ])('%#', (text, fault) => {
    expect(textFault(text)).toBe(fault)
  })
})

describe('piles of marks', () => {
  const readers = Object.entries({ composed, decomposed, plainForms, fold, tidy })
  test.each(readers)('%s takes no time for them', (_name, read) => {
    const startedAt = performance.now()
    read(pile)
    // Unbounded, ordering them takes a minute.
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })

  test('a text without one is composed as Unicode says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(textFault(text) === undefined)
        expect(composed(text)).toBe(text.normalize('NFC'))
        expect(decomposed(text)).toBe(text.normalize('NFD'))
        expect(plainForms(text)).toBe(text.normalize('NFKC'))
      }),
    )
  })
})
