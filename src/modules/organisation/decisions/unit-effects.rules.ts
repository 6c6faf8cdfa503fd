/** What a decision changes, told to the modules above: they move people, duties and forms by it. */

import type { UnitRef } from '../units.model.ts'
import { dayBefore, isValidOn } from '../units.rules.ts'
import type { Life, Step, Tree, Version } from './changes.model.ts'

/** Land or tasks going from one unit to another. */
export interface Passing {
  /** As it was called on the day before. */
  readonly from: UnitRef
  /** As it is called on the day itself. */
  readonly to: UnitRef
  readonly part: 'full' | 'partial'
  /** Of the area, 0..1; null where it is not known, and for agencies. */
  readonly share: number | null
  readonly populationMoves: 'all' | 'part' | 'none' | null
  /** Which tasks of an agency; null = everything. */
  readonly scope: string | null
  readonly verified: boolean
}

/** A unit that lives on under another name, of another type, or under another unit. */
export interface Revised {
  readonly unit: UnitRef
  readonly what: 'name' | 'type' | 'parent'
  readonly old: string
  readonly new: string
}

export interface UnitEffects {
  /** The first day on which it is so. */
  readonly on: string
  readonly ended: readonly UnitRef[]
  readonly opened: readonly UnitRef[]
  readonly revised: readonly Revised[]
  readonly passings: readonly Passing[]
}

/** The difference between two trees that is due to one day. */
export function unitEffectsOf(last: Tree, next: Tree, on: string): UnitEffects {
  const lasting = new Map(last.lives.map((life) => [life.id, life]))
  const lives = new Map(next.lives.map((life) => [life.id, life]))
  const eve = dayBefore(on)
  const known = new Set(last.steps.map(keyOf))
  const fresh = next.steps.filter((step) => step.on === on && !known.has(keyOf(step)))
  return {
    on,
    ended: next.lives
      .filter((life) => life.closedOn === on && lasting.get(life.id)?.closedOn !== on)
      .map((life) => refOn(life, eve)),
    opened: next.lives.filter((life) => life.openedOn === on && !lasting.has(life.id)).map((life) => refOn(life, on)),
    revised: next.lives.flatMap((life) => revisionsOf(life, lasting.get(life.id), on, lives)),
    passings: fresh.flatMap((step) => {
      const [from, to] = [lives.get(step.fromId), lives.get(step.toId)]
      const { part, share, populationMoves, scope, verified } = step
      return from && to
        ? [{ from: refOn(from, eve), to: refOn(to, on), part, share, populationMoves, scope, verified }]
        : []
    }),
  }
}

function keyOf({ on, fromId, toId, scope }: Step): string {
  return `${on} ${fromId} ${toId} ${scope ?? ''}`
}

function revisionsOf(life: Life, before: Life | undefined, on: string, lives: ReadonlyMap<string, Life>): Revised[] {
  const now = versionOn(life, on)
  const then = before && versionOn(before, on)
  if (!now || !then || life.closedOn === on) return []
  const unit = refOn(life, on)
  const parentName = ({ parentId }: Version) => {
    const parent = lives.get(parentId ?? '')
    return parent ? refOn(parent, on).name : ''
  }
  const changes = [
    { what: 'name' as const, old: then.name, new: now.name },
    { what: 'type' as const, old: then.type, new: now.type },
    { what: 'parent' as const, old: parentName(then), new: parentName(now) },
  ]
  return changes.filter((change) => change.old !== change.new).map((change) => ({ unit, ...change }))
}

function versionOn(life: Life, on: string): Version | undefined {
  return life.versions.find((version) => isValidOn(version, on))
}

function refOn(life: Life, on: string): UnitRef {
  const version = versionOn(life, on) ?? life.versions.at(-1)
  return { id: life.id, code: life.code, kind: life.kind, name: version?.fullName ?? life.code }
}
