/** How rounds are kept, and where every unit stands in one. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { namedQuery, recordsOf } from '#platform/database/index.ts'
import { unitInRound } from '../submissions/submissions.store.ts'
import { FormStatus, Round, RoundRow } from './rounds.model.ts'

const round = sql`
  round.id, round.year, jsonb_build_object('vi', round.title_vi, 'en', round.title_en) as title,
  round.opens_on as "opensOn", round.due_on as "dueOn", round.state, round.is_sample as "isSample",
  concat_ws(' ', round.state, round.opens_on, round.due_on) as version`

export const findRound = namedQuery({
  name: 'collection.findRound',
  isPrepared: true,
  row: Round,
  text: (p: { year: number }) => sql`select ${round} from collection.round where round.year = ${p.year}`,
})

export const listRounds = namedQuery({
  name: 'collection.listRounds',
  row: RoundRow,
  text: (p: { drafts: boolean }) => sql`
    select ${round}, count(submission.id)::int as units,
      (count(*) filter (where submission.state = 'approved'))::int as approved,
      (count(*) filter (where submission.state = 'sent'))::int as waiting
    from collection.round
    left join collection.submission on submission.round_id = round.id and submission.state <> 'closed'
    where ${p.drafts}::boolean or round.state <> 'draft'
    group by round.id order by round.year desc`,
})

export interface NewRound {
  readonly id: string
  readonly year: number
  readonly title: { readonly vi: string; readonly en: string }
  readonly opensOn: string
  readonly dueOn: string
  readonly state: string
  readonly isSample: boolean
  readonly at: Date
}

export async function insertRound(tx: Tx, row: NewRound): Promise<void> {
  await sql`
    insert into collection.round (id, year, title_vi, title_en, opens_on, due_on, state, is_sample, created_at)
    values (${row.id}, ${row.year}, ${row.title.vi}, ${row.title.en}, ${row.opensOn}, ${row.dueOn}, ${row.state},
      ${row.isSample}, ${row.at})`.execute(tx)
}

export async function lockRound(tx: Tx, year: number): Promise<void> {
  await sql`select from collection.round where year = ${year} for update`.execute(tx)
}

export async function updateRound(
  tx: Tx,
  id: string,
  change: { opensOn: string; dueOn: string; state: string },
): Promise<void> {
  await sql`
    update collection.round set opens_on = ${change.opensOn}, due_on = ${change.dueOn}, state = ${change.state}
    where id = ${id}`.execute(tx)
}

/** A later due date moves every form that is still to be sent and has no date of its own. */
export async function moveDueDates(tx: Tx, roundId: string, from: string, to: string): Promise<void> {
  await sql`
    update collection.submission set due_on = ${to}
    where round_id = ${roundId} and due_on = ${from} and state in ('not-started', 'in-progress')`.execute(tx)
}

/** The units that report on a day: those of a form's kind; of agencies those that hold duties. */
export const unitsAsked = namedQuery({
  name: 'collection.unitsAsked',
  row: z.object({ id: z.uuid() }),
  text: (p: { audience: string; perDuty: boolean; on: string }) => sql`
    select unit.id from organisation.published_unit unit
    where unit.kind = ${p.audience} and unit.valid_from <= ${p.on} and unit.valid_to > ${p.on}
      and (not ${p.perDuty}::boolean or exists (
        select from plan.published_duty duty where duty.unit_id = unit.id
          and duty.valid_from <= ${p.on} and duty.valid_to > ${p.on}))
    order by unit.code`,
})

export interface NewSubmission {
  readonly id: string
  readonly unitId: string
}

/** Gives units their forms, once each; how many had none. */
export async function insertSubmissions(
  tx: Tx,
  rows: readonly NewSubmission[],
  of: { roundId: string; formId: string; dueOn: string; isSample: boolean },
): Promise<number> {
  const inserted = await sql`
    insert into collection.submission (unit_id, id, round_id, form_id, state, due_on, is_sample)
    select fresh.unit_id, fresh.id, ${of.roundId}, ${of.formId}, 'not-started', ${of.dueOn}, ${of.isSample}
    from ${recordsOf('collection.submission', rows)} as fresh
    on conflict on constraint submission_once do nothing`.execute(tx)
  return Number(inserted.numAffectedRows ?? 0n)
}

/** Where every unit stands; forms that a decision closed are their heirs' now. */
export const listFormStatuses = namedQuery({
  name: 'collection.standings',
  row: FormStatus,
  text: (p: { roundId: string }) => sql`
    select submission.unit_id as "unitId", unit.code, unit.full_name as name, unit.kind, submission.state,
      submission.due_on as "dueOn", submission.is_late as "isLate", submission.is_sample as "isSample",
      submission.version, submission.touched_at as "touchedAt", submission.sent_on as "sentOn",
      submission.return_reason as "returnReason", submission.reminded_on as "remindedOn",
      progress.rows_asked as asked, progress.rows_filled as filled, progress.duties_asked as "dutiesAsked",
      progress.duties_filled as "dutiesFilled"
    from collection.submission
    join collection.published_completeness progress
      on progress.unit_id = submission.unit_id and progress.submission_id = submission.id
    join collection.round on round.id = submission.round_id
    ${unitInRound}
    where submission.round_id = ${p.roundId} and submission.state <> 'closed'
    order by unit.level, unit.folded`,
})

/** A measure summed over the communes in two years, from approved figures. */
export const listTotals = namedQuery({
  name: 'collection.totals',
  row: z.object({
    measure: z.string(),
    year: z.number(),
    amount: z.number(),
    reported: z.number(),
    isSample: z.boolean(),
  }),
  text: (p: { measures: readonly string[]; year: number; kind: string; on: string }) => sql`
    select figure.subject as measure, figure.year, sum(figure.amount)::float8 as amount, count(*)::int as reported,
      bool_or(figure.is_sample) as "isSample"
    from indicators.published_figure figure
    join organisation.published_unit unit on unit.id = figure.unit_id and unit.kind = ${p.kind}
      and unit.valid_from <= ${p.on} and unit.valid_to > ${p.on}
    where figure.subject = any(${p.measures}::text[]) and figure.category = 'total'
      and figure.year in (${p.year - 1}::smallint, ${p.year}::smallint)
    group by figure.subject, figure.year`,
})

export async function noteReminder(tx: Tx, unitId: string, id: string, on: string): Promise<void> {
  await sql`update collection.submission set reminded_on = ${on} where unit_id = ${unitId} and id = ${id}`.execute(tx)
}
