/** Simplified shapes keep their common borders, lose none, and measure nearly the same; paths stay what they draw. */
import { describe, expect, test } from 'vitest'
import { fitOutlines, insetOf, type Outline, pathOf, spotFor } from '#ui/map/projection.ts'
import { type ShapeCoordinates, simplifyShapes } from '#ui/map/topology.ts'

/** A border that wavers by `waver` degrees, from south to north. */
function border(lon: number, waver: number): [number, number][] {
  return Array.from({ length: 101 }, (_, step) => [
    lon + (step % 100 === 0 ? 0 : waver * Math.sin(step * 1.7)),
    20.9 + step * 0.001,
  ])
}

/** The land between two borders. */
function between(west: [number, number][], east: [number, number][]): ShapeCoordinates {
  return [[[...west, ...east.toReversed(), west[0] ?? [0, 0]]]]
}

const borders = [105.7, 105.75, 105.8, 105.85].map((lon) => border(lon, 0.0008))
const strips = borders.slice(1).map((east, index) => between(borders[index] ?? [], east))
const coarse = { leastKm2: 0.05, decimals: 4 }

/** Every step between two positions, whichever way it is taken. */
function edgesOf(shape: ShapeCoordinates): string[] {
  return shape.flatMap((polygon) =>
    polygon.flatMap((ring) => ring.slice(1).map((to, index) => [String(ring[index]), String(to)].sort().join(' '))),
  )
}

describe('simplifyShapes', () => {
  test('leaves out bends and keeps the border of neighbours one', () => {
    const [simple = []] = simplifyShapes(strips, [coarse])
    const points = (shapes: readonly ShapeCoordinates[]) => shapes.flat(3).length
    expect(points(simple)).toBeLessThan(points(strips) / 5)
    const [first = [], second = []] = simple.map(edgesOf)
    const shared = first.filter((edge) => second.includes(edge))
    const along = first.filter((edge) => edge.split(' ').every((position) => /^105\.7[45]/.test(position)))
    expect(shared.length).toBeGreaterThan(0)
    expect(shared.sort()).toEqual(along.sort())
  })

  test('gives each detail in the order asked, the finer with more points', () => {
    const [far = [], near = []] = simplifyShapes(strips, [coarse, { leastKm2: 0, decimals: 5 }])
    expect(near.flat(3).length).toBeGreaterThan(far.flat(3).length)
    expect(near).toHaveLength(strips.length)
  })

  test('drops a speck beside a larger island, but never the whole of a unit', () => {
    const square = (lon: number, size: number): ShapeCoordinates[number] => [
      [
        [lon, 21],
        [lon, 21 + size],
        [lon + size, 21 + size],
        [lon + size, 21],
        [lon, 21],
      ],
    ]
    const [[withSpeck = [], tiny = []] = []] = simplifyShapes(
      [[square(105.5, 0.1), square(105.9, 0.0002)], [square(106, 0.0002)]],
      [coarse],
    )
    expect(withSpeck).toHaveLength(1)
    expect(tiny[0]?.[0]?.length).toBeGreaterThanOrEqual(4)
  })

  test('keeps the hole and what lies in it', () => {
    const hole: [number, number][] = Array.from({ length: 41 }, (_, step) => [
      105.8 + 0.02 * Math.cos((step % 40) * 0.157),
      21 + 0.02 * Math.sin((step % 40) * 0.157),
    ])
    const frame: [number, number][] = [
      [105.7, 20.9],
      [105.7, 21.1],
      [105.9, 21.1],
      [105.9, 20.9],
      [105.7, 20.9],
    ]
    const [[around = [], within = []] = []] = simplifyShapes([[[frame, hole]], [[hole.toReversed()]]], [coarse])
    expect(edgesOf([[around[0]?.[1] ?? []]]).sort()).toEqual(edgesOf(within).sort())
    expect(edgesOf(within).length).toBeGreaterThanOrEqual(3)
  })
})

