/** How forms of ended units are found, closed, and told beside those of their heirs. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { namedQuery, recordsOf } from '#platform/database/index.ts'
import type { DutyContents } from '../forms/duty-fields.model.ts'
import { dutyColumns, dutyObject } from '../forms/duty-fields.store.ts'
import { writeChanges } from '../submissions/content-changes.store.ts'
import { FormerForm, FormSuccessor } from '../submissions/former-forms.model.ts'
import { LanguageName, SubmissionState } from '../submissions/submissions.model.ts'

/** Forms of some units in rounds that are open, each with how much of it is filled. */
export const listOpenForms = namedQuery({
  name: 'collection.formsOfUnits',
  row: z.object({
    id: z.uuid(),
    unitId: z.uuid(),
    formId: z.uuid(),
    year: z.number(),
    state: SubmissionState,
    version: z.number(),
    filled: z.number(),
  }),
  text: (p: { unitIds: readonly string[] }) => sql`
    select submission.id, submission.unit_id as "unitId", submission.form_id as "formId", round.year, submission.state,
      submission.version, ${filled}::int as filled
    from collection.submission
    join collection.round on round.id = submission.round_id and round.state = 'open'
    where submission.unit_id = any(${p.unitIds}::uuid[]) and submission.state <> 'closed'
    order by round.year, submission.unit_id`,
})

const filled = sql`((select count(*) from collection.cell where cell.unit_id = submission.unit_id
      and cell.submission_id = submission.id and cell.entry <> '')
    + (select count(*) from collection.duty_report report where report.unit_id = submission.unit_id
      and report.submission_id = submission.id))`

export const listOpenRounds = namedQuery({
  name: 'collection.openRounds',
  row: z.object({ id: z.uuid(), year: z.number(), dueOn: z.string(), isSample: z.boolean() }),
  text: () => sql`
    select id, year, due_on as "dueOn", is_sample as "isSample" from collection.round where state = 'open' order by year`,
})

/** Holds the forms until the transaction ends, so that nothing is typed into what is being closed. */
export async function lockForms(tx: Tx, unitIds: readonly string[]): Promise<void> {
  await sql`select from collection.submission where unit_id = any(${unitIds}::uuid[]) order by unit_id, id for update`.execute(
    tx,
  )
}

export const listCellsOf = namedQuery({
  name: 'collection.cellsOfForms',
  row: z.object({
    submissionId: z.uuid(),
    measure: z.string(),
    category: z.string(),
    entry: z.string(),
    language: LanguageName,
    note: z.string(),
  }),
  text: (p: { unitIds: readonly string[]; ids: readonly string[] }) => sql`
    select submission_id as "submissionId", measure, category, entry, language, note from collection.cell
    where unit_id = any(${p.unitIds}::uuid[]) and submission_id = any(${p.ids}::uuid[])`,
})

export interface ClosedForm {
  readonly unitId: string
  readonly id: string
  readonly on: string
  readonly to: readonly { readonly unitId: string; readonly how: 'carried' | 'reference' }[]
}

/** Closes forms, remembering where each stood and which units took over. */
export async function closeForms(tx: Tx, forms: readonly ClosedForm[]): Promise<void> {
  const ways = forms.flatMap(({ unitId, id, to }) =>
    to.map((successor) => ({ unitId, submissionId: id, toUnitId: successor.unitId, how: successor.how })),
  )
  await sql`
    insert into collection.closed_form (unit_id, submission_id, to_unit_id, how, was)
    select way.unit_id, way.submission_id, way.to_unit_id, way.how, submission.state
    from ${recordsOf('collection.closed_form', ways)} as way
    join collection.submission on submission.unit_id = way.unit_id and submission.id = way.submission_id`.execute(tx)
  const closed = forms.map(({ unitId, id, on }) => ({ unitId, id, closedOn: on }))
  await sql`
    update collection.submission set state = 'closed', closed_on = form.closed_on
    from ${recordsOf('collection.submission', closed)} as form
    where submission.unit_id = form.unit_id and submission.id = form.id`.execute(tx)
}

interface CarriedReport {
  readonly unitId: string
  readonly id: string
  readonly toUnit: string
  readonly toId: string
  readonly duty: string
  readonly state: SubmissionState
  readonly version: number
  readonly contents: DutyContents
}

/**
 * Puts what was reported of duties, with its evidence, into the forms of those that hold the duties on a day, where these have not
 * reported of them yet and may still be filled. Gives the forms that got any, as they stood before.
 */
