/** Maps in time: which one a page shows, to the day, and years made alike in a row. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundaryDayOf, dayOfSpan, isSpanOf, stretchesOf } from './boundary-days.rules.ts'

test.each([
  ['the city', true, null, 'then'],
  ['a place that stands', false, null, '2025-12-31'],
  ['a place that ends tomorrow', false, '2026-01-02', '2025-12-31'],
  ['a place that ended today', false, '2026-01-01', 'then'],
  ['a place that ended long ago', false, '2008-08-01', 'then'],
])('%s', (_, isCity, validTo, shown) => {
  expect(boundaryDayOf({ isCity, validTo }, '2025-12-31', '2026-01-01')).toBe(shown)
})

test.each([
  ['2025-06-30', false],
  ['2025-07-01', true],
  ['2025-12-31', true],
  ['2026-01-01', false],
  ['then', false],
])('a map from July to December is that of %s: %s', (day, isOne) => {
  const span = { from: '2025-07-01', until: '2025-12-31' } as Parameters<typeof isSpanOf>[0]
  expect(isSpanOf(span, day)).toBe(isOne)
})

test('a map is the one of the day by which it is asked for, whichever bounds are on record', () => {
  const bound = fc.constantFrom(null, '2024-02-29')
  fc.assert(
    fc.property(bound, bound, (from, until) => {
      const span = { from, until } as Parameters<typeof isSpanOf>[0]
      return isSpanOf(span, dayOfSpan(span, '2024-02-29'))
    }),
  )
})

test('years alike and one after the other are one stretch; a gap or another kind begins a new one', () => {
  const told = (rows: readonly (readonly [number, string])[]) =>
    stretchesOf(
      rows,
      ([year]) => year,
      ([, key]) => key,
    ).map(({ key, from, to }) => `${key} ${from}-${to}`)
  expect(told([])).toEqual([])
  expect(told([[2021, 'a']])).toEqual(['a 2021-2021'])
  expect(
    told([
      [2021, 'a'],
      [2022, 'a'],
      [2024, 'a'],
      [2025, 'b'],
      [2026, 'a'],
    ]),
  ).toEqual(['a 2021-2022', 'a 2024-2024', 'b 2025-2025', 'a 2026-2026'])
})

test('stretches together have every year once', () => {
  const years = fc.uniqueArray(fc.integer({ min: 2000, max: 2040 })).map((all) => all.sort((a, b) => a - b))
  fc.assert(
    fc.property(years, (given) => {
      const result = stretchesOf(
        given,
        (year) => year,
        (year) => String(year % 3 === 0),
      )
      const listed = result.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
      expect(listed).toEqual(given)
    }),
  )
})
