/** Reference systems: those that are named, and those that numbers look like. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFields, misplaced, wrongReference } from './reference-systems.rules.ts'

const named = (name: string) => ({ crs: { type: 'name', properties: { name } } })

describe('a file that names', () => {
  test.each([
    ['nothing', {}],
    ['null', { crs: null }],
    ['the register’s number of WGS84', named('EPSG:4326')],
    ['its URN', named('urn:ogc:def:crs:EPSG::4326')],
    ['its URN with a version', named('urn:ogc:def:crs:EPSG:9.8:4326')],
    ['WGS84 with heights', named('urn:ogc:def:crs:EPSG::4979')],
    ['CRS84', named('urn:ogc:def:crs:OGC:1.3:CRS84')],
    ['CRS84h', named('OGC:CRS84h')],
    ['WGS 84', named('WGS 84')],
    ['GCS_WGS_1984', named('GCS_WGS_1984')],
    ['a code', { crs: { type: 'EPSG', properties: { code: 4326 } } }],
    ['a name alone', { crs: 'EPSG:4326' }],
  ])('%s is in place', (_, holder) => {
    expect(wrongReference(holder)).toBeUndefined()
  })

  test.each<[object, string, string]>([
    [named('urn:ogc:def:crs:EPSG::3405'), 'metres', 'urn:ogc:def:crs:EPSG::3405'],
    [named('EPSG:9210'), 'metres', 'EPSG:9210'],
    [named('EPSG:5897'), 'metres', 'EPSG:5897'],
    [named('EPSG:4756'), 'degrees', 'EPSG:4756'],
    [named('VN-2000'), 'degrees', 'VN-2000'],
    [named('VN_2000_UTM_zone_48N'), 'metres', 'VN_2000_UTM_zone_48N'],
    [named('VN2000 / TM-3 múi 105'), 'metres', 'VN2000 / TM-3 múi 105'],
    [named('EPSG:3857'), 'other', 'EPSG:3857'],
    [{ crs: { type: 'EPSG', properties: { code: 3405 } } }, 'metres', 'EPSG:3405'],
    [
      { crs: { type: 'link', properties: { href: 'https://example.org/crs/32648' } } },
      'other',
      'https://example.org/crs/32648',
    ],
    [{ crs: {} }, 'other', 'crs'],
    [{ crs: 7 }, 'other', 'crs'],
    [{ crs: { properties: {} } }, 'other', 'crs'],
  ])('%j is told as %s', (holder, system, name) => {
    const problem = wrongReference({ ...holder })
    expect(problem).toMatchObject({ code: 'organisation.wrongReference', params: { system, name } })
  })

  test('something very long is named in short', () => {
    expect(String(wrongReference(named('x'.repeat(10_000)))?.params?.name)).toHaveLength(100)
  })
})

describe('a position', () => {
  test.each([
    ['in Hà Nội', 105.85, 21.03, undefined],
    ['on Trường Sa', 111.9, 8.6, undefined],
    ['with latitude first', 21.03, 105.85, 'swapped'],
    ['in Paris', 2.35, 48.86, 'outside'],
    ['nowhere', 0, 0, 'outside'],
    ['in metres of VN-2000', 588_000, 2_325_000, 'projected metres'],
    ['in metres, northing first', 2_325_000, 588_000, 'projected metres'],
    ['in metres of web maps', 11_780_000, 2_395_000, 'projected mercator'],
    ['in other numbers', 5000, 5000, 'projected other'],
    ['in numbers of no map', 1e9, 21, 'hugeNumber'],
  ])('%s', (_, lon, lat, expected) => {
    const problem = misplaced(lon, lat, '1')
    const system = problem?.params?.system
    const word = problem && [problem.code.replace('organisation.', ''), ...(system ? [system] : [])].join(' ')
    expect(word).toBe(expected)
  })

  test('is in place exactly where Vietnam is, whatever its numbers', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (lon, lat) => {
        const isThere = lon >= 102 && lon <= 118 && lat >= 6 && lat <= 24
        expect(misplaced(lon, lat, '1') === undefined).toBe(isThere)
      }),
    )
    fc.assert(
      fc.property(
        fc.double({ min: 102, max: 118, noNaN: true }),
        fc.double({ min: 6, max: 24, noNaN: true }),
        (lon, lat) => {
          expect(misplaced(lon, lat, '1')).toBeUndefined()
          expect(misplaced(lat, lon, '1')?.code).toBe('organisation.swapped')
        },
      ),
    )
  })
})

test.each<[unknown, boolean]>([
  [{}, true],
  [[], false],
  [null, false],
  ['x', false],
  [undefined, false],
])('%j has fields: %s', (value, expected) => {
  expect(isFields(value)).toBe(expected)
})
