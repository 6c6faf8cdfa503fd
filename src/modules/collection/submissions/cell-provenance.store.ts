/** What stood in a form each time it was sent, and what became of it. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { namedQuery, recordsOf } from '#platform/database/index.ts'
import { dutyColumns } from '../forms/duty-fields.store.ts'
import { FormProvenance, ProvenanceEvidence, SentCell } from './cell-provenance.model.ts'

interface Sending {
  readonly unitId: string
  readonly id: string
  readonly version: number
}

/** Keeps what stands in forms that are being sent: cells and reports on duties that changed since the last time. */
export async function keepSent(tx: Tx, sent: readonly Sending[]): Promise<void> {
  await keepSentCells(tx, sent)
  await keepSentDuties(tx, sent)
}

async function keepSentCells(tx: Tx, sent: readonly Sending[]): Promise<void> {
  await sql`
    insert into collection.sent_cell (unit_id, submission_id, measure, category, sent_version, cell_version, entry, amount, note,
      edited_by, editor, edited_at)
    select cell.unit_id, cell.submission_id, cell.measure, cell.category, sent.version, cell.version, cell.entry, cell.amount,
      cell.note, cell.edited_by, cell.editor, cell.edited_at
    from ${recordsOf('collection.submission', sent)} as sent
    join collection.cell on cell.unit_id = sent.unit_id and cell.submission_id = sent.id
    where not exists (
      select from collection.sent_cell kept where kept.unit_id = cell.unit_id and kept.submission_id = cell.submission_id
        and kept.measure = cell.measure and kept.category = cell.category and kept.cell_version = cell.version)`.execute(
    tx,
  )
}

async function keepSentDuties(tx: Tx, sent: readonly Sending[]): Promise<void> {
  await sql`
    insert into collection.sent_duty (unit_id, submission_id, duty_id, sent_version, report_version, ${dutyColumns()})
    select report.unit_id, report.submission_id, report.duty_id, sent.version, report.version, ${dutyColumns('report')}
    from ${recordsOf('collection.submission', sent)} as sent
    join collection.duty_report report on report.unit_id = sent.unit_id and report.submission_id = sent.id
    where not exists (
      select from collection.sent_duty kept where kept.unit_id = report.unit_id
        and kept.submission_id = report.submission_id and kept.duty_id = report.duty_id
        and kept.report_version = report.version)`.execute(tx)
}

interface SubmissionKey {
  /** A code may have been used by several units, one after the other; the submission tells which. */
  readonly unit: string
  readonly submission: string
}

const ofSubmission = ({ unit, submission }: SubmissionKey) => sql`
  submission.id = ${submission} and submission.unit_id in (
    select unit.id from organisation.published_unit unit where unit.code = ${unit})`

export const findOwner = namedQuery({
  name: 'collection.submissionOwner',
  row: z.object({ unitId: z.uuid() }),
  text: (p: SubmissionKey) => sql`
    select submission.unit_id as "unitId" from collection.submission where ${ofSubmission(p)}`,
})

export const findFormProvenance = namedQuery({
  name: 'collection.formProvenance',
  row: FormProvenance.omit({ steps: true }),
  text: (p: SubmissionKey) => sql`
    select round.year, jsonb_build_object('vi', round.title_vi, 'en', round.title_en) as round,
      jsonb_build_object('vi', form.name_vi, 'en', form.name_en) as form,
      submission.state, submission.version, submission.is_sample as "isSample"
    from collection.submission
    join collection.round on round.id = submission.round_id
    join collection.form on form.id = submission.form_id
    where ${ofSubmission(p)}`,
})

interface OfCell {
  readonly unitId: string
  readonly submission: string
  readonly measure: string
  readonly category: string
}

export const listSentCells = namedQuery({
  name: 'collection.sentCells',
  row: SentCell,
  text: (p: OfCell) => sql`
    select sent_version as version, entry, amount::float8 as amount, note, editor, to_json(edited_at)#>>'{}' as "editedAt"
    from collection.sent_cell
    where unit_id = ${p.unitId} and submission_id = ${p.submission} and measure = ${p.measure} and category = ${p.category}
    order by sent_version desc`,
})

export const listEvidence = namedQuery({
  name: 'collection.provenanceEvidence',
  row: ProvenanceEvidence,
  text: (p: { unitId: string; submission: string }) => sql`
    select proof.id, (select duty.ref from plan.published_duty duty where duty.id = proof.duty_id limit 1) as duty,
      proof.title, proof.url
    from collection.evidence proof
    where proof.unit_id = ${p.unitId} and proof.submission_id = ${p.submission} and proof.removed_at is null
    order by proof.seq`,
})
