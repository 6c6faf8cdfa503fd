/** Duties follow the tasks of agencies; and what a decision about units would mean for duties and targets is foreseen. */
import type { Words } from '#kernel/language.ts'
import { requireIndicators } from '#modules/indicators'
import type { UnitEffects, UnitRef } from '#modules/organisation'
import type { Tx } from '#platform/database/index.ts'
import type { Duty, Target } from '../plan.model.ts'
import { findPlan, listTargets } from '../plan.store.ts'
import { type Held, holderOn, holdersOf, type Passing } from './duty-holders.rules.ts'
import * as store from './duty-holders.store.ts'

/**
 * Makes the holders of all duties what the successions of agencies say: after whatever wrote duties or successions, also when a
 * decision is taken back. Called twice it changes nothing. Gives how many holdings came or went.
 */
export async function followDuties(tx: Tx): Promise<number> {
  const passings = await store.listPassings(tx)
  const duties = await store.listHeld(tx)
  const holders = duties.flatMap((duty) =>
    holdersOf(duty, passings, duty.from).map(({ agency, ...held }) => ({ ...held, dutyId: duty.id, unitId: agency })),
  )
  return store.writeHolders(tx, holders)
}

/** A duty that a decision gives to another agency; `to` null where its agency ends and nobody takes it over. */
export interface ForeseenDuty {
  readonly dutyId: string
  readonly ref: string
  readonly title: Words
  readonly role: Duty['role']
  readonly from: UnitRef
  readonly to: UnitRef | null
}

/** The duties in force that a decision would give to other agencies, in the order of the plan; nothing is written. */
export async function foreseeDuties(tx: Tx, unitEffects: UnitEffects): Promise<ForeseenDuty[]> {
  const { on, ended } = unitEffects
  const own = unitEffects.passings.map(({ from, to, ...rest }) => ({ ...rest, on, from: from.id, to: to.id }))
  const ownKeys = new Set(own.map(keyOf))
  const others = (await store.listPassings(tx)).filter((passing) => !ownKeys.has(keyOf(passing)))
  const units = new Map(unitEffects.passings.flatMap(({ from, to }) => [from, to]).map((unit) => [unit.id, unit]))
  for (const unit of ended) units.set(unit.id, unit)
  const gone = new Set(ended.map((unit) => unit.id))
  const duties = (await store.listHeld(tx)).filter(({ from, until }) => from < on && (until === null || until > on))
  return duties.flatMap(({ id: dutyId, ref, title, role, ...duty }) => {
    const holder = (passings: readonly Passing[]): Held | undefined =>
      holderOn(holdersOf(duty, passings, duty.from), on)
    const [before, after] = [holder(others)?.agency ?? '', holder([...others, ...own])?.agency ?? '']
    const from = units.get(before)
    if (!from || (before === after && !gone.has(before))) return []
    const to = gone.has(after) ? null : (units.get(after) ?? null)
    return [{ dutyId, ref, title, role, from, to }]
  })
}

function keyOf({ on, from, to, scope }: Passing): string {
  return `${on} ${from} ${to} ${scope ?? ''}`
}

/** A target that can no longer be counted, because the kind of unit it counts is no more. */
export interface ForeseenTarget {
  readonly targetId: string
  readonly ref: string
  readonly year: number
  readonly subject: Words
  readonly indicator: string
  /** The kind of unit that ends: `district`. */
  readonly unitKind: string
}

/** The targets in force for the year of the decision or a later one that count a kind of unit which it ends altogether. */
export async function foreseeTargets(tx: Tx, { on, ended, opened }: UnitEffects): Promise<ForeseenTarget[]> {
  const [plan] = await findPlan(tx)
  const left = await store.listStandingKinds(tx, { on, without: ended.map((unit) => unit.id) })
  const standing = new Set([...left, ...opened].map((unit) => unit.kind))
  const ending = new Set(ended.map((unit) => unit.kind).filter((kind) => !standing.has(kind)))
  if (!plan || ending.size === 0) return []
  const targets = (await listTargets(tx, { planId: plan.id })).filter((target) => isAsked(target, on))
  const indicators = await requireIndicators(tx, [...new Set(targets.map((target) => target.indicator))])
  const kindOf = new Map(indicators.map(({ code, unitKind }) => [code, unitKind]))
  return targets.flatMap(({ id: targetId, ref, year, subject, indicator }) => {
    const unitKind = kindOf.get(indicator) ?? ''
    return ending.has(unitKind) ? [{ targetId, ref, year, subject, indicator, unitKind }] : []
  })
}

function isAsked({ year, until }: Target, on: string): boolean {
  return year >= Number(on.slice(0, 4)) && (until === null || until.effectiveOn > on)
}
