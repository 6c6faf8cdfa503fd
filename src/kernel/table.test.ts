/** Headings of tables: in any case, with or without tones, never with others; and the row in which they stand. */
import { describe, expect, test } from 'vitest'
import { columnName, columnOf, columnsHeaded, columnsTwice, headIn, nearestHead } from './table.ts'

const columns = [
  { key: 'code', headings: ['Mã', 'code'], isNeeded: true },
  { key: 'ban', headings: ['Ban'] },
  { key: 'copy', headings: ['Bản'] },
  { key: 'table', headings: ['Bàn'] },
  { key: 'old', headings: ['ma cu'] },
]

describe('a heading', () => {
  test.each([
    ['Mã', 'code'],
    ['  MÃ ', 'code'],
    ['ma', 'code'],
    ['Mã'.normalize('NFD'), 'code'],
    ['Má', undefined],
    ['Bản', 'copy'],
    ['BÀN', 'table'],
    // Without tones it is exactly one of them.
    ['ban', 'ban'],
    // Declared without tones, it takes every tone.
    ['Mã cũ', 'old'],
    ['Mà_cu', 'old'],
    ['', undefined],
    ['constructor', undefined],
  ])('“%s”', (heading, key) => {
    expect(columnOf(columns, heading)?.key).toBe(key)
  })

  test('without tones is nobody’s where it could be several', () => {
    expect(columnOf(columns.slice(2), 'ban')).toBeUndefined()
  })

  test('is exact where that is asked', () => {
    expect(columnsHeaded(columns, 'bản').map(({ key }) => key)).toEqual(['copy'])
    expect(columnsHeaded(columns, 'ma')).toEqual([])
  })
})

describe('the row of headings', () => {
  test('is the first that names every column needed', () => {
    const rows = [['Danh sách'], ['Ban', 'x'], ['Ban', 'x', 'Mã'], ['code']]
    expect(headIn(rows, columns)).toEqual({ place: 2, keys: ['ban', undefined, 'code'] })
    expect(headIn(rows, columns, 2)).toBeUndefined()
  })

  test('or nearly: what lacks is named', () => {
    expect(nearestHead([['x'], ['Ban', 'Bản'], ['Ban']], columns)).toEqual({ place: 1, missing: ['code'], count: 2 })
    expect(nearestHead([['x']], columns)).toBeUndefined()
  })

  test('names a column once', () => {
    expect(columnsTwice(['a', undefined, 'b', 'a', undefined])).toEqual(['a'])
  })
})

test('a column without a heading is called by its letters', () => {
  expect([columnName('', 27), columnName('Ghi chú', 0)]).toEqual(['AB', 'Ghi chú'])
})
