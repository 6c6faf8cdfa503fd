/** Shapes measured: area on the ellipsoid, which way rings run, where they lie, whether they cross themselves. */
import type { Polygon, Position, Ring, Shape } from './boundaries.model.ts'

/** WGS84. */
const equatorKm = 6378.137
const eccentricity = 0.0818191908426

/** The area in km², holes taken out; rings may run either way. */
export function areaKm2(shape: Shape): number {
  return shape.reduce((sum, [outer = [], ...holes]) => {
    const inside = holes.reduce((taken, hole) => taken + Math.abs(ringKm2(hole)), 0)
    return sum + Math.abs(ringKm2(outer)) - inside
  }, 0)
}

/** The area of a ring in km², positive when it runs clockwise. Edges are straight lines of the map, as the file draws them. */
export function ringKm2(ring: Ring): number {
  let sum = 0
  for (let index = 1; index < ring.length; index++) {
    const [a, b] = [ring[index - 1], ring[index]]
    if (!a || !b) continue
    sum += radians(b[0] - a[0]) * (towardsPole(a[1]) + towardsPole(b[1]))
  }
  return (sum * equatorKm ** 2) / 4
}

/** The area between the equator and a parallel, for each radian of longitude, is this times half the equator's radius squared. */
function towardsPole(lat: number): number {
  const sine = Math.sin(radians(lat))
  const e = eccentricity
  return (1 - e * e) * (sine / (1 - (e * sine) ** 2) + Math.atanh(e * sine) / e)
}

/** The area between two parallels over some degrees of longitude. */
export function parallelStripKm2(south: number, north: number, width: number): number {
  return (radians(width) * (towardsPole(north) - towardsPole(south)) * equatorKm ** 2) / 2
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

/** The shape with its rings as they should run, and whether any had to be turned. */
export function turned(shape: Shape): { shape: Shape; isTurned: boolean } {
  let isTurned = false
  const polygons = shape.map((polygon) =>
    polygon.map((ring, index): Ring => {
      if (ringKm2(ring) >= 0 === (index === 0)) return ring
      isTurned = true
      return ring.toReversed()
    }),
  )
  return { shape: polygons, isTurned }
}

export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export function boxOf(shape: Shape): Box {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [outer = []] of shape) {
    for (const [lon, lat] of outer) {
      west = Math.min(west, lon)
      south = Math.min(south, lat)
      east = Math.max(east, lon)
      north = Math.max(north, lat)
    }
  }
  return { west, south, east, north }
}

const kmPerDegree = 111.2

/** How far a position lies outside of the box around a shape; nothing within it. */
export function kmOutside({ west, south, east, north }: Box, [lon, lat]: Position): number {
  const x = Math.max(west - lon, 0, lon - east) * Math.cos(radians(lat))
  return Math.hypot(x, Math.max(south - lat, 0, lat - north)) * kmPerDegree
}

interface Edge {
  readonly a: Position
  readonly b: Position
  readonly west: number
  readonly east: number
}

/** How often edges are compared, all areas of a file together. */
export interface Patience {
  comparisons: number
}

/** Looking for crossings stops here: rings made to be slow are no boundaries. */
export function patience(): Patience {
  return { comparisons: 20_000_000 }
}

/** Whether two edges of one ring of the shape cross. Corners that touch do not count. */
export function crossesItself(shape: Shape, left: Patience = patience()): boolean {
  return shape.some((polygon: Polygon) => polygon.some((ring) => ringCrosses(ring, left)))
}

/** Edges from west to east, each compared with those that begin before it ends. */
function ringCrosses(ring: Ring, left: Patience): boolean {
  if (left.comparisons <= 0) return false
  const edges = edgesOf(ring).sort((one, other) => one.west - other.west)
  for (const [place, edge] of edges.entries()) {
    for (let next = place + 1; next < edges.length; next++) {
      const other = edges[next]
      if (!other || other.west > edge.east) break
      if (--left.comparisons <= 0) return false
      if (crosses(edge, other)) return true
    }
  }
  return false
}

function edgesOf(ring: Ring): Edge[] {
  const edges: Edge[] = []
  for (let index = 1; index < ring.length; index++) {
    const [a, b] = [ring[index - 1], ring[index]]
    if (a && b) edges.push({ a, b, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) })
  }
  return edges
}

function crosses(one: Edge, other: Edge): boolean {
  const aside = side(one, other.a) * side(one, other.b)
  return aside < 0 && side(other, one.a) * side(other, one.b) < 0
}

/** On which side of the edge a position lies: 1, -1, or 0 on its line. */
function side({ a, b }: Edge, at: Position): number {
  return Math.sign((b[0] - a[0]) * (at[1] - a[1]) - (b[1] - a[1]) * (at[0] - a[0]))
}
