/** Who holds a duty as agencies pass their tasks on. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdersOf, type Passing } from './duty-holders.rules.ts'

const passing = (on: string, from: string, to: string, scope: string | null = 'main', verified = true): Passing => ({
  on,
  from,
  to,
  scope,
  verified,
})
const decision = [
  passing('2025-03-01', 'LABOUR', 'HOME'),
  passing('2025-03-01', 'LABOUR', 'EDUCATION', 'vocational-education'),
  passing('2025-03-01', 'LABOUR', 'HEALTH', 'social-protection', false),
  passing('2027-01-01', 'HOME', 'PEOPLE'),
  passing('2026-01-01', 'ROADS', 'BUILDING', null),
  passing('2026-02-01', 'FIRST', 'MIDDLE', null),
  passing('2026-02-01', 'MIDDLE', 'LAST', null),
]
const from = '2021-12-16'
const codes = (duty: { agency: string; scope?: string }) => holdersOf(duty, decision, from).map((held) => held.agency)

describe('holders of a duty', () => {
  test.each([
    ['an agency that stays', { agency: 'CULTURE' }, ['CULTURE']],
    ['the main line, twice', { agency: 'LABOUR' }, ['LABOUR', 'HOME', 'PEOPLE']],
    ['a part that went another way', { agency: 'LABOUR', scope: 'vocational-education' }, ['LABOUR', 'EDUCATION']],
    ['everything, where no part is named', { agency: 'ROADS', scope: 'lights' }, ['ROADS', 'BUILDING']],
    ['one that passed it on the same day never held it', { agency: 'FIRST' }, ['FIRST', 'LAST']],
    ['a part nobody named follows the main line', { agency: 'LABOUR', scope: 'roads' }, ['LABOUR', 'HOME', 'PEOPLE']],
  ])('%s', (_, duty, held) => {
    expect(codes(duty)).toEqual(held)
  })

  test('dates meet: one day, one holder', () => {
    expect(
      holdersOf({ agency: 'LABOUR' }, decision, from).map(({ validFrom, validTo }) => [validFrom, validTo]),
    ).toEqual([
      ['2021-12-16', '2025-03-01'],
      ['2025-03-01', '2027-01-01'],
      ['2027-01-01', 'infinity'],
    ])
  })

  test('an unverified passing is said to be so', () => {
    const held = holdersOf({ agency: 'LABOUR', scope: 'social-protection' }, decision, from)
    expect(held.map(({ verified }) => verified)).toEqual([true, false])
  })

  test('ends, whoever passes to whom, also back', () => {
    const agency = fc.constantFrom('A', 'B', 'C')
    const step = fc.record({ year: fc.integer({ min: 2022, max: 2030 }), from: agency, to: agency })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), agency, (steps, first) => {
        const passings = steps.map((one) => passing(`${one.year}-01-01`, one.from, one.to))
        const held = holdersOf({ agency: first }, passings, from)
        expect(held[0]?.agency).toBe(first)
        expect(held.at(-1)?.validTo).toBe('infinity')
        held.slice(1).forEach((next, index) => {
          expect(next.validFrom).toBe(held[index]?.validTo)
          expect(next.validFrom > (held[index]?.validFrom ?? '')).toBe(true)
        })
      }),
    )
  })
})
