/** How duty reports and their evidence are kept. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { insertRows, namedQuery, recordsOf } from '#platform/database/index.ts'
import { NamedFile } from '#platform/files/store.ts'
import { DutyContents } from '../forms/duty-fields.model.ts'
import { dutyColumns, dutyColumnsExcluded, dutyObject } from '../forms/duty-fields.store.ts'
import { Evidence, ReportedDuty } from './duty-reports.model.ts'

/** The duties a unit holds on a day, or held on its last before that, in the plan's order, with what it reports of them. */
export const listDuties = namedQuery({
  name: 'collection.duties',
  row: ReportedDuty,
  text: (p: { unitId: string; submissionId: string; on: string; closedOn?: string | null }) => sql`
    select duty.id, duty.ref, duty.role, jsonb_build_object('vi', duty.title_vi, 'en', duty.title_en) as title,
      case when report.duty_id is not null then ${dutyObject('report', { version: sql`report.version`, editor: sql`report.editor` })} end as report,
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

export interface DutyRow extends Readonly<DutyContents> {
  readonly unitId: string
  readonly submissionId: string
  readonly dutyId: string
  readonly version: number
}

export async function writeReports(
  tx: Tx,
  rows: readonly DutyRow[],
  by: { id?: string; name: string; at: Date },
): Promise<void> {
  const versions = rows.map((row) => ({ ...row, editedBy: by.id ?? null }))
  const reports = versions.map((row) => ({ ...row, editor: by.name, editedAt: by.at }))
  const columns = sql`unit_id, submission_id, duty_id, ${dutyColumns()}, version, edited_by, editor, edited_at`
  await sql`
    insert into collection.duty_report (${columns})
    select ${columns} from ${recordsOf('collection.duty_report', reports)} as fresh
    on conflict (unit_id, submission_id, duty_id) do update set ${dutyColumnsExcluded()}, version = excluded.version,
      edited_by = excluded.edited_by, editor = excluded.editor, edited_at = excluded.edited_at`.execute(tx)
  await insertRows(tx, 'collection.duty_report_version', versions)
}

/** A report as of a version of it, null where there was none yet or it is not kept; and who has saved since. */
export const findReportThen = namedQuery({
  name: 'collection.dutyReportThen',
  row: z.object({ report: DutyContents.nullable(), savedSinceBy: z.array(z.uuid().nullable()) }),
  text: (p: { unitId: string; submissionId: string; dutyId: string; version: number }) => sql`
    select (
        select ${dutyObject('version')} from collection.duty_report_version version
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
