/** Places of samples: whoever had the land, the people carried onto the map of the base year are the people there. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseYear, type Piece, type SampleUnit, samplePlaces } from './sample-places.rules.ts'

const unit = (code: string, population: number | null, type = 'Xã'): SampleUnit => {
  return { unitId: `id-${code}`, code, kind: 'commune', type, population }
}
const piece = (from: string, to: string, weight: number, toPopulation: number): Piece => {
  return { fromId: `id-${from}`, toCode: to, toType: 'Phường', toPopulation, weight, madeOf: 2 }
}
const nothing = { units: [], pieces: [] }

describe('a unit that is there in the base year as well', () => {
  test('is its own heir, whole, with one centre at least', () => {
    const places = samplePlaces({ units: [unit('A', 20_000)], pieces: [piece('A', 'A', 1, 20_000)] }, nothing, baseYear)
    expect(places.get('id-A')).toMatchObject({ successors: ['A'], size: 1, turn: null, centres: 2, isWard: false })
    expect(places.get('id-A')?.population).toBeCloseTo(20_000)
  })

  test('without land on the map of the base year it is itself', () => {
    const places = samplePlaces({ units: [unit('B', null, 'Phường')], pieces: [] }, nothing, baseYear)
    expect(places.get('id-B')).toMatchObject({
      successors: ['B'],
      mix: [{ code: 'B', share: 1, isWard: true }],
      population: 60_000,
      isWard: true,
      centres: 1,
    })
  })
})

test('the heir with most of the land comes first, whatever the order', () => {
  const pieces = [piece('A', 'X', 0.3, 50_000), piece('A', 'Y', 0.7, 50_000)]
  const place = samplePlaces({ units: [unit('A', 10_000)], pieces }, nothing, 2024).get('id-A')
  expect(place?.successors).toEqual(['Y', 'X'])
  expect(place?.turn).toBe(0)
  expect(place?.centres).toBe(1)
})

test('fewer people lived there in a year before, and none is lost after', () => {
  const of = { units: [unit('A', 20_000)], pieces: [piece('A', 'A', 1, 20_000)] }
  const [before = 0, base = 0, after = 0] = [2021, baseYear, 2030].map(
    (year) => samplePlaces(of, nothing, year).get('id-A')?.population,
  )
  expect(before).toBeLessThan(base)
  expect(after).toBe(base)
})

test('places made into one add up to it, and shares of a mix to one', () => {
  const people = fc.integer({ min: 500, max: 80_000 })
  fc.assert(
    fc.property(fc.array(people, { minLength: 1, maxLength: 8 }), people, (populations, whole) => {
      const units = populations.map((population, index) => unit(`U${index}`, population))
      const pieces = units.map(({ code }) => piece(code, 'X', 1, whole))
      const places = [...samplePlaces({ units, pieces }, nothing, baseYear).values()]
      const sum = places.reduce((total, { population }) => total + population, 0)
      expect(sum).toBeCloseTo(whole, 3)
      expect(places.reduce((total, { size }) => total + size, 0)).toBeCloseTo(1, 6)
      for (const { mix } of places) expect(mix.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 9)
    }),
    { numRuns: 30 },
  )
})
