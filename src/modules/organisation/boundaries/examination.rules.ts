/**
 * A file of boundaries examined against the units of a day: whose each area is, and what a person should know before it is used.
 * From bytes to plain values, so that it runs wherever there is room for it.
 */

import { type Columns, columnsOf } from './area-matches.rules.ts'
import { nameOf, type Placing, placingOf } from './area-places.rules.ts'
import type { Finding, NameMatch, Place, UnitShape } from './boundaries.model.ts'
import { finding, judge, missing, overlapFindings, type PlaceBoundary } from './boundary-findings.rules.ts'
import { problems } from './examination.texts.ts'
import { textWithin } from './file-limits.rules.ts'
import { type Area, type AreaProblem, readAreas } from './geojson.rules.ts'
import { areaKm2, boxOf, patience, turned } from './shape-measures.rules.ts'

export interface Examination {
  readonly features: number
  readonly columns: Pick<Columns, 'code' | 'name'>
  readonly boundaries: readonly PlaceBoundary[]
  /** Areas that were put to units by name. */
  readonly matches: readonly NameMatch[]
  readonly findings: readonly Finding[]
}

export interface ExaminationInput {
  readonly on: string
  /** The places of that day, of every kind. */
  readonly places: readonly Place[]
  /** The boundaries in use on that day. */
  readonly existing?: readonly Pick<UnitShape, 'code' | 'coordinates'>[]
  readonly codeProperty?: string
  readonly nameProperty?: string
  /** The code of the unit that all areas are of, where the file does not say. */
  readonly unit?: string
}

/** Reads a GeoJSON file and puts its areas to the places of the day. */
export function examineFile(bytes: Uint8Array, input: ExaminationInput): Examination {
  const within = textWithin(bytes)
  if ('text' in within) return examine(within.text, input)
  const columns = { code: undefined, name: undefined }
  return { features: 0, columns, boundaries: [], matches: [], findings: [finding('error', within.problem)] }
}

/** The same from the text of the file. */
export function examine(text: string, input: ExaminationInput): Examination {
  const areas = readAreas(text)
  const columns = columnsOf(areas.areas, { code: input.codeProperty, name: input.nameProperty })
  const findings: Finding[] = [
    ...areas.problems.map((problem) => finding('error', problem, problem.feature)),
    ...areas.passedOver.map((areaProblem: AreaProblem) => finding('warning', areaProblem, areaProblem.feature)),
  ]
  const placing = placingOf(areas.areas, columns, input)
  const facts = { features: areas.count, columns: { code: placing.code, name: columns.name } }
  if (!placing.by) {
    if (areas.areas.length > 0) {
      findings.push(finding('error', problems.noCodeProperty({ found: columns.all.slice(0, 30).join(', ') || '–' })))
    }
    return { ...facts, boundaries: [], matches: [], findings }
  }
  const { boundaries, matches } = placeAreas(areas.areas, columns, placing, input, findings)
  if (!findings.some(({ severity }) => severity === 'error')) findings.push(...missing(boundaries, input.places))
  return { ...facts, boundaries, matches, findings }
}

/** The areas that one place has in the file: islands and exclaves may stand each for itself. */
interface Parts {
  readonly place: Place
  readonly areas: Area[]
}

function placeAreas(
  areas: readonly Area[],
  columns: Columns,
  placing: Placing,
  input: ExaminationInput,
  findings: Finding[],
) {
  const { placed, matches } = partsOf(areas, placing, findings)
  const isNamed = placing.by === 'name'
  const left = patience()
  let turnedCount = 0
  const boundaries = placed.map(({ place, areas: parts }): PlaceBoundary => {
    const turnedParts = parts.map((area) => turned(area.shape))
    turnedCount += turnedParts.filter(({ isTurned }) => isTurned).length
    const shape = turnedParts.flatMap((part) => part.shape)
    const boundary = { place, shape, areaKm2: areaKm2(shape), ...boxOf(shape) }
    const named = parts.map((area) => ({ ...area, name: nameOf(area, columns) }))
    findings.push(...judge(boundary, named, { on: input.on, isNamed, left }))
    return boundary
  })
  if (turnedCount > 0) findings.push(finding('note', problems.turnedRings({ count: String(turnedCount) })))
  findings.push(...overlapFindings(boundaries, existingOf(input)))
  if (left.comparisons <= 0) findings.push(finding('warning', problems.crossingsNotAllSeen()))
  if (isNamed && matches.length > 0) findings.push(namedBy(placing, matches))
  return { boundaries, matches }
}

function existingOf({ existing = [], places }: ExaminationInput): PlaceBoundary[] {
  const byCode = new Map(places.map((place) => [place.code, place]))
  return existing.flatMap(({ code, coordinates: shape }) => {
    const place = byCode.get(code)
    return place ? [{ place, shape, areaKm2: areaKm2(shape), ...boxOf(shape) }] : []
  })
}

function partsOf(areas: readonly Area[], placing: Placing, findings: Finding[]) {
  const parts = new Map<string, Parts>()
  const matches: NameMatch[] = []
  const elsewhere = new Map<string, number>()
  for (const area of areas) {
    const put = placing.put(area)
    if ('problem' in put) findings.push(finding('error', put.problem, area.number))
    else if ('elsewhere' in put) elsewhere.set(put.elsewhere, (elsewhere.get(put.elsewhere) ?? 0) + 1)
    else {
      if (put.match) matches.push(put.match)
      const known = parts.get(put.place.id)
      if (known) known.areas.push(area)
      else parts.set(put.place.id, { place: put.place, areas: [area] })
    }
  }
  if (elsewhere.size > 0) {
    const count = [...elsewhere.values()].reduce((sum, each) => sum + each, 0)
    const names = [...elsewhere.keys()].slice(0, 5).join(', ') + (elsewhere.size > 5 ? ', …' : '')
    // With nothing of this city in it the file is another one's.
    const severity = parts.size > 0 ? 'note' : 'error'
    findings.push(finding(severity, problems.otherProvince({ count, names })))
  }
  return { placed: [...parts.values()], matches }
}

function namedBy({ setAside }: Placing, matches: readonly NameMatch[]): Finding {
  const params = {
    count: matches.length,
    property: setAside?.property ?? '',
    value: setAside?.value.slice(0, 40) ?? '',
  }
  return finding('warning', setAside ? problems.namedInsteadOfCodes(params) : problems.namedNotCoded(params))
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
