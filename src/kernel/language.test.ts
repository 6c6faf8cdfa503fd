/** Words, numbers and dates in the reader's language. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOf, formatDate, formatInstant, formatNumber, formatPercent, say, secondsLeft } from '#kernel/language.ts'

const words = {
  vi: '{count, plural, other {# xã, phường}} của {city}',
  en: '{count, plural, one {# commune} other {# communes}} of {city}',
}

test('words follow the language and its plurals', () => {
  expect(say('vi', words, { count: 126, city: 'Hà Nội' })).toBe('126 xã, phường của Hà Nội')
  expect(say('en', words, { count: 1, city: 'Hanoi' })).toBe('1 commune of Hanoi')
  expect(say('vi', { vi: 'Duyệt', en: 'Approve' })).toBe('Duyệt')
})

test.each([
  ['vi', 1234.5, '1.234,5'],
  ['en', 1234.5, '1,234.5'],
  ['vi', 8811473, '8.811.473'],
  ['vi', 0.125, '0,13'],
] as const)('%s writes %d as %s', (language, value, written) => {
  expect(formatNumber(language, value)).toBe(written)
})

test('a business date is written as people write it, what somebody typed as they typed it', () => {
  const text = { vi: 'Từ ngày {on}: “{entry}”', en: 'From {on}: “{entry}”' }
  expect(say('vi', text, { on: '2025-07-01', entry: '2025-07-01' })).toBe('Từ ngày 01/07/2025: “2025-07-01”')
  expect(say('en', text, { on: '01/07/2025', entry: '' })).toBe('From 01/07/2025: “”')
})

test('a share is written as a percentage', () => {
  expect(formatPercent('vi', 0.6009)).toBe('60,09%')
  expect(formatPercent('en', 0.6009)).toBe('60.09%')
})

test('the date of any instant is the one that the zone of the city gives', () => {
  const inZone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
  const instants = fc.date({ min: new Date('1960-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, (instant) => dateOf(instant) === inZone.format(instant)),
    { numRuns: 2000 },
  )
})

test('dates and instants are those of the city, which is seven hours ahead', () => {
  const lateInLondon = new Date('2026-11-30T18:30:00Z')
  expect(dateOf(lateInLondon)).toBe('2026-12-01')
  expect(formatInstant(lateInLondon)).toBe('01/12/2026 01:30')
  expect(formatDate('2026-12-01')).toBe('01/12/2026')
  expect(secondsLeft(lateInLondon)).toBe(22.5 * 3600)
  expect(secondsLeft(new Date('2026-11-30T16:59:59Z'))).toBe(1)
  expect(secondsLeft(new Date('2026-11-30T17:00:00Z'))).toBe(86_400)
})

test.each([
  [{ vi: 'đến 12 MB', en: 'up to 12 MB' }, undefined, 'đến 12\u00a0MB', 'up to 12\u00a0MB'],
  [{ vi: '{n, number} KB', en: '{n, number} KB' }, { n: 1200 }, '1.200\u00a0KB', '1,200\u00a0KB'],
  [{ vi: 'nhiều MB', en: 'many MB' }, undefined, 'nhiều MB', 'many MB'],
  [{ vi: 'tệp 3 MBA', en: 'file 3 MBA' }, undefined, 'tệp 3 MBA', 'file 3 MBA'],
])('the number of a size stays with its unit: %o', (words, params, vi, en) => {
  expect([say('vi', words, params), say('en', words, params)]).toEqual([vi, en])
})
