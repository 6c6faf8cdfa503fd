/** Sample figures: plausible for any place, parts within their wholes, and the same at every start. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chance, Sample, sampleAmounts, sampleStates } from './sample-figures.rules.ts'
import { baseYear, type SamplePlace } from './sample-places.rules.ts'

const place = (code: string, given: Partial<SamplePlace> = {}): SamplePlace => ({
  code,
  kind: 'commune',
  population: 42_000,
  isWard: false,
  successors: [code],
  mix: [{ code, share: 1, isWard: false }],
  size: 1,
  turn: null,
  centres: 3,
  communes: 126,
  ...given,
})

test('a stream of chance depends on its name alone, and stays within 0 and 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const [first, again] = [chance(name), chance(name)]
      const drawn = [first(), first(), first()]
      return drawn.every((each) => each >= 0 && each < 1) && drawn.every((each) => each === again())
    }),
  )
  expect(chance('Đống Đa')()).not.toBe(chance('Dống Đa')())
})

describe('a share of a whole', () => {
  test('is at most the whole, however it grew, and never below nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), fc.double({ min: -1, max: 1, noNaN: true }), (year, growth) => {
        const part = new Sample(place('00004'), year).part('x', 500, 0.4, 0.9, growth)
        return part >= 0 && part <= 500
      }),
    )
  })

  test('of nothing is nothing', () => {
    expect(new Sample(place('00004'), baseYear).part('x', 0, 0.4, 0.9)).toBe(0)
  })

  test('pieces of one commune do not all err to one side', () => {
    const rounded = Array.from({ length: 20 }, (_, turn) =>
      new Sample(place('P', { successors: ['H'], turn }), 2024).whole('x', 0.5),
    )
    const sum = rounded.reduce((total, each) => total + each, 0)
    expect(sum).toBeGreaterThanOrEqual(8)
    expect(sum).toBeLessThanOrEqual(12)
  })
})

test('a level that was reached late is one lower before, and never below nothing', () => {
  const levels = [2021, 2022, 2023, 2024, 2025].map((year) => new Sample(place('00004'), year).level('x', [1, 2, 3], 1))
  expect(levels).toEqual([...levels].sort())
  expect((levels.at(-1) ?? 0) - (levels[0] ?? 0)).toBe(1)
  expect(new Sample(place('00004'), 2000).level('x', [0], 1)).toBe(0)
})

const chains = [
  ['literate_level1_15_60', 'population_15_60'],
  ['literate_level1_15_60.sex:female', 'literate_level1_15_60'],
  ['newly_literate', 'literacy_learners'],
  ['newly_literate_continuing', 'newly_literate'],
  ['learning_citizens_registered', 'citizens_18_plus'],
  ['learning_citizens_recognised', 'learning_citizens_registered'],
  ['learning_clans_recognised', 'learning_clans_registered'],
  ['learners', 'learner_turns'],
  ['money_state_spent', 'money_state_planned'],
] as const

test('in any place and year parts stay within their wholes, and ratings add up to the centres', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 300, max: 200_000 }),
      fc.integer({ min: 2021, max: 2030 }),
      fc.integer({ min: 1, max: 9 }),
      (population, year, centres) => {
        const amounts = sampleAmounts(place('00004', { population, centres }), year)
        const of = (key: string) => amounts.get(key) ?? Number.NaN
        for (const [part, whole] of chains) expect(of(part), part).toBeLessThanOrEqual(of(whole))
        const rated = ['good', 'fair', 'average', 'weak'].map((each) => of(`centres_rated_${each}`))
        expect(rated.every((each) => each >= 0)).toBe(true)
        expect(rated.reduce((sum, each) => sum + each, 0)).toBe(of('centres_total'))
      },
    ),
    { numRuns: 50 },
  )
})

test('culture houses are of villages in a rural commune, of residential groups in a ward', () => {
  const houses = (isWard: boolean) => {
    const amounts = sampleAmounts(place('00004', { isWard }), 2025)
    return ['village_cultural_houses', 'residential_group_cultural_houses'].map((key) => (amounts.get(key) ?? -1) > 0)
  }
  expect([houses(false), houses(true)]).toEqual([
    [true, false],
    [false, true],
  ])
})

describe('where communes stand in the sample round', () => {
  const codes = Array.from({ length: 126 }, (_, index) => String(index).padStart(5, '0'))

  test('some of each state, most approved; those of demo accounts as asked', () => {
    const states = sampleStates(codes, new Map([['00004', 'returned']]))
    const count = Map.groupBy(states.values(), (state) => state)
    expect(Object.fromEntries([...count].map(([state, all]) => [state, all.length]))).toEqual({
      approved: 102,
      sent: 8,
      returned: 6,
      'in-progress': 5,
      'not-started': 5,
    })
    expect(states.get('00004')).toBe('returned')
  })

  test('whatever the order in which they come; a fixed one that is no commune is left out', () => {
    const sorted = (states: Map<string, string>) => [...states].sort()
    expect(sorted(sampleStates(codes.toReversed(), new Map()))).toEqual(sorted(sampleStates(codes, new Map())))
    expect(sampleStates([], new Map([['x', 'sent']]))).toEqual(new Map())
  })
})
