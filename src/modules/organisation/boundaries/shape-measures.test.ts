/** Shapes measured: areas against known ones, directions of rings, boxes, distances, crossings. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ring } from './boundaries.model.ts'
import { square } from './geojson.fixture.ts'
import {
  areaKm2,
  boxOf,
  crossesItself,
  kmOutside,
  parallelStripKm2,
  patience,
  ringKm2,
  turned,
} from './shape-measures.rules.ts'

const ring: Ring = square(105, 21, 0.1)
const hole: Ring = square(105.02, 21.02, 0.02)

describe('area', () => {
  test('the whole ellipsoid between the poles has the surface of WGS84', () => {
    // 510 065 622 km²: NIMA TR8350.2.
    expect(parallelStripKm2(-90, 90, 360)).toBeCloseTo(510_065_622, -2)
  })

  test('a square of a tenth of a degree near Hà Nội is the strip between its parallels', () => {
    expect(ringKm2(ring)).toBeCloseTo(parallelStripKm2(21, 21.1, 0.1), 3)
    // 11.07 km northwards by 10.39 km eastwards.
    expect(ringKm2(ring)).toBeCloseTo(11.07 * 10.39, 0)
  })

  test('holes are taken out, parts are added, whichever way rings run', () => {
    const [whole, inside] = [ringKm2(ring), ringKm2(hole)]
    expect(areaKm2([[ring, hole]])).toBeCloseTo(whole - inside, 9)
    expect(areaKm2([[ring.toReversed(), hole]])).toBeCloseTo(whole - inside, 9)
    expect(areaKm2([[ring], [hole]])).toBeCloseTo(whole + inside, 9)
    expect(areaKm2([])).toBe(0)
  })

  test('is the same wherever a ring begins, and the opposite the other way round', () => {
    const at = fc.tuple(fc.double({ min: 102, max: 118, noNaN: true }), fc.double({ min: 6, max: 24, noNaN: true }))
    fc.assert(
      fc.property(fc.array(at, { minLength: 3, maxLength: 12 }), fc.nat(), (corners, turn) => {
        const closed = (list: typeof corners): Ring => [...list, ...list.slice(0, 1)]
        const from = turn % corners.length
        const again = closed([...corners.slice(from), ...corners.slice(0, from)])
        expect(ringKm2(again)).toBeCloseTo(ringKm2(closed(corners)), 4)
        expect(ringKm2(closed(corners).toReversed())).toBeCloseTo(-ringKm2(closed(corners)), 4)
      }),
    )
  })
})

describe('rings run', () => {
  test.each([
    ['as they should: nothing is turned', [ring, hole.toReversed()], false],
    ['outside the wrong way', [ring.toReversed(), hole.toReversed()], true],
    ['inside the wrong way', [ring, hole], true],
    ['both the wrong way', [ring.toReversed(), hole], true],
  ])('%s', (_, polygon, isTurned) => {
    expect(turned([polygon])).toEqual({ shape: [[ring, hole.toReversed()]], isTurned })
  })
})

test('a box holds all parts of a shape, and only those', () => {
  const box = boxOf([[ring], [square(106, 20.5, 0.2)]])
  expect(box).toEqual({ west: 105, south: 20.5, east: 106.2, north: 21.1 })
})

test.each([
  ['within', [105.05, 21.05], 0],
  ['on the border', [105, 21], 0],
  ['a tenth of a degree north', [105.05, 21.2], 11.1],
  ['a tenth of a degree east, where degrees are shorter', [105.2, 21.05], 10.4],
  ['aside of a corner', [105.2, 21.2], 15.2],
] as const)('%s: %d km', (_, [lon, lat], km) => {
  expect(kmOutside(boxOf([[ring]]), [lon, lat])).toBeCloseTo(km, 0)
})

describe('a ring', () => {
  const bow: Ring = [
    [105, 21],
    [105.1, 21.1],
    [105.1, 21],
    [105, 21.1],
    [105, 21],
  ]
  const touching: Ring = [
    [105, 21],
    [105.1, 21.1],
    [105.2, 21],
    [105.2, 21.2],
    [105.1, 21.1],
    [105, 21.2],
    [105, 21],
  ]
  test.each([
    ['that is a square does not cross itself', [[ring]], false],
    ['that is a bow tie does', [[bow]], true],
    ['with a bow tie for a hole does', [[ring, bow]], true],
    ['after another does', [[ring], [bow]], true],
    ['that touches itself in a corner does not', [[touching]], false],
  ] as [string, Ring[][], boolean][])('%s', (_, shape, expected) => {
    expect(crossesItself(shape)).toBe(expected)
  })

  test('made to be slow is given up, and the next one too: patience is for the file', () => {
    const left = { comparisons: 1 }
    expect(crossesItself([[bow]], left)).toBe(false)
    expect(left.comparisons).toBeLessThanOrEqual(0)
    expect(crossesItself([[bow]], left)).toBe(false)
    expect(crossesItself([[bow]], patience())).toBe(true)
  })

  test('around a centre never crosses itself; with two of its corners exchanged it does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 40 }), fc.nat(), (count, place) => {
        const corners = Array.from({ length: count }, (_, index): [number, number] => {
          const angle = (2 * Math.PI * index) / count
          return [105 + 0.1 * Math.cos(angle), 21 + 0.1 * Math.sin(angle)]
        })
        const closed = (list: readonly [number, number][]): Ring => [...list, ...list.slice(0, 1)]
        expect(crossesItself([[closed(corners)]])).toBe(false)
        const [one, two] = [place % count, (place + 1) % count]
        const swapped = corners.map(
          (corner, index) => corners[index === one ? two : index === two ? one : index] ?? corner,
        )
        expect(crossesItself([[closed(swapped)]])).toBe(true)
      }),
    )
  })
})
