/** Grows the tree: puts decisions upon what stood before them, one after the other, each whole or not at all. */
import type { Problem } from '#kernel/problem.ts'
import { isValidOn, sinceEver, stillValid } from '../units.rules.ts'
import { problems } from '../units.texts.ts'
import type { Kind, Life, NewUnit, Step, Tree, UnitDecision, Version } from './changes.model.ts'
import {
  type Closing,
  type ElementaryChanges,
  elementaryChangesOf,
  type Opening,
  type Passing,
  type Revision,
} from './elementary-changes.rules.ts'
import { type Before, beforeOf, brokenLaws } from './tree-laws.rules.ts'

export interface Grown {
  readonly tree: Tree
  /** The first decision that does not fit, and why; the tree is what the ones before it give. */
  readonly fault: { readonly decision: UnitDecision; readonly problems: readonly Problem[] } | undefined
}

/** A unit while the tree grows: a copy that may change. */
interface Growing {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly openedOn: string
  closedOn: string
  versions: Version[]
}

/** Decisions are given in the order in which they take effect. What the foundation knows to have ended stays as it is. */
export function growTree(foundation: Tree, kinds: readonly Kind[], decisions: readonly UnitDecision[]): Grown {
  const lastDay = lastChangeOf(foundation)
  let tree = foundation
  for (const decision of decisions) {
    const tooEarly = lastDay !== undefined && decision.on < lastDay
    const grown = tooEarly ? [problems.beforeFoundation({ on: lastDay }, ['on'])] : withDecision(tree, kinds, decision)
    if (Array.isArray(grown)) return { tree, fault: { decision, problems: grown } }
    tree = grown
  }
  return { tree, fault: undefined }
}

/** The last day on which something of a tree changed: a change of an earlier day cannot be told from what followed it. */
export function lastChangeOf({ lives }: Tree): string | undefined {
  const days = lives.flatMap((life) => [life.closedOn, ...life.versions.map((version) => version.validFrom)])
  return days
    .filter((day) => day !== sinceEver && day !== stillValid)
    .sort()
    .at(-1)
}

function withDecision(tree: Tree, kinds: readonly Kind[], decision: UnitDecision): Tree | Problem[] {
  const lives = new Map<string, Growing>(tree.lives.map((life) => [life.id, { ...life, versions: [...life.versions] }]))
  const alive = new Map(
    [...lives.values()].filter((life) => life.closedOn === stillValid).map((life) => [life.code, life]),
  )
  const before = beforeOf(alive, kinds)
  const elementary = elementaryChangesOf(decision.changes)
  const work = { lives, alive, decision, elementary, kinds, before }
  const problems = [...close(work), ...open(work), ...revise(work)]
  const steps = problems.length === 0 ? passOn(work, problems) : []
  if (problems.length === 0) problems.push(...brokenLaws({ alive, before, kinds, elementary, steps }))
  return problems.length > 0 ? problems : { lives: [...lives.values()], steps: [...tree.steps, ...steps] }
}

interface Work {
  readonly lives: Map<string, Growing>
  readonly alive: Map<string, Growing>
  readonly decision: UnitDecision
  readonly elementary: ElementaryChanges
  readonly kinds: readonly Kind[]
  readonly before: Before
}

function close({ alive, decision: { on }, elementary }: Work): Problem[] {
  return elementary.closings.flatMap(({ at, code }: Closing) => {
    const life = alive.get(code)
    if (!life) return [problems.notStanding({ code, on }, at)]
    if (life.openedOn === on) return [problems.endsAsItBegins({ code, on }, at)]
    alive.delete(code)
    life.closedOn = on
    life.versions = endedOn(life.versions, on)
    return []
  })
}

/** A version that begins on the very day the unit ends never stood. */
function endedOn(versions: readonly Version[], on: string): Version[] {
  return versions
    .filter((version) => version.validFrom === sinceEver || version.validFrom < on)
    .map((version) => (isValidOn(version, on) ? { ...version, validTo: on } : version))
}

