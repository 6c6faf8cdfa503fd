/** The words of a clause with the way back to their lines, and the sentences and points they are made of. */
import { expect, test } from 'vitest'
import { lineAt, placeOf, pointsOf, sentencesOf, trimmed, wholeOf, wordsOf } from './spans.rules.ts'

const words = wordsOf([
  { line: 3, text: 'TP. Hà An mở lớp. Sở B (gồm a; b) chi; c' },
  { line: 5, text: 'và d.' },
])
const texts = (spans: readonly { readonly from: number; readonly to: number }[]) =>
  spans.map(({ from, to }) => words.text.slice(from, to))

test('a sentence ends at a stop before a capital, but for short forms', () => {
  expect(texts(sentencesOf(words))).toEqual(['TP. Hà An mở lớp.', 'Sở B (gồm a; b) chi; c và d.'])
})

test('points part at semicolons outside brackets', () => {
  expect(texts(pointsOf(words, { from: 18, to: words.text.length }))).toEqual(['Sở B (gồm a; b) chi;', 'c và d.'])
})

test('each stretch knows its lines', () => {
  expect([lineAt(words, 0), lineAt(words, words.text.length - 1)]).toEqual([3, 5])
  expect(placeOf(words, wholeOf(words), 0.5)).toEqual({ line: 3, endLine: 5, text: words.text, confidence: 0.5 })
  expect(placeOf(words, { from: 0, to: 3 }, 1)).toMatchObject({ line: 3, endLine: 3, text: 'TP.' })
})

test('white space and signs around a stretch', () => {
  expect(trimmed(' ,a. ', { from: 0, to: 5 }, ',.')).toEqual({ from: 2, to: 3 })
  expect(trimmed('   ', { from: 0, to: 3 })).toEqual({ from: 3, to: 3 })
})
