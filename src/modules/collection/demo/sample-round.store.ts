/** Reads and writes of a whole sample round at once. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { namedQuery, recordsOf } from '#platform/database/index.ts'
import * as provenance from '../submissions/cell-provenance.store.ts'

/** The forms of a round, by the code of their unit. */
export const listAsked = namedQuery({
  name: 'collection.sampleForms',
  row: z.object({
    unitId: z.uuid(),
    submissionId: z.uuid(),
    formId: z.uuid(),
    code: z.string(),
    kind: z.string(),
  }),
  text: (p: { roundId: string; on: string }) => sql`
    select submission.unit_id as "unitId", submission.id as "submissionId", submission.form_id as "formId", unit.code,
      unit.kind
    from collection.submission
    join organisation.published_unit unit on unit.id = submission.unit_id
      and unit.valid_from <= ${p.on} and unit.valid_to > ${p.on}
    where submission.round_id = ${p.roundId} order by unit.code`,
})

export interface PlacedSubmission {
  readonly unitId: string
  readonly id: string
  readonly state: string
  readonly version: number
  readonly dueOn: string
  readonly touchedAt: Date | null
  readonly sentAt: Date | null
  readonly sentOn: string | null
  readonly returnedAt: Date | null
  readonly returnReason: string | null
  readonly approvedAt: Date | null
}

/** Sets where every sample submission stands. */
export async function placeSubmissions(tx: Tx, rows: readonly PlacedSubmission[]): Promise<void> {
  await sql`
    update collection.submission set state = placed.state, version = placed.version, due_on = placed.due_on,
      touched_at = placed.touched_at, sent_seq = placed.next_seq, sent_at = placed.sent_at, sent_on = placed.sent_on,
      returned_at = placed.returned_at, return_reason = placed.return_reason, approved_at = placed.approved_at
    from (
      select fresh.*, case when fresh.sent_at is not null then nextval('collection.sending') end as next_seq
      from (select * from ${recordsOf('collection.submission', rows)} as row order by sent_at) fresh) placed
    where submission.unit_id = placed.unit_id and submission.id = placed.id`.execute(tx)
}

/**
 * Keeps the cells of a whole round as they were sent. The planner knows nothing of what this transaction has just written, takes the
 * cells for none, and would look through all of them for each: it may not nest loops here.
 */
export async function keepSent(tx: Tx, sent: readonly PlacedSubmission[]): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(tx)
  await provenance.keepSent(tx, sent)
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(tx)
}
