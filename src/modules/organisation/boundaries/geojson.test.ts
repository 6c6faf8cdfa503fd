/** Files as programs and strangers write them: every shape of GeoJSON read, every reference system named, nothing read without bound. */
import { describe, expect, test } from 'vitest'
import { examine, examineFile } from './examination.rules.ts'
import { bytesOf, feature, fileOf, oldPlaces, square } from './geojson.fixture.ts'

const ring = square(105.8, 21, 0.1)
const properties = { ma_xa: '00001', ten_xa: 'Phường Phúc Xá' }
const one = feature(properties, [ring])
const input = { on: '2024-06-30', places: oldPlaces }

const codesOf = (text: string) => examine(text, input).findings.map(({ code }) => code.replace('organisation.', ''))
const wordsOf = (text: string) => examine(text, input).findings.map(({ words }) => words.vi)
const withGeometry = (geometry: unknown) => JSON.stringify({ type: 'Feature', properties, geometry })

describe('is read', () => {
  const polygon = { type: 'Polygon', coordinates: [ring] }
  test.each<[string, string, number]>([
    ['one feature alone', JSON.stringify(one), 1],
    ['a list of features', JSON.stringify([one]), 1],
    [
      'a feature a line',
      `${JSON.stringify(one)}\n${JSON.stringify(feature({ ma_xa: '00005' }, [square(105, 21, 0.1)]))}\n`,
      2,
    ],
    [
      'a feature after each separator',
      `\u001e${JSON.stringify(one)}\n\u001e${JSON.stringify(feature({ ma_xa: '00005' }, [square(105, 21, 0.1)]))}`,
      2,
    ],
    ['a collection of shapes', withGeometry({ type: 'GeometryCollection', geometries: [polygon] }), 1],
    [
      'a collection in a collection',
      withGeometry({ type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [polygon] }] }),
      1,
    ],
    ['a byte order mark', `\uFEFF${fileOf([one])}`, 1],
    ['heights', withGeometry({ type: 'Polygon', coordinates: [ring.map((at) => [...at, 12.5])] }), 1],
    ['a reference that is null', fileOf([one], { crs: null }), 1],
  ])('%s', (_, text, count) => {
    expect(examine(text, input).boundaries).toHaveLength(count)
  })

  test('labels beside the polygons are left out, and told', () => {
    const label = { type: 'Point', coordinates: [105.8, 21] }
    const text = withGeometry({ type: 'GeometryCollection', geometries: [label, polygon] })
    expect(codesOf(text)).toContain('otherShapes')
    expect(examine(text, input).boundaries).toHaveLength(1)
  })

  test('an area without a shape is left out and named, as long as there are others', () => {
    const empty = { type: 'Feature', properties: { ma_xa: '00005', ten_xa: 'Thịnh Hòa' }, geometry: null }
    const { findings, boundaries } = examine(fileOf([one, empty]), input)
    expect(boundaries).toHaveLength(1)
    expect(findings[0]).toMatchObject({ severity: 'warning', feature: 2 })
    expect(findings[0]?.words.vi).toContain('(00005, Thịnh Hòa)')
    expect(examine(fileOf([empty]), input).findings[0]?.severity).toBe('error')
  })
})

