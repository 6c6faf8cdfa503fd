/** A point to stand for each area of a boundary file, so that a map can place a unit it has no boundary of, and its size. */
import { readFileSync } from 'node:fs'
import { geoArea } from 'd3-geo'
import { z } from 'zod'

/** Of the sphere with the surface of WGS84. */
const earthRadiusKm = 6371.0072

type Point = readonly [lon: number, lat: number]
type Ring = readonly Point[]

const Ring = z.array(z.tuple([z.number(), z.number()]))
const Polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) })
const MultiPolygon = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) })
const Boundaries = z.object({
  features: z.array(
    z.object({ properties: z.object({ code: z.string() }), geometry: z.union([Polygon, MultiPolygon]) }),
  ),
})

export interface Place {
  /** Rounded to 3 decimals (about 100 m). */
  readonly point: Point
  /** Rounded to 3 decimals. */
  readonly areaKm2: number
}

/** One representative point and the measured area per code of a GeoJSON file. */
export function readPlaces(path: string): Map<string, Place> {
  const { features } = Boundaries.parse(JSON.parse(readFileSync(path, 'utf8')))
  return new Map(
    features.map(({ properties, geometry }) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
      const point = representativePoint(polygons.map((rings) => rings[0] ?? []))
      return [properties.code, { point, areaKm2: round(polygons.reduce((sum, rings) => sum + km2Of(rings), 0)) }]
    }),
  )
}

/** The area on the sphere of the same surface as the earth, holes taken out; rings may run either way. */
function km2Of(rings: Ring[]): number {
  const [outer = 0, ...holes] = rings.map((ring) => {
    const steradians = geoArea({ type: 'Polygon', coordinates: [ring.map(([lon, lat]) => [lon, lat])] })
    return Math.min(steradians, 4 * Math.PI - steradians) * earthRadiusKm ** 2
  })
  return outer - holes.reduce((sum, hole) => sum + hole, 0)
}

/** The centre of gravity of the largest outer ring; where that falls outside, the middle of its widest level chord. */
function representativePoint(outerRings: Ring[]): Point {
  const largest = outerRings.toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0] ?? []
  const centre = centroidOf(largest)
  const [lon, lat] = contains(largest, centre) ? centre : middleOfChord(largest, centre[1])
  return [round(lon), round(lat)]
}

function areaOf(ring: Ring): number {
  return edgesOf(ring).reduce((sum, [a, b]) => sum + cross(a, b), 0) / 2
}

function centroidOf(ring: Ring): Point {
  const [originLon, originLat] = ring[0] ?? [0, 0]
  const local = ring.map(([lon, lat]): Point => [lon - originLon, lat - originLat])
  const weight = 6 * areaOf(local)
  const sum = (axis: 0 | 1) => edgesOf(local).reduce((total, [a, b]) => total + (a[axis] + b[axis]) * cross(a, b), 0)
  return [originLon + sum(0) / weight, originLat + sum(1) / weight]
}

function contains(ring: Ring, [lon, lat]: Point): boolean {
  return crossings(ring, lat).filter((crossing) => crossing > lon).length % 2 === 1
}

function middleOfChord(ring: Ring, lat: number): Point {
  const west = crossings(ring, lat)
  let widest = { width: 0, middle: ring[0]?.[0] ?? 0 }
  for (let index = 0; index + 1 < west.length; index += 2) {
    const [start = 0, end = 0] = west.slice(index, index + 2)
    if (end - start > widest.width) widest = { width: end - start, middle: (start + end) / 2 }
  }
  return [widest.middle, lat]
}

/** Where the parallel at `lat` crosses the ring, from west to east. */
function crossings(ring: Ring, lat: number): number[] {
  return edgesOf(ring)
    .filter(([a, b]) => a[1] > lat !== b[1] > lat)
    .map(([a, b]) => a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
    .toSorted((a, b) => a - b)
}

function edgesOf(ring: Ring): [Point, Point][] {
  return ring.map((point, index) => [point, ring[(index + 1) % ring.length] ?? point])
}

function cross(a: Point, b: Point): number {
  return a[0] * b[1] - b[0] * a[1]
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
