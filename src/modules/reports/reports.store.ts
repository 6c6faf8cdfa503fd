/** How reports are kept: every SQL statement of heads, narratives and snapshots. */
import { sql } from 'kysely'
import { z } from 'zod'
import { insertRows, namedQuery, type Tx } from '#platform/database/index.ts'
import { NamedFile } from '#platform/files/store.ts'
import { ReportInputs as InputsShape, type ReportInputs } from './facts/facts.model.ts'
import type { UsedRow } from './facts/value-sources.rules.ts'
import type { Format, Narrative, ReportHead, Snapshot } from './reports.model.ts'
import { ReportHead as HeadShape, ReportRow, Snapshot as SnapshotShape } from './reports.model.ts'

export const listFrozen = namedQuery({
  name: 'reports.listFrozen',
  row: ReportRow,
  text: () => sql`
    select report.year, report.number, report.symbol, report.issued_on::text as "issuedOn",
      report.head->>'signatory' as signatory, report.is_sample as "isSample",
      to_json(report.frozen_at)#>>'{}' as "frozenAt", snapshot.hash
    from reports.report join reports.snapshot on snapshot.report_id = report.id
    where report.state = 'frozen' order by report.year desc`,
})

/** As JSON keeps it: the schemas of the model change texts on their way in, these only check. */
const StoredHead = HeadShape.extend({
  number: z.number(),
  symbol: z.string(),
  authority: z.array(z.string()),
  recipients: z.array(z.string()),
})
const StoredSnapshot = SnapshotShape.extend({ narrative: z.record(z.string(), z.string()) })

/** A frozen report without what it holds, which is megabytes. */
export const findFrozenProof = namedQuery({
  name: 'reports.findSeal',
  row: ReportRow.extend({ auditSeq: z.number(), auditHash: z.string() }),
  text: (p: { year: number }) => sql`
    select report.year, report.number, report.symbol, report.issued_on::text as "issuedOn",
      report.head->>'signatory' as signatory, report.is_sample as "isSample",
      to_json(report.frozen_at)#>>'{}' as "frozenAt", snapshot.hash,
      snapshot.audit_seq as "auditSeq", snapshot.audit_hash as "auditHash"
    from reports.report join reports.snapshot on snapshot.report_id = report.id
    where report.state = 'frozen' and report.year = ${p.year}`,
})

/** What a frozen report holds, as it was written. */
export const findFrozen = namedQuery({
  name: 'reports.findFrozen',
  row: z.object({ head: z.unknown(), data: z.unknown(), inputs: z.unknown() }),
  text: (p: { year: number }) => sql`
    select report.head, snapshot.data, snapshot.inputs
    from reports.report join reports.snapshot on snapshot.report_id = report.id
    where report.state = 'frozen' and report.year = ${p.year}`,
})

/** The same as text, for who reads it elsewhere. */
export const findFrozenText = namedQuery({
  name: 'reports.findFrozenText',
  row: z.object({ head: z.string(), data: z.string(), inputs: z.string() }),
  text: (p: { year: number }) => sql`
    select report.head::text, snapshot.data::text, snapshot.inputs::text
    from reports.report join reports.snapshot on snapshot.report_id = report.id
    where report.state = 'frozen' and report.year = ${p.year}`,
})

export function keptHead(head: unknown): ReportHead {
  return StoredHead.parse(head)
}

export function keptSnapshot(data: unknown): Snapshot {
  return StoredSnapshot.parse(data) as Snapshot
}

export function keptInputs(inputs: unknown): ReportInputs {
  return InputsShape.parse(inputs)
}

export const findReport = namedQuery({
  name: 'reports.findReport',
  row: z.object({
    id: z.uuid(),
    state: z.enum(['draft', 'frozen']),
    version: z.number(),
    texts: z.record(z.string(), z.string()).nullable(),
    savedBy: z.string().nullable(),
    savedAt: z.string().nullable(),
  }),
  text: (p: { year: number }) => sql`
    select report.id, report.state, coalesce(latest.version, 0) as version, latest.texts, latest.saved_by_name as "savedBy",
      to_json(latest.saved_at)#>>'{}' as "savedAt"
    from reports.report
    left join lateral (
      select * from reports.narrative where narrative.report_id = report.id order by narrative.version desc limit 1) latest on true
    where report.year = ${p.year} and report.kind = 'yearly'`,
})

/** What was written as of a version, and who has saved since; both are kept for good. */
export const findWritten = namedQuery({
  name: 'reports.written',
  row: z.object({ texts: z.record(z.string(), z.string()).nullable(), savedSinceBy: z.array(z.uuid().nullable()) }),
  text: (p: { reportId: string; version: number }) => sql`
    select (select texts from reports.narrative where report_id = ${p.reportId} and version = ${p.version}) as texts,
      coalesce(jsonb_agg(saved_by), '[]') as "savedSinceBy"
    from reports.narrative where report_id = ${p.reportId} and version > ${p.version}`,
})