describe('a sheet', () => {
  const outlines = strips.map((coordinates, index) => ({ id: String(index), coordinates }))
  const sheet = fitOutlines(outlines)

  test('holds everything, north up and west left', () => {
    const places = strips.flat(3).map(sheet.place)
    for (const [x, y] of places) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(1200)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(sheet.height)
    }
    expect(sheet.place([105.7, 21])[0]).toBeLessThan(sheet.place([105.8, 21])[0])
    expect(sheet.place([105.7, 21])[1]).toBeLessThan(sheet.place([105.7, 20.95])[1])
  })

  test('writes paths whose steps lead back to the positions', () => {
    const [outline] = outlines
    if (!outline) throw new Error('no outline')
    const [, start = '', steps = ''] = /^M([\d ]+)l([-\d ]+)z$/.exec(pathOf(outline, sheet)) ?? []
    const numbers = (text: string) => [...text.matchAll(/-?\d+/g)].map(Number)
    const walked = [numbers(start)]
    const moves = numbers(steps)
    for (let index = 0; index < moves.length; index += 2) {
      const [x = 0, y = 0] = walked.at(-1) ?? []
      walked.push([x + (moves[index] ?? 0), y + (moves[index + 1] ?? 0)])
    }
    const places = (outline.coordinates[0]?.[0] ?? []).map((position) => sheet.place(position).join())
    for (const place of walked) expect(places).toContain(place.join())
    expect(walked.length).toBeGreaterThan(100)
  })

  test('finds room for a label within its outline, and none where there is none', () => {
    const [outline] = outlines
    if (!outline) throw new Error('no outline')
    const spot = spotFor(outline, sheet, { width: 200, height: 30 })
    expect(spot?.[0]).toBeGreaterThan(sheet.place([105.7, 21])[0] + 90)
    expect(spot?.[0]).toBeLessThan(sheet.place([105.75, 21])[0] - 90)
    expect(spotFor(outline, sheet, { width: 900, height: 30 })).toBeUndefined()
  })
})

describe('an inset', () => {
  const cell = (id: string, lon: number, lat: number, size: number): Outline => ({
    id,
    coordinates: [
      [
        [
          [lon, lat],
          [lon, lat + size],
          [lon + size, lat + size],
          [lon + size, lat],
          [lon, lat],
        ],
      ],
    ],
  })
  const wide = Array.from({ length: 16 }, (_, index) =>
    cell(`wide${index}`, 105 + (index % 4) * 0.25, 20.5 + Math.floor(index / 4) * 0.25, 0.25),
  )
  const crowd = Array.from({ length: 16 }, (_, index) =>
    cell(`small${index}`, 105.4 + (index % 4) * 0.02, 21 + Math.floor(index / 4) * 0.02, 0.02),
  )

  test('shows the crowded part larger, with what lies around it', () => {
    const inset = insetOf([...wide, ...crowd, cell('far', 105.95, 20.55, 0.02)])
    const shown = inset?.outlines.map(({ id }) => id) ?? []
    for (const { id } of crowd) expect(shown).toContain(id)
    expect(shown).not.toContain('far')
    expect(shown.filter((id) => id.startsWith('wide')).length).toBeLessThan(wide.length / 2)
    const [[west, north] = [0, 0], [east, south] = [0, 0]] = inset?.corners ?? []
    expect(east - west).toBeLessThan(0.3)
    expect(north).toBeGreaterThan(south)
  })

  test('is left out where nothing is crowded, or the crowd is everywhere', () => {
    expect(insetOf(wide)).toBeUndefined()
    expect(insetOf([...wide, ...crowd.slice(0, 5)])).toBeUndefined()
    const everywhere = wide.map(({ id }, index) =>
      cell(`${id}s`, 105.1 + (index % 4) * 0.25, 20.6 + Math.floor(index / 4) * 0.25, 0.02),
    )
    expect(insetOf([...wide, ...everywhere])).toBeUndefined()
    expect(insetOf(crowd.map((outline) => ({ ...outline, coordinates: crowd[0]?.coordinates ?? [] })))).toBeUndefined()
  })
})
