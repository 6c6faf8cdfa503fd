/** Keeps the versions of a plan: what is in force as facts, and one version published. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { namedQuery, recordsOf } from '#platform/database/index.ts'
import type { ClauseFact, Diff, VersionHead } from './versions.model.ts'
import { ComponentPlanFact, Diff as DiffShape, DutyFact, TargetFact, Version } from './versions.model.ts'

/** Two who publish at once wait for each other. */
export async function lockPlan(tx: Tx, planId: string): Promise<void> {
  await sql`select from plan.plan where id = ${planId} for update`.execute(tx)
}

const InForce = { id: z.uuid(), position: z.number() }

export const targetFacts = namedQuery({
  name: 'plan.targetFacts',
  row: TargetFact.extend(InForce),
  text: (p: { planId: string }) => sql`
    select target.id, target.position, target.ref, key, group_code as "group", year, indicator, comparator, value::float8 as value, mode,
      jsonb_build_object('vi', subject_vi, 'en', subject_en) as subject,
      case when note_vi is not null then jsonb_build_object('vi', note_vi, 'en', note_en) end as note
    from plan.target
    where target.plan_id = ${p.planId} and target.until_version is null
    order by target.position, year`,
})

export const dutyFacts = namedQuery({
  name: 'plan.dutyFacts',
  row: DutyFact.extend(InForce),
  text: (p: { planId: string }) => sql`
    select duty.id, duty.position, duty.ref, ${unitCode('duty.agency_id')} as agency, duty.role,
      jsonb_build_object('vi', duty.title_vi, 'en', duty.title_en) as title, duty.tasks,
      duty.with_agencies as "withAgencies", duty.indicators, duty.deadline, duty.scope
    from plan.duty
    where duty.plan_id = ${p.planId} and duty.until_version is null
    order by duty.position`,
})

export const componentPlanFacts = namedQuery({
  name: 'plan.componentPlanFacts',
  row: ComponentPlanFact,
  text: (p: { planId: string }) => sql`
    select part.ref, jsonb_build_object('vi', part.title_vi, 'en', part.title_en) as title, ${unitCode('part.lead_id')} as lead,
      ${unitCode('part.coordinator_id')} as coordinator,
      jsonb_build_object('quarter', part.approval_quarter, 'year', part.approval_year) as "approvalDue", part.indicators
    from plan.component_plan part
    join plan.clause on clause.plan_id = part.plan_id and clause.ref = part.ref
    where part.plan_id = ${p.planId} and part.until_version is null order by clause.position`,
})

function unitCode(column: string) {
  return sql`(select named.code from organisation.published_unit named where named.id = ${sql.ref(column)} limit 1)`
}

const VersionRow = Version.extend({ documentId: z.uuid().nullable() })

export const listVersions = namedQuery({
  name: 'plan.versions',
  row: VersionRow,
  text: (p: { planId: string }) => sql`
    select version.number, version.kind, version.symbol, version.issued_on::text as "issuedOn",
      version.effective_on::text as "effectiveOn", jsonb_build_object('vi', version.title_vi, 'en', version.title_en) as title,
      version.reason, jsonb_array_length(version.diff) as changes, person.name as "publishedBy",
      to_json(version.published_at)#>>'{}' as "publishedAt", version.document_id as "documentId"
    from plan.plan_version version
    left join access.published_account person on person.id = version.published_by
    where version.plan_id = ${p.planId} order by version.number desc`,
})

export const versionDiff = namedQuery({
  name: 'plan.versionDiff',
  row: z.object({ diff: DiffShape }),
  text: (p: { planId: string; number: number }) => sql`
    select diff from plan.plan_version where plan_id = ${p.planId} and number = ${p.number}`,
})

/** Names of agencies by their codes, as they are called last. */
export const agencyNames = namedQuery({
  name: 'plan.agencyNames',
  row: z.object({ code: z.string(), name: z.string() }),
  text: () => sql`
    select distinct on (unit.code) unit.code, unit.full_name as name from organisation.published_unit unit
    where unit.tree = 'agency' or unit.level = 0 order by unit.code, unit.valid_from desc`,
})

