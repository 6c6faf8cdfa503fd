/** Geometries read into shapes: every kind GeoJSON has, and each thing that can be wrong with one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { square } from './geojson.fixture.ts'
import { kindOf, mostPoints, mostRings, readGeometry, wholeRoom } from './geometries.rules.ts'

const ring = square(105, 21, 0.1)
const other = square(106, 21, 0.1)
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })
const many = (...polygons: unknown[]) => ({ type: 'MultiPolygon', coordinates: polygons })
const together = (...geometries: unknown[]) => ({ type: 'GeometryCollection', geometries })
const point = { type: 'Point', coordinates: [105, 21] }

function read(geometry: unknown, room = wholeRoom()) {
  const outcome = readGeometry(geometry, '7', room)
  return outcome && 'words' in outcome ? outcome.code.replace('organisation.', '') : outcome
}

describe('a shape is read from', () => {
  test.each<[string, unknown, object]>([
    ['a polygon', polygon(ring), { shape: [[ring]], leftOut: 0 }],
    ['a polygon with a hole', polygon(ring, other), { shape: [[ring, other]], leftOut: 0 }],
    ['several polygons', many([ring], [other]), { shape: [[ring], [other]], leftOut: 0 }],
    [
      'a collection, its points left out',
      together(polygon(ring), point, many([other])),
      { shape: [[ring], [other]], leftOut: 1 },
    ],
    ['a collection in a collection', together(together(polygon(ring))), { shape: [[ring]], leftOut: 0 }],
    ['positions with heights, which go', polygon(ring.map((at) => [...at, 12])), { shape: [[ring]], leftOut: 0 }],
    ['an empty polygon beside a full one', many([], [ring]), { shape: [[ring]], leftOut: 0 }],
  ])('%s', (_, geometry, expected) => {
    expect(read(geometry)).toEqual(expected)
  })

  test.each([[null], [undefined]])('%s there is nothing to read', (geometry) => {
    expect(read(geometry)).toBeUndefined()
  })
})

describe('what is wrong is told', () => {
  test.each<[string, unknown, string]>([
    ['no surface', point, 'notAnArea'],
    ['a collection of nothing', together(), 'notAnArea'],
    ['no geometry at all', 'polygon', 'notAnArea'],
    ['a polygon without rings', polygon(), 'flat'],
    ['no polygons', many(), 'flat'],
    ['no list of polygons', { type: 'MultiPolygon', coordinates: 'x' }, 'badPositions'],
    ['no list of rings', { type: 'Polygon' }, 'badPositions'],
    ['no list of positions', polygon('x'), 'badPositions'],
    ['a position without numbers', polygon([['105', '21'], ...ring]), 'badPositions'],
    ['a position that is none', polygon([null, ...ring]), 'badPositions'],
    ['a number without end', polygon([[Number.POSITIVE_INFINITY, 21], ...ring]), 'badPositions'],
    ['too few positions', polygon(ring.slice(0, 2)), 'shortRing'],
    ['an open ring', polygon(ring.slice(0, 4)), 'openRing'],
    ['latitude first', polygon(ring.map(([lon, lat]) => [lat, lon])), 'swapped'],
    ['metres', polygon(ring.map(([lon, lat]) => [lon * 5000, lat * 110_000])), 'projected'],
    ['another reference system', { ...polygon(ring), crs: 'EPSG:3405' }, 'wrongReference'],
  ])('%s', (_, geometry, expected) => {
    expect(read(geometry)).toBe(expected)
  })

  test('and named by the number of the area and what is there instead', () => {
    expect(readGeometry(point, '7', wholeRoom())).toMatchObject({ params: { feature: '7', found: 'Point' } })
  })
})

test('positions and rings of all areas together are bounded', () => {
  const room = { points: 12, rings: 10 }
  expect([read(polygon(ring), room), read(polygon(ring), room)]).toEqual(Array(2).fill(expect.anything()))
  expect(read(polygon(ring), room)).toBe('tooManyPoints')
  expect(read(many([ring], [ring]), { points: 100, rings: 1 })).toBe('tooManyRings')
  expect(wholeRoom()).toEqual({ points: mostPoints, rings: mostRings })
})

test.each<[unknown, string]>([
  [point, 'Point'],
  [[], 'array'],
  [null, 'null'],
  [undefined, 'null'],
  [7, 'number'],
  [{ type: 7 }, 'object'],
  [{ type: 'x'.repeat(100) }, 'x'.repeat(40)],
])('%j says it is %s', (value, kind) => {
  expect(kindOf(value)).toBe(kind)
})

test('whatever JSON a geometry is, it is read or told, never thrown', () => {
  const coordinates = fc.oneof(fc.jsonValue({ maxDepth: 5 }), fc.constant([ring]), fc.constant([[ring]]))
  const geometry = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.record({ type: fc.constantFrom('Polygon', 'MultiPolygon', 'GeometryCollection', 'Point'), coordinates }),
    fc.record({ type: fc.constant('GeometryCollection'), geometries: fc.jsonValue({ maxDepth: 4 }) }),
  )
  fc.assert(
    fc.property(geometry, (given) => {
      const outcome = readGeometry(given, '1', wholeRoom())
      if (outcome && 'shape' in outcome)
        expect(outcome.shape.flat(2).every(([lon]) => lon >= 102 && lon <= 118)).toBe(true)
    }),
  )
})
