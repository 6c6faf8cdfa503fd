/**
 * How much of each place lies in each later and earlier one. A place is followed through stretches of days on which its land
 * stayed the same; steps lead from one stretch to the next, and ways through several steps multiply.
 */
import type { Life, Step, Tree } from './changes.model.ts'

/** How surely a weight is known, surest first. */
export const bases = ['whole', 'people', 'share', 'even'] as const
export type Basis = (typeof bases)[number]

/** Of what was counted for `from` on a day of its stretch, `weight` (0..1] belongs to `to` on a day of its own. */
export interface Line {
  readonly fromId: string
  readonly fromStart: string
  readonly fromEnd: string
  readonly toId: string
  readonly toStart: string
  readonly toEnd: string
  readonly weight: number
  readonly basis: Basis
}

interface Stretch {
  readonly unitId: string
  readonly start: string
  readonly end: string
  /** Square kilometres; null where it is not known. */
  readonly area: number | null
}

interface Weighed {
  readonly weight: number
  readonly basis: Basis
}

interface Link extends Weighed {
  readonly from: Stretch
  readonly to: Stretch
}

type Reach = ReadonlyMap<Stretch, Weighed>

/** Every pair of stretches one of which holds land of the other, and each with itself. `isPlace` tells places from agencies. */
export function crosswalkOf({ lives, steps }: Tree, isPlace: (life: Life) => boolean): Line[] {
  const places = lives.filter(isPlace)
  const ids = new Set(places.map((life) => life.id))
  const ofPlaces = steps.filter((step) => ids.has(step.fromId) && ids.has(step.toId))
  const stretches = places.flatMap((life) => stretchesOf(life, ofPlaces))
  const links = linksOf(stretches, ofPlaces)
  const forward = reachAlong(stretches, links)
  const backward = reachAlong(stretches, reversed(links))
  return stretches.flatMap((from) => [
    lineOf(from, from, { weight: 1, basis: 'whole' }),
    ...[...(forward.get(from) ?? [])].map(([to, weighed]) => lineOf(from, to, weighed)),
    ...[...(backward.get(from) ?? [])].map(([to, weighed]) => lineOf(from, to, weighed)),
  ])
}

function lineOf(from: Stretch, to: Stretch, { weight, basis }: Weighed): Line {
  const ends = { fromStart: from.start, fromEnd: from.end, toStart: to.start, toEnd: to.end }
  return { fromId: from.unitId, toId: to.unitId, ...ends, weight, basis }
}

/** A place's life, cut on every day on which it gave or took land and lived on. */
function stretchesOf(life: Life, steps: readonly Step[]): Stretch[] {
  const own = steps.filter((step) => step.fromId === life.id || step.toId === life.id)
  const within = own.map((step) => step.on).filter((on) => on !== life.openedOn && on !== life.closedOn)
  const cuts = [life.openedOn, ...[...new Set(within)].sort(), life.closedOn]
  const area = life.versions.findLast((version) => version.areaKm2 !== null)?.areaKm2 ?? null
  return cuts.slice(1).map((end, index) => ({ unitId: life.id, start: cuts[index] ?? life.openedOn, end, area }))
}

function linksOf(stretches: readonly Stretch[], steps: readonly Step[]): Link[] {
  const ending = new Map(stretches.map((stretch) => [`${stretch.unitId} ${stretch.end}`, stretch]))
  const beginning = new Map(stretches.map((stretch) => [`${stretch.unitId} ${stretch.start}`, stretch]))
  const given = Map.groupBy(steps, (step) => `${step.fromId} ${step.on}`)
  return [...ending].flatMap(([key, from]) => {
    const own = given.get(key) ?? []
    const next = beginning.get(`${from.unitId} ${from.end}`)
    const takers = own.map((step) => beginning.get(`${step.toId} ${step.on}`))
    const parts = next ? [...own, keptPart(own)] : own
    const weights = weightsOf(parts)
    return [...takers, ...(next ? [next] : [])].flatMap((to, index) => {
      const weighed = weights[index]
      return to && weighed ? [{ from, to, ...weighed }] : []
    })
  })
}

type Part = Pick<Step, 'share' | 'populationMoves'>

/** What a unit that lives on keeps of itself: what it did not give. */
function keptPart(given: readonly Part[]): Part {
  const isKnown = given.every((part) => part.share !== null)
  const rest = 1 - given.reduce((sum, part) => sum + (part.share ?? 0), 0)
  const isEmptied = given.some((part) => part.populationMoves === 'all')
  const givesNobody = given.every((part) => part.populationMoves === 'none')
  const populationMoves = isEmptied ? 'none' : givesNobody ? 'all' : null
  return { share: isKnown ? Math.max(rest, 0) : null, populationMoves }
}