/** Begins the draft of a year where there is none, and holds it until the transaction ends. */
export async function holdDraft(tx: Tx, draft: { id: string; year: number; at: Date }): Promise<void> {
  await sql`
    insert into reports.report (id, year, kind, state, is_sample, created_at)
    values (${draft.id}, ${draft.year}, 'yearly', 'draft', false, ${draft.at})
    on conflict (year, kind) do nothing`.execute(tx)
  await sql`select from reports.report where year = ${draft.year} and kind = 'yearly' for update`.execute(tx)
}

export async function insertNarrative(
  tx: Tx,
  saved: { reportId: string; version: number; texts: Narrative; by?: string; byName: string; at: Date },
): Promise<void> {
  await sql`
    insert into reports.narrative (report_id, version, texts, saved_by, saved_by_name, saved_at)
    values (${saved.reportId}, ${saved.version}, ${JSON.stringify(saved.texts)}::jsonb, ${saved.by ?? null}, ${saved.byName},
      ${saved.at})`.execute(tx)
}

export interface Frozen {
  readonly reportId: string
  readonly head: ReportHead
  readonly isSample: boolean
  readonly at: Date
  readonly by?: string
  readonly data: Snapshot
  readonly inputs: ReportInputs
  readonly hash: string
  readonly audit: { readonly seq: number; readonly hash: string }
}

export async function freeze(tx: Tx, frozen: Frozen): Promise<void> {
  const { reportId, head, audit } = frozen
  await sql`
    insert into reports.snapshot (report_id, data, inputs, hash, audit_seq, audit_hash)
    values (${reportId}, ${JSON.stringify(frozen.data)}::jsonb, ${JSON.stringify(frozen.inputs)}::jsonb, ${frozen.hash},
      ${audit.seq}, ${audit.hash})`.execute(tx)
  await sql`
    update reports.report set state = 'frozen', number = ${head.number}, symbol = ${head.symbol}, issued_on = ${head.issuedOn},
      head = ${JSON.stringify(head)}::jsonb, is_sample = ${frozen.isSample}, frozen_at = ${frozen.at}, frozen_by = ${frozen.by ?? null}
    where id = ${reportId}`.execute(tx)
}

/** What the register of issued documents has of each frozen report. */
export const listHeads = namedQuery({
  name: 'reports.heads',
  row: z.object({ year: z.number(), isSample: z.boolean(), head: StoredHead, title: z.string() }),
  text: () => sql`
    select report.year, report.is_sample as "isSample", report.head, snapshot.data -> 'document' ->> 'subject' as title
    from reports.report join reports.snapshot on snapshot.report_id = report.id
    where report.state = 'frozen' order by report.year`,
})

/** The way from a value to the report that used it. */
export async function insertUsed(tx: Tx, reportId: string, rows: readonly UsedRow[]): Promise<void> {
  const used = rows.map(({ unitCode, unitOn, valueId, use }) => ({ reportId, unitCode, unitOn, valueId, use }))
  await insertRows(tx, 'reports.value_usage', used)
}

/** A format of a frozen report, and the kept file where it has been written. */
export const findFile = namedQuery({
  name: 'reports.findFile',
  row: z.object({ reportId: z.uuid(), hash: z.string(), file: z.string().nullable() }),
  text: (p: { year: number; format: Format }) => sql`
    select report.id as "reportId", snapshot.hash, kept.file
    from reports.report join reports.snapshot on snapshot.report_id = report.id
    left join reports.file kept on kept.report_id = report.id and kept.format = ${p.format}
    where report.state = 'frozen' and report.year = ${p.year}`,
})

/** Others who would write a file of this report wait, in whichever process, until the transaction ends. */
export async function holdFiles(tx: Tx, year: number): Promise<void> {
  await sql`select from reports.report where year = ${year} and kind = 'yearly' for update`.execute(tx)
}

export async function keepFile(
  tx: Tx,
  kept: { reportId: string; format: Format; file: string; at: Date },
): Promise<void> {
  await sql`
    insert into reports.file (report_id, format, file, made_at)
    values (${kept.reportId}, ${kept.format}, ${kept.file}, ${kept.at})
    on conflict (report_id, format) do update set file = excluded.file, made_at = excluded.made_at`.execute(tx)
}

/** Files of frozen reports. */
export const reportFiles = namedQuery({
  name: 'reports.namedFiles',
  row: NamedFile,
  text: (p: { name: string | undefined }) => sql`
    select distinct file as name, null::uuid as "unitId" from reports.file
    where ${p.name ?? null}::text is null or file = ${p.name ?? null}`,
})
