/** Days of the calendar, and dates as documents write them. */
import { expect, test } from 'vitest'
import { dateIn, isDay, isRealDate, lastOfMonth } from './calendar.rules.ts'

test.each([
  ['ngay 25/5/2021', '2021-05-25'],
  ['ngay 05 thang 3 nam 2026', '2026-03-05'],
  ['16 / 12 / 2021', '2021-12-16'],
  ['31/4/2026', undefined],
  ['thang 3/2026', undefined],
])('%s', (flat, date) => {
  expect(dateIn(flat)?.value).toBe(date)
})

test('days that no calendar has', () => {
  expect(['2026-02-28', '2026-02-29', '2028-02-29', '2026-13-01'].map(isRealDate)).toEqual([true, false, true, false])
  expect([isDay(29, 2), isDay(31, 4), isDay(0, 1)]).toEqual([true, false, false])
  expect([lastOfMonth(2026, 2), lastOfMonth(2028, 2)]).toEqual(['2026-02-28', '2028-02-29'])
})
