/** What follows units when they change: roles, duties, forms and targets; foreseen, done with the decision, and taken back. */
import { type ForeseenRole, followRoles, foreseeRoles, unfollowRoles } from '#modules/access'
import { carryOver, foreseeSubmissions } from '#modules/collection'
import type { Aftermath } from '#modules/organisation'
import { followDuties, foreseeDuties, foreseeTargets } from '#modules/plan'
import type { Work } from '#platform/operation.ts'
import type { Followed, ToldRole } from './changes.model.ts'

/** A decision as those who follow know it. */
export interface Decision {
  readonly id: string
  /** "Nghị quyết 1656/NQ-UBTVQH15" */
  readonly basis: string
  readonly aftermath: Aftermath
}

/** What would follow; nothing is written. */
export async function foreseeFollowed(tx: Work['tx'], aftermath: Aftermath): Promise<Followed> {
  return { roles: (await foreseeRoles(tx, aftermath)).map(toldRole), ...(await foreseeThings(tx, aftermath)) }
}

async function foreseeThings(tx: Work['tx'], aftermath: Aftermath): Promise<Omit<Followed, 'roles'>> {
  const duties = await foreseeDuties(tx, aftermath)
  const forms = await foreseeSubmissions(tx, aftermath)
  const targets = await foreseeTargets(tx, aftermath)
  return {
    duties: duties.map(({ ref, title, from, to }) => ({ ref, title, from: from.name, to: to?.name ?? null })),
    forms: forms.map(({ unit, to, ...form }) => ({ ...form, unit: unit.name, to: to.map((each) => each.name) })),
    targets: targets.map(({ ref, year, subject, unitKind }) => ({ ref, year, subject, unitKind })),
  }
}

function toldRole({ account, role, from, to, others, why }: ForeseenRole): ToldRole {
  const [heir] = to
  const names = others.map((unit) => unit.name)
  return { person: account.name, role, from: from.name, to: heir?.name ?? null, others: names, why }
}

/**
 * Lets roles and duties follow from the day of the decision, in the transaction in which the units changed; forms only when that day
 * has come. Gives what followed.
 */
export async function follow(work: Work, decision: Decision): Promise<Followed> {
  const { tx } = work
  const things = await foreseeThings(tx, decision.aftermath)
  const roles = (await moveRoles(work, decision)).map(toldRole)
  await followDuties(tx)
  if (decision.aftermath.on <= work.today) await carryForms(work, decision)
  return { roles, ...things }
}

/** What the day itself brings: roles given since the approval, and the forms. Gives the roles that moved now. */
export async function followOnTheDay(work: Work, decision: Decision): Promise<ToldRole[]> {
  const roles = await moveRoles(work, decision)
  await followDuties(work.tx)
  await carryForms(work, decision)
  return roles.map(toldRole)
}

/** Takes back what followed a decision that is not in force; call it before the units change back. */
export async function unfollow({ tx, now, publish }: Work, id: string): Promise<void> {
  await unfollowRoles(tx, id, { at: now, publish })
}

/** Duties go by successions alone: when these are as before, so are they. */
export async function unfollowDuties({ tx }: Work): Promise<void> {
  await followDuties(tx)
}

function moveRoles({ tx, now, newId, publish }: Work, { id, basis, aftermath }: Decision): Promise<ForeseenRole[]> {
  return followRoles(tx, aftermath, { reformId: id, decision: basis, at: now, newId, publish })
}

async function carryForms({ tx, now, newId, caller }: Work, { basis, aftermath }: Decision): Promise<void> {
  const { account } = caller
  const by = account && { id: account.id, name: account.name }
  await carryOver(tx, aftermath, { decision: basis, at: now, newId, by })
}
