/** Words and numbers as people type them: with or without tones, in either language, and never guessed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeCodes, changeOf, doubtOf, numberOf, partOf, peopleOf, shareOf } from './entry-words.rules.ts'

test('every word of a change means that change, in capitals and with other signs between as well; none means two', () => {
  const words = Object.entries(changeCodes).flatMap(([change, codes]) => codes.map((code) => [change, code] as const))
  for (const [change, code] of words) {
    expect(changeOf(code)).toBe(change)
    expect(changeOf(` ${code.toUpperCase().replaceAll(' ', '_')} `)).toBe(change)
  }
  expect(new Set(words.map(([, code]) => code)).size).toBe(words.length)
})

test.each([
  ['Mở', 'open'],
  ['ĐỔI TÊN', 'rename'],
  ['đổi tên'.normalize('NFD'), 'rename'],
  ['Chuyển một phần', 'transfer'],
  ['chuyển', 'move'],
  ['', undefined],
  ['mở rộng', undefined],
  ['constructor', undefined],
])('“%s” is the change %s', (entry, change) => {
  expect(changeOf(entry)).toBe(change)
})

test.each([
  ['toàn bộ', 'full', 'all'],
  ['Một phần', 'partial', 'part'],
  ['không', undefined, 'none'],
  ['hết', undefined, 'all'],
  ['', undefined, undefined],
])('“%s” is the part %s and the people %s', (entry, part, people) => {
  expect([partOf(entry), peopleOf(entry)]).toEqual([part, people])
})

describe('a number', () => {
  test.each<[string, number | undefined]>([
    ['0', 0],
    ['-3,5', -3.5],
    ['3.5', 3.5],
    [' 12 ', 12],
    ['1 234,5', 1234.5],
    ['1\u00A0234', 1234],
    ['1234 567', undefined],
    ['12 34', undefined],
    ['1,2,3', undefined],
    ['1.234,5', undefined],
    ['.5', undefined],
    ['5.', undefined],
    ['1e3', undefined],
    ['', undefined],
    ['năm', undefined],
  ])('“%s” is %s', (entry, value) => {
    expect(numberOf(entry)).toBe(value)
  })

  test('written with a point or a comma is the same, and read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(9999), (whole, fraction) => {
        const entry = `${whole}.${String(fraction).padStart(4, '0')}`
        return numberOf(entry) === Number(entry) && numberOf(entry.replace('.', ',')) === Number(entry)
      }),
    )
  })

  test.each([
    ['12.345', { decimals: 12.345, thousands: 12_345 }],
    ['-1,234', { decimals: -1.234, thousands: -1234 }],
    ['0.345', undefined],
    ['1234.567', undefined],
    ['12.34', undefined],
    ['12.3456', undefined],
  ])('“%s” is in doubt: %o', (entry, doubt) => {
    expect(doubtOf(entry)).toEqual(doubt)
  })
})

describe('a share', () => {
  test.each<[string, number | undefined]>([
    ['51,6%', 0.516],
    ['51.6 %', 0.516],
    ['0%', 0],
    ['100%', 1],
    ['0,1', 0.1],
    ['33,3333%', 0.333333],
    ['%', undefined],
    ['5%%', undefined],
    ['nửa', undefined],
  ])('“%s” is %s', (entry, share) => {
    expect(shareOf(entry)).toBe(share)
  })

  test('of whole percents add up as they are written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), (percent) => shareOf(`${percent}%`) === percent / 100))
  })
})
