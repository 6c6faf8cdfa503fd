/** Writes a plan as a pack holds it. */
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Words } from '#kernel/language.ts'
import type { Tx } from '#platform/database/index.ts'
import type { ClausePack, ComponentPlanPack, PlanPack, TargetPack } from './plan-packs.model.ts'

export async function insertPlan(
  tx: Tx,
  plan: z.infer<typeof PlanPack> & { id: string; standingAgencyId: string },
): Promise<void> {
  await sql`
    insert into plan.plan (id, code, symbol, title_vi, title_en, issued_on, from_year, to_year, standing_agency_id, signatory,
      legal_bases, reporting)
    values (${plan.id}, ${plan.code}, ${plan.symbol}, ${plan.title.vi}, ${plan.title.en}, ${plan.issuedOn}, ${plan.period.from},
      ${plan.period.to}, ${plan.standingAgencyId}, ${plan.signatory.name}, ${JSON.stringify(plan.legalBases)}::jsonb,
      ${JSON.stringify(plan.reporting)}::jsonb)`.execute(tx)
}

export async function insertClauses(tx: Tx, planId: string, pack: z.infer<typeof ClausePack>): Promise<void> {
  await sql`
    insert into plan.clause (plan_id, ref, parent_ref, kind, position, title_vi, title_en)
    select ${planId}, entry->>'ref', entry->>'parentRef', entry->>'kind', place, entry->'title'->>'vi', entry->'title'->>'en'
    from jsonb_array_elements(${JSON.stringify(pack.rows)}::jsonb) with ordinality as each(entry, place)`.execute(tx)
}

export async function insertGroups(
  tx: Tx,
  planId: string,
  groups: z.infer<typeof TargetPack>['groups'],
): Promise<void> {
  const listed = Object.entries(groups).map(([code, name]) => ({ code, name }))
  await sql`
    insert into plan.target_group (plan_id, code, position, name_vi, name_en)
    select ${planId}, entry->>'code', place, entry->'name'->>'vi', entry->'name'->>'en'
    from jsonb_array_elements(${JSON.stringify(listed)}::jsonb) with ordinality as each(entry, place)
    on conflict do nothing`.execute(tx)
}

export async function insertTargets(
  tx: Tx,
  planId: string,
  rows: readonly (Omit<z.infer<typeof TargetPack>['rows'][number], 'note'> & {
    id: string
    note?: Words | null
    position?: number
  })[],
  version = 1,
): Promise<void> {
  await sql`
    insert into plan.target (id, plan_id, ref, key, group_code, position, year, indicator, comparator, value, mode,
      subject_vi, subject_en, note_vi, note_en, from_version)
    select (entry->>'id')::uuid, ${planId}, entry->>'ref', entry->>'key', entry->>'group', coalesce((entry->>'position')::int, place),
      (entry->>'year')::smallint, entry->>'indicator', entry->>'comparator', (entry->>'value')::numeric, entry->>'mode',
      entry->'subject'->>'vi', entry->'subject'->>'en', entry->'note'->>'vi', entry->'note'->>'en', ${version}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as each(entry, place)`.execute(tx)
}

export interface NewDuty {
  readonly id: string
  /** Its place among the duties; where it is in the list unless told. */
  readonly position?: number
  readonly ref: string
  readonly agencyId: string
  readonly role: string
  readonly title: { readonly vi: string; readonly en: string }
  readonly tasks: readonly string[]
  readonly withAgencies: readonly string[]
  readonly indicators: readonly string[]
  readonly deadline: unknown
  /** Which part of the agency's tasks it belongs to; none for the main part. */
  readonly scope?: string | null
}

/** Duties without their holders, which `followDuties` finds. */
export async function insertDuties(tx: Tx, planId: string, duties: readonly NewDuty[], version = 1): Promise<void> {
  await sql`
    insert into plan.duty (id, plan_id, ref, position, agency_id, role, title_vi, title_en, tasks, with_agencies, indicators,
      deadline, scope, from_version)
    select (entry->>'id')::uuid, ${planId}, entry->>'ref', coalesce((entry->>'position')::int, place), (entry->>'agencyId')::uuid, entry->>'role',
      entry->'title'->>'vi', entry->'title'->>'en', ${textArray('tasks')}, ${textArray('withAgencies')}, ${textArray('indicators')},
      nullif(entry->'deadline', 'null'), entry->>'scope', ${version}
    from jsonb_array_elements(${JSON.stringify(duties)}::jsonb) with ordinality as each(entry, place)`.execute(tx)
}

function textArray(field: string) {
  return sql`array(select jsonb_array_elements_text(entry->${sql.lit(field)}))`
}

export async function insertComponentPlans(
  tx: Tx,
  planId: string,
  parts: readonly (z.infer<typeof ComponentPlanPack>['rows'][number] & { leadId: string; coordinatorId: string })[],
  version = 1,
): Promise<void> {
  await sql`
    insert into plan.component_plan (plan_id, ref, title_vi, title_en, lead_id, coordinator_id, approval_year, approval_quarter, indicators,
      from_version)
    select ${planId}, entry->>'ref', entry->'title'->>'vi', entry->'title'->>'en', (entry->>'leadId')::uuid,
      (entry->>'coordinatorId')::uuid, (entry->'approvalDue'->>'year')::smallint, (entry->'approvalDue'->>'quarter')::smallint,
      ${textArray('indicators')}, ${version}
    from jsonb_array_elements(${JSON.stringify(parts)}::jsonb) as entry`.execute(tx)
}
