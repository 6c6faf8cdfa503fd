/** How submissions and their cells are kept. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { namedQuery, recordsOf } from '#platform/database/index.ts'
import { Cell, Previous, RecordedCell, Submission } from './submissions.model.ts'

/**
 * The unit of a submission as it is called on the day the round is due; one that ended before or began after, as it was called
 * last.
 */
export const unitInRound = sql`cross join lateral (
    select named.code, named.full_name, named.kind, named.level, named.folded
    from organisation.published_unit named where named.id = submission.unit_id
    order by named.valid_from <= round.due_on and named.valid_to > round.due_on desc, named.valid_from desc limit 1) unit`

const submission = sql`
  submission.id, submission.unit_id as "unitId", unit.code as "unitCode", unit.full_name as "unitName", unit.kind as "unitKind",
  submission.round_id as "roundId", submission.form_id as "formId", submission.state, submission.due_on as "dueOn",
  submission.version, submission.content_version as "contentVersion", submission.is_sample as "isSample", submission.is_late as "isLate",
  submission.touched_at as "touchedAt", submission.sent_at as "sentAt", submission.sent_on as "sentOn",
  submission.return_reason as "returnReason", submission.approved_at as "approvedAt", submission.reminded_on as "remindedOn",
  submission.closed_on as "closedOn"
  from collection.submission
  join collection.round on round.id = submission.round_id
  ${unitInRound}`

interface FormAsked {
  readonly year: number
  readonly code: string
  /** A day on which the unit bears the code. */
  readonly on?: string
}

/** The form of the unit that bears a code: until a decision has closed it, the one whose form it was. */
const formAsked = ({ year, code, on }: FormAsked) => sql`
  where round.year = ${year} and submission.unit_id in (
    select named.id from organisation.published_unit named where named.code = ${code}
      and (${on ?? null}::date is null or named.valid_from <= ${on ?? null} and named.valid_to > ${on ?? null}))
  order by submission.state = 'closed', (
    select min(named.valid_from) from organisation.published_unit named where named.id = submission.unit_id)
  limit 1`

export const findSubmission = namedQuery({
  name: 'collection.submission',
  isPrepared: true,
  row: Submission,
  text: (p: FormAsked) => sql`select ${submission} ${formAsked(p)}`,
})

/** Holds the form until the transaction ends: two savings of one form go one after the other. */
export const lockSubmission = namedQuery({
  name: 'collection.lockSubmission',
  isPrepared: true,
  row: z.object({}),
  text: (p: FormAsked) => sql`
    select from collection.submission join collection.round on round.id = submission.round_id
    ${formAsked(p)} for update of submission`,
})

/** Submissions of some units in open rounds, and those one account has sent. */
export const listSubmissionsOf = namedQuery({
  name: 'collection.submissionsOf',
  row: Submission.extend({ year: z.number(), isOpen: z.boolean() }),
  text: (p: { unitIds: readonly string[] }) => sql`
    select round.year, round.state = 'open' as "isOpen", ${submission}
    where submission.unit_id = any(${p.unitIds}::uuid[]) and round.state <> 'draft'
    order by round.year desc, submission.due_on, unit.code`,
})

/** What waits for approval, oldest first. */
export const listWaiting = namedQuery({
  name: 'collection.waiting',
  row: Submission.extend({ year: z.number() }),
  text: (p: { limit: number }) => sql`
    select round.year, ${submission} where submission.state = 'sent' and round.state <> 'draft'
    order by submission.sent_seq limit ${p.limit}`,
})

/** With the account that typed it last, which is told to nobody. */
const StoredCell = Cell.extend({ editedBy: z.uuid().nullable() })
export type StoredCell = z.infer<typeof StoredCell>

export const countWaiting = namedQuery({
  name: 'collection.countWaiting',
  row: z.object({ count: z.number() }),
  text: () => sql`
    select count(*)::int as count from collection.submission
    join collection.round on round.id = submission.round_id
    where submission.state = 'sent' and round.state <> 'draft'`,
})

