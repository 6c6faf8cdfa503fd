/** Single cells of a typed row: what they say, or a problem at their row and field. */
import { describe, expect, test } from 'vitest'
import type { Field, RowEntry } from './entries.model.ts'
import { problems } from './entries.texts.ts'
import { number, type Row, share, unitCode, word } from './entry-cells.rules.ts'
import { indexOf } from './entry-units.rules.ts'
import { partOf } from './entry-words.rules.ts'

const ground = {
  units: [{ code: '00004', type: 'Xã', name: 'Xã Đồi', kind: 'commune', parentCode: '01' }],
  kinds: [{ code: 'commune', tree: 'place' as const, names: ['Cấp xã'] }],
  opened: new Set<string>(),
}
function rowOf(cells: RowEntry): Row {
  return { place: 7, cells, ground, index: indexOf(ground), opened: new Set(['99001']), problems: [] }
}
/** What a cell is read as, and the problems as `code field`. */
function read(cells: RowEntry, of: (row: Row) => unknown) {
  const row = rowOf(cells)
  const value = of(row)
  for (const { path } of row.problems) expect(path?.slice(0, 2)).toEqual(['rows', 7])
  return [value, ...row.problems.map(({ code, path }) => `${code.split('.')[1]} ${path?.[2]}`)]
}

describe('a number', () => {
  test.each<[Field, string, unknown[]]>([
    ['area_km2', '', [null]],
    ['area_km2', '3,5', [3.5]],
    ['area_km2', '0', [0]],
    ['area_km2', 'nhỏ', [null, 'notNumber area_km2']],
    ['area_km2', '12.345', [null, 'numberDoubtful area_km2']],
    ['lon', '105.845', [105.845]],
    ['lat', '21,123', [21.123]],
  ])('%s “%s”', (field, entry, result) => {
    expect(read({ [field]: entry }, (row) => number(row, field))).toEqual(result)
  })
})

test.each<[string, unknown[]]>([
  ['', [null]],
  ['0', [0]],
  ['1', [1]],
  ['100%', [1]],
  ['1,01', [1.01, 'shareOutside share']],
  ['-0,1', [-0.1, 'shareOutside share']],
  ['nửa', [null, 'notNumber share']],
])('a share “%s”', (entry, result) => {
  expect(read({ share: entry }, share)).toEqual(result)
})

describe('a unit', () => {
  test.each<[string, 'before' | 'after', unknown[]]>([
    ['', 'before', [undefined, 'cellMissing from']],
    ['xã đồi', 'before', ['00004']],
    ['99001', 'before', [undefined, 'noSuchUnit from']],
    ['99001', 'after', ['99001']],
    ['4', 'after', [undefined, 'zerosLost from']],
  ])('“%s” %s the day', (entry, side, result) => {
    expect(read({ from: entry }, (row) => unitCode(row, 'from', side))).toEqual(result)
  })
})

test.each<[string, unknown[]]>([
  ['', [undefined]],
  ['Toàn bộ', ['full']],
  ['nửa', [undefined, 'notNumber part']],
])('one of a few words: “%s”', (entry, result) => {
  expect(read({ part: entry }, (row) => word(row, 'part', partOf, (params) => problems.notNumber(params)))).toEqual(
    result,
  )
})
