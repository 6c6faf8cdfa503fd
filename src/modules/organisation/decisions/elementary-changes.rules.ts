/** Changes taken apart into the four things that can happen to units: opened, closed, revised, and passed on. */
import type { Path } from '#kernel/problem.ts'
import type { Change, NewUnit, Step } from './changes.model.ts'

/** What happened, and at which change of the decision. */
interface ElementaryChange {
  readonly at: Path
}

export interface Opening extends ElementaryChange {
  readonly unit: NewUnit
}
export interface Closing extends ElementaryChange {
  readonly code: string
}
export interface Revision extends ElementaryChange {
  readonly code: string
  readonly name?: string
  readonly type?: string
  readonly parent?: string
}
export interface Passing
  extends ElementaryChange,
    Pick<Step, 'part' | 'share' | 'populationMoves' | 'scope' | 'scopeVi' | 'scopeEn' | 'verified'> {
  readonly from: string
  readonly to: string
  /** Where it differs from the decision's own. */
  readonly basis?: string
}

export interface ElementaryChanges {
  readonly openings: readonly Opening[]
  readonly closings: readonly Closing[]
  readonly revisions: readonly Revision[]
  readonly passings: readonly Passing[]
}

/** What a decision's changes come to; each elementary change says which change it is of, from 0. */
export function elementaryChangesOf(changes: readonly Change[]): ElementaryChanges {
  const each = changes.map((change, index) => elementaryChangesOfOne(change, ['changes', index]))
  return {
    openings: each.flatMap((elementary) => elementary.openings ?? []),
    closings: each.flatMap((elementary) => elementary.closings ?? []),
    revisions: each.flatMap((elementary) => elementary.revisions ?? []),
    passings: each.flatMap((elementary) => elementary.passings ?? []),
  }
}

function elementaryChangesOfOne(change: Change, at: Path): Partial<ElementaryChanges> {
  switch (change.kind) {
    case 'open':
      return { openings: [{ at, unit: change.unit }] }
    case 'close':
      return { closings: [{ at, code: change.code }] }
    case 'rename':
      return { revisions: [{ at, code: change.code, name: change.name }] }
    case 'retype':
      return { revisions: [{ at, code: change.code, type: change.type }] }
    case 'move':
      return { revisions: [{ at, code: change.code, parent: change.parent }] }
    case 'merge':
      return merged(change, at)
    case 'split':
      return divided(change, at)
    case 'transfer':
      return { passings: [land(at, change, 'partial')] }
    case 'pass':
      return { passings: [{ ...land(at, change, change.part), basis: change.basis }] }
    case 'succeed':
      return { passings: [tasks(change, at)] }
  }
}

/** A new unit may bear the code of one that ends; an existing one that is among those merged stays and takes the others. */
function merged(change: Extract<Change, { kind: 'merge' }>, at: Path): Partial<ElementaryChanges> {
  const { code, openings } = opened(change.into, at)
  const ending = openings.length > 0 ? change.from : change.from.filter((from) => from !== code)
  return {
    openings,
    closings: ending.map((from) => ({ at, code: from })),
    passings: ending.map((from) => land(at, { from, to: code, share: 1, people: 'all' }, 'full')),
  }
}

/** Where one of the parts is the unit itself, it stays with what is left. */
function divided(change: Extract<Change, { kind: 'split' }>, at: Path): Partial<ElementaryChanges> {
  const parts = change.into.map((part) => ({ ...part, ...opened(part.unit, at) }))
  const stays = parts.some((part) => part.openings.length === 0 && part.code === change.from)
  return {
    openings: parts.flatMap((part) => part.openings),
    closings: stays ? [] : [{ at, code: change.from }],
    passings: parts
      .filter((part) => part.openings.length > 0 || part.code !== change.from)
      .map((part) => land(at, { from: change.from, to: part.code, share: part.share, people: part.people }, 'partial')),
  }
}

function opened(target: string | NewUnit, at: Path): { code: string; openings: Opening[] } {
  return typeof target === 'string'
    ? { code: target, openings: [] }
    : { code: target.code, openings: [{ at, unit: target }] }
}

interface Piece {
  readonly from: string
  readonly to: string
  readonly share: number | null
  readonly people: Step['populationMoves']
}

function land(at: Path, { from, to, share, people }: Piece, part: Step['part']): Passing {
  const tasks = { scope: null, scopeVi: null, scopeEn: null }
  return { at, from, to, part, share: part === 'full' ? 1 : share, populationMoves: people, ...tasks, verified: true }
}

function tasks({ from, to, scope, verified, basis }: Extract<Change, { kind: 'succeed' }>, at: Path): Passing {
  const of = { scope: scope?.code ?? null, scopeVi: scope?.vi ?? null, scopeEn: scope?.en ?? null }
  return { at, from, to, part: scope ? 'partial' : 'full', share: null, populationMoves: null, ...of, verified, basis }
}
