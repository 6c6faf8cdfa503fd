/** The laws a tree keeps on every day, told to whoever decided something that would break one. */
import type { Path, Problem } from '#kernel/problem.ts'
import { problems } from '../units.texts.ts'
import type { Kind, Life, Step } from './changes.model.ts'
import type { ElementaryChanges } from './elementary-changes.rules.ts'

/** The tree on the day before. */
export interface Before {
  readonly alive: ReadonlyMap<string, Life>
  /** Ids of the units that others stood under. */
  readonly parents: ReadonlySet<string>
  /** Ids of those under which places stood: their land is that of these. An agency stands on land and has none. */
  readonly parentsOfPlaces: ReadonlySet<string>
}

/** The tree as it stands before a decision changes it. */
export function beforeOf(alive: ReadonlyMap<string, Life>, kinds: readonly Kind[]): Before {
  const places = new Set(kinds.filter(({ tree }) => tree === 'place').map(({ code }) => code))
  const parentsOf = (lives: readonly Life[]) => new Set(lives.map((life) => parentOf(life) ?? ''))
  const lives = [...alive.values()]
  return {
    alive: new Map(alive),
    parents: parentsOf(lives),
    parentsOfPlaces: parentsOf(lives.filter(({ kind }) => places.has(kind))),
  }
}

export interface Judged {
  /** The units that stand when the day begins, by code. */
  readonly alive: ReadonlyMap<string, Life>
  readonly before: Before
  readonly kinds: readonly Kind[]
  readonly elementary: ElementaryChanges
  readonly steps: readonly Step[]
}

export function brokenLaws(judged: Judged): Problem[] {
  return [...orphans(judged), ...levels(judged), ...circles(judged), ...roots(judged), ...lands(judged)]
}

/** Nothing stands under a unit that ended. */
function orphans({ alive, before, elementary }: Judged): Problem[] {
  const existing = new Set([...alive.values()].map((life) => life.id))
  const below = Map.groupBy(
    [...alive.values()].filter((life) => isOrphan(life, existing)),
    (life) => parentOf(life) ?? '',
  )
  return elementary.closings.flatMap(({ at, code }) => {
    const left = below.get(before.alive.get(code)?.id ?? '') ?? []
    const [first] = left
    if (!first) return []
    return [problems.unitsBelow({ name: nameFor(before, code), count: left.length, first: fullName(first) }, at)]
  })
}

function isOrphan(life: Life, existing: ReadonlySet<string>): boolean {
  const parent = parentOf(life)
  return parent !== null && !existing.has(parent)
}

/** A place stands under a place of a level above its own. */
function levels({ alive, kinds, elementary }: Judged): Problem[] {
  const kindOf = new Map(kinds.map((kind) => [kind.code, kind]))
  const byId = new Map([...alive.values()].map((life) => [life.id, life]))
  return touched(elementary).flatMap(({ at, code }) => {
    const life = alive.get(code)
    const parent = life && byId.get(parentOf(life) ?? '')
    const own = kindOf.get(life?.kind ?? '')
    const above = kindOf.get(parent?.kind ?? '')
    if (!life || !parent || own?.tree !== 'place') return []
    const stands = above?.tree === 'place' && above.level < own.level
    return stands ? [] : [problems.notAbove({ name: fullName(life), parent: fullName(parent) }, at)]
  })
}

/** Nothing stands under itself, however long the way. */
function circles({ alive, elementary }: Judged): Problem[] {
  const byId = new Map([...alive.values()].map((life) => [life.id, life]))
  return touched(elementary).flatMap(({ at, code }) => {
    const life = alive.get(code)
    return life && isUnderItself(life, byId) ? [problems.underItself({ name: fullName(life) }, at)] : []
  })
}

function isUnderItself(life: Life, byId: ReadonlyMap<string, Life>): boolean {
  const seen = new Set([life.id])
  for (let at = byId.get(parentOf(life) ?? ''); at; at = byId.get(parentOf(at) ?? '')) {
    if (seen.has(at.id)) return true
    seen.add(at.id)
  }
  return false
}

function roots({ before, elementary }: Judged): Problem[] {
  return elementary.closings.flatMap(({ at, code }) => {
    const life = before.alive.get(code)
    return life && parentOf(life) === null && before.parents.has(life.id)
      ? [problems.rootEnds({ name: fullName(life) }, at)]
      : []
  })
}

/** Shares are rounded estimates: together they may miss the whole by this much. */
const rounding = 0.02

/** The land of a place goes somewhere, once: land is what a place has under which no other place stood. */
function lands(judged: Judged): Problem[] {
  const { before, elementary, kinds, steps } = judged
  const isPlace = (life: Life) => kinds.find((kind) => kind.code === life.kind)?.tree === 'place'
  const given = Map.groupBy(steps, (step) => step.fromId)
  const ended = elementary.closings.flatMap(({ at, code }) => {
    const life = before.alive.get(code)
    const keepsLand = life && isPlace(life) && !before.parentsOfPlaces.has(life.id)
    return keepsLand && !given.has(life.id) ? [problems.landLost({ name: fullName(life) }, at)] : []
  })
  const passed = [...before.alive.values()].flatMap((life) => {
    const own = given.get(life.id)
    const at = elementary.passings.find((passing) => passing.from === life.code)?.at
    return own && at ? partsOf(life, own, at, { isPlace: isPlace(life), judged }) : []
  })
  return [...ended, ...passed]
}

function partsOf(
  life: Life,
  steps: readonly Step[],
  at: Path,
  ground: { isPlace: boolean; judged: Judged },
): Problem[] {
  const name = fullName(life)
  const pairs = new Set(steps.map((step) => `${step.toId} ${step.scope ?? ''}`))
  if (pairs.size < steps.length) return [problems.passedTwice({ name }, at)]
  if (steps.some((step) => step.toId === life.id)) return [problems.passedToItself({ name }, at)]
  if (!ground.isPlace) return []
  const { alive } = ground.judged
  const takers = [...alive.values()].filter((taker) => steps.some((step) => step.toId === taker.id))
  const other = takers.find((taker) => taker.kind !== life.kind)
  if (other) return [problems.kindsDiffer({ name, other: fullName(other) }, at)]
  const isWhole = steps.some((step) => step.part === 'full')
  if (isWhole && steps.length > 1) return [problems.wholeAndParts({ name }, at)]
  const stays = alive.get(life.code)?.id === life.id
  if (isWhole && stays) return [problems.wholeButStays({ name }, at)]
  const total = steps.reduce((sum, step) => sum + (step.share ?? 0), 0)
  return total > 1 + rounding ? [problems.moreThanWhole({ name, percent: Math.round(total * 100) }, at)] : []
}

function touched({ openings, revisions }: ElementaryChanges): { at: Path; code: string }[] {
  return [...openings.map(({ at, unit }) => ({ at, code: unit.code })), ...revisions]
}

function parentOf(life: Life): string | null {
  return life.versions.at(-1)?.parentId ?? null
}

function fullName(life: Life): string {
  return life.versions.at(-1)?.fullName ?? life.code
}

function nameFor(before: Before, code: string): string {
  const life = before.alive.get(code)
  return life ? fullName(life) : code
}
