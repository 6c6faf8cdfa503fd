/** Keeps documents under review and the verdicts on their pieces. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Draft } from '#modules/official-texts'
import type { Tx } from '#platform/database/index.ts'
import { listQuery, namedQuery } from '#platform/database/index.ts'
import { FullImport, type PieceVerdict, PlanImport, Verdict, VerdictRow } from './plan-imports.model.ts'

const head = sql`
  doc.id, doc.plan_id as "planId", doc.file_name as "fileName", doc.file_kind as "fileKind", doc.state, doc.version,
  case when person.id is not null then jsonb_build_object('id', person.id, 'name', person.name) end as "createdBy",
  to_json(doc.created_at)#>>'{}' as "createdAt"`

export const listImports = listQuery({
  name: 'plan.imports',
  row: PlanImport.extend({ symbol: z.string().nullable(), decided: z.number(), seq: z.number() }),
  text: () => sql`
    select ${head}, doc.seq, doc.draft->'document'->'symbol'->>'value' as symbol,
      (select count(distinct piece)::int from plan.import_verdict where import_id = doc.id) as decided
    from plan.plan_import doc
    left join access.published_account person on person.id = doc.created_by`,
  order: [{ column: 'seq', type: 'bigint', isDescending: true }],
})

export const findImport = namedQuery({
  name: 'plan.import',
  row: FullImport,
  text: (p: { id: string }) => sql`
    select ${head}, doc.lines, doc.draft, doc.file
    from plan.plan_import doc
    left join access.published_account person on person.id = doc.created_by
    where doc.id = ${p.id}`,
})

/** Locked, so that a verdict and a publication do not pass each other. */
export async function lockImport(tx: Tx, id: string): Promise<void> {
  await sql`select from plan.plan_import where id = ${id} for update`.execute(tx)
}

export async function insertImport(
  tx: Tx,
  row: {
    id: string
    planId: string | null
    fileName: string
    file: string
    fileKind: 'text' | 'word'
    lines: readonly string[]
    draft: Draft
    by: string | null
    at: Date
  },
): Promise<void> {
  await sql`
    insert into plan.plan_import (id, plan_id, file_name, file, file_kind, lines, draft, created_by, created_at)
    values (${row.id}, ${row.planId}, ${row.fileName}, ${row.file}, ${row.fileKind}, ${JSON.stringify(row.lines)}::jsonb,
      ${JSON.stringify(row.draft)}::jsonb, ${row.by}, ${row.at})`.execute(tx)
}

/** The latest verdict on each piece. */
export const latestVerdicts = namedQuery({
  name: 'plan.importVerdicts',
  row: VerdictRow,
  text: (p: { importId: string }) => sql`
    select distinct on (import_verdict.piece) count(*) over (partition by import_verdict.piece)::int as version, import_verdict.piece, import_verdict.verdict, import_verdict.correction, person.name as by,
      to_json(import_verdict.judged_at)#>>'{}' as at
    from plan.import_verdict
    left join access.published_account person on person.id = import_verdict.judged_by
    where import_verdict.import_id = ${p.importId}
    order by import_verdict.piece, import_verdict.seq desc`,
})

/** How many verdicts there are on a document. */
export const countVerdicts = namedQuery({
  name: 'plan.countImportVerdicts',
  row: z.object({ count: z.number() }),
  text: (p: { importId: string }) => sql`
    select count(*)::int as count from plan.import_verdict where import_id = ${p.importId}`,
})

/** The pieces judged after the first so many verdicts, with what stands of each now. */
export const decidedSince = namedQuery({
  name: 'plan.importJudgedSince',
  row: z.object({ piece: z.string(), before: Verdict.nullable(), now: Verdict }),
  text: (p: { importId: string; after: number }) => sql`
    with numbered as (
      select piece, verdict, row_number() over (order by seq) as number
      from plan.import_verdict where import_id = ${p.importId})
    select piece, (array_agg(verdict order by number desc))[1] as now,
      (array_agg(verdict order by number desc) filter (where number <= ${p.after}))[1] as before
    from numbered group by piece having max(number) > ${p.after} order by piece`,
})

export async function insertVerdicts(
  tx: Tx,
  importId: string,
  verdicts: readonly (PieceVerdict & { id: string })[],
  by: { account: string | null; at: Date },
): Promise<void> {
  await sql`
    insert into plan.import_verdict (id, import_id, piece, verdict, correction, judged_by, judged_at)
    select (entry->>'id')::uuid, ${importId}, entry->>'piece', entry->>'verdict', nullif(entry->'correction', 'null'),
      ${by.account}, ${by.at}
    from jsonb_array_elements(${JSON.stringify(verdicts)}::jsonb) as entry`.execute(tx)
}

export async function closeImport(
  tx: Tx,
  id: string,
  to: { state: PlanImport['state']; version: number | null; planId: string | null },
): Promise<void> {
  await sql`
    update plan.plan_import set state = ${to.state}, version = ${to.version}, plan_id = coalesce(plan_id, ${to.planId})
    where id = ${id}`.execute(tx)
}

/** Agencies by their names on a day. */
export const agenciesOn = namedQuery({
  name: 'plan.agenciesOn',
  row: z.object({ code: z.string(), name: z.string() }),
  text: (p: { on: string }) => sql`
    select unit.code, unit.full_name as name from organisation.published_unit unit
    where (unit.tree = 'agency' or unit.level = 0) and unit.valid_from <= ${p.on} and unit.valid_to > ${p.on}
    order by unit.code`,
})

export const nameOfPlace = namedQuery({
  name: 'plan.nameOfPlace',
  row: z.object({ name: z.string() }),
  text: (p: { id: string; on: string }) => sql`
    select name from organisation.published_unit
    where id = ${p.id} and valid_from <= ${p.on} and valid_to > ${p.on}`,
})
