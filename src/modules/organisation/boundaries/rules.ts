/** A file of boundaries examined against the units of a day: whose each area is, and what a person should know before it is used. */
import { formatDate } from '#kernel/language.ts'
import { describe, type Problem } from '#kernel/problem.ts'
import { areaDifference, type Columns, codesToTry, columnsOf, compareNames, textOf } from './matching/rules.ts'
import { areaKm2, type Box, boxOf, crossesItself, turned } from './measuring/rules.ts'
import type { Finding, Place, Shape } from './model.ts'
import { type Area, readAreas } from './reading/rules.ts'
import { problems } from './texts.ts'

/** The boundary of a place, ready to be kept. */
export interface PlaceBoundary extends Box {
  readonly place: Place
  readonly shape: Shape
  readonly areaKm2: number
}

export interface Examined {
  readonly features: number
  readonly columns: Columns
  readonly boundaries: readonly PlaceBoundary[]
  readonly findings: readonly Finding[]
}

export interface Asked {
  readonly on: string
  /** The places of that day, of every kind. */
  readonly places: readonly Place[]
  readonly codeProperty?: string
  readonly nameProperty?: string
}

/** Reads the text of a GeoJSON file and puts its areas to the places of the day. */
export function examine(text: string, asked: Asked): Examined {
  const read = readAreas(text)
  const columns = columnsOf(read.areas, { code: asked.codeProperty, name: asked.nameProperty })
  const findings: Finding[] = read.problems.map((problem) => finding('error', problem, problem.feature))
  if (!columns.code) {
    if (read.areas.length > 0) {
      findings.push(finding('error', problems.noCodeProperty({ found: columns.all.slice(0, 30).join(', ') || '–' })))
    }
    return { features: read.count, columns, boundaries: [], findings }
  }
  const boundaries = placeAreas(read.areas, { code: columns.code, name: columns.name }, asked, findings)
  if (!findings.some(({ severity }) => severity === 'error')) {
    findings.push(...missing(boundaries, asked.places))
  }
  return { features: read.count, columns, boundaries, findings }
}

type Named = { readonly code: string; readonly name: string | undefined }

function placeAreas(areas: readonly Area[], columns: Named, asked: Asked, findings: Finding[]): PlaceBoundary[] {
  const byCode = new Map(asked.places.map((place) => [place.code, place]))
  const firsts = new Map<string, number>()
  const boundaries: PlaceBoundary[] = []
  let turnedCount = 0
  for (const area of areas) {
    const place = placeOf(area, columns, byCode, asked.on)
    if ('words' in place) {
      findings.push(finding('error', place, area.number))
      continue
    }
    const first = firsts.get(place.code)
    if (first !== undefined) {
      const told = { feature: String(area.number), unit: place.fullName, first: String(first) }
      findings.push(finding('error', problems.twice(told), area.number, place))
      continue
    }
    firsts.set(place.code, area.number)
    const { shape, isTurned } = turned(area.shape)
    if (isTurned) turnedCount += 1
    const boundary = { place, shape, areaKm2: areaKm2(shape), ...boxOf(shape) }
    findings.push(...judged(boundary, area, columns, asked.on))
    boundaries.push(boundary)
  }
  if (turnedCount > 0) findings.push(finding('note', problems.turnedRings({ count: String(turnedCount) })))
  return boundaries
}

function placeOf(area: Area, columns: Named, byCode: ReadonlyMap<string, Place>, on: string): Place | Problem {
  const feature = String(area.number)
  const code = textOf(propertyOf(area, columns.code))
  if (code === '') return problems.noCode({ feature, property: columns.code })
  const known = codesToTry(code).map((each) => byCode.get(each))
  const place = known.find((each) => each !== undefined)
  if (place) return place
  const name = nameOf(area, columns)
  return problems.noSuchUnit({ feature, on: formatDate(on), code: code.slice(0, 60), said: name ? ` (${name})` : '' })
}

/** A feature has what its file says it has: not what every object does. */
function propertyOf({ properties }: Area, name: string): unknown {
  return Object.hasOwn(properties, name) ? properties[name] : undefined
}

function nameOf(area: Area, columns: Named): string {
  return columns.name ? textOf(propertyOf(area, columns.name)).slice(0, 100) : ''
}

function judged({ place, shape, areaKm2: measured }: PlaceBoundary, area: Area, columns: Named, on: string): Finding[] {
  const found: Finding[] = []
  const feature = String(area.number)
  const name = nameOf(area, columns)
  const likeness = name ? compareNames(name, place) : 'same'
  const unit = place.fullName
  if (likeness === 'near')
    found.push(finding('warning', problems.nearName({ feature, name, unit }), area.number, place))
  if (likeness === 'other') {
    const told = problems.otherName({ feature, name, unit, code: place.code, on: formatDate(on) })
    found.push(finding('error', told, area.number, place))
  }
  if (!(measured > 0)) found.push(finding('error', problems.flat({ feature }), area.number, place))
  if (crossesItself(shape)) found.push(finding('warning', problems.crossing({ unit }), area.number, place))
  const difference = areaDifference(measured, place.areaKm2)
  if (difference !== undefined) {
    const say = place.areaIsEstimate ? problems.areaDiffersFromEstimate : problems.areaDiffers
    const told = { unit, measured, official: place.areaKm2 ?? 0, percent: String(Math.round(difference * 100)) }
    found.push(finding('warning', say(told), area.number, place))
  }
  return found
}

/** Names told of the units that a file leaves out. */
const mostNames = 12

/** For each kind that the file has: who of that kind is not in it. */
function missing(boundaries: readonly PlaceBoundary[], places: readonly Place[]): Finding[] {
  const there = new Set(boundaries.map(({ place }) => place.id))
  const kinds = new Set(boundaries.map(({ place }) => place.kind))
  return [...kinds].flatMap((kind) => {
    const ofKind = places.filter((place) => place.kind === kind)
    const left = ofKind.filter((place) => !there.has(place.id))
    if (left.length === 0) return []
    const names = left.slice(0, mostNames).map((place) => place.fullName)
    const told = { names: [...names, ...(left.length > mostNames ? ['…'] : [])].join(', ') }
    return [finding('warning', problems.without({ ...told, count: String(left.length), units: String(ofKind.length) }))]
  })
}

/** The words are put together now, as they are kept: what a unit is called may change later. */
export function finding(severity: Finding['severity'], problem: Problem, feature?: number, place?: Place): Finding {
  return {
    severity,
    feature: feature ?? null,
    unit: place?.code ?? null,
    code: problem.code,
    words: { vi: describe('vi', problem), en: describe('en', problem) },
  }
}

/** Boundaries by kind of place, beside how many places of the kind there are. */
export function countKinds(boundaries: readonly PlaceBoundary[], places: readonly Place[]) {
  const kinds = Map.groupBy(boundaries, ({ place }) => place.kind)
  return [...kinds].map(([kind, rows]) => ({
    kind,
    kindName: rows[0]?.place.kindName ?? { vi: kind, en: kind },
    boundaries: rows.length,
    units: places.filter((place) => place.kind === kind).length,
  }))
}
