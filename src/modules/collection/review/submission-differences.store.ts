/** What changed in a form since a sending of it: what whoever judges that sending has not seen. */
import { sql } from 'kysely'
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'
import { namedQuery } from '#platform/database/index.ts'
import { DutyContents } from '../forms/duty-fields.model.ts'
import { dutyColumns, dutyObject } from '../forms/duty-fields.store.ts'
import { CellContents } from '../submissions/submissions.model.ts'

interface Since {
  readonly unitId: string
  readonly submissionId: string
  /** The sending that was seen. */
  readonly version: number
}

/** Cells that do not stand as they were sent then. */
export const listChangedCells = namedQuery({
  name: 'collection.changedCells',
  row: z.object({ measure: z.string(), category: z.string(), before: CellContents.nullable(), now: CellContents }),
  text: (p: Since) => sql`
    select cell.measure, cell.category, jsonb_build_object('entry', cell.entry, 'note', cell.note) as now,
      case when was.entry is not null then jsonb_build_object('entry', was.entry, 'note', was.note) end as before
    from collection.cell
    left join lateral (
      select entry, note from collection.sent_cell sent
      where sent.unit_id = cell.unit_id and sent.submission_id = cell.submission_id and sent.measure = cell.measure
        and sent.category = cell.category and sent.sent_version <= ${p.version}
      order by sent.sent_version desc limit 1) was on true
    join collection.submission on submission.unit_id = cell.unit_id and submission.id = cell.submission_id
    join collection.form_row on form_row.form_id = submission.form_id and form_row.measure = cell.measure
      and form_row.category = cell.category
    where cell.unit_id = ${p.unitId} and cell.submission_id = ${p.submissionId}
      and (cell.entry, cell.note) is distinct from (was.entry, was.note)
      and not (was.entry is null and cell.entry = '' and cell.note = '')
    order by form_row.position`,
})

/** A report with the words of its state. */
const Report = DutyContents.extend({ state: WordsShape })

/** Reports on duties that do not stand as they were sent then. */
export const listChangedDuties = namedQuery({
  name: 'collection.changedDuties',
  row: z.object({ ref: z.string(), before: Report.nullable(), now: Report }),
  text: (p: Since) => sql`
    select (select duty.ref from plan.published_duty duty where duty.id = report.duty_id limit 1) as ref,
      ${inWords('report')} as now, case when was.state is not null then ${inWords('was')} end as before
    from collection.duty_report report
    left join lateral (
      select ${dutyColumns()} from collection.sent_duty sent
      where sent.unit_id = report.unit_id and sent.submission_id = report.submission_id and sent.duty_id = report.duty_id
        and sent.sent_version <= ${p.version}
      order by sent.sent_version desc limit 1) was on true
    where report.unit_id = ${p.unitId} and report.submission_id = ${p.submissionId}
      and (${dutyColumns('report')}) is distinct from (${dutyColumns('was')})
    order by ref`,
})

function inWords(of: 'report' | 'was') {
  return dutyObject(of, {
    state: sql`(select jsonb_build_object('vi', duty_state.name_vi, 'en', duty_state.name_en) from collection.duty_state
      where duty_state.code = ${sql.ref(`${of}.state`)})`,
  })
}

/** Evidence added or taken away since the form was sent then. */
export const listChangedEvidence = namedQuery({
  name: 'collection.changedEvidence',
  row: z.object({ ref: z.string(), title: z.string(), isRemoved: z.boolean() }),
  text: (p: Since) => sql`
    select (select duty.ref from plan.published_duty duty where duty.id = proof.duty_id limit 1) as ref, proof.title,
      proof.removed_at is not null as "isRemoved"
    from collection.evidence proof
    where proof.unit_id = ${p.unitId} and proof.submission_id = ${p.submissionId}
      and (proof.added_version >= ${p.version} and proof.removed_at is null
        or proof.added_version < ${p.version} and proof.removed_version >= ${p.version})
    order by ref, proof.seq`,
})
