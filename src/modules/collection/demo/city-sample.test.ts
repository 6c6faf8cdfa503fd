/** Sample figures of the city's form: of a part never more than its whole, and the same at every start. */
import { describe, expect, test } from 'vitest'
import { cityAmounts } from './city-sample.rules.ts'
import type { SamplePlace } from './sample-places.rules.ts'

const city: SamplePlace = {
  code: '01',
  kind: 'city',
  population: 8_700_000,
  isWard: false,
  successors: ['01'],
  mix: [{ code: '01', share: 1, isWard: false }],
  size: 1,
  turn: null,
  centres: 1,
  communes: 126,
}

describe.each([2021, 2024, 2025, 2030])('in %d', (year) => {
  const amounts = cityAmounts(city, year)
  const of = (measure: string) => amounts.get(measure) ?? Number.NaN

  test('every figure is a whole number that is not negative', () => {
    expect([...amounts].filter(([, amount]) => !Number.isInteger(amount) || amount < 0)).toEqual([])
  })

  test.each([
    ['learning_citizens_in_communities', 'working_people_in_communities'],
    ['learning_residential_groups', 'residential_groups_total'],
    ['public_schools', 'preschools_and_general_schools'],
    ['public_schools_national_standard', 'public_schools'],
    ['schools_national_standard', 'preschools_and_general_schools'],
    ['school_age_enrolled', 'school_age_population'],
    ['trained_workers_certificate', 'trained_workers'],
    ['vocational_trainees', 'labour_force'],
  ])('%s are of %s', (part, whole) => {
    expect(of(part)).toBeLessThanOrEqual(of(whole))
    expect(of(part)).toBeGreaterThan(0)
  })
})

test('an association for each commune; what began with the base year is not there before', () => {
  expect(cityAmounts(city, 2024).get('commune_associations')).toBe(126)
  expect([2024, 2025].map((year) => cityAmounts(city, year).get('university_digital_met'))).toEqual([0, 1])
})

test('the same place has the same figures at every start, another has others', () => {
  expect(cityAmounts(city, 2025)).toEqual(cityAmounts(city, 2025))
  expect(cityAmounts({ ...city, mix: [{ code: '48', share: 1, isWard: false }] }, 2025)).not.toEqual(
    cityAmounts(city, 2025),
  )
})
