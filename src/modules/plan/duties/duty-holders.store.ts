/** How the holders of duties are kept: always what the successions of agencies say. */
import { sql } from 'kysely'
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'
import type { Tx } from '#platform/database/index.ts'
import { namedQuery, recordsOf } from '#platform/database/index.ts'
import { DutyRole } from '../plan.model.ts'

/** How agencies passed their tasks on. */
export const listPassings = namedQuery({
  name: 'plan.passings',
  row: z.object({
    on: z.string(),
    from: z.uuid(),
    to: z.uuid(),
    scope: z.string().nullable(),
    verified: z.boolean(),
  }),
  text: () => sql`
    select step.effective_on::text as on, step.from_id as from, step.to_id as to, step.scope, step.verified
    from organisation.published_succession step
    where exists (select from organisation.published_unit former where former.id = step.from_id and former.tree = 'agency')
    order by step.effective_on, step.from_id, step.to_id`,
})

/**
 * The part of the tasks with which a duty has gone from one holder to the next: for duties loaded before the part was kept. None
 * where it went with the main part, or never.
 */
const scopeGone = sql`(
  select min(step.scope) from plan.duty_holder former
  join plan.duty_holder latter on latter.duty_id = former.duty_id and latter.valid_from = former.valid_to
  join organisation.published_succession step on step.from_id = former.unit_id and step.to_id = latter.unit_id
    and step.effective_on = former.valid_to
  where former.duty_id = duty.id
  group by former.valid_from
  having not bool_or(coalesce(step.scope, 'main') = 'main')
  order by former.valid_from limit 1)`

/** Every duty there was, with the agency the plan names and the day from which its version counts. */
export const listHeld = namedQuery({
  name: 'plan.heldDuties',
  row: z.object({
    id: z.uuid(),
    ref: z.string(),
    role: DutyRole,
    title: WordsShape,
    agency: z.uuid(),
    scope: z.string().nullable(),
    from: z.string(),
    /** The day from which an amendment asks it no more. */
    until: z.string().nullable(),
  }),
  text: () => sql`
    select duty.id, duty.ref, duty.role, jsonb_build_object('vi', duty.title_vi, 'en', duty.title_en) as title,
      duty.agency_id as agency, coalesce(duty.scope, ${scopeGone}) as scope, began.effective_on::text as from, ended.effective_on::text as until
    from plan.duty
    join plan.plan_version began on began.plan_id = duty.plan_id and began.number = duty.from_version
    left join plan.plan_version ended on ended.plan_id = duty.plan_id and ended.number = duty.until_version
    order by duty.position`,
})

export interface HolderFact {
  readonly dutyId: string
  readonly unitId: string
  readonly validFrom: string
  readonly validTo: string
  readonly verified: boolean
}

/** Makes the holders of all duties those given; touches only what differs. Gives how many rows came or went. */
export async function writeHolders(tx: Tx, holders: readonly HolderFact[]): Promise<number> {
  const wanted = sql`${recordsOf('plan.duty_holder', holders)} as wanted`
  const isSame = sql`held.duty_id = wanted.duty_id and held.unit_id = wanted.unit_id and held.valid_from = wanted.valid_from
    and held.valid_to = wanted.valid_to and held.verified = wanted.verified`
  const gone = await sql`
    delete from plan.duty_holder held where not exists (select from ${wanted} where ${isSame})`.execute(tx)
  const come = await sql`
    insert into plan.duty_holder (duty_id, unit_id, valid_from, valid_to, verified)
    select wanted.duty_id, wanted.unit_id, wanted.valid_from, wanted.valid_to, wanted.verified from ${wanted}
    where not exists (select from plan.duty_holder held where ${isSame})`.execute(tx)
  return Number(gone.numAffectedRows ?? 0n) + Number(come.numAffectedRows ?? 0n)
}

/** Kinds of units of which some stand on a day, leaving some out. */
export const listStandingKinds = namedQuery({
  name: 'plan.standingKinds',
  row: z.object({ kind: z.string() }),
  text: (p: { on: string; without: readonly string[] }) => sql`
    select distinct unit.kind from organisation.published_unit unit
    where unit.valid_from <= ${p.on} and unit.valid_to > ${p.on} and not unit.id = any(${p.without}::uuid[])`,
})
