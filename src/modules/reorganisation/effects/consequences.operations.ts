/** What follows units when they change: roles, duties, forms and targets; foreseen, done with the decision, and taken back. */
import { type ForeseenRole, followRoles, foreseeRoles, unfollowRoles } from '#modules/access'
import { carryOver, foreseeSubmissions } from '#modules/collection'
import type { UnitEffects } from '#modules/organisation'
import { followDuties, foreseeDuties, foreseeTargets } from '#modules/plan'
import type { Work } from '#platform/operation.ts'
import type { Consequences, RoleConsequence } from './effects.model.ts'

/** A decision as those who follow know it. */
export interface Decision {
  readonly id: string
  /** "Nghị quyết 1656/NQ-UBTVQH15" */
  readonly basis: string
  readonly unitEffects: UnitEffects
}

/** What would follow; nothing is written. */
export async function foreseeConsequences(tx: Work['tx'], unitEffects: UnitEffects): Promise<Consequences> {
  return {
    roles: (await foreseeRoles(tx, unitEffects)).map(roleConsequence),
    ...(await foreseeThings(tx, unitEffects)),
  }
}

async function foreseeThings(tx: Work['tx'], unitEffects: UnitEffects): Promise<Omit<Consequences, 'roles'>> {
  const duties = await foreseeDuties(tx, unitEffects)
  const forms = await foreseeSubmissions(tx, unitEffects)
  const targets = await foreseeTargets(tx, unitEffects)
  return {
    duties: duties.map(({ ref, title, from, to }) => ({ ref, title, from: from.name, to: to?.name ?? null })),
    forms: forms.map(({ unit, to, ...form }) => ({ ...form, unit: unit.name, to: to.map((each) => each.name) })),
    targets: targets.map(({ ref, year, subject, unitKind }) => ({ ref, year, subject, unitKind })),
  }
}

function roleConsequence({ account, role, field, from, to, others, why }: ForeseenRole): RoleConsequence {
  const [successor] = to
  const names = others.map((unit) => unit.name)
  return { person: account.name, role, field, from: from.name, to: successor?.name ?? null, others: names, why }
}

/**
 * Lets roles and duties follow from the day of the decision, in the transaction in which the units changed; forms only when that day
 * has come. Gives what followed.
 */
export async function follow(work: Work, decision: Decision): Promise<Consequences> {
  const { tx } = work
  const things = await foreseeThings(tx, decision.unitEffects)
  const roles = (await moveRoles(work, decision)).map(roleConsequence)
  await followDuties(tx)
  if (decision.unitEffects.on <= work.today) await carryForms(work, decision)
  return { roles, ...things }
}

/** What the day itself brings: roles given since the approval, and the forms. Gives the roles that moved now. */
export async function followOnTheDay(work: Work, decision: Decision): Promise<RoleConsequence[]> {
  const roles = await moveRoles(work, decision)
  await followDuties(work.tx)
  await carryForms(work, decision)
  return roles.map(roleConsequence)
}

/** Takes back what followed a decision that is not in force; call it before the units change back. */
export async function unfollow({ tx, now, publish }: Work, id: string): Promise<void> {
  await unfollowRoles(tx, id, { at: now, publish })
}

/** Duties go by successions alone: when these are as before, so are they. */
export async function unfollowDuties({ tx }: Work): Promise<void> {
  await followDuties(tx)
}

function moveRoles({ tx, now, newId, publish }: Work, { id, basis, unitEffects }: Decision): Promise<ForeseenRole[]> {
  return followRoles(tx, unitEffects, { decisionId: id, decision: basis, at: now, newId, publish })
}

async function carryForms({ tx, now, newId, caller }: Work, { basis, unitEffects }: Decision): Promise<void> {
  const { account } = caller
  const by = account && { id: account.id, name: account.name }
  await carryOver(tx, unitEffects, { decision: basis, at: now, newId, by })
}