describe('a reference system', () => {
  const crs = (name: unknown) => ({ crs: { type: 'name', properties: { name } } })
  test.each([
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'urn:ogc:def:crs:EPSG::4326',
    'urn:ogc:def:crs:EPSG:6.9:4326',
    'EPSG:4326',
    'http://www.opengis.net/def/crs/EPSG/0/4326',
    'WGS 84',
    'GCS_WGS_1984',
    'OGC:CRS84h',
  ])('%s is ours', (name) => {
    expect(codesOf(fileOf([one], crs(name)))).not.toContain('wrongReference')
  })

  test.each<[unknown, string]>([
    [crs('urn:ogc:def:crs:EPSG::3405'), 'VN-2000 tính bằng mét'],
    [crs('EPSG:5897'), 'VN-2000 tính bằng mét'],
    [crs('EPSG:9210'), 'VN-2000 tính bằng mét'],
    [crs('VN-2000 / UTM zone 48N'), 'VN-2000 tính bằng mét'],
    [crs('VN_2000_TM-3_105-00'), 'VN-2000 tính bằng mét'],
    [crs('urn:ogc:def:crs:EPSG::4756'), 'VN-2000 tính bằng độ'],
    [crs('GCS_VN-2000'), 'VN-2000 tính bằng độ'],
    [{ crs: { type: 'EPSG', properties: { code: 3405 } } }, 'VN-2000 tính bằng mét (EPSG:3405)'],
    [
      { crs: { type: 'link', properties: { href: 'http://spatialreference.org/ref/epsg/4756/' } } },
      'VN-2000 tính bằng độ',
    ],
    [{ crs: 'EPSG:3405' }, 'VN-2000 tính bằng mét'],
    [crs('EPSG:32648'), 'EPSG:32648'],
    [crs('WGS 84 / UTM zone 48N'), 'WGS 84 / UTM zone 48N'],
    [{ crs: {} }, 'hệ tọa độ crs'],
  ])('%j is told as %s', (more, text) => {
    const words = wordsOf(fileOf([one], more as object))
    expect(words).toHaveLength(1)
    expect(words[0]).toContain(text)
    expect(words[0]).toContain('EPSG:4326 (WGS84)')
  })

  test('is seen where an area or a shape names it', () => {
    expect(codesOf(fileOf([{ ...one, ...crs('EPSG:4756') }]))).toEqual(['wrongReference'])
    const geometry = { type: 'Polygon', coordinates: [ring], ...crs('EPSG:3405') }
    expect(codesOf(fileOf([{ type: 'Feature', properties, geometry }]))).toEqual(['wrongReference'])
  })

  const moved = (move: (lon: number, lat: number) => [number, number]) =>
    fileOf([one, one].map(() => feature(properties, [ring.map(([lon, lat]) => move(lon, lat))])))
  test.each<[string, string, string]>([
    ['metres', moved((lon, lat) => [587_000 + lon, 2_326_000 + lat]), 'mét của VN-2000'],
    ['metres, northing first', moved((lon, lat) => [2_326_000 + lat, 587_000 + lon]), 'mét của VN-2000'],
    ['metres of web maps', moved((lon, lat) => [lon * 111_319, lat * 114_000]), 'EPSG:3857'],
    ['latitude first', moved((lon, lat) => [lat, lon]), 'vĩ độ trước kinh độ'],
    ['another country', moved((lon, lat) => [lon - 100, lat + 25]), 'nằm ngoài Việt Nam'],
    ['huge numbers', moved(() => [1e300, 21]), 'không thể là tọa độ (1.00e+300; 21)'],
  ])('%s without one are known by their numbers, and said once', (_, text, message) => {
    const words = wordsOf(text)
    expect(words[0]).toContain(message)
    if (!message.includes('e+')) expect(words).toHaveLength(1)
    if (!message.includes('e+')) expect(words[0]).toContain('Vùng thứ 1 và 1 vùng khác')
  })
})

