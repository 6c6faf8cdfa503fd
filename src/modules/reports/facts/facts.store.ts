/** Reads what a yearly report is computed from: who was asked, their approved values, duty reports, earlier totals. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery } from '#platform/database/index.ts'
import { DutyFact, EarlierTotal, UnitFact } from './facts.model.ts'

/**
 * Units on the tree's day: every commune under the city, and what else was asked in the round, the city itself among it. Communes
 * come district by district.
 */
export const listAsked = namedQuery({
  name: 'reports.asked',
  row: UnitFact.omit({ values: true, status: true, approvedOn: true, isCounted: true }).extend({
    id: z.uuid(),
    submissionId: z.uuid().nullable(),
    version: z.number().nullable(),
    approvedAt: z.string().nullable(),
  }),
  text: (p: { year: number; cityId: string; treeOn: string }) => sql`
    select unit.id, unit.code, unit.full_name as name, unit.type, above.full_name as above,
      case when unit.id = ${p.cityId} then 'city' when unit.tree = 'agency' then 'agency' else 'commune' end as audience,
      submission.id as "submissionId", submission.version, coalesce(submission.state, 'not-started') as state,
      coalesce(submission.is_late, false) as "isLate", coalesce(submission.is_sample, false) as "isSample",
      submission.due_on::text as "dueOn", submission.sent_on::text as "sentOn",
      to_json(submission.approved_at)#>>'{}' as "approvedAt"
    from organisation.published_unit unit
    left join organisation.published_unit above on above.id = unit.parent_id and unit.kind = 'commune' and above.id <> ${p.cityId}
      and above.valid_from <= ${p.treeOn} and above.valid_to > ${p.treeOn}
    left join collection.published_submission submission on submission.unit_id = unit.id and submission.year = ${p.year}
    where unit.valid_from <= ${p.treeOn} and unit.valid_to > ${p.treeOn}
      and (submission.id is not null or unit.kind = 'commune' and exists (
        select from organisation.published_closure path
        where path.ancestor_id = ${p.cityId} and path.descendant_id = unit.id
          and path.valid_from <= ${p.treeOn} and path.valid_to > ${p.treeOn}))
    order by unit.level, above.code, unit.type, unit.folded, unit.code`,
})

/** Approved values of a year: of reports that came in by a form, rank 1. */
export const listApproved = namedQuery({
  name: 'reports.approvedValues',
  row: z.object({
    id: z.uuid(),
    unitId: z.uuid(),
    measure: z.string(),
    amount: z.number(),
    status: z.enum(['estimate', 'provisional', 'confirmed']),
    isSample: z.boolean(),
    submissionId: z.uuid(),
    version: z.number(),
  }),
  text: (p: { year: number; unitIds: readonly string[] }) => sql`
    select value.id, value.unit_id as "unitId", value.subject as measure, value.amount::float8 as amount, value.status,
      value.is_sample as "isSample", value.submission_id as "submissionId",
      coalesce(value.submission_version, 0) as version
    from indicators.published_value value
    where value.year = ${p.year} and value.category = 'total' and value.unit_id = any(${p.unitIds}::uuid[])
      and value.submission_id is not null
    order by value.unit_id, value.subject, value.id`,
})

/** What units reported for an earlier year, or was taken over from their forms of that year. */
export const listEarlier = namedQuery({
  name: 'reports.earlierValues',
  row: z.object({
    id: z.uuid(),
    unitId: z.uuid(),
    measure: z.string(),
    amount: z.number(),
    isSample: z.boolean(),
  }),
  text: (p: { year: number; unitIds: readonly string[]; measures: readonly string[] }) => sql`
    select value.id, value.unit_id as "unitId", value.subject as measure, value.amount::float8 as amount, value.is_sample as "isSample"
    from indicators.published_figure value
    where value.year = ${p.year}::smallint and value.category = 'total' and value.source_rank = 1
      and value.unit_id = any(${p.unitIds}::uuid[]) and value.subject = any(${p.measures}::text[])
    order by value.unit_id, value.subject`,
})

/** The best published figure of the city itself for each measure of a year: the surest, then the latest. */
export const listPublished = namedQuery({
  name: 'reports.publishedTotals',
  row: EarlierTotal.extend({ id: z.uuid(), measure: z.string() }),
  text: (p: { year: number; cityId: string; measures: readonly string[] }) => sql`
    select value.id, value.subject as measure, value.amount::float8 as amount, value.source_title as source, value.is_sample as "isSample"
    from indicators.published_figure value
    where value.unit_id = ${p.cityId} and value.year = ${p.year}::smallint and value.category = 'total'
      and value.subject = any(${p.measures}::text[])
    order by value.subject`,
})

/** Duties with who holds them on a day, and what the holder's approved report of the year says. */
export const listDuties = namedQuery({
  name: 'reports.duties',
  row: DutyFact,
  text: (p: { year: number; on: string }) => sql`
    select duty.ref, duty.role, duty.title_vi as title, duty.tasks,
      jsonb_build_object('code', unit.code, 'name', unit.full_name) as agency,
      case when report.duty_id is not null then jsonb_build_object('state', report.state, 'stateName', report.state_vi,
        'percent', report.percent, 'result', report.result, 'difficulty', report.difficulty, 'proposal', report.proposal,
        'evidence', (select count(*) from collection.published_evidence evidence
          where evidence.unit_id = report.unit_id and evidence.submission_id = report.submission_id
            and evidence.duty_id = report.duty_id)) end as report
    from plan.published_duty duty
    join organisation.published_unit unit on unit.id = duty.unit_id and unit.valid_from <= ${p.on} and unit.valid_to > ${p.on}
    left join collection.published_duty_report report on report.duty_id = duty.id and report.unit_id = duty.unit_id
      and report.year = ${p.year} and report.submission_state = 'approved'
    where duty.valid_from <= ${p.on} and duty.valid_to > ${p.on}
    order by duty.position`,
})

export const listRounds = namedQuery({
  name: 'reports.rounds',
  row: z.object({
    year: z.number(),
    opensOn: z.string(),
    dueOn: z.string(),
    state: z.string(),
    isSample: z.boolean(),
    asked: z.number(),
    approved: z.number(),
  }),
  text: (p: { year?: number }) => sql`
    select round.year, round.opens_on::text as "opensOn", round.due_on::text as "dueOn", round.state, round.is_sample as "isSample",
      (select count(*) from collection.published_submission submission where submission.round_id = round.id)::int as asked,
      (select count(*) from collection.published_submission submission
        where submission.round_id = round.id and submission.state = 'approved')::int as approved
    from collection.published_round round
    where (${p.year ?? null}::int is null or round.year = ${p.year ?? null})
    order by round.year desc`,
})
