/** How a total divides by what is known of its parts: every part in one group, the groups together the whole. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsOf, lastSummedYear } from './map-totals.rules.ts'

const status = fc.constantFrom('estimate' as const, 'provisional' as const, 'confirmed' as const)
const numerator = fc.record({ amount: fc.nat(1e6), status, isSample: fc.boolean() })
const parts = fc.array(fc.record({ numerator: fc.option(numerator) }))

test('every part is in one group, and the amounts add up', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const groups = groupsOf(given)
      const sum = given.reduce((total, part) => total + (part.numerator?.amount ?? 0), 0)
      expect(groups.reduce((total, { units }) => total + units, 0)).toBe(given.length)
      expect(groups.reduce((total, { amount }) => total + (amount ?? 0), 0)).toBe(sum)
      expect(groups.every(({ units }) => units > 0)).toBe(true)
    }),
  )
})

test('firmest first, samples after what was reported, those that gave nothing last', () => {
  const part = (of: 'estimate' | 'confirmed', isSample: boolean) => ({ numerator: { amount: 1, status: of, isSample } })
  const given = [{ numerator: null }, part('estimate', false), part('confirmed', true), part('confirmed', false)]
  expect(groupsOf(given)).toEqual([
    { status: 'confirmed', isSample: false, units: 1, amount: 1 },
    { status: 'confirmed', isSample: true, units: 1, amount: 1 },
    { status: 'estimate', isSample: false, units: 1, amount: 1 },
    { status: 'no-data', isSample: false, units: 1, amount: null },
  ])
  expect(groupsOf([])).toEqual([])
})

test('the last year that was summed is one in which somebody reported', () => {
  const point = (year: number, reported: number | null) => ({ year, rolledUp: reported === null ? null : { reported } })
  expect(lastSummedYear([point(2024, 5), point(2025, 1), point(2026, 0), point(2027, null)])).toBe(2025)
  expect(lastSummedYear([point(2026, 0)])).toBeUndefined()
  expect(lastSummedYear([])).toBeUndefined()
})