export const listCells = namedQuery({
  name: 'collection.cells',
  isPrepared: true,
  row: StoredCell,
  text: (p: { unitId: string; submissionId: string; measures?: readonly string[] }) => sql`
    select measure, category, entry, language, amount::float8 as amount, note, version, editor, edited_at as "editedAt",
      edited_by as "editedBy"
    from collection.cell where unit_id = ${p.unitId} and submission_id = ${p.submissionId}
      and (${p.measures ?? null}::text[] is null or measure = any(${p.measures ?? null}))`,
})

/** The figures that stand for a unit in a year: the surest source of each measure. */
export const listPrevious = namedQuery({
  name: 'collection.previous',
  row: Previous,
  text: (p: { unitId: string; formId: string; year: number }) => sql`
    select value.id, value.subject as measure, value.category,
      value.amount::float8 as amount, value.is_sample as "isSample"
    from indicators.published_figure value
    join collection.form_row on form_row.form_id = ${p.formId} and form_row.measure = value.subject
      and form_row.category = value.category
    where value.unit_id = ${p.unitId} and value.year = ${p.year}::smallint`,
})

export const listRecorded = namedQuery({
  name: 'collection.recorded',
  row: RecordedCell,
  text: (p: { unitId: string; submissionId: string }) => sql`
    select value.id, value.subject as measure, value.category from indicators.published_value value
    where value.unit_id = ${p.unitId} and value.submission_id = ${p.submissionId}`,
})

export interface CellRow {
  readonly unitId: string
  readonly submissionId: string
  readonly measure: string
  readonly category: string
  readonly entry: string
  readonly language: string
  readonly amount: number | null
  readonly note: string
  readonly version: number
}

/** Writes cells over what stood there; whoever calls has compared versions under the lock. */
export async function writeCells(
  tx: Tx,
  cells: readonly CellRow[],
  by: { id?: string; name: string; at: Date },
): Promise<void> {
  await sql`
    insert into collection.cell (unit_id, submission_id, measure, category, entry, language, amount, note, version,
      edited_by, editor, edited_at)
    select fresh.unit_id, fresh.submission_id, fresh.measure, fresh.category, fresh.entry, fresh.language, fresh.amount,
      fresh.note, fresh.version, ${by.id ?? null}::uuid, ${by.name}, ${by.at}
    from ${recordsOf('collection.cell', cells)} as fresh
    on conflict (unit_id, submission_id, measure, category) do update set entry = excluded.entry,
      language = excluded.language, amount = excluded.amount, note = excluded.note, version = excluded.version,
      edited_by = excluded.edited_by, editor = excluded.editor, edited_at = excluded.edited_at`.execute(tx)
}

export interface StateChange {
  readonly unitId: string
  readonly id: string
  readonly at: Date
}

/** The first saving begins a form; one that came back stays returned until it is sent again. */
export async function markTouched(tx: Tx, of: StateChange): Promise<void> {
  await sql`
    update collection.submission set touched_at = ${of.at},
      state = case when state = 'not-started' then 'in-progress' else state end
    where unit_id = ${of.unitId} and id = ${of.id}`.execute(tx)
}

export async function markSent(tx: Tx, of: StateChange & { on: string; isLate: boolean }): Promise<void> {
  await sql`
    update collection.submission set state = 'sent', version = version + 1, sent_seq = nextval('collection.sending'), sent_at = ${of.at},
      sent_on = ${of.on}, is_late = ${of.isLate}, touched_at = ${of.at}
    where unit_id = ${of.unitId} and id = ${of.id}`.execute(tx)
}

export async function markReturned(tx: Tx, of: StateChange & { reason: string; dueOn: string }): Promise<void> {
  await sql`
    update collection.submission set state = 'returned', returned_at = ${of.at}, return_reason = ${of.reason},
      due_on = ${of.dueOn}, approved_at = null
    where unit_id = ${of.unitId} and id = ${of.id}`.execute(tx)
}

export async function markApproved(tx: Tx, of: StateChange): Promise<void> {
  await sql`
    update collection.submission set state = 'approved', approved_at = ${of.at}
    where unit_id = ${of.unitId} and id = ${of.id}`.execute(tx)
}
