/** Sample amounts as typed cells: grouped as Vietnamese groups them, and refused where a form asks what no sample has. */
import { expect, test } from 'vitest'
import type { FormRow } from '../forms/forms.model.ts'
import { sampleCells } from './sample-cells.rules.ts'
import type { SamplePlace } from './sample-places.rules.ts'

const place: SamplePlace = {
  code: '00004',
  kind: 'commune',
  population: 42_000,
  isWard: false,
  successors: ['00004'],
  mix: [{ code: '00004', share: 1, isWard: false }],
  size: 1,
  turn: null,
  centres: 3,
  communes: 126,
}
const words = { vi: '', en: '' }
const row = (measure: string, category = 'total'): FormRow => ({
  ...{ section: 'x', measure, category, name: words, part: null, disjoint: true, explanation: words, unit: words },
  ...{ unitCode: 'people', kind: 'count', clock: 'year', atMost: null, highest: null, required: true },
})

test('what is typed is read as its amount', () => {
  const rows = [row('citizens_18_plus'), row('literate_level1_15_60', 'sex:female'), row('centres_total')]
  const cells = sampleCells(place, { audience: 'commune', rows }, 2025)
  expect(cells.map(({ measure }) => measure)).toEqual(['citizens_18_plus', 'literate_level1_15_60', 'centres_total'])
  for (const { entry, amount } of cells) expect(Number(entry.replaceAll('.', ''))).toBe(amount)
  expect(cells[0]?.entry).toMatch(/^\d{2}\.\d{3}$/)
  expect(cells[2]).toMatchObject({ entry: '3', amount: 3, language: 'vi', version: 1 })
})

test('a form of somebody else, or a row without a sample, is told at once', () => {
  expect(() => sampleCells(place, { audience: 'school', rows: [] }, 2025)).toThrow('no sample of the form of a school')
  expect(() => sampleCells(place, { audience: 'commune', rows: [row('unheard_of')] }, 2025)).toThrow('unheard_of')
})

test('figures that the checks of the form refuse are no sample', () => {
  const rows = [{ ...row('centres_total'), kind: 'yes-no' as const }]
  expect(() => sampleCells(place, { audience: 'commune', rows }, 2025)).toThrow('not-yes-no')
})
