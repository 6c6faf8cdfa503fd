/** Tells a decision's aftermath: counts, and lists cut to what is asked for. */
import { describe, type Problem } from '#kernel/problem.ts'
import type { Act, Aftermath, Passing, UnitRef } from '#modules/organisation'
import type {
  Fault,
  Followed,
  ListAsked,
  ListName,
  ToldLife,
  ToldPassing,
  ToldUnit,
  UnitCounts,
  UnitLists,
} from './changes.model.ts'

export function countsOf({ opened, ended, revised, passings }: Aftermath): UnitCounts {
  const estimated = new Set(passings.filter(isEstimate).map((step) => step.to.id))
  return {
    opened: opened.length,
    ended: ended.length,
    revised: revised.length,
    passings: passings.length,
    estimates: estimated.size,
  }
}

/** A part of a place takes its figures by a share, unless the decision says where its people are. */
function isEstimate({ part, populationMoves, from }: Passing): boolean {
  return part === 'partial' && from.kind !== 'agency' && populationMoves !== 'all' && populationMoves !== 'none'
}

/** How many neighbours a line names before it only counts them. */
const mostNamed = 4

/** The lists of units, each cut; `eve` is the day before, on which ended units still stood. */
export function listsOf(aftermath: Aftermath, acts: readonly Act[], eve: string, asked: ListAsked): UnitLists {
  const { on, opened, ended, revised, passings } = aftermath
  const cut = <T>(name: ListName, rows: readonly T[]) => cutOf(asked, name, rows)
  const given = Map.groupBy(passings, (step) => step.from.id)
  const taken = Map.groupBy(passings, (step) => step.to.id)
  const bases = new Map(acts.flatMap((act) => (act.act === 'pass' ? [[`${act.from} ${act.to}`, act.basis]] : [])))
  const passing = ({ from, to, part, share, populationMoves: people, scope }: Passing): ToldPassing => {
    const basis = bases.get(`${from.code} ${to.code}`) ?? null
    return { from: told(from, eve), to: told(to, on), part, share, people, scope, basis }
  }
  return {
    opened: cut('opened', opened).map((unit) =>
      life(
        unit,
        on,
        (taken.get(unit.id) ?? []).map((step) => told(step.from, eve)),
      ),
    ),
    ended: cut('ended', ended).map((unit) =>
      life(
        unit,
        eve,
        (given.get(unit.id) ?? []).map((step) => told(step.to, on)),
      ),
    ),
    revised: cut('revised', revised).map((change) => ({ ...change, unit: told(change.unit, on) })),
    passings: cut('passings', passings).map(passing),
  }
}

export function cutOf<T>({ list, from, limit }: ListAsked, name: ListName, rows: readonly T[]): T[] {
  if (list === undefined) return rows.slice(0, limit)
  return list === name ? rows.slice(from, from + limit) : []
}

export function cutFollowed(followed: Followed, asked: ListAsked): Followed {
  return {
    roles: cutOf(asked, 'roles', followed.roles),
    duties: cutOf(asked, 'duties', followed.duties),
    forms: cutOf(asked, 'forms', followed.forms),
    targets: cutOf(asked, 'targets', followed.targets),
  }
}

function told({ code, name, kind }: UnitRef, on: string): ToldUnit {
  return { code, name, kind, on }
}

function life(unit: UnitRef, on: string, others: readonly ToldUnit[]): ToldLife {
  return { ...told(unit, on), others: others.slice(0, mostNamed), more: Math.max(0, others.length - mostNamed) }
}

/** Problems of a proposal, each with the number of its act from 1. */
export function faultsOf(problems: readonly Problem[]): Fault[] {
  return problems.map((problem) => {
    const [where, place] = problem.path ?? []
    const act = where === 'acts' && typeof place === 'number' ? place + 1 : null
    return { code: problem.code, vi: describe('vi', problem), en: describe('en', problem), act }
  })
}
