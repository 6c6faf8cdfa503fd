/** Which values stand behind a report: those compared with are of the very units that gave this year's. */
import { expect, test } from 'vitest'
import type { ReportInputs } from './facts.model.ts'
import { comparedValues, together, usedRows } from './value-sources.rules.ts'

const at = {
  year: 2025,
  treeOn: '2026-12-31',
  cityCode: '01',
  codes: new Map([
    ['u1', '00004'],
    ['u2', '00007'],
  ]),
}
const former = (id: string, unitId: string, amount: number) => ({ id, unitId, measure: 'a', amount })
const total = (source: string | null) => ({ a: { amount: 5, source, isSample: false } })
const given = {
  now: [{ unitId: 'u1', measure: 'a' }],
  before: [former('v1', 'u1', 5), former('v2', 'u2', 7)],
  published: [{ id: 'p1', measure: 'a', amount: 50 }],
}
const base = { subject: 'a', year: 2025, on: '2026-12-31' }

test('a sum is of the units that gave the measure this year, a publication of the city', () => {
  expect(comparedValues({ ...given, totals: total(null) }, at)).toEqual([
    { ...base, use: 'compared', values: { '00004': { id: 'v1', amount: 5 } } },
  ])
  expect(comparedValues({ ...given, totals: total('Niên giám') }, at)).toEqual([
    { ...base, use: 'published', values: { '01': { id: 'p1', amount: 50 } } },
  ])
  expect(comparedValues({ ...given, published: [], totals: total('Niên giám') }, at)).toEqual([])
  expect(comparedValues({ ...given, totals: {} }, at)).toEqual([])
})

test('entries of one use, subject, year and day are put together, others stay apart', () => {
  const entry = (code: string, year = 2025) => ({
    ...{ use: 'summed' as const, subject: 'a', year, on: '2026-12-31' },
    values: { [code]: { id: code, amount: 1 } },
  })
  const result = together([entry('A'), entry('B'), entry('A', 2024)])
  expect(result.map(({ year, values }) => [year, Object.keys(values)])).toEqual([
    [2025, ['A', 'B']],
    [2024, ['A']],
  ])
  expect(together(result)).toEqual(result)
})

test('one row for each value and use, however often it is used', () => {
  const used = { use: 'summed', subject: 'a', year: 2026, on: '2026-12-31', values: { A: { id: 'v1', amount: 1 } } }
  const inputs = {
    treeOn: '2026-12-31',
    submissions: [{ unitCode: 'A', values: { a: 'v1', b: 'v2' } }],
    used: [used, { ...used, subject: 'b' }],
  } as unknown as ReportInputs
  expect(usedRows(inputs).map(({ valueId, use }) => `${valueId} ${use}`)).toEqual([
    'v1 reported',
    'v2 reported',
    'v1 summed',
  ])
  expect(usedRows({ ...inputs, submissions: [], used: undefined })).toEqual([])
})