export async function carryDutyReports(
  tx: Tx,
  forms: readonly { readonly unitId: string; readonly id: string }[],
  by: { on: string; at: Date; newId: () => string; id?: string; name: string },
): Promise<{ id: string; state: SubmissionState; version: number }[]> {
  const result = await sql<CarriedReport>`
    select report.unit_id as "unitId", report.submission_id as id, heir.unit_id as "toUnit", heir.id as "toId",
      report.duty_id as duty, heir.state, heir.version, ${dutyObject('report')} as contents
    from ${recordsOf('collection.submission', forms)} as form
    join collection.duty_report report on report.unit_id = form.unit_id and report.submission_id = form.id
    join collection.submission former on former.unit_id = report.unit_id and former.id = report.submission_id
    join plan.published_duty duty on duty.id = report.duty_id and duty.valid_from <= ${by.on} and duty.valid_to > ${by.on}
    join collection.submission heir on heir.unit_id = duty.unit_id and heir.round_id = former.round_id
      and heir.unit_id <> report.unit_id and heir.state in ('not-started', 'in-progress', 'returned')
    where not exists (select from collection.duty_report own where own.unit_id = heir.unit_id
      and own.submission_id = heir.id and own.duty_id = report.duty_id)`.execute(tx)
  const pairs = sql`jsonb_to_recordset(${JSON.stringify(result.rows)}::jsonb)
    as pair("unitId" uuid, id uuid, "toUnit" uuid, "toId" uuid, duty uuid)`
  await sql`
    insert into collection.duty_report (unit_id, submission_id, duty_id, ${dutyColumns()}, version, edited_by, editor,
      edited_at)
    select pair."toUnit", pair."toId", report.duty_id, ${dutyColumns('report')}, 1, report.edited_by, report.editor, report.edited_at
    from ${pairs}
    join collection.duty_report report on report.unit_id = pair."unitId" and report.submission_id = pair.id
      and report.duty_id = pair.duty`.execute(tx)
  await sql`
    insert into collection.duty_report_version (unit_id, submission_id, duty_id, version, ${dutyColumns()}, edited_by)
    select report.unit_id, report.submission_id, report.duty_id, report.version, ${dutyColumns('report')}, report.edited_by
    from ${pairs}
    join collection.duty_report report on report.unit_id = pair."toUnit" and report.submission_id = pair."toId"
      and report.duty_id = pair.duty`.execute(tx)
  await sql`
    update collection.submission set touched_at = ${by.at},
      state = case when state = 'not-started' then 'in-progress' else state end
    from (select distinct "toUnit", "toId" from ${pairs}) as heir
    where submission.unit_id = heir."toUnit" and submission.id = heir."toId"`.execute(tx)
  const reports = result.rows.map(({ toUnit, toId, duty, contents }) => {
    return { unitId: toUnit, submissionId: toId, dutyId: duty, before: null, now: contents }
  })
  await writeChanges(tx, [...reports, ...(await copyEvidence(tx, result.rows, by.newId))], by)
  const heirs = new Map(result.rows.map(({ toId: id, state, version }) => [id, { id, state, version }]))
  return [...heirs.values()]
}

/** Gives what was added, as changes of the contents of the forms that got it. */
async function copyEvidence(
  tx: Tx,
  pairs: readonly { unitId: string; id: string; toUnit: string; toId: string; duty: string }[],
  newId: () => string,
) {
  const { rows } = await sql<{ proof: string; toUnit: string; toId: string; duty: string; title: string }>`
    select proof.id as proof, pair."toUnit", pair."toId", pair.duty, proof.title
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
      as pair("unitId" uuid, id uuid, "toUnit" uuid, "toId" uuid, duty uuid)
    join collection.evidence proof on proof.unit_id = pair."unitId" and proof.submission_id = pair.id
      and proof.duty_id = pair.duty and proof.removed_at is null`.execute(tx)
  const copies = rows.map((row) => ({ ...row, id: newId() }))
  await sql`
    insert into collection.evidence (unit_id, submission_id, duty_id, id, title, url, file, file_type, added_by, added_at,
      added_version)
    select copy."toUnit", copy."toId", proof.duty_id, copy.id, proof.title, proof.url, proof.file, proof.file_type,
      proof.added_by, proof.added_at, heir.version
    from jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) as copy(id uuid, proof uuid, "toUnit" uuid, "toId" uuid)
    join collection.evidence proof on proof.id = copy.proof
    join collection.submission heir on heir.unit_id = copy."toUnit" and heir.id = copy."toId"`.execute(tx)
  return copies.map(({ id, toUnit, toId, duty, title }) => {
    return { unitId: toUnit, submissionId: toId, dutyId: duty, evidenceId: id, before: null, now: { title } }
  })
}

