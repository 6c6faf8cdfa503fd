/** How the plan is kept: every SQL statement of the module, but for the loading of packs. */
import { sql } from 'kysely'
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'
import type { Tx } from '#platform/database/index.ts'
import { namedQuery } from '#platform/database/index.ts'
import { Clause, ComponentPlan, Duty, Plan, Target } from './plan.model.ts'

export const findPlan = namedQuery({
  name: 'plan.plan',
  row: Plan,
  text: () => sql`
    select id, code, symbol, jsonb_build_object('vi', title_vi, 'en', title_en) as title, issued_on::text as "issuedOn",
      from_year as "fromYear", to_year as "toYear", signatory, legal_bases as "legalBases", reporting
    from plan.plan order by issued_on desc limit 1`,
})

export const listClauses = namedQuery({
  name: 'plan.clauses',
  row: Clause,
  text: (p: { planId: string }) => sql`
    select clause.ref, clause.parent_ref as "parentRef", clause.kind,
      jsonb_build_object('vi', clause.title_vi, 'en', clause.title_en) as title, words.text
    from plan.clause
    left join plan.clause_text words on words.plan_id = clause.plan_id and words.ref = clause.ref
    where clause.plan_id = ${p.planId} and clause.until_version is null
    order by clause.position`,
})

/** Targets in the order of the plan, those that an amendment ended among them. */
export const listTargets = namedQuery({
  name: 'plan.targets',
  row: Target,
  text: (p: { planId: string }) => sql`
    select target.id, target.ref, target.key, target.group_code as "group", target.year, target.indicator, target.comparator,
      target.value::float8 as value, target.mode,
      jsonb_build_object('vi', target.subject_vi, 'en', target.subject_en) as subject,
      case when target.note_vi is not null then jsonb_build_object('vi', target.note_vi, 'en', target.note_en) end as note,
      case when began.kind = 'amendment' then ${versionMark('began')} end as since,
      case when ended.number is not null then ${versionMark('ended')} || jsonb_build_object('replacedBy',
        case when heir.id is not null then jsonb_build_object('id', heir.id, 'indicator', heir.indicator,
          'subject', jsonb_build_object('vi', heir.subject_vi, 'en', heir.subject_en)) end) end as until
    from plan.target
    join plan.plan_version began on began.plan_id = target.plan_id and began.number = target.from_version
    left join plan.plan_version ended on ended.plan_id = target.plan_id and ended.number = target.until_version
    left join plan.target heir on heir.id = target.replaced_by
    where target.plan_id = ${p.planId}
    order by target.year, target.position, target.from_version`,
})

function versionMark(table: string) {
  const of = (column: string) => sql.ref(`${table}.${column}`)
  return sql`jsonb_build_object('number', ${of('number')}, 'symbol', ${of('symbol')}, 'issuedOn', ${of('issued_on')},
    'effectiveOn', ${of('effective_on')})`
}

/** Kinds of units that are no more, with their last day: a target counted in districts cannot move after it. */
export const endedKinds = namedQuery({
  name: 'plan.endedKinds',
  row: z.object({ kind: z.string(), lastDay: z.string() }),
  text: (p: { on: string }) => sql`
    select unit.kind, (max(unit.valid_to) - 1)::text as "lastDay"
    from organisation.published_unit unit
    group by unit.kind
    having max(unit.valid_to) <= ${p.on}`,
})

export const listGroups = namedQuery({
  name: 'plan.groups',
  row: z.object({ code: z.string(), name: WordsShape }),
  text: (p: { planId: string }) => sql`
    select code, jsonb_build_object('vi', name_vi, 'en', name_en) as name
    from plan.target_group where plan_id = ${p.planId} order by position`,
})

interface DutiesQuery {
  readonly planId: string
  readonly on: string
  readonly id?: string
  readonly heldBy?: string
  readonly everHeldBy?: string
  readonly role?: string
  readonly task?: string
  readonly indicator?: string
}

