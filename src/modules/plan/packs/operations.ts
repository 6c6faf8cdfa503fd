/** Loads a plan: its clauses, targets, duties with their holders to this day, and component plans. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { unitFinder } from '#modules/organisation'
import { operator } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import { readPack } from '#platform/packs.ts'
import { followDuties } from '../following/operations.ts'
import { findPlan } from '../store.ts'
import { problems } from '../texts.ts'
import { insertFirstVersion } from '../versions/operations.ts'
import { ClausePack, ComponentPlanPack, DutyPack, PlanPack, TargetPack } from './model.ts'
import * as store from './store.ts'

export const loadPlan = operation({
  name: 'plan.loadPack',
  summary: 'Loads a plan from a pack into a database that has none.',
  effect: 'write',
  may: operator,
  input: z.object({ pack: z.string().regex(/^[a-z-]+\/[a-z0-9-]+$/) }),
  output: z.object({ id: z.uuid(), targets: z.number(), duties: z.number() }),
  async run({ tx, now, newId, audit }, { pack }) {
    if ((await findPlan(tx)).length > 0) throw new ProblemError(problems.alreadyLoaded())
    const id = newId()
    const plan = await readPack(`${pack}/plan`, PlanPack)
    const find = await unitFinder(tx)
    const idOf = (code: string, on: string) => requireId(find(code, on)?.id, code, on)
    await store.insertPlan(tx, { ...plan, id, standingAgencyId: idOf(plan.standingAgency, plan.issuedOn) })
    await insertFirstVersion(tx, { ...plan, id, at: now })
    await store.insertClauses(tx, id, await readPack(`${pack}/clauses`, ClausePack))
    const targets = await readPack(`${pack}/targets`, TargetPack)
    await store.insertGroups(tx, id, targets.groups)
    const asked = targets.rows.map((row) => ({ ...row, id: newId() }))
    await store.insertTargets(tx, id, asked)
    const duties = await readPack(`${pack}/duties`, DutyPack)
    const facts = duties.rows.map((row) => ({ ...row, id: newId(), agencyId: idOf(row.agency, plan.issuedOn) }))
    await store.insertDuties(tx, id, facts)
    await followDuties(tx)
    const parts = await readPack(`${pack}/component-plans`, ComponentPlanPack)
    const placed = parts.rows.map((row) => ({
      ...row,
      leadId: idOf(row.lead, plan.issuedOn),
      coordinatorId: idOf(row.coordinator, plan.issuedOn),
    }))
    await store.insertComponentPlans(tx, id, placed)
    audit({ subject: `plan ${plan.symbol}`, new: { targets: targets.rows.length, duties: facts.length } })
    return { id, targets: targets.rows.length, duties: facts.length }
  },
})

function requireId(id: string | undefined, code: string, on: string): string {
  if (!id) throw new Error(`the plan names agency ${code}, which is not there on ${on}`)
  return id
}