/** Closed forms of a round whose units passed to a unit, wholly or in part, with their figures in the order of their form. */
export const listFormer = namedQuery({
  name: 'collection.formerForms',
  row: FormerForm,
  text: (p: { unitId: string; roundId: string }) => sql`
    select unit.code, unit.full_name as name, (submission.closed_on - 1)::text as on, closed.how, closed.was,
      coalesce((
        select jsonb_agg(jsonb_build_object('measure', cell.measure, 'category', cell.category, 'entry', cell.entry,
          'note', cell.note, 'name', jsonb_build_object('vi', measure.name_vi, 'en', measure.name_en),
          'part', case when form_row.part_vi is not null
            then jsonb_build_object('vi', form_row.part_vi, 'en', form_row.part_en) end) order by form_row.position)
        from collection.cell
        join collection.form_row on form_row.form_id = submission.form_id and form_row.measure = cell.measure
          and form_row.category = cell.category
        join indicators.published_measure measure on measure.code = cell.measure
        where cell.unit_id = submission.unit_id and cell.submission_id = submission.id and cell.entry <> ''), '[]') as cells
    from collection.closed_form closed
    join collection.submission on submission.unit_id = closed.unit_id and submission.id = closed.submission_id
    join organisation.published_unit unit on unit.id = submission.unit_id
      and unit.valid_from < submission.closed_on and unit.valid_to >= submission.closed_on
    where closed.to_unit_id = ${p.unitId} and submission.round_id = ${p.roundId}
    order by unit.folded`,
})

/** The units that took over what a closed form was about, as they were called when they did. */
export const listSuccessors = namedQuery({
  name: 'collection.heirsOfForm',
  row: FormSuccessor,
  text: (p: { unitId: string; submissionId: string }) => sql`
    select unit.code, unit.full_name as name, submission.closed_on::text as on, closed.how
    from collection.closed_form closed
    join collection.submission on submission.unit_id = closed.unit_id and submission.id = closed.submission_id
    join organisation.published_unit unit on unit.id = closed.to_unit_id
      and unit.valid_from <= submission.closed_on and unit.valid_to > submission.closed_on
    where closed.unit_id = ${p.unitId} and closed.submission_id = ${p.submissionId}
    order by unit.folded`,
})

/** The units that stand on a day and have taken over, at once or later, something of a unit that has ended. */
export const successorsNow = namedQuery({
  name: 'collection.heirsNow',
  row: z.object({ id: z.uuid() }),
  text: (p: { unitId: string; on: string }) => sql`
    with recursive taker (id) as (
      select ${p.unitId}::uuid
      union
      select step.to_id from taker
      join organisation.published_succession step on step.from_id = taker.id and step.effective_on <= ${p.on}
      where ${hasEnded('step.from_id', p.on)})
    select land.to_id as id from organisation.published_crosswalk land
    where land.from_id = ${p.unitId} and land.to_id <> land.from_id and land.to_start <= ${p.on} and land.to_end > ${p.on}
      and ${hasEnded('land.from_id', p.on)}
    union
    select taker.id from taker where taker.id <> ${p.unitId} and not ${hasEnded('taker.id', p.on)}`,
})

/** Units that have ended of which something came, at once or later, to these: their unfinished forms are these people's to finish. */
export const formerUnits = namedQuery({
  name: 'collection.formerUnits',
  row: z.object({ id: z.uuid() }),
  text: (p: { unitIds: readonly string[]; on: string }) => sql`
    with recursive giver (id) as (
      select step.from_id from organisation.published_succession step
      where step.to_id = any(${p.unitIds}::uuid[]) and step.effective_on <= ${p.on} and ${hasEnded('step.from_id', p.on)}
      union
      select step.from_id from giver
      join organisation.published_succession step on step.to_id = giver.id and step.effective_on <= ${p.on}
      where ${hasEnded('step.from_id', p.on)})
    select land.from_id as id from organisation.published_crosswalk land
    where land.to_id = any(${p.unitIds}::uuid[]) and land.to_id <> land.from_id
      and land.to_start <= ${p.on} and land.to_end > ${p.on} and ${hasEnded('land.from_id', p.on)}
    union
    select giver.id from giver`,
})

function hasEnded(unit: 'land.from_id' | 'step.from_id' | 'taker.id', on: string) {
  return sql`not exists (select from organisation.published_unit own where own.id = ${sql.ref(unit)} and own.valid_to > ${on})`
}