export async function insertVersion(
  tx: Tx,
  version: VersionHead & {
    planId: string
    number: number
    diff: Diff
    documentId: string | null
    draftedBy: string | null
    publishedBy: string | null
    at: Date
  },
): Promise<void> {
  const { planId, number, title } = version
  await sql`
    insert into plan.plan_version (plan_id, number, kind, symbol, issued_on, effective_on, title_vi, title_en, reason, diff,
      document_id, drafted_by, published_by, published_at, follows_on)
    values (${planId}, ${number}, ${number === 1 ? 'original' : 'amendment'}, ${version.symbol}, ${version.issuedOn},
      ${version.effectiveOn}, ${title.vi}, ${title.en}, ${version.reason}, ${JSON.stringify(version.diff)}::jsonb,
      ${version.documentId}, ${version.draftedBy}, ${version.publishedBy}, ${version.at},
      (select effective_on from plan.plan_version where plan_id = ${planId} and number = ${number - 1}))`.execute(tx)
}

/** Ends rows in force by their ids. */
export async function endRows(tx: Tx, table: 'target' | 'duty', ids: readonly string[], version: number) {
  await sql`update ${sql.table(`plan.${table}`)} set until_version = ${version} where id = any(${ids}::uuid[])`.execute(
    tx,
  )
}

/** Names what took the place of what was ended. */
export async function linkReplaced(
  tx: Tx,
  table: 'target' | 'duty',
  pairs: readonly { readonly old: string; readonly by: string }[],
) {
  const rows = pairs.map(({ old: id, by: replacedBy }) => ({ id, replacedBy }))
  await sql`
    update ${sql.table(`plan.${table}`)} ended set replaced_by = pair.replaced_by
    from ${recordsOf(`plan.${table}` as const, rows)} as pair where ended.id = pair.id`.execute(tx)
}

/** A clause keeps its row under its number; the words it had stand in the diff of the version that changed them. */
export async function writeClauses(
  tx: Tx,
  planId: string,
  version: number,
  clauses: readonly ClauseFact[],
): Promise<void> {
  await sql`
    insert into plan.clause (plan_id, ref, parent_ref, kind, position, title_vi, title_en, from_version)
    select ${planId}, entry->>'ref', entry->>'parentRef', entry->>'kind', 0, entry->'title'->>'vi', entry->'title'->>'en', ${version}
    from jsonb_array_elements(${JSON.stringify(clauses)}::jsonb) as entry
    on conflict (plan_id, ref) do update set parent_ref = excluded.parent_ref, kind = excluded.kind,
      title_vi = excluded.title_vi, title_en = excluded.title_en,
      from_version = case when clause.until_version is null then clause.from_version else excluded.from_version end,
      until_version = null`.execute(tx)
}

export async function endClauses(tx: Tx, planId: string, version: number, refs: readonly string[]): Promise<void> {
  await sql`
    update plan.clause set until_version = ${version} where plan_id = ${planId} and ref = any(${refs}::text[])`.execute(
    tx,
  )
}

/** Puts clauses in the order of the document. */
export async function orderClauses(tx: Tx, planId: string, refs: readonly string[]): Promise<void> {
  await sql`
    update plan.clause set position = place
    from unnest(${refs}::text[]) with ordinality as ordered(named, place)
    where plan_id = ${planId} and ref = named and position <> place`.execute(tx)
}

/** Ends component plans; an approval that was recorded goes over to the one that takes the place. */
export async function endComponentPlans(tx: Tx, planId: string, version: number, refs: readonly string[]) {
  await sql`
    update plan.component_plan set until_version = ${version}
    where plan_id = ${planId} and until_version is null and ref = any(${refs}::text[])`.execute(tx)
}

export async function keepApprovals(tx: Tx, planId: string, version: number): Promise<void> {
  await sql`
    update plan.component_plan part set approved_on = before.approved_on, approval_document = before.approval_document
    from plan.component_plan before
    where part.plan_id = ${planId} and part.from_version = ${version} and before.plan_id = part.plan_id
      and before.ref = part.ref and before.until_version = ${version}`.execute(tx)
}
