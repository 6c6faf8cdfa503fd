/** How duty reports and their evidence are kept. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { namedQuery } from '#platform/database/index.ts'
import { NamedFile } from '#platform/files/store.ts'
import { DutyReport, Evidence, ReportedDuty } from './duty-reports.model.ts'

/** The duties a unit holds on a day, or held on its last before that, in the plan's order, with what it reports of them. */
export const listDuties = namedQuery({
  name: 'collection.duties',
  row: ReportedDuty,
  text: (p: { unitId: string; submissionId: string; on: string; closedOn?: string | null }) => sql`
    select duty.id, duty.ref, duty.role, jsonb_build_object('vi', duty.title_vi, 'en', duty.title_en) as title,
      case when report.duty_id is not null then jsonb_build_object('state', report.state, 'percent', report.percent,
        'result', report.result, 'difficulty', report.difficulty, 'proposal', report.proposal, 'version', report.version,
        'editor', report.editor) end as report,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', proof.id, 'title', proof.title, 'url', proof.url, 'file', proof.file,
          'fileType', proof.file_type) order by proof.seq)
        from collection.evidence proof where proof.unit_id = ${p.unitId} and proof.submission_id = ${p.submissionId}
          and proof.duty_id = duty.id and proof.removed_at is null), '[]') as evidence
    from plan.published_duty duty
    left join collection.duty_report report on report.unit_id = ${p.unitId} and report.submission_id = ${p.submissionId}
      and report.duty_id = duty.id
    where duty.unit_id = ${p.unitId}
      and daterange(duty.valid_from, duty.valid_to) @> least(${p.on}::date, ${p.closedOn ?? null}::date - 1)
    order by duty.position`,
})

export interface DutyRow {
  readonly unitId: string
  readonly submissionId: string
  readonly dutyId: string
  readonly state: string
  readonly percent: number | null
  readonly result: string
  readonly difficulty: string
  readonly proposal: string
  readonly version: number
}

export async function writeReports(
  tx: Tx,
  rows: readonly DutyRow[],
  by: { id?: string; name: string; at: Date },
): Promise<void> {
  await sql`
    insert into collection.duty_report (unit_id, submission_id, duty_id, state, percent, result, difficulty, proposal,
      version, edited_by, editor, edited_at)
    select "unitId", "submissionId", "dutyId", state, percent, result, difficulty, proposal, version,
      ${by.id ?? null}::uuid, ${by.name}, ${by.at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row("unitId" uuid, "submissionId" uuid, "dutyId" uuid,
      state text, percent numeric, result text, difficulty text, proposal text, version int)
    on conflict (unit_id, submission_id, duty_id) do update set state = excluded.state, percent = excluded.percent,
      result = excluded.result, difficulty = excluded.difficulty, proposal = excluded.proposal, version = excluded.version,
      edited_by = excluded.edited_by, editor = excluded.editor, edited_at = excluded.edited_at`.execute(tx)
  await sql`
    insert into collection.duty_report_version (unit_id, submission_id, duty_id, version, state, percent, result, difficulty,
      proposal, edited_by)
    select "unitId", "submissionId", "dutyId", version, state, percent, result, difficulty, proposal, ${by.id ?? null}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row("unitId" uuid, "submissionId" uuid, "dutyId" uuid,
      state text, percent numeric, result text, difficulty text, proposal text, version int)`.execute(tx)
}

const Report = DutyReport.pick({ state: true, percent: true, result: true, difficulty: true, proposal: true })

/** A report as of a version of it, null where there was none yet or it is not kept; and who has saved since. */
export const findReportThen = namedQuery({
  name: 'collection.dutyReportThen',
  row: z.object({ report: Report.nullable(), savedSinceBy: z.array(z.uuid().nullable()) }),
  text: (p: { unitId: string; submissionId: string; dutyId: string; version: number }) => sql`
    select (
        select jsonb_build_object('state', state, 'percent', percent, 'result', result, 'difficulty', difficulty,
          'proposal', proposal)
        from collection.duty_report_version
        where unit_id = ${p.unitId} and submission_id = ${p.submissionId} and duty_id = ${p.dutyId}
          and version = ${p.version}) as report,
      coalesce(jsonb_agg(edited_by), '[]') as "savedSinceBy"
    from collection.duty_report_version
    where unit_id = ${p.unitId} and submission_id = ${p.submissionId} and duty_id = ${p.dutyId} and version > ${p.version}`,
})

export interface NewEvidence {
  readonly unitId: string
  readonly submissionId: string
  readonly dutyId: string
  readonly id: string
  readonly title: string
  readonly url: string | null
  readonly file: string | null
  readonly fileType: string | null
  readonly by?: string
  readonly at: Date
}

export async function insertEvidence(tx: Tx, proof: NewEvidence): Promise<void> {
  await sql`
    insert into collection.evidence (unit_id, submission_id, duty_id, id, title, url, file, file_type, added_by, added_at,
      added_version)
    select unit_id, id, ${proof.dutyId}::uuid, ${proof.id}::uuid, ${proof.title}, ${proof.url}, ${proof.file}, ${proof.fileType},
      ${proof.by ?? null}::uuid, ${proof.at}::timestamptz, version
    from collection.submission where unit_id = ${proof.unitId} and id = ${proof.submissionId}`.execute(tx)
}

export const findEvidence = namedQuery({
  name: 'collection.findEvidence',
  row: Evidence,
  text: (p: { unitId: string; submissionId: string; id: string }) => sql`
    select id, title, url, file, file_type as "fileType" from collection.evidence
    where unit_id = ${p.unitId} and submission_id = ${p.submissionId} and id = ${p.id} and removed_at is null`,
})

export async function removeEvidence(tx: Tx, unitId: string, id: string, at: Date): Promise<void> {
  await sql`
    update collection.evidence proof set removed_at = ${at}, removed_version = submission.version
    from collection.submission
    where proof.unit_id = ${unitId} and proof.id = ${id}
      and submission.unit_id = proof.unit_id and submission.id = proof.submission_id`.execute(tx)
}

/** Files of evidence, also of evidence taken away: what was reported stays on record. */
export const evidenceFiles = namedQuery({
  name: 'collection.evidenceFiles',
  row: NamedFile,
  text: (p: { name: string | undefined }) => sql`
    select distinct file as name, unit_id as "unitId" from collection.evidence
    where file is not null and (${p.name ?? null}::text is null or file = ${p.name ?? null})`,
})
