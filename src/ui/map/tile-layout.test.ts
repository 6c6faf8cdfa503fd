/** Properties of the tile layout, its assignment and its classes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignLeastCost } from '#ui/map/assignment.ts'
import { breaksOf, classOf } from '#ui/map/classes.ts'
import { centreOf, layoutTiles, type PlacedPoint } from '#ui/map/tile-layout.ts'

const degree = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const points = fc
  .array(fc.record({ lon: degree(105, 106.2), lat: degree(20.5, 21.5) }), { maxLength: 60 })
  .map((places) => places.map((place, index): PlacedPoint => ({ id: `u${index}`, ...place })))

describe('layoutTiles', () => {
  test('every unit has a tile, no two share one, and counting starts at 0', () => {
    fc.assert(
      fc.property(points, (places) => {
        const tiles = layoutTiles(places)
        expect(tiles.map((tile) => tile.id)).toEqual(places.map((place) => place.id))
        expect(new Set(tiles.map((tile) => `${tile.col} ${tile.row}`)).size).toBe(places.length)
        if (places.length > 0) {
          expect(Math.min(...tiles.map((tile) => tile.row))).toBe(0)
          expect(Math.min(...tiles.map((tile) => tile.col))).toBe(0)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('the order of the input does not matter', () => {
    fc.assert(
      fc.property(points, (places) => {
        const forwards = new Map(layoutTiles(places).map((tile) => [tile.id, tile]))
        const backwards = layoutTiles([...places].reverse())
        expect(backwards).toEqual(backwards.map((tile) => forwards.get(tile.id)))
      }),
      { numRuns: 20 },
    )
  })

  test('units at one spot are spread', () => {
    const tiles = layoutTiles(Array.from({ length: 7 }, (_, index) => ({ id: String(index), lon: 105.8, lat: 21 })))
    expect(new Set(tiles.map((tile) => `${tile.col} ${tile.row}`)).size).toBe(7)
  })

  test('an even field keeps its neighbours: the nearest places stay within two tiles', () => {
    const side = 11
    const field = Array.from({ length: side * side }, (_, index) => ({
      id: String(index).padStart(3, '0'),
      lon: 105.5 + (index % side) * 0.02,
      lat: 21.2 - Math.floor(index / side) * 0.017,
    }))
    const centres = new Map(layoutTiles(field).map((tile) => [tile.id, centreOf(tile)]))
    const apart = (a: number, b: number) => {
      const [from, to] = [field[a], field[b]].map((place) => centres.get(place?.id ?? ''))
      return from && to ? Math.hypot(from.x - to.x, from.y - to.y) : Number.NaN
    }
    const neighbours = field.flatMap((_, index) => [
      ...(index % side < side - 1 ? [apart(index, index + 1)] : []),
      ...(index + side < field.length ? [apart(index, index + side)] : []),
    ])
    const near = neighbours.filter((distance) => distance < 2.1).length
    expect(near / neighbours.length).toBeGreaterThan(0.97)
  })

  test('north stays up and west stays left', () => {
    const tiles = layoutTiles([
      { id: 'north', lon: 105.8, lat: 21.3 },
      { id: 'south', lon: 105.8, lat: 20.7 },
      { id: 'west', lon: 105.4, lat: 21 },
      { id: 'east', lon: 106.2, lat: 21 },
    ])
    const of = (id: string) => centreOf(tiles.find((tile) => tile.id === id) ?? { col: Number.NaN, row: Number.NaN })
    expect(of('north').y).toBeLessThan(of('south').y)
    expect(of('west').x).toBeLessThan(of('east').x)
  })

  test('600 units are laid out in time', () => {
    const places = Array.from({ length: 600 }, (_, index) => ({
      id: String(index),
      lon: 105.8 + 0.0006 * index * Math.cos(index * 2.4),
      lat: 21 + 0.0006 * index * Math.sin(index * 2.4),
    }))
    const start = performance.now()
    layoutTiles(places)
    expect(performance.now() - start).toBeLessThan(1500)
  })
})

describe('assignLeastCost', () => {
  test('is no worse than any other way, and gives no column twice', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 })).chain(([rows, more]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: rows + more, maxLength: rows + more }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    fc.assert(
      fc.property(table, (costs) => {
        const columns = assignLeastCost(costs)
        expect(new Set(columns).size).toBe(costs.length)
        const sum = columns.reduce((total, column, row) => total + (costs[row]?.[column] ?? Number.NaN), 0)
        expect(sum).toBe(leastByTrying(costs, 0, new Set()))
      }),
    )
  })

  test('refuses fewer columns than rows', () => {
    expect(() => assignLeastCost([[1], [2]])).toThrow(RangeError)
  })
})

function leastByTrying(costs: number[][], row: number, taken: Set<number>): number {
  const here = costs[row]
  if (!here) return 0
  const sums = here.map((cost, column) =>
    taken.has(column) ? Number.POSITIVE_INFINITY : cost + leastByTrying(costs, row + 1, new Set([...taken, column])),
  )
  return Math.min(...sums)
}

describe('classes', () => {
  test.each([
    [[], []],
    [[4, 4, 4], []],
    [
      [1, 2],
      [1.2, 1.4, 1.6, 1.8],
    ],
    [
      [1, 2, 3, 4, 5, 6],
      [2, 3, 4, 5],
    ],
  ])('breaks of %j', (values, expected) => {
    expect(breaksOf(values)).toEqual(expected)
  })

  test.each([
    [49, [50, 55, 60, 70], 1],
    [50, [50, 55, 60, 70], 2],
    [70, [50, 55, 60, 70], 5],
    [10, [50], 1],
    [60, [50], 5],
    [60, [], 3],
  ])('%d with breaks %j is class %d', (value, breaks, expected) => {
    expect(classOf(value, breaks)).toBe(expected)
  })
})
