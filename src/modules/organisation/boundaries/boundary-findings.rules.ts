/** What a person should know of boundaries before they are used: names, sizes, places and borders that do not agree. */
import { describe, type Problem } from '#kernel/problem.ts'
import { areaDifference, compareNames } from './area-matches.rules.ts'
import type { Finding, Place, Shape } from './boundaries.model.ts'
import { problems as boundaryProblems } from './boundaries.texts.ts'
import { problems } from './boundary-findings.texts.ts'
import type { Area } from './geojson.rules.ts'
import { overlapsOf } from './overlaps.rules.ts'
import { areaKm2, type Box, crossesItself, kmOutside, type Patience } from './shape-measures.rules.ts'

/** The boundary of a place, ready to be kept. */
export interface PlaceBoundary extends Box {
  readonly place: Place
  readonly shape: Shape
  readonly areaKm2: number
}

/** An area of the file, and the name that it gives. */
type NamedArea = Area & { readonly name: string }

interface Judging {
  readonly on: string
  /** Whether areas are known by their names: then the names agree already. */
  readonly isNamed: boolean
  readonly left: Patience
}

/** What there is to say of one boundary, made of one area of the file or of several. */
export function judge(boundary: PlaceBoundary, areas: readonly NamedArea[], { on, isNamed, left }: Judging): Finding[] {
  const { place, shape } = boundary
  const feature = areas[0]?.number
  const findings = isNamed ? [] : areas.flatMap((area) => judgeName(place, area, on))
  if (areas.length > 1) findings.push(...judgeParts(place, areas, isNamed))
  for (const area of areas) {
    if (areaKm2(area.shape) > 0) continue
    findings.push(finding('error', boundaryProblems.flat({ feature: String(area.number) }), area.number, place))
  }
  if (crossesItself(shape, left))
    findings.push(finding('warning', problems.crossing({ unit: place.fullName }), feature, place))
  return [...findings, ...judgeSize(boundary, feature), ...judgePosition(boundary, feature)]
}

function judgeName(place: Place, { number, name }: NamedArea, on: string): Finding[] {
  const likeness = name ? compareNames(name, place) : 'same'
  const params = { feature: String(number), name, unit: place.fullName, code: place.code, on }
  if (likeness === 'near') return [finding('warning', problems.nearName(params), number, place)]
  return likeness === 'other' ? [finding('error', problems.otherName(params), number, place)] : []
}

/** Of the smaller part: more than borders that do not quite meet. */
const mostOfPart = 0.005
/** Areas named in a sentence. */
const mostNumbers = 10

/** Parts that stand apart are joined; those that lie upon each other are two drawings of one place, and which is right is not for us to say. */
function judgeParts(place: Place, areas: readonly NamedArea[], isNamed: boolean): Finding[] {
  const { overlaps } = overlapsOf(
    areas.map(({ shape }) => shape),
    0,
  )
  const unit = place.fullName
  const twice = overlaps.flatMap(({ one, other, areaKm2: common }) => {
    const [first, second] = [areas[one], areas[other]]
    if (!first || !second || common <= mostOfPart * Math.min(areaKm2(first.shape), areaKm2(second.shape))) return []
    const params = { feature: String(second.number), unit, first: String(first.number), common }
    return [finding('error', problems.twice(params), second.number, place)]
  })
  if (twice.length > 0) return twice
  const numbers = areas.slice(0, mostNumbers).map(({ number }) => number)
  const features = [...numbers, ...(areas.length > mostNumbers ? ['…'] : [])].join(', ')
  const problem = problems.joined({ unit, features, count: areas.length })
  return [finding(isNamed ? 'warning' : 'note', problem, areas[0]?.number, place)]
}

function judgeSize({ place, areaKm2: measured }: PlaceBoundary, feature: number | undefined): Finding[] {
  const difference = areaDifference(measured, place.areaKm2)
  if (difference === undefined) return []
  const say = place.areaIsEstimate ? problems.areaDiffersFromEstimate : problems.areaDiffers
  const percent = String(Math.round(difference * 100))
  const params = { unit: place.fullName, measured, official: place.areaKm2 ?? 0, percent }
  return [finding('warning', say(params), feature, place)]
}

/** Positions on record are of offices and centres: a little outside of a coarse outline is no matter. */
const mostKmOutside = 2

function judgePosition({ place, ...box }: PlaceBoundary, feature: number | undefined): Finding[] {
  const km = place.point ? kmOutside(box, place.point) : 0
  if (km <= mostKmOutside) return []
  return [finding('warning', problems.farFromPlace({ unit: place.fullName, km }), feature, place)]
}

/** Neighbours drawn one by one share no border to the metre: so much, and such a part of the smaller, is no overlap yet. */
const leastKm2 = 0.02
const leastShare = 0.005
const mostOverlaps = 50

/**
 * Units of one kind lie side by side: each two that lie upon each other are told with how much, the largest first. So are those of the
 * file with those that it leaves out and whose boundary stands.
 */
export function overlapFindings(boundaries: readonly PlaceBoundary[], existing: readonly PlaceBoundary[]): Finding[] {
  const given = new Set(boundaries.map(({ place }) => place.id))
  const leftOut = existing.filter(({ place }) => !given.has(place.id))
  const kinds = [...Map.groupBy(boundaries, ({ place }) => place.kind).entries()]
  return kinds.flatMap(([kind, ofFile]) => {
    const rows = [...ofFile, ...leftOut.filter(({ place }) => place.kind === kind)]
    const { overlaps, isWhole } = overlapsOf(
      rows.map(({ shape }) => shape),
      leastKm2,
    )
    const params = overlaps.flatMap(({ one, other, areaKm2: common }) => {
      const [first, second] = [rows[one], rows[other]]
      // Two that both stand were told when they came.
      if (!first || !second || one >= ofFile.length) return []
      const share = common / Math.min(first.areaKm2, second.areaKm2)
      if (!(share > leastShare)) return []
      const names = { unit: first.place.fullName, other: second.place.fullName }
      const percent = String(Math.round(Math.min(1, share) * 100))
      const problem = other < ofFile.length ? problems.overlapping : problems.overlapsStanding
      return [finding('warning', problem({ ...names, common, percent }), undefined, first.place)]
    })
    const more = params.length - mostOverlaps
    return [
      ...params.slice(0, mostOverlaps),
      ...(more > 0 ? [finding('warning', problems.moreOverlaps({ count: more }))] : []),
      ...(isWhole ? [] : [finding('warning', problems.overlapsNotAllSeen())]),
    ]
  })
}

/** Names told of the units that a file leaves out. */
const mostNames = 12

/** For each kind that the file has: who of that kind is not in it. */
export function missing(boundaries: readonly PlaceBoundary[], places: readonly Place[]): Finding[] {
  const there = new Set(boundaries.map(({ place }) => place.id))
  const kinds = new Set(boundaries.map(({ place }) => place.kind))
  return [...kinds].flatMap((kind) => {
    const ofKind = places.filter((place) => place.kind === kind)
    const left = ofKind.filter((place) => !there.has(place.id))
    if (left.length === 0) return []
    const names = left.slice(0, mostNames).map((place) => place.fullName)
    const params = { names: names.join(', '), more: left.length > mostNames ? 'yes' : 'no' }
    return [
      finding('warning', problems.without({ ...params, count: String(left.length), units: String(ofKind.length) })),
    ]
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
