/** Numbers as people type them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber, type Language, languages } from '#kernel/language.ts'
import { readNumber } from '#kernel/number.ts'

const cases: [Language, string, number][] = [
  ['vi', '1.234', 1234],
  ['vi', '1,234', 1.234],
  ['vi', '1.234,5', 1234.5],
  ['vi', '12.345.678', 12345678],
  ['vi', '1 234', 1234],
  ['vi', '0', 0],
  ['vi', '-5', -5],
  ['vi', '٣', Number.NaN],
  ['en', '1,234', 1234],
  ['en', '1.234', 1.234],
  ['en', '1,234.5', 1234.5],
]

describe('reads by the language', () => {
  test.each(cases.filter(([, , value]) => !Number.isNaN(value)))('%s: %s is %d', (language, entry, value) => {
    expect(readNumber(language, entry)).toEqual({ ok: true, value })
  })
})

describe('refuses what does not fit, and says why', () => {
  test.each([
    ['vi', '1,234.5', 'wrong-separators'],
    ['vi', '1.23.456', 'wrong-separators'],
    ['vi', '12.34', 'wrong-separators'],
    ['vi', '1,2,3', 'wrong-separators'],
    ['en', '1.234,5', 'wrong-separators'],
    ['en', '1,23', 'wrong-separators'],
    ['vi', '5,', 'wrong-separators'],
    ['vi', 'năm', 'not-a-number'],
    ['vi', '', 'not-a-number'],
    ['vi', '1e5', 'not-a-number'],
    ['vi', '=1+1', 'not-a-number'],
    ['vi', '٣', 'not-a-number'],
  ] as const)('%s: %s', (language, entry, why) => {
    expect(readNumber(language, entry)).toEqual({ ok: false, why })
  })
})

test('what is written is read again, in either language', () => {
  const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map((cents) => cents / 100)
  fc.assert(
    fc.property(fc.constantFrom(...languages), amount, (language, value) => {
      expect(readNumber(language, formatNumber(language, value))).toEqual({ ok: true, value: value === 0 ? 0 : value })
    }),
  )
})

test('no text throws or gives anything but a finite number', () => {
  fc.assert(
    fc.property(fc.constantFrom(...languages), fc.string(), (language, entry) => {
      const number = readNumber(language, entry)
      expect(!number.ok || Number.isFinite(number.value)).toBe(true)
    }),
  )
})

test.each(['1 2', '12 34', '1 234 5', '5 6', '1 234 567 8', `1${'\u0301\u0323'.repeat(20_000)}`, '9'.repeat(101)])(
  'two numbers side by side, or a text past any number, are no number: %.20s',
  (entry) => {
    expect(readNumber('vi', entry)).toEqual({ ok: false, why: 'not-a-number' })
  },
)

test.each([
  ['1 234 567', 1_234_567],
  ['40 415', 40_415],
  ['1\u202F234,5', 1234.5],
  ['- 5', -5],
  [' 12 ', 12],
  ['１２３', 123],
])('spaces group thousands, and wide digits are digits: %s', (entry, value) => {
  expect(readNumber('vi', entry)).toEqual({ ok: true, value })
})
