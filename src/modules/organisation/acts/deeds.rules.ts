/** Acts taken apart into the four things that can happen to units: opened, closed, revised, and passed on. */
import type { Path } from '#kernel/problem.ts'
import type { Act, NewUnit, Step } from './acts.model.ts'

/** What happened, and at which act of the decision. */
interface Deed {
  readonly at: Path
}

export interface Opening extends Deed {
  readonly unit: NewUnit
}
export interface Closing extends Deed {
  readonly code: string
}
export interface Revision extends Deed {
  readonly code: string
  readonly name?: string
  readonly type?: string
  readonly parent?: string
}
export interface Passing
  extends Deed,
    Pick<Step, 'part' | 'share' | 'populationMoves' | 'scope' | 'scopeVi' | 'scopeEn' | 'verified'> {
  readonly from: string
  readonly to: string
  /** Where it differs from the decision's own. */
  readonly basis?: string
}

export interface Deeds {
  readonly openings: readonly Opening[]
  readonly closings: readonly Closing[]
  readonly revisions: readonly Revision[]
  readonly passings: readonly Passing[]
}

/** What a decision's acts come to; each deed says which act it is of, from 0. */
export function deedsOf(acts: readonly Act[]): Deeds {
  const each = acts.map((act, index) => deedsOfAct(act, ['acts', index]))
  return {
    openings: each.flatMap((deeds) => deeds.openings ?? []),
    closings: each.flatMap((deeds) => deeds.closings ?? []),
    revisions: each.flatMap((deeds) => deeds.revisions ?? []),
    passings: each.flatMap((deeds) => deeds.passings ?? []),
  }
}

function deedsOfAct(act: Act, at: Path): Partial<Deeds> {
  switch (act.act) {
    case 'open':
      return { openings: [{ at, unit: act.unit }] }
    case 'close':
      return { closings: [{ at, code: act.code }] }
    case 'rename':
      return { revisions: [{ at, code: act.code, name: act.name }] }
    case 'retype':
      return { revisions: [{ at, code: act.code, type: act.type }] }
    case 'move':
      return { revisions: [{ at, code: act.code, parent: act.parent }] }
    case 'merge':
      return merged(act, at)
    case 'split':
      return divided(act, at)
    case 'transfer':
      return { passings: [land(at, act, 'partial')] }
    case 'pass':
      return { passings: [{ ...land(at, act, act.part), basis: act.basis }] }
    case 'succeed':
      return { passings: [tasks(act, at)] }
  }
}

/** A new unit may bear the code of one that ends; an existing one that is among those merged stays and takes the others. */
function merged(act: Extract<Act, { act: 'merge' }>, at: Path): Partial<Deeds> {
  const { code, openings } = opened(act.into, at)
  const ending = openings.length > 0 ? act.from : act.from.filter((from) => from !== code)
  return {
    openings,
    closings: ending.map((from) => ({ at, code: from })),
    passings: ending.map((from) => land(at, { from, to: code, share: 1, people: 'all' }, 'full')),
  }
}

/** Where one of the parts is the unit itself, it stays with what is left. */
function divided(act: Extract<Act, { act: 'split' }>, at: Path): Partial<Deeds> {
  const parts = act.into.map((part) => ({ ...part, ...opened(part.unit, at) }))
  const stays = parts.some((part) => part.openings.length === 0 && part.code === act.from)
  return {
    openings: parts.flatMap((part) => part.openings),
    closings: stays ? [] : [{ at, code: act.from }],
    passings: parts
      .filter((part) => part.openings.length > 0 || part.code !== act.from)
      .map((part) => land(at, { from: act.from, to: part.code, share: part.share, people: part.people }, 'partial')),
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

function tasks({ from, to, scope, verified, basis }: Extract<Act, { act: 'succeed' }>, at: Path): Passing {
  const of = { scope: scope?.code ?? null, scopeVi: scope?.vi ?? null, scopeEn: scope?.en ?? null }
  return { at, from, to, part: scope ? 'partial' : 'full', share: null, populationMoves: null, ...of, verified, basis }
}