describe('a file of another kind is named', () => {
  test.each<[string, string, string]>([
    ['PK\u0003\u0004zip', 'boundariesOtherFormat', 'ZIP'],
    ['SQLite format 3\u0000', 'boundariesOtherFormat', 'GeoPackage'],
    ['<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2">', 'boundariesOtherFormat', 'KML'],
    ['  <gml:FeatureCollection>', 'boundariesOtherFormat', 'XML'],
    ['<!doctype html><html>', 'boundariesOtherFormat', 'HTML'],
    ['{"type":"Topology","objects":{},"arcs":[]}', 'boundariesNotGeoJson', 'TopoJSON'],
    ['{"geometryType":"esriGeometryPolygon","features":[]}', 'boundariesNotGeoJson', 'Esri JSON'],
    ['{"type":"FeatureCollection","features":[{"type":"Fea', 'boundariesNotJson', 'bị cắt giữa chừng'],
    [fileOf([one]).slice(0, -40), 'boundariesNotJson', 'bị cắt giữa chừng'],
    [fileOf([one]).replace('105.8', 'NaN'), 'boundariesNotJson', 'NaN'],
    [fileOf([one]).replace('105.8', '-Infinity'), 'boundariesNotJson', 'Infinity'],
    [fileOf([one]).replace('105.8', 'null'), 'badPositions', 'không phải là cặp số'],
    [fileOf([one]).replace('105.8', '1e999'), 'badPositions', 'không phải là cặp số'],
    [fileOf([one]).replace('105.8', '"105.8"'), 'badPositions', 'không phải là cặp số'],
  ])('%#: %s', (text, code, message) => {
    const { findings } = examineFile(bytesOf(text), input)
    expect(findings.map((each) => each.code)).toEqual([`organisation.${code}`])
    expect(findings[0]?.words.vi).toContain(message)
  })
})

describe('a file made to be too much', () => {
  const whole = 25 * 1_048_576
  const repeated = (text: string, size = whole - 100) => text.repeat(Math.floor(size / text.length))
  const rings = (count: number) => `[${repeated('[[105,21],[106,21],[106,22],[105,21]],', count * 38).slice(0, -1)}]`
  const polygon = (coordinates: string) =>
    `{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":${coordinates}}}`
  test.each<[string, () => string, string]>([
    ['too large', () => ' '.repeat(whole + 1), 'boundariesTooLarge'],
    ['25 MB of [', () => repeated('['), 'boundariesTooDeep'],
    ['25 MB of {"a":', () => repeated('{"a":'), 'boundariesTooDeep'],
    [
      'deep in a property',
      () => fileOf([{ ...one, properties: { a: 'x' } }]).replace('"x"', '['.repeat(9999) + ']'.repeat(9999)),
      'boundariesTooDeep',
    ],
    [
      'collections in collections',
      () =>
        withGeometry(null).replace(
          'null',
          `${'{"type":"GeometryCollection","geometries":['.repeat(5000)}${']}'.repeat(5000)}`,
        ),
      'boundariesTooDeep',
    ],
    ['25 MB of []', () => `[${repeated('[],')}[]]`, 'boundariesTooDetailed'],
    ['25 MB of {}', () => `{"type":"FeatureCollection","features":[${repeated('{},')}{}]}`, 'boundariesTooDetailed'],
    ['25 MB of numbers', () => `[${repeated('1,')}1]`, 'boundariesTooDetailed'],
    ['millions of properties', () => `{${repeated('"a":1,')}"b":1}`, 'boundariesTooManyProperties'],
    [
      'a million features',
      () => `{"type":"FeatureCollection","features":[${'{"type":"Feature"},'.repeat(1_000_000)}{}]}`,
      'boundariesTooMany',
    ],
    ['a hundred thousand rings and one', () => polygon(rings(100_001)), 'tooManyRings'],
    ['a million positions in one ring', () => polygon(`[[${'[105,21],'.repeat(1_000_001)}[105,21]]]`), 'tooManyPoints'],
    ['25 MB of text', () => `{"type":"${repeated('a', whole - 20)}"}`, 'boundariesNotGeoJson'],
  ])('%s is told with words of its own, soon', (_, make, code) => {
    const bytes = bytesOf(make())
    const started = performance.now()
    const { findings } = examineFile(bytes, input)
    expect(findings.map((each) => each.code)).toContain(`organisation.${code}`)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('brackets inside of text are text', () => {
    const text = fileOf([feature({ ...properties, note: `${'['.repeat(500)}"\\` }, [ring])])
    expect(examineFile(bytesOf(text), input).boundaries).toHaveLength(1)
  })

  test('what comes back can be sent between threads', () => {
    const examination = examineFile(bytesOf(fileOf([one, feature({ ten_xa: 'x' }, [ring])])), input)
    expect(structuredClone(examination)).toEqual(examination)
  })
})
