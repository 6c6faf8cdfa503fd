/** Files of boundaries examined: what is wrong with each area, whose it is, how it measures; broken texts never break the reader. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codesToTry, columnsOf, compareNames } from './area-matches.rules.ts'
import type { Place, Position, Ring, Shape } from './boundaries.model.ts'
import { missing } from './boundary-findings.rules.ts'
import { examine } from './examination.rules.ts'
import { readAreas } from './geojson.rules.ts'
import { areaKm2, crossesItself, ringKm2, turned } from './shape-measures.rules.ts'

/** A square of `size` degrees with its south-west corner there, clockwise. */
function square(lon: number, lat: number, size: number): [number, number][] {
  return [
    [lon, lat],
    [lon, lat + size],
    [lon + size, lat + size],
    [lon + size, lat],
    [lon, lat],
  ]
}

function feature(properties: unknown, coordinates: unknown, type = 'Polygon') {
  return { type: 'Feature', properties, geometry: { type, coordinates } }
}

function fileOf(features: unknown[], more: object = {}): string {
  return JSON.stringify({ type: 'FeatureCollection', ...more, features })
}

function place(code: string, name: string, areaKm2: number | null = null, areaIsEstimate = false): Place {
  const kindName = { vi: 'Cấp xã', en: 'Commune' }
  const days = { from: '2025-07-01', to: 'infinity' }
  return {
    id: code,
    code,
    kind: 'commune',
    kindName,
    name,
    fullName: `Phường ${name}`,
    areaKm2,
    areaIsEstimate,
    ...days,
  }
}

const places = [place('00004', 'Ba Đình', 115), place('00008', 'Ngọc Hà'), place('00025', 'Giảng Võ', 10, true)]
const good = feature({ ma_xa: '00004', ten: 'P. Ba Dinh' }, [square(105.8, 21, 0.1)])

function examined(features: unknown[], more: object = {}) {
  return examine(fileOf(features, more), { on: '2026-01-01', places })
}
function found(features: unknown[], more: object = {}) {
  return examined(features, more).findings.map(
    ({ severity, code }) => `${severity} ${code.replace('organisation.', '')}`,
  )
}

describe('areas', () => {
  // A degree of the ellipsoid: 111.32 km of longitude at the equator, 110.57 to 111.69 km of latitude.
  test.each<[string, Shape, number]>([
    ['a cell at the equator', [[square(105, 0, 1)]], 12_308.8],
    ['a cell at 21° north', [[square(105, 21, 1)]], 11_477.1],
    ['a cell with a hole', [[square(105, 21, 1), square(105.4, 21.4, 0.1)]], 11_477.1 - 114.75],
    ['two islands', [[square(105, 21, 0.1)], [square(106, 21, 0.1)]], 2 * 115.1],
    ['nothing', [], 0],
  ])('%s', (_, shape, expected) => {
    expect(Math.abs(areaKm2(shape) - expected)).toBeLessThanOrEqual(expected * 0.005)
    const backwards = shape.map((polygon) => polygon.map((ring) => ring.toReversed()))
    expect(areaKm2(backwards)).toBeCloseTo(areaKm2(shape), 6)
  })

  test('do not depend on where the ring begins', () => {
    const ring = square(105.8, 21, 0.05).slice(0, 4)
    const shifted = [2, 3, 0, 1, 2].map((index): Position => ring[index] ?? [0, 0])
    expect(ringKm2(shifted)).toBeCloseTo(ringKm2(square(105.8, 21, 0.05)), 9)
  })
})

describe('winding', () => {
  const outer = square(105, 21, 1)
  const hole = square(105.4, 21.4, 0.1)
  test.each<[string, Ring[], boolean]>([
    ['clockwise outside, the other way inside', [outer, hole.toReversed()], false],
    ['as GeoJSON says', [outer.toReversed(), hole], true],
    ['both clockwise', [outer, hole], true],
  ])('%s', (_, polygon, isTurned) => {
    const result = turned([polygon])
    expect(result.isTurned).toBe(isTurned)
    expect(result.shape[0]?.map((ring) => Math.sign(ringKm2(ring)))).toEqual([1, -1])
  })
})

