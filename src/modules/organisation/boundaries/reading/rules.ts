/** A GeoJSON text read into areas, with everything that is wrong with it said by the number of the area. */
import type { Problem } from '#kernel/problem.ts'
import type { Position, Ring, Shape } from '../model.ts'
import { problems } from '../texts.ts'

/** An area of the file. */
export interface Area {
  /** From 1. */
  readonly number: number
  readonly properties: Readonly<Record<string, unknown>>
  readonly shape: Shape
}

export interface ReadAreas {
  readonly areas: readonly Area[]
  /** How many the file has, also those that could not be read. */
  readonly count: number
  readonly problems: readonly (Problem & { readonly feature?: number })[]
}

/** All of Vietnam's communes many times over. */
const mostAreas = 50_000

/** Vietnam with its archipelagos, in degrees. */
const country = { west: 102, south: 6, east: 118, north: 24 }

export function readAreas(text: string): ReadAreas {
  const file = parsed(text.replace(/^\uFEFF/, ''))
  if ('problem' in file) return { areas: [], count: 0, problems: [file.problem] }
  const features = featuresOf(file.value)
  if ('words' in features) return { areas: [], count: 0, problems: [features] }
  const areas: Area[] = []
  const found: (Problem & { feature?: number })[] = []
  for (const [index, feature] of features.entries()) {
    const number = index + 1
    const read = readFeature(feature, number)
    if ('shape' in read) areas.push(read)
    else found.push({ ...read, feature: number })
  }
  return { areas, count: features.length, problems: found }
}

function parsed(text: string): { value: unknown } | { problem: Problem } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { problem: problems.boundariesNotJson({ reason: error instanceof Error ? error.message : '' }) }
  }
}

type Fields = Readonly<Record<string, unknown>>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function featuresOf(file: unknown): unknown[] | Problem {
  if (!isFields(file) || file.type !== 'FeatureCollection' || !Array.isArray(file.features)) {
    return problems.boundariesNotGeoJson({ found: kindOf(file) })
  }
  const reference = referenceOf(file.crs)
  if (reference !== undefined && !/(CRS84|EPSG:+4326|WGS ?84)$/i.test(reference)) {
    return problems.wrongReference({ name: reference })
  }
  const { features } = file
  if (features.length === 0) return problems.boundariesEmpty()
  if (features.length > mostAreas) return problems.boundariesTooMany({ count: features.length, most: mostAreas })
  return features
}

/** What the file says it is, in a few letters. */
function kindOf(value: unknown): string {
  if (!isFields(value)) return Array.isArray(value) ? 'array' : (value ?? null) === null ? 'null' : typeof value
  return typeof value.type === 'string' ? value.type.slice(0, 40) : 'object'
}

/** The older GeoJSON names its reference system: `{ properties: { name: "urn:ogc:def:crs:EPSG::3405" } }`. */
function referenceOf(crs: unknown): string | undefined {
  if (!isFields(crs)) return undefined
  const name = isFields(crs.properties) ? crs.properties.name : undefined
  return typeof name === 'string' ? name.slice(0, 100) : 'crs'
}

function readFeature(feature: unknown, number: number): Area | Problem {
  if (!isFields(feature) || feature.type !== 'Feature') return problems.badFeature({ feature: String(number) })
  const { geometry, id } = feature
  const polygons = polygonsOf(geometry)
  if (!polygons) return problems.notAnArea({ feature: String(number), found: kindOf(geometry) })
  const shape = readShape(polygons, String(number))
  if ('words' in shape) return shape
  const properties = isFields(feature.properties) ? feature.properties : {}
  return { number, properties: id === undefined ? properties : { id, ...properties }, shape }
}

function polygonsOf(geometry: unknown): unknown[] | undefined {
  if (!isFields(geometry)) return undefined
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  if (geometry.type !== 'MultiPolygon') return undefined
  return Array.isArray(geometry.coordinates) ? geometry.coordinates : [undefined]
}

function readShape(polygons: readonly unknown[], feature: string): Shape | Problem {
  const shape: Ring[][] = []
  for (const polygon of polygons) {
    if (!Array.isArray(polygon)) return problems.badPositions({ feature })
    const rings: Ring[] = []
    for (const given of polygon) {
      const ring = readRing(given, feature)
      if ('words' in ring) return ring
      rings.push(ring)
    }
    if (rings.length > 0) shape.push(rings)
  }
  return shape.length > 0 ? shape : problems.flat({ feature })
}

function readRing(given: unknown, feature: string): Ring | Problem {
  if (!Array.isArray(given)) return problems.badPositions({ feature })
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

function misplaced(lon: number, lat: number, feature: string): Problem | undefined {
  if (isInCountry(lon, lat)) return undefined
  const told = { feature, lon: String(lon), lat: String(lat) }
  if (isInCountry(lat, lon)) return problems.swapped(told)
  return Math.abs(lon) > 180 || Math.abs(lat) > 90 ? problems.projected(told) : problems.outside(told)
}

function isInCountry(lon: number, lat: number): boolean {
  return lon >= country.west && lon <= country.east && lat >= country.south && lat <= country.north
}