function open({ lives, alive, decision, elementary, kinds }: Work): Problem[] {
  const { on, basis, unitIds } = decision
  const begun = elementary.openings.flatMap(({ at, unit }: Opening) => {
    const id = Object.hasOwn(unitIds, unit.code) ? unitIds[unit.code] : undefined
    if (!id) throw new Error(`no id for ${unit.code}, which the decision opens`)
    const existing = alive.get(unit.code)
    if (existing) return [problems.codeTaken({ code: unit.code, name: nameOf(existing) }, at)]
    if (!kinds.some((kind) => kind.code === unit.kind)) return [problems.unknownKind({ kind: unit.kind }, at)]
    const version = firstVersion(unit, kinds, on, basis)
    const life = { id, code: unit.code, kind: unit.kind, openedOn: on, closedOn: stillValid, versions: [version] }
    alive.set(unit.code, life)
    lives.set(id, life)
    return []
  })
  // Parents after all are open: a new unit may stand under another new one.
  const placed = elementary.openings.flatMap(({ at, unit }) => {
    const life = alive.get(unit.code)
    const parent = alive.get(unit.parent)
    if (life && parent) life.versions = life.versions.map((version) => ({ ...version, parentId: parent.id }))
    return parent ? [] : [problems.notStanding({ code: unit.parent, on }, at)]
  })
  return [...begun, ...placed]
}

function firstVersion(unit: NewUnit, kinds: readonly Kind[], on: string, source: string): Version {
  const { kind, name, type, areaKm2, areaIsEstimate, seat, lon, lat } = unit
  const fullName = fullNameOf(kinds, kind, type, name)
  const life = { validFrom: on, validTo: stillValid, parentId: null }
  return { ...life, name, fullName, type, areaKm2, areaIsEstimate, seat, lon, lat, source }
}

/** A place is written with its type, "Phường Ba Đình"; an agency is its name. */
function fullNameOf(kinds: readonly Kind[], code: string, type: string, name: string): string {
  const isPlace = kinds.find((kind) => kind.code === code)?.tree === 'place'
  return isPlace ? `${type} ${name}` : name
}

function revise({ alive, decision: { on, basis }, elementary, kinds }: Work): Problem[] {
  return elementary.revisions.flatMap(({ at, code, name, type, parent }: Revision) => {
    const life = alive.get(code)
    const last = life?.versions.at(-1)
    if (!life || !last) return [problems.notStanding({ code, on }, at)]
    const above = parent === undefined ? undefined : alive.get(parent)
    if (parent !== undefined && !above) return [problems.notStanding({ code: parent, on }, at)]
    const next = { name: name ?? last.name, type: type ?? last.type, parentId: above?.id ?? last.parentId }
    const isSame = next.name === last.name && next.type === last.type && next.parentId === last.parentId
    if (isSame) return [problems.nothingChanges({ code, name: nameOf(life) }, at)]
    const fullName = fullNameOf(kinds, life.kind, next.type, next.name)
    const version = { ...last, ...next, fullName, validFrom: on, source: basis }
    life.versions =
      last.validFrom === on ? [...life.versions.slice(0, -1), version] : [...endedOn(life.versions, on), version]
    return []
  })
}

/** Who gives is named as of the day before, who takes as of the day itself: a code may be both, of two units. */
function passOn({ alive, decision: { on, basis }, elementary, before }: Work, faults: Problem[]): Step[] {
  return elementary.passings.flatMap((passing: Passing) => {
    const { at, from, to, basis: own, part, share, populationMoves, scope, scopeVi, scopeEn, verified } = passing
    const giver = before.alive.get(from)
    const taker = alive.get(to)
    if (!giver || !taker) {
      faults.push(problems.notStanding({ code: giver ? to : from, on }, at))
      return []
    }
    const what = { part, share, populationMoves, scope, scopeVi, scopeEn, verified }
    return [{ on, fromId: giver.id, toId: taker.id, ...what, basis: own ?? basis }]
  })
}

export function nameOf(life: Pick<Life, 'code' | 'versions'>): string {
  return life.versions.at(-1)?.fullName ?? life.code
}
