/** A geometry of GeoJSON read into the shape of an area: polygons wherever they stand, their rings closed, their positions in place. */
import type { Problem } from '#kernel/problem.ts'
import type { Position, Ring, Shape } from './boundaries.model.ts'
import { problems as boundaryProblems } from './boundaries.texts.ts'
import { problems } from './geometries.texts.ts'
import { isFields, misplaced, wrongReference } from './reference-systems.rules.ts'

/** What is left to read of a file, all its areas together. */
export interface Room {
  points: number
  rings: number
}

/** A city's boundaries as surveyors draw them hold some hundred thousand. */
export const mostPoints = 1_000_000
export const mostRings = 100_000

export function wholeRoom(): Room {
  return { points: mostPoints, rings: mostRings }
}

export interface ReadShape {
  readonly shape: Shape
  /** Points and lines beside the polygons: labels, mostly. */
  readonly leftOut: number
}

/** The shape of a geometry; `undefined` where there is none. */
export function readGeometry(geometry: unknown, feature: string, room: Room): ReadShape | Problem | undefined {
  if (geometry === null || geometry === undefined) return undefined
  const polygons: Polygons = { polygons: [], leftOut: 0 }
  const wrong = isFields(geometry) ? wrongReference(geometry) : undefined
  if (wrong) return wrong
  gather(geometry, polygons)
  if (polygons.polygons.length === 0) return problems.notAnArea({ feature, found: kindOf(geometry) })
  const shape = readShape(polygons.polygons, feature, room)
  return 'words' in shape ? shape : { shape, leftOut: polygons.leftOut }
}

/** What something says it is, in a few letters. */
export function kindOf(value: unknown): string {
  if (!isFields(value)) return Array.isArray(value) ? 'array' : (value ?? null) === null ? 'null' : typeof value
  return typeof value.type === 'string' ? value.type.slice(0, 40) : 'object'
}

interface Polygons {
  readonly polygons: unknown[]
  leftOut: number
}

function gather(geometry: unknown, polygons: Polygons): void {
  const { type, coordinates, geometries } = isFields(geometry) ? geometry : {}
  if (type === 'Polygon') polygons.polygons.push(coordinates)
  else if (type === 'MultiPolygon' && Array.isArray(coordinates)) {
    // An empty one is a shape without a surface, and told as that.
    for (const polygon of coordinates.length > 0 ? coordinates : [[]]) polygons.polygons.push(polygon)
  } else if (type === 'MultiPolygon') polygons.polygons.push(undefined)
  else if (type === 'GeometryCollection' && Array.isArray(geometries))
    for (const each of geometries) gather(each, polygons)
  else polygons.leftOut += 1
}

function readShape(polygons: readonly unknown[], feature: string, room: Room): Shape | Problem {
  const shape: Ring[][] = []
  for (const polygon of polygons) {
    if (!Array.isArray(polygon)) return problems.badPositions({ feature })
    const rings: Ring[] = []
    for (const given of polygon) {
      if (--room.rings < 0) return problems.tooManyRings({ feature, most: mostRings })
      const ring = readRing(given, feature, room)
      if ('words' in ring) return ring
      rings.push(ring)
    }
    if (rings.length > 0) shape.push(rings)
  }
  return shape.length > 0 ? shape : boundaryProblems.flat({ feature })
}

function readRing(given: unknown, feature: string, room: Room): Ring | Problem {
  if (!Array.isArray(given)) return problems.badPositions({ feature })
  room.points -= given.length
  if (room.points < 0) return problems.tooManyPoints({ feature, most: mostPoints })
  const ring: Position[] = []
  for (const position of given) {
    const [lon, lat] = Array.isArray(position) ? position : []
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) return problems.badPositions({ feature })
    const elsewhere = misplaced(lon, lat, feature)
    if (elsewhere) return elsewhere
    ring.push([lon, lat])
  }
  if (ring.length < 4) return problems.shortRing({ feature })
  const [first, last] = [ring[0], ring.at(-1)]
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return problems.openRing({ feature })
  return ring
}
