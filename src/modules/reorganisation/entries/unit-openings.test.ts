/** A new unit from a typed row: what it leaves out follows from the former units only where these agree. */
import { expect, test } from 'vitest'
import type { RowEntry } from './entries.model.ts'
import type { Row } from './entry-cells.rules.ts'
import { indexOf } from './entry-units.rules.ts'
import { newUnitOf } from './unit-openings.rules.ts'

const unit = (code: string, type: string, name: string, kind: string, parentCode: string | null) => {
  return { code, type, name: `${type} ${name}`, kind, parentCode }
}
const ground = {
  kinds: [
    { code: 'district', tree: 'place' as const, names: ['Cấp huyện', 'District'] },
    { code: 'commune', tree: 'place' as const, names: ['Cấp xã', 'Commune'] },
    { code: 'agency', tree: 'agency' as const, names: ['Cơ quan', 'Agency'] },
  ],
  units: [
    unit('001', 'Quận', 'Bắc', 'district', '01'),
    unit('002', 'Quận', 'Nam', 'district', '01'),
    unit('00004', 'Phường', 'Đông', 'commune', '001'),
    unit('00007', 'Phường', 'Tây', 'commune', '001'),
    unit('00010', 'Xã', 'Đồi', 'commune', '002'),
  ],
  opened: new Set<string>(),
}
function read(cells: RowEntry, former: readonly string[] = []) {
  const row: Row = { place: 0, cells, ground, index: indexOf(ground), opened: new Set(), problems: [] }
  const result = newUnitOf(row, former)
  return row.problems.length > 0 ? row.problems.map(({ code, path }) => [code.split('.')[1], path?.[2]]) : result
}
const measures = { areaKm2: null, areaIsEstimate: false, lon: null, lat: null, seat: null }

test.each<[string, RowEntry, readonly string[], unknown]>([
  [
    'kind and parent of its former units',
    { code: '99', name: 'phường Mới' },
    ['00004', '00007'],
    { code: '99', kind: 'commune', type: 'Phường', name: 'Mới', parent: '001', ...measures },
  ],
  [
    'a type of its own, and the kind of units of that type',
    { code: '99', name: 'Quận Mới', type: 'Quận', parent: '001' },
    [],
    { code: '99', kind: 'district', type: 'Quận', name: 'Mới', parent: '001', ...measures },
  ],
  [
    'an agency keeps its name whole',
    { code: 'SO', name: 'Sở Mới', type: 'Sở', kind: 'cơ quan', parent: '001' },
    [],
    { code: 'SO', kind: 'agency', type: 'Sở', name: 'Sở Mới', parent: '001', ...measures },
  ],
  ['former units of two parents', { code: '99', name: 'Xã Mới' }, ['00004', '00010'], [['parentsDiffer', 'parent']]],
  ['no parent at all', { code: '99', name: 'Xã Mới' }, [], [['cellMissing', 'parent']]],
  [
    'no code, no name',
    {},
    [],
    [
      ['cellMissing', 'code'],
      ['cellMissing', 'name'],
    ],
  ],
  ['a code with a space', { code: 'a b', name: 'Xã Mới' }, ['00004'], [['badCode', 'code']]],
  ['a type that nobody knows', { code: '99', name: 'Trấn Mới' }, ['00004'], [['typeUnknown', 'type']]],
  ['a kind that nobody knows', { code: '99', name: 'Xã Mới', kind: 'bậc' }, ['00004'], [['kindUnknown', 'kind']]],
])('%s', (_, cells, former, result) => {
  expect(read(cells, former)).toEqual(result)
})
