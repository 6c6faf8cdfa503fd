/** Shapes drawn with fewer points: neighbours keep their common border, for each border is simplified once. */
import { feature } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify, type Triangle } from 'topojson-simplify'
import type { MultiPolygon as Arcs, GeometryCollection, Topology } from 'topojson-specification'

/** The coordinates of a GeoJSON MultiPolygon, in degrees; rings are closed. */
export type ShapeCoordinates = readonly (readonly (readonly (readonly [number, number])[])[])[]
type Ring = [number, number][]
type Polygons = Ring[][]

export interface Detail {
  /** A bend of a border that spans less than so much is left out, and so is an island. */
  readonly leastKm2: number
  /** Decimals of a degree: 4 are some 10 m. */
  readonly decimals: number
}

/** Five decimals of a degree are a metre: finer differences between two sides of one border are slips. */
const finest = 5

/**
 * For each detail, the shapes in their order. Shapes of one call must be neighbours on one map; no shape is lost, however small:
 * one that would vanish keeps more points.
 */
export function simplifyShapes(shapes: readonly ShapeCoordinates[], details: readonly Detail[]): Polygons[][] {
  const rounded = shapes.map((shape) => rounding(shape, finest))
  const whole = presimplify(topologyOf(rounded), triangleKm2)
  keepClosedArcs(whole)
  // From the finest to the coarsest, so that a shape which vanishes falls back to what it was a step before.
  const order = details.map((_, index) => index).sort((a, b) => detailAt(a).leastKm2 - detailAt(b).leastKm2)
  const results: Polygons[][] = details.map(() => [])
  let before = rounded
  for (const index of order) {
    const { leastKm2, decimals } = detailAt(index)
    const simpler = shapesOf(simplify(whole, leastKm2)).map((shape) => rounding(shape, decimals))
    before = simpler.map((shape, each) => {
      const ring = withoutSpecks(shape, leastKm2)
      return ring.length > 0 ? ring : (before[each] ?? [])
    })
    results[index] = before
  }
  return results

  function detailAt(index: number): Detail {
    return details[index] ?? { leastKm2: 0, decimals: finest }
  }
}

type Shapes = { shapes: GeometryCollection }

function topologyOf(shapes: readonly Polygons[]): Topology<Shapes> {
  const geometries = shapes.map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates }))
  const collection = { type: 'GeometryCollection' as const, geometries }
  return topology({ shapes: collection }) as Topology<Shapes>
}

function shapesOf(simple: Topology<Shapes>): Polygons[] {
  return simple.objects.shapes.geometries.map(
    (geometry) => feature(simple, geometry as Arcs).geometry.coordinates as unknown as Polygons,
  )
}

/** Arcs have a weight beside their coordinates once they are weighed. */
type Weighed = [x: number, y: number, weight: number]

/** An island or an enclave is one arc that ends where it begins: without two more of its points it would be nothing. */
function keepClosedArcs(whole: Topology<Shapes>): void {
  for (const arc of whole.arcs as unknown as Weighed[][]) {
    const [first, last] = [arc[0], arc.at(-1)]
    if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) continue
    const inner = arc.slice(1, -1).sort((a, b) => b[2] - a[2])
    for (const point of inner.slice(0, 2)) point[2] = Number.POSITIVE_INFINITY
  }
}

const kmPerDegree = 111.2

function triangleKm2([a, b, c]: Triangle): number {
  const narrowing = Math.cos((b[1] * Math.PI) / 180)
  return (Math.abs((a[0] - c[0]) * (b[1] - a[1]) - (a[0] - b[0]) * (c[1] - a[1])) / 2) * narrowing * kmPerDegree ** 2
}

function ringKm2(ring: Ring): number {
  const sum = ring.slice(1).reduce((total, [x, y], index) => {
    const [beforeX, beforeY] = ring[index] ?? [x, y]
    return total + (beforeX * y - x * beforeY)
  }, 0)
  return (Math.abs(sum) / 2) * Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180) * kmPerDegree ** 2
}

/** Coordinates rounded; positions that fall together are one, and a ring that is left without a surface is dropped. */
function rounding(shape: ShapeCoordinates, decimals: number): Polygons {
  const scale = 10 ** decimals
  const polygons = shape.map((polygon) => polygon.map((ring) => roundedRing(ring, scale)))
  return polygons
    .filter(([outer]) => outer && outer.length >= 4)
    .map((rings) => rings.filter((ring) => ring.length >= 4))
}

function roundedRing(ring: readonly (readonly [number, number])[], scale: number): Ring {
  const shape: Ring = []
  for (const [lon, lat] of ring) {
    const [x, y] = [Math.round(lon * scale) / scale, Math.round(lat * scale) / scale]
    const last = shape.at(-1)
    if (!last || last[0] !== x || last[1] !== y) shape.push([x, y])
  }
  return shape
}

/** Without islands and holes too small to see; the largest island stays as long as it has any surface. */
function withoutSpecks(shape: Polygons, leastKm2: number): Polygons {
  const sizes = shape.map(([outer = []]) => ringKm2(outer))
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0)
  return shape
    .filter((_, index) => (sizes[index] ?? 0) > 0 && ((sizes[index] ?? 0) >= leastKm2 || sizes[index] === largest))
    .map(([outer = [], ...holes]) => [outer, ...holes.filter((hole) => ringKm2(hole) >= leastKm2)])
}