/**
 * How a unit's counts are divided among its parts, in their order; together 1. Where the decision says that all its people go
 * one way, or that none live in a part, that decides; else the shares of the area; where these are unknown, evenly.
 */
export function weightsOf(parts: readonly Part[]): Weighed[] {
  if (parts.length === 1) return [{ weight: 1, basis: 'whole' }]
  const all = parts.findIndex((part) => part.populationMoves === 'all')
  if (all >= 0) return parts.map((_, index) => ({ weight: index === all ? 1 : 0, basis: 'people' }))
  const peopled = parts.filter((part) => part.populationMoves !== 'none')
  // A resolution that sends the people nowhere tells nothing.
  const counted = peopled.length > 0 ? peopled : parts
  const [first, ...more] = counted
  if (more.length === 0) return parts.map((part) => ({ weight: part === first ? 1 : 0, basis: 'people' }))
  const sizes = sizesOf(counted)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const basis = counted.some((part) => part.share === null) ? 'even' : 'share'
  return parts.map((part) => ({ weight: (sizes[counted.indexOf(part)] ?? 0) / total, basis }))
}

/** Shares as they are known; the unknown ones divide evenly what is left, or count alike where nothing is. */
function sizesOf(parts: readonly Part[]): number[] {
  const known = parts.reduce((sum, part) => sum + (part.share ?? 0), 0)
  const unknown = parts.filter((part) => part.share === null).length
  if (unknown === 0) return known > 0 ? parts.map((part) => part.share ?? 0) : parts.map(() => 1)
  const each = known < 1 ? (1 - known) / unknown : 0
  return parts.map((part) => part.share ?? each)
}

/** The same links walked back: what a later place counts belongs to the earlier ones by their size. */
function reversed(links: readonly Link[]): Link[] {
  return [...Map.groupBy(links, (link) => link.to).values()].flatMap((incoming) => {
    const isKnown = incoming.every((link) => link.from.area !== null)
    const sizes = incoming.map((link) => (isKnown ? (link.from.area ?? 0) : 1) * link.weight)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    // Nobody came with any part: what is counted there since belongs to each alike.
    const isPeopled = total > 0
    const basis: Basis = incoming.length === 1 ? 'whole' : isKnown && isPeopled ? 'share' : 'even'
    return incoming.map((link, index) => {
      const weight = isPeopled ? (sizes[index] ?? 0) / total : 1 / incoming.length
      return { from: link.to, to: link.from, weight, basis }
    })
  })
}

/** Weights closer to nothing, or to all, than this are rounding. */
const nearly = 1e-9

/** From each stretch, all that its links lead to. A place that came apart and together again is whole. */
function reachAlong(stretches: readonly Stretch[], links: readonly Link[]): ReadonlyMap<Stretch, Reach> {
  const leaving = Map.groupBy(links, (link) => link.from)
  const known = new Map<Stretch, Reach>()
  const reachOf = (stretch: Stretch): Reach => {
    const memo = known.get(stretch)
    if (memo) return memo
    const reach = new Map<Stretch, Weighed>()
    for (const link of leaving.get(stretch) ?? []) {
      add(reach, link.to, link)
      for (const [to, further] of reachOf(link.to)) add(reach, to, joined(link, further))
    }
    const settled = new Map(
      [...reach].filter(([, { weight }]) => weight > nearly).map(([to, way]) => [to, settle(way)]),
    )
    known.set(stretch, settled)
    return settled
  }
  for (const stretch of stretches) reachOf(stretch)
  return known
}

function add(reach: Map<Stretch, Weighed>, to: Stretch, { weight, basis }: Weighed): void {
  const already = reach.get(to)
  reach.set(to, already ? { weight: already.weight + weight, basis: worse(already.basis, basis) } : { weight, basis })
}

function joined(first: Weighed, then: Weighed): Weighed {
  return { weight: first.weight * then.weight, basis: worse(first.basis, then.basis) }
}

function settle({ weight, basis }: Weighed): Weighed {
  // "All its people" keeps its name: its land went elsewhere in part.
  if (weight < 1 - nearly || basis === 'people') return { weight: Math.min(weight, 1), basis }
  return { weight: 1, basis: 'whole' }
}

function worse(one: Basis, other: Basis): Basis {
  return bases.indexOf(one) > bases.indexOf(other) ? one : other
}
