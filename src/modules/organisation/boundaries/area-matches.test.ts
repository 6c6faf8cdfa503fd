/** Which property of a file holds what, what its values come to, and how names and areas are compared. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alike, areaDifference, codesToTry, columnsOf, compareNames, textOf } from './area-matches.rules.ts'
import type { Area } from './geojson.rules.ts'

function areasOf(...rows: Readonly<Record<string, unknown>>[]): Area[] {
  return rows.map((properties, index) => ({ number: index + 1, properties, shape: [] }))
}

const columns = (row: object, given: { code?: string; name?: string } = {}) => columnsOf(areasOf({ ...row }), given)

describe('properties are known by their usual names', () => {
  test.each<[object, object]>([
    [
      { ma_xa: 1, ten_xa: 2 },
      { code: 'ma_xa', name: 'ten_xa' },
    ],
    [
      { MaXa: 1, TenXa: 2 },
      { code: 'MaXa', name: 'TenXa' },
    ],
    [
      { 'Mã xã': 1, 'Tên xã': 2 },
      { code: 'Mã xã', name: 'Tên xã' },
    ],
    [
      { a03_ten: 1, a01_ma: 2 },
      { name: 'a03_ten', code: 'a01_ma' },
    ],
    [
      { code: 1, id: 2, name: 3 },
      { code: 'code', codes: ['code', 'id'], name: 'name' },
    ],
    [
      { NAME_3: 1, TYPE_3: 2, NAME_2: 3, NAME_1: 4 },
      { name: 'NAME_3', type: 'TYPE_3', above: 'NAME_2', province: 'NAME_1' },
    ],
    [
      { ten: 1, ma_huyen: 2 },
      { code: undefined, aboveCode: 'ma_huyen' },
    ],
    // Areas called by the name of a district are districts: their own code is the district's.
    [
      { ten_huyen: 1, ma_huyen: 2 },
      { code: 'ma_huyen', name: 'ten_huyen', above: undefined, aboveCode: undefined },
    ],
    [{ shape: 1 }, { code: undefined, name: undefined, codes: [], all: ['shape'] }],
  ])('%j', (row, expected) => {
    expect(columns(row)).toMatchObject(expected)
  })

  test('told ones are taken as told, and are not there where no area has them', () => {
    const row = { ma_xa: 1, khac: 2, ten: 3 }
    expect(columns(row, { code: 'khac' })).toMatchObject({ code: 'khac', isCodeTold: true, codes: [] })
    expect(columns(row, { code: 'none', name: 'none' })).toMatchObject({ code: undefined, name: undefined })
  })

  test('a property that most areas lack is no column, though it can be told', () => {
    const areas = areasOf({ ten: 1, ma_xa: 1 }, { ten: 2 }, { ten: 3 })
    expect(columnsOf(areas, {})).toMatchObject({ code: undefined, name: 'ten', all: ['ten', 'ma_xa'] })
    expect(columnsOf(areas, { code: 'ma_xa' }).code).toBe('ma_xa')
  })
})

test.each<[unknown, string]>([
  [4, '4'],
  [4.5, ''],
  [Number.NaN, ''],
  ['  Ba   Đình ', 'Ba Đình'],
  ['\u00d0an', 'Đan'],
  ['\u00f0an', 'đan'],
  [null, ''],
  [true, ''],
  [{ ten: 'a' }, ''],
  ['x'.repeat(1000), 'x'.repeat(500)],
])('the text of %j', (value, text) => {
  expect(textOf(value)).toBe(text)
})

test.each([
  ['00004', ['00004']],
  ['4', ['4', '00004', '004', '04']],
  ['4.0', ['4.0', '4', '00004', '004', '04']],
  ['12345', ['12345']],
  ['4.5', ['4.5']],
  ['SGDDT', ['SGDDT']],
  ['', ['']],
])('the code %j may be %j', (code, expected) => {
  expect(codesToTry(code)).toEqual(expected)
})

describe('a name in the file beside that of the unit', () => {
  const badinh = { name: 'Ba Đình', fullName: 'Phường Ba Đình' }
  test.each([
    ['Phường Ba Đình', badinh, 'same'],
    ['BA ĐÌNH', badinh, 'same'],
    ['Ba Dinh', badinh, 'same'],
    ['Quận Ba Đình', badinh, 'same'],
    ['Ba Đinh', badinh, 'near'],
    ['Ba Đìn', badinh, 'near'],
    ['Hoàn Kiếm', badinh, 'other'],
    ['Thịnh Hoà', { name: 'Thịnh Hòa', fullName: 'Xã Thịnh Hòa' }, 'same'],
    ['Tản Lĩnh', { name: 'Tân Lĩnh', fullName: 'Xã Tân Lĩnh' }, 'near'],
    ['Phường 1', { name: '1', fullName: 'Phường 1' }, 'same'],
    ['Phường 12', { name: '1', fullName: 'Phường 1' }, 'other'],
  ] as const)('%j', (inFile, unit, expected) => {
    expect(compareNames(inFile, unit)).toBe(expected)
  })
})

describe('likeness of two names', () => {
  test.each([
    ['ba dinh', 'ba dinh', 1],
    ['badinh', 'ba dinh', 1],
    ['aaaa', 'aa', 0.5],
    ['ab', 'cd', 0],
    ['', '', 0],
    ['a', 'a', 0],
  ])('%j and %j: %d', (one, other, expected) => {
    expect(alike(one, other)).toBe(expected)
  })

  test('goes both ways, from nothing to one', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 })
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(alike(one, other)).toBe(alike(other, one))
        expect(alike(one, other)).toBeGreaterThanOrEqual(0)
        expect(alike(one, other)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

test.each([
  [100, 100, undefined],
  [104, 100, undefined],
  [106, 100, 0.06],
  [50, 100, 0.5],
  [300, 100, 2],
  [5, null, undefined],
  [5, 0, undefined],
])('%d km² measured of %s: %s', (measured, official, expected) => {
  const difference = areaDifference(measured, official)
  if (expected === undefined) expect(difference).toBeUndefined()
  else expect(difference).toBeCloseTo(expected, 10)
})