/** Duties with all their holders; of one unit on a day or ever, of a role, a task group, an indicator, or all. */
export const listDuties = namedQuery({
  name: 'plan.duties',
  row: Duty,
  text: ({ planId, on, id, heldBy, everHeldBy, role, task, indicator }: DutiesQuery) => sql`
    select duty.id, duty.ref, duty.role, jsonb_build_object('vi', duty.title_vi, 'en', duty.title_en) as title,
      duty.tasks, duty.with_agencies as "withAgencies", duty.indicators, duty.deadline,
      (select jsonb_agg(jsonb_build_object('code', unit.code, 'name', unit.full_name,
          'validFrom', case when isfinite(holder.valid_from) then holder.valid_from end,
          'validTo', case when isfinite(holder.valid_to) then holder.valid_to end, 'verified', holder.verified)
          order by holder.valid_from)
        from plan.duty_holder holder
        cross join lateral (
          select named.code, named.full_name from organisation.published_unit named where named.id = holder.unit_id
          order by named.valid_from desc limit 1) unit
        where holder.duty_id = duty.id) as holders,
      case when began.kind = 'amendment' then ${versionMark('began')} end as since,
      case when ended.number is not null then ${versionMark('ended')} end as until
    from plan.duty
    join plan.plan_version began on began.plan_id = duty.plan_id and began.number = duty.from_version
    left join plan.plan_version ended on ended.plan_id = duty.plan_id and ended.number = duty.until_version
    where duty.plan_id = ${planId} and (${id ?? null}::uuid is null or duty.id = ${id ?? null})
      and (${role ?? null}::text is null or duty.role = ${role ?? null})
      and (${task ?? null}::text is null or ${task ?? null} = any(duty.tasks))
      and (${indicator ?? null}::text is null or ${indicator ?? null} = any(duty.indicators))
      and (${id ?? everHeldBy ?? null}::uuid is not null
        or (began.effective_on <= ${on} and (ended.effective_on is null or ended.effective_on > ${on})))
      and (${heldBy ?? null}::uuid is null or exists (
        select from plan.duty_holder holder where holder.duty_id = duty.id and holder.unit_id = ${heldBy ?? null}
          and holder.valid_from <= ${on} and holder.valid_to > ${on}))
      and (${everHeldBy ?? null}::uuid is null or exists (
        select from plan.duty_holder holder where holder.duty_id = duty.id and holder.unit_id = ${everHeldBy ?? null}))
    order by duty.position, duty.from_version`,
})

export const listComponentPlans = namedQuery({
  name: 'plan.componentPlans',
  row: ComponentPlan,
  text: (p: { planId: string }) => sql`
    select part.ref, jsonb_build_object('vi', part.title_vi, 'en', part.title_en) as title,
      ${unitName('part.lead_id')} as lead, ${unitName('part.coordinator_id')} as coordinator,
      jsonb_build_object('quarter', part.approval_quarter, 'year', part.approval_year) as "approvalDue",
      part.approved_on::text as "approvedOn", part.approval_document as "approvalDocument", part.indicators
    from plan.component_plan part
    join plan.clause on clause.plan_id = part.plan_id and clause.ref = part.ref
    where part.plan_id = ${p.planId} and part.until_version is null order by clause.position`,
})

function unitName(column: string) {
  return sql`(select jsonb_build_object('code', named.code, 'name', named.full_name)
    from organisation.published_unit named where named.id = ${sql.ref(column)} order by named.valid_from desc limit 1)`
}

/** Agencies that hold duties on a day, with how many of each role. */
export const listAgencies = namedQuery({
  name: 'plan.agencies',
  row: z.object({ code: z.string(), name: z.string(), lead: z.number(), other: z.number() }),
  text: (p: { planId: string; on: string }) => sql`
    select unit.code, unit.full_name as name, count(*) filter (where duty.role = 'lead')::int as lead,
      count(*) filter (where duty.role <> 'lead')::int as other
    from plan.published_duty held
    join plan.duty on duty.id = held.id and duty.plan_id = ${p.planId}
    join organisation.published_unit unit on unit.id = held.unit_id and unit.valid_from <= ${p.on} and unit.valid_to > ${p.on}
    where held.valid_from <= ${p.on} and held.valid_to > ${p.on}
    group by unit.code, unit.full_name
    order by min(duty.position)`,
})

const Named = z.object({ id: z.string(), ref: z.string(), name: WordsShape })

/** The targets in force, each with the place in the plan it stands at. */
export const targetsForSearch = namedQuery({
  name: 'plan.targetsForSearch',
  row: Named.extend({ place: z.string(), indicator: z.string() }),
  text: () => sql`
    select id::text, key || ' (' || year || ')' as ref, ref as place, indicator,
      jsonb_build_object('vi', subject_vi, 'en', subject_en) as name
    from plan.published_target order by year, position`,
})

/** Every duty that somebody answers for or did. */
export const dutiesForSearch = namedQuery({
  name: 'plan.dutiesForSearch',
  row: Named,
  text: () => sql`
    select id::text, ref, jsonb_build_object('vi', title_vi, 'en', title_en) as name
    from plan.published_duty group by id, ref, position, title_vi, title_en order by position, id`,
})

export async function recordApproval(
  tx: Tx,
  planId: string,
  approval: { ref: string; approvedOn: string; document: string },
): Promise<boolean> {
  const updated = await sql`
    update plan.component_plan set approved_on = ${approval.approvedOn}, approval_document = ${approval.document}
    where plan_id = ${planId} and ref = ${approval.ref} and until_version is null`.execute(tx)
  return (updated.numAffectedRows ?? 0n) > 0n
}
