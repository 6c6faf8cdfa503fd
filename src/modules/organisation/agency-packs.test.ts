/** Agencies of a pack and of the tree in one shape, and the changes from one to the other. */
import { expect, test } from 'vitest'
import { agenciesOfPack, agenciesOfTree, changesToAgency } from './agency-packs.rules.ts'
import type { Life } from './decisions/changes.model.ts'

const today = '2026-11-28'
const row = { name: 'Sở A', type: 'department', parent: '01', validTo: null }

test('what moved stands under the parent it moved to last', () => {
  const agency = {
    code: 'A',
    nameVi: 'Sở A',
    type: 'department',
    parent: null,
    seat: '01',
    validFrom: null,
    validTo: null,
  }
  const moves = [
    { on: '2025-07-01', agency: 'A', parent: 'C' },
    { on: '2025-03-01', agency: 'A', parent: 'B' },
  ]
  expect(agenciesOfPack({ agencies: [agency], successions: [], moves: [] }).get('A')).toEqual(row)
  expect(agenciesOfPack({ agencies: [agency], successions: [], moves }).get('A')?.parent).toBe('C')
})

test('of the tree the last version counts, and of a code used again the last unit', () => {
  const nowhere = { areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null, source: 'x' }
  const version = (name: string, parentId: string | null, validFrom = '-infinity') => {
    return { validFrom, validTo: 'infinity', name, fullName: name, type: 'department', parentId, ...nowhere }
  }
  const life = (id: string, code: string, more: Partial<Life>): Life => {
    return { id, code, kind: 'agency', openedOn: '-infinity', closedOn: 'infinity', versions: [], ...more }
  }
  const lives = [
    life('3', 'A', { openedOn: '2025-03-01', versions: [version('Sở A', '1')] }),
    life('2', 'A', { closedOn: '2025-03-01', versions: [version('Cũ', '1')] }),
    life('1', '01', { kind: 'city', versions: [version('Hà Nội', null)] }),
    life('4', 'B', { closedOn: '2026-01-01', versions: [version('B', '1'), version('Sở B', '3', '2025-01-01')] }),
  ]
  expect(Object.fromEntries(agenciesOfTree(lives))).toEqual({
    B: { name: 'Sở B', type: 'department', parent: 'A', validTo: '2026-01-01' },
    A: row,
  })
})

const kindsOf = (
  pack: typeof row | { validTo: string | null } | undefined,
  own: typeof row | undefined,
  validFrom: string | null = null,
) => {
  const wanted = pack && { ...row, ...pack }
  return changesToAgency('A', { pack: wanted, own, validFrom, today }).map(([on, { kind }]) => `${on} ${kind}`)
}

test('changes, each with its day', () => {
  expect(kindsOf(row, undefined)).toEqual([`${today} open`])
  expect(kindsOf(row, undefined, '2026-01-01')).toEqual(['2026-01-01 open'])
  expect(kindsOf({ validTo: '2027-01-01' }, undefined)).toEqual([`${today} open`, '2027-01-01 close'])
  expect(kindsOf({ validTo: '2020-01-01' }, undefined)).toEqual([])
  expect(kindsOf({ ...row, name: 'B', type: 'office', parent: 'C' }, row)).toEqual(
    ['rename', 'retype', 'move'].map((kind) => `${today} ${kind}`),
  )
  expect(kindsOf({ validTo: '2026-01-01' }, row)).toEqual(['2026-01-01 close'])
  expect(kindsOf(undefined, row)).toEqual([`${today} close`])
  expect(kindsOf(undefined, { ...row, validTo: '2026-01-01' as never })).toEqual([])
})
