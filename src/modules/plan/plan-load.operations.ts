/** Loads a plan: its clauses, targets, duties with their holders to this day, and component plans. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { unitFinder } from '#modules/organisation'
import { operator } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import { readPack } from '#platform/packs.ts'
import { followDuties } from './duties/duty-holders.operations.ts'
import { findPlan } from './plan.store.ts'
import { problems } from './plan.texts.ts'
import { ClausePack, ComponentPlanPack, DutyPack, PlanPack, TargetPack } from './plan-packs.model.ts'
import * as store from './plan-packs.store.ts'
import { indexPlan } from './plan-search.operations.ts'
import { insertFirstVersion } from './versions/versions.operations.ts'

export const loadPlan = operation({
  name: 'plan.loadPack',
  summary: 'Loads a plan from a pack into a database that has none.',
  effect: 'write',
  may: operator,
  input: z.object({
    pack: z
      .string()
      .max(120)
      .regex(/^[a-z-]+\/[a-z0-9-]+$/),
  }),
  output: z.object({ id: z.uuid(), targets: z.number(), duties: z.number() }),
  async run(work, { pack }) {
    const { tx, audit } = work
    if ((await findPlan(tx)).length > 0) throw new ProblemError(problems.alreadyLoaded())
    const plan = await readPack(`${pack}/plan`, PlanPack)
    const targets = await readPack(`${pack}/targets`, TargetPack)
    const duties = await readPack(`${pack}/duties`, DutyPack)
    const id = await writePlan(work, {
      plan,
      clauses: await readPack(`${pack}/clauses`, ClausePack),
      targets,
      duties: duties.rows,
      componentPlans: (await readPack(`${pack}/component-plans`, ComponentPlanPack)).rows,
    })
    audit({ subject: `plan ${plan.symbol}`, new: { targets: targets.rows.length, duties: duties.rows.length } })
    return { id, targets: targets.rows.length, duties: duties.rows.length }
  },
})

type TargetRow = z.infer<typeof TargetPack>['rows'][number]
type DutyRow = z.infer<typeof DutyPack>['rows'][number]

export interface WholePlan {
  readonly plan: z.infer<typeof PlanPack>
  readonly clauses: z.infer<typeof ClausePack>
  readonly targets: {
    readonly groups: z.infer<typeof TargetPack>['groups']
    readonly rows: readonly (Omit<TargetRow, 'note'> & { readonly note?: TargetRow['note'] | null })[]
  }
  readonly duties: readonly (Omit<DutyRow, 'scope'> & { readonly scope?: string | null })[]
  readonly componentPlans: z.infer<typeof ComponentPlanPack>['rows']
}

/**
 * Writes a plan as its first version, duties with their holders to this day. Agencies are named by the codes they had on the
 * day of the plan; throws `plan.unknownAgency`.
 */
export async function writePlan(
  { tx, now, newId, caller }: Pick<Work, 'tx' | 'now' | 'newId' | 'caller'>,
  { plan, clauses, targets, duties, componentPlans }: WholePlan,
  draftedBy?: string,
): Promise<string> {
  const id = newId()
  const find = await unitFinder(tx)
  const idOf = (code: string) => requireId(find(code, plan.issuedOn)?.id, code, plan.issuedOn)
  await store.insertPlan(tx, { ...plan, id, standingAgencyId: idOf(plan.standingAgency) })
  await insertFirstVersion(tx, { ...plan, id, at: now, draftedBy, publishedBy: caller.account?.id })
  await store.insertClauses(tx, id, clauses)
  await store.insertGroups(tx, id, targets.groups)
  await store.insertTargets(
    tx,
    id,
    targets.rows.map((row) => ({ ...row, id: newId() })),
  )
  await store.insertDuties(
    tx,
    id,
    duties.map((row) => ({ ...row, id: newId(), agencyId: idOf(row.agency) })),
  )
  await followDuties(tx)
  await store.insertComponentPlans(
    tx,
    id,
    componentPlans.map((row) => ({ ...row, leadId: idOf(row.lead), coordinatorId: idOf(row.coordinator) })),
  )
  await indexPlan(tx)
  return id
}

function requireId(id: string | undefined, code: string, on: string): string {
  if (!id) throw new ProblemError(problems.unknownAgency({ agency: code, date: on }))
  return id
}
