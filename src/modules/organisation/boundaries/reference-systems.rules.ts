/** Reference systems: which one a file names, which one its numbers look like, and what there is to do about it. */
import type { Problem } from '#kernel/problem.ts'
import { problems } from './boundaries.texts.ts'

export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Vietnam with its archipelagos, in degrees. */
const country = { west: 102, south: 6, east: 118, north: 24 }

/** VN-2000 by the numbers of the EPSG register: in degrees, and in metres of UTM and of the three-degree zones of provinces. */
const vn2000Degrees = new Set([4755, 4756])
const vn2000Metres = (epsg: number) =>
  epsg === 3405 || epsg === 3406 || (epsg >= 5896 && epsg <= 5899) || (epsg >= 9205 && epsg <= 9218)
const wgs84 = new Set([4326, 4979])

/** What is wrong with the reference system that a file, an area or a shape names; older GeoJSON and many programs write one. */
export function wrongReference(holder: Fields): Problem | undefined {
  const { crs } = holder
  if (crs === undefined || crs === null) return undefined
  const name = nameOf(crs)
  const epsg = Number(/epsg.*?(\d{4,6})\D*$/i.exec(name)?.[1] ?? Number.NaN)
  if (wgs84.has(epsg) || /CRS:?84h?$/i.test(name) || /^(GCS[ _])?WGS[ _-]?(19)?84$/i.test(name)) return undefined
  return problems.wrongReference({ name, system: systemOf(name, epsg) })
}

/** `{ properties: { name: "urn:ogc:def:crs:EPSG::3405" } }`, `{ type: "EPSG", properties: { code: 3405 } }`, or only its name. */
function nameOf(crs: unknown): string {
  if (typeof crs === 'string') return crs.trim().slice(0, 100)
  if (!isFields(crs) || !isFields(crs.properties)) return 'crs'
  const { name, code, href } = crs.properties
  const system = [name, code, href].find((each) => typeof each === 'string' || typeof each === 'number')
  if (system === undefined) return 'crs'
  const text = String(system).trim().slice(0, 100)
  return /^\d+$/.test(text) ? `EPSG:${text}` : text
}

function systemOf(name: string, epsg: number): 'degrees' | 'metres' | 'other' {
  if (vn2000Degrees.has(epsg)) return 'degrees'
  if (vn2000Metres(epsg)) return 'metres'
  if (!/VN[-_ ]?2000/i.test(name)) return 'other'
  return /UTM|TM[-_ ]?[36]|zone|múi|mui|gauss|metre/i.test(name) ? 'metres' : 'degrees'
}

/** Larger numbers are no coordinates of any map. */
const mostNumber = 1e8

/** A position that is not where Vietnam is, in degrees with longitude first. */
export function misplaced(lon: number, lat: number, feature: string): Problem | undefined {
  if (isInCountry(lon, lat)) return undefined
  const params = { feature, lon: short(lon), lat: short(lat), others: 0 }
  if (isInCountry(lat, lon)) return problems.swapped(params)
  if (Math.max(Math.abs(lon), Math.abs(lat)) > mostNumber) return problems.hugeNumber(params)
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return problems.outside(params)
  return problems.projected({ ...params, system: gridOf(lon, lat) })
}

function isInCountry(lon: number, lat: number): boolean {
  return lon >= country.west && lon <= country.east && lat >= country.south && lat <= country.north
}

/** Metres of VN-2000 and of UTM look alike: some hundred kilometres eastwards, as far north of the equator as Vietnam is. */
function gridOf(x: number, y: number): 'metres' | 'mercator' | 'other' {
  const isEasting = (value: number) => value > 100_000 && value < 1_000_000
  const isNorthing = (value: number) => value > 650_000 && value < 2_700_000
  if ((isEasting(x) && isNorthing(y)) || (isEasting(y) && isNorthing(x))) return 'metres'
  return x > 11_300_000 && x < 13_200_000 && y > 600_000 && y < 2_800_000 ? 'mercator' : 'other'
}

function short(value: number): string {
  return Math.abs(value) > mostNumber ? value.toExponential(2) : String(value)
}