describe('crossing', () => {
  const bow: Ring = [
    [105, 21],
    [106, 22],
    [106, 21],
    [105, 22],
    [105, 21],
  ]
  test.each<[string, Ring, boolean]>([
    ['a square', square(105, 21, 1), false],
    ['a bow tie', bow, true],
    ['a corner that touches', [...square(105, 21, 1).slice(0, 4), [105, 21], [104, 20], [104, 21], [105, 21]], false],
  ])('%s', (_, ring, expected) => {
    expect(crossesItself([[ring]])).toBe(expected)
  })

  test('a ring made to be slow is given up, not waited for', () => {
    const comb = Array.from({ length: 40_000 }, (_, index): Position => [index % 2 ? 106 : 105, 10 + index * 1e-5])
    const start = performance.now()
    crossesItself([[[...comb, comb[0] ?? [0, 0]]]])
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

describe('names', () => {
  const unit = { name: 'Văn Miếu - Quốc Tử Giám', fullName: 'Phường Văn Miếu - Quốc Tử Giám' }
  test.each([
    ['Văn Miếu – Quốc Tử Giám', 'same'],
    ['P. Van Mieu Quoc Tu Giam', 'same'],
    ['Phường Văn Miếu-Quốc Tử Giám', 'same'],
    ['Văn Miếu', 'near'],
    ['Văn Miến - Quốc Tử Giám', 'near'],
    ['Trúc Bạch', 'other'],
  ])('%s is %s', (name, expected) => {
    expect(compareNames(name, unit)).toBe(expected)
  })

  test.each([
    ['Phường 1', 'Phường 12', 'other'],
    ['Xã Kim Chung', 'Thị trấn Kim Chung', 'same'],
    ['Thị xã Sơn Tây', 'Thị xã Sơn Tây', 'same'],
  ])('%s beside %s is %s', (name, fullName, expected) => {
    expect(compareNames(name, { name: fullName.replace(/^\S+ /, ''), fullName })).toBe(expected)
  })
})

describe('properties', () => {
  const areas = (properties: object) => [{ number: 1, properties: { ...properties }, shape: [] }]
  test.each([
    [{ code: '1', name: 'a' }, 'code', 'name'],
    [{ MA_XA: '1', TEN_XA: 'a' }, 'MA_XA', 'TEN_XA'],
    [{ maXa: '1', tenXa: 'a' }, 'maXa', 'tenXa'],
    [{ GSO_CODE: 1, Tên: 'a' }, 'GSO_CODE', 'Tên'],
    [{ id: '1', shape_area: 3 }, 'id', undefined],
    [{ shape_area: 3 }, undefined, undefined],
  ])('%j', (properties, code, name) => {
    expect(columnsOf(areas(properties), {})).toMatchObject({ code, name })
  })

  test('are taken as told, if they are there', () => {
    const both = areas({ code: '1', khoa: '2' })
    expect(columnsOf(both, { code: 'khoa' }).code).toBe('khoa')
    expect(columnsOf(both, { code: 'nothing' }).code).toBeUndefined()
  })

  test('codes that lost their noughts are found', () => {
    expect(codesToTry('4')).toContain('00004')
    expect(codesToTry('SGDDT')).toEqual(['SGDDT'])
  })
})

describe('a file', () => {
  const ring = square(105.8, 21, 0.1)
  const at = (coordinates: unknown, properties: object = { code: '00004' }) => [feature(properties, coordinates)]
  test.each<[string, string[], unknown[], object?]>([
    ['nothing in it', ['error boundariesEmpty'], []],
    ['another reference system', ['error wrongReference'], [good], { crs: { properties: { name: 'EPSG:3405' } } }],
    ['no feature', ['error badFeature'], [7]],
    ['a point', ['error notAnArea'], [feature({ code: '1' }, [105, 21], 'Point')]],
    ['no geometry', ['error noShape'], [{ type: 'Feature', properties: {}, geometry: null }]],
    ['words for numbers', ['error badPositions'], at([[['a', 'b']]])],
    ['three positions', ['error shortRing'], at([ring.slice(0, 3)])],
    ['a ring left open', ['error openRing'], at([ring.slice(0, 4)])],
    ['latitude first', ['error swapped'], at([ring.map(([lon, lat]) => [lat, lon])])],
    ['metres', ['error projected'], at([ring.map(([lon, lat]) => [lon * 5000, lat * 111_000])])],
    ['another country', ['error outside'], at([square(2, 48, 0.1)])],
    ['no surface', ['error flat'], at([ring.map(([, lat]) => [105.8, lat])])],
    ['no polygons', ['error flat'], [feature({ code: '00004' }, [], 'MultiPolygon')]],
    ['no property with a code', ['error noCodeProperty'], at([ring], { colour: 'red' })],
    [
      'a feature without its code',
      ['error noCode'],
      [good, feature({ ma_xa: '00008' }, [ring]), feature({ ten: 'x' }, [ring])],
    ],
    ['an unknown unit', ['error noSuchUnit'], at([ring], { code: '99999' })],
    ['a unit twice', ['error twice'], [good, good]],
    ['a reused code', ['error otherName'], at([ring], { code: '00004', name: 'Trúc Bạch' })],
  ])('%s', (_, expected, features, more) => {
    expect(found(features, more).filter((each) => each.startsWith('error'))).toEqual(expected)
  })

  test.each<[string, string[], unknown]>([
    ['as it should be', [], good],
    ['a code that is a number', [], feature({ code: 4 }, [ring])],
    ['a third coordinate', [], feature({ code: '00004' }, [ring.map((each) => [...each, 12])])],
    ['rings the other way', ['note turnedRings'], feature({ code: '00004' }, [ring.toReversed()])],
    ['a slip in the name', ['warning nearName'], feature({ code: '00004', name: 'Ba Đinhh' }, [ring])],
    ['another area', ['warning areaDiffers'], feature({ code: '00004' }, [square(105.8, 21, 0.11)])],
    ['another area than estimated', ['warning areaDiffersFromEstimate'], feature({ code: '00025' }, [ring])],
    [
      'a crossing',
      ['warning crossing'],
      feature({ code: '00008' }, [[ring[0], ring[2], ring[1], [105.95, 21.02], ring[0]]]),
    ],
  ])('%s', (_, expected, one) => {
    const { findings, boundaries } = examined([one])
    expect(boundaries).toHaveLength(1)
    const told = findings.filter(({ code }) => !code.endsWith('without'))
    expect(told.map(({ severity, code }) => `${severity} ${code.replace('organisation.', '')}`)).toEqual(expected)
  })

  test('says both areas, in the reader’s numbers, and whom it leaves out', () => {
    const { findings } = examined([feature({ code: '00004' }, [square(105.8, 21, 0.11)])])
    expect(findings.map(({ words }) => words.vi)).toEqual([
      'Phường Ba Đình: ranh giới đo được 139,2 km², diện tích chính thức 115,0 km² (lệch 21%).',
      '2 trên 3 đơn vị cùng cấp không có trong tệp: Phường Ngọc Hà, Phường Giảng Võ.',
    ])
  })

  test('of many who are left out it names twelve, and ends with one mark', () => {
    const places = Array.from({ length: 14 }, (_, at) => place(String(10_000 + at), `Số ${at}`))
    const [finding] = missing([{ place: places[0] as Place, shape: [] } as never], places)
    expect(finding?.words.vi).toMatch(/^13 trên 14 đơn vị .*, Phường Số 12, …$/)
  })

  test.each([
    ['', 'boundariesNotJson'],
    ['{', 'boundariesNotJson'],
    ['[]', 'boundariesNotGeoJson'],
    ['null', 'boundariesNotGeoJson'],
    ['{"type":"Topology","objects":{}}', 'boundariesNotGeoJson'],
    ['{"type":"FeatureCollection","features":{}}', 'boundariesNotGeoJson'],
  ])('%s is told as %s', (text, code) => {
    expect(readAreas(text).problems.map((problem) => problem.code)).toEqual([`organisation.${code}`])
  })
})

describe('broken texts', () => {
  const whole = fileOf([
    good,
    feature({ code: '00008' }, [[square(105.7, 21, 0.1)], [square(105.6, 21, 0.05)]], 'MultiPolygon'),
  ])
  const settled = (text: string) => {
    const { findings, boundaries } = examine(text, { on: '2026-01-01', places })
    for (const { words } of findings) expect(words.vi).not.toMatch(/undefined|\[object|NaN/)
    expect(boundaries.length + findings.length).toBeGreaterThan(0)
  }

  test('cut, doubled, or with letters changed are settled with findings', () => {
    const cut = fc.nat({ max: whole.length - 1 })
    const scraps = fc.constantFrom('[', ']', '{', '}', '"', ',', '0', '-1e999', 'null', '[[]]', '"type"', 'é', '\u0000')
    fc.assert(
      fc.property(fc.array(fc.tuple(cut, fc.nat({ max: 12 }), scraps), { minLength: 1, maxLength: 4 }), (edits) => {
        settled(edits.reduce((text, [at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone), whole))
      }),
      { numRuns: 3000 },
    )
  })

  test('of any values where GeoJSON stands are settled too', () => {
    const anything = fc.jsonValue({ maxDepth: 4 })
    const type = fc.constantFrom('Polygon', 'MultiPolygon', 'Point')
    fc.assert(
      fc.property(fc.array(fc.tuple(anything, anything, type), { maxLength: 4 }), anything, (given, crs) => {
        settled(
          fileOf(
            given.map(([properties, coordinates, of]) => feature(properties, coordinates, of)),
            { crs },
          ),
        )
      }),
      { numRuns: 2000 },
    )
  })
})
