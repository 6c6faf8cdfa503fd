/** Figures computed again from what the report kept: what was not given is asked, not counted. */
import { describe, expect, test } from 'vitest'
import { data } from '#test/worlds/report.ts'
import type { ReportInputs } from '../facts/facts.model.ts'
import { beforeGroup, provenanceOf, publishedBefore } from './figure-provenance.rules.ts'

const compared = { subject: 'events_held', year: 2025, on: '2026-12-31' }
const inputs = {
  treeOn: '2026-12-31',
  submissions: data.units.map(({ code, values }) => ({
    unitCode: code,
    values: Object.fromEntries(Object.keys(values).map((measure) => [measure, `${code} ${measure}`])),
  })),
  used: [
    { ...compared, use: 'compared', values: { 1: { id: 'old', amount: 1100 } } },
    { ...compared, use: 'published', values: { '01': { id: 'city', amount: 9 } } },
  ],
} as unknown as ReportInputs
const kept = { data, inputs }
const told = (of: string, group: string) => {
  const provenance = provenanceOf(kept, of, group)
  return provenance && [provenance.value, provenance.given, provenance.asked]
}

describe('a figure', () => {
  test.each([
    ['sum:events_held', 'communes', [1234, 2, 3]],
    ['sum:events_held', 'agencies', [6, 1, 1]],
    ['sum:events_held', 'working', [1240, 3, 4]],
    ['sum:events_held', 'all', [1240, 3, 4]],
    ['sum:events_held', 'unit 2', [34, 1, 1]],
    ['sum:events_held', 'type Phường', [1234, 2, 3]],
    ['sum:unheard_of', 'all', [null, 0, 4]],
    ['share:learning_citizens_recognised/citizens_18_plus', 'communes', [60, 2, 3]],
    ['share:learning_citizens_recognised/citizens_18_plus', 'unit 2', [null, 1, 1]],
    ['reaching:learning_citizens_recognised', 'communes', [1, 2, 3]],
    ['share:events_held', 'all', undefined],
    ['sum:events_held/x', 'all', undefined],
    ['sum:events_held', 'nobody', undefined],
    ['mean:events_held', 'all', undefined],
    ['sum:events_held', beforeGroup, [1100, 1, 1]],
    ['sum:x', beforeGroup, undefined],
    ['reaching:events_held', beforeGroup, undefined],
  ])('%s of %s', (of, group, result) => {
    expect(told(of, group)).toEqual(result)
  })

  test('a sum of all is that of its groups', () => {
    const value = (group: string) => provenanceOf(kept, 'sum:events_held', group)?.value ?? 0
    expect(value('communes') + value('agencies')).toBe(value('working'))
  })

  test('names the value of each unit, and none where none was kept', () => {
    const rows = provenanceOf(kept, 'sum:events_held', 'communes')?.units
    expect(rows?.map(({ code, numerator }) => [code, numerator?.id ?? null])).toEqual([
      ['1', '1 events_held'],
      ['2', '2 events_held'],
      ['3', null],
    ])
  })
})

test('what was published for the whole city', () => {
  expect(publishedBefore(inputs, 'events_held')).toEqual({ unit: '01', id: 'city' })
  expect(publishedBefore(inputs, 'x')).toBeUndefined()
})
