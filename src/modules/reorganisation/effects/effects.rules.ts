/** Tells a decision's effects: counts, and lists cut to what is asked for. */
import { describe, type Problem } from '#kernel/problem.ts'
import type { Passing, UnitChange, UnitEffects, UnitRef } from '#modules/organisation'
import type {
  AffectedUnit,
  Consequences,
  Fault,
  ListName,
  ListQuery,
  UnitCounts,
  UnitLists,
  UnitPassing,
  UnitWithOthers,
} from './effects.model.ts'

export function countsOf({ opened, ended, revised, passings }: UnitEffects): UnitCounts {
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
export function listsOf(
  unitEffects: UnitEffects,
  changes: readonly UnitChange[],
  eve: string,
  input: ListQuery,
): UnitLists {
  const { on, opened, ended, revised, passings } = unitEffects
  const cut = <T>(name: ListName, rows: readonly T[]) => cutOf(input, name, rows)
  const given = Map.groupBy(passings, (step) => step.from.id)
  const taken = Map.groupBy(passings, (step) => step.to.id)
  const bases = new Map(
    changes.flatMap((change) => (change.kind === 'pass' ? [[`${change.from} ${change.to}`, change.basis]] : [])),
  )
  const passing = ({ from, to, part, share, populationMoves: people, scope }: Passing): UnitPassing => {
    const basis = bases.get(`${from.code} ${to.code}`) ?? null
    return { from: affectedUnit(from, eve), to: affectedUnit(to, on), part, share, people, scope, basis }
  }
  return {
    opened: cut('opened', opened).map((unit) =>
      life(
        unit,
        on,
        (taken.get(unit.id) ?? []).map((step) => affectedUnit(step.from, eve)),
      ),
    ),
    ended: cut('ended', ended).map((unit) =>
      life(
        unit,
        eve,
        (given.get(unit.id) ?? []).map((step) => affectedUnit(step.to, on)),
      ),
    ),
    revised: cut('revised', revised).map((change) => ({ ...change, unit: affectedUnit(change.unit, on) })),
    passings: cut('passings', passings).map(passing),
  }
}

export function cutOf<T>({ list, from, limit }: ListQuery, name: ListName, rows: readonly T[]): T[] {
  if (list === undefined) return rows.slice(0, limit)
  return list === name ? rows.slice(from, from + limit) : []
}

export function cutConsequences(consequences: Consequences, input: ListQuery): Consequences {
  return {
    roles: cutOf(input, 'roles', consequences.roles),
    duties: cutOf(input, 'duties', consequences.duties),
    forms: cutOf(input, 'forms', consequences.forms),
    targets: cutOf(input, 'targets', consequences.targets),
  }
}

function affectedUnit({ code, name, kind }: UnitRef, on: string): AffectedUnit {
  return { code, name, kind, on }
}

function life(unit: UnitRef, on: string, others: readonly AffectedUnit[]): UnitWithOthers {
  return { ...affectedUnit(unit, on), others: others.slice(0, mostNamed), more: Math.max(0, others.length - mostNamed) }
}

/** Problems of a proposal, each with the number of its change from 1. */
export function faultsOf(problems: readonly Problem[]): Fault[] {
  return problems.map((problem) => {
    const [where, place] = problem.path ?? []
    const change = where === 'changes' && typeof place === 'number' ? place + 1 : null
    return { code: problem.code, vi: describe('vi', problem), en: describe('en', problem), change }
  })
}
