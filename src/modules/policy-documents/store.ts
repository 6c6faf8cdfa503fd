/** How directing documents are kept: every SQL statement of the module. */
import { sql } from 'kysely'
import { z } from 'zod'
import { insertRows, listQuery, namedQuery, recordsOf, type Tx } from '#platform/database/index.ts'
import { NamedFile } from '#platform/files/store.ts'
import type { Batch } from '#platform/table-import/index.ts'
import { DocumentKind, type PlanItem, PlanItem as PlanItemShape, PolicyDocument } from './model.ts'

export const listKinds = namedQuery({
  name: 'policyDocuments.kinds',
  row: DocumentKind,
  text: () => sql`
    select code, abbreviation, jsonb_build_object('vi', name_vi, 'en', name_en) as name
    from policy_documents.kind order by position`,
})

/** A unit bears the name that it had on the day of the document. */
const documents = sql`
  select document.id, jsonb_build_object('id', document.unit_id, 'code', unit.code, 'name', unit.full_name) as unit, document.number,
    document.issued_on as "issuedOn", document.kind, jsonb_build_object('vi', kind.name_vi, 'en', kind.name_en) as "kindName",
    document.title, document.is_public as "isPublic", document.ended_on::text as "endedOn",
    case when later.id is not null then jsonb_build_object('id', later.id, 'number', later.number,
      'issuedOn', later.issued_on) end as "replacedBy",
    document.file_name as "fileName", document.version
  from policy_documents.document
  join policy_documents.kind on kind.code = document.kind
  left join policy_documents.document later on later.id = document.replaced_by
  cross join lateral (
    select named.code, named.full_name from organisation.published_unit named where named.id = document.unit_id
    order by named.valid_from <= document.issued_on and named.valid_to > document.issued_on desc, named.valid_from desc limit 1) unit`

/** Which documents a caller sees: those for everybody, and those of units in their sight; undefined sees all. */
function isSeen(visibleAt: readonly string[] | undefined) {
  return visibleAt ? sql`(document.is_public or document.unit_id = any(${visibleAt}::uuid[]))` : sql`true`
}

export interface DocumentFilter {
  readonly unitId?: string
  readonly year?: number
  readonly kind?: string
  readonly visibleAt: readonly string[] | undefined
}

/** Newest first. */
export const listDocuments = listQuery({
  name: 'policyDocuments.list',
  row: PolicyDocument,
  text: ({ unitId, year, kind, visibleAt }: DocumentFilter) => sql`${documents}
    where ${isSeen(visibleAt)} and (${unitId ?? null}::uuid is null or document.unit_id = ${unitId ?? null})
      and (${kind ?? null}::text is null or document.kind = ${kind ?? null})
      and (${year ?? null}::int is null or document.issued_on between make_date(${year ?? 1}, 1, 1) and make_date(${year ?? 1}, 12, 31))`,
  order: [
    { column: 'issuedOn', type: 'date', isDescending: true },
    { column: 'id', type: 'uuid', isDescending: true },
  ],
})

export const findDocument = namedQuery({
  name: 'policyDocuments.document',
  row: PolicyDocument,
  text: (p: { id: string; visibleAt: readonly string[] | undefined }) => sql`${documents}
    where document.id = ${p.id} and ${isSeen(p.visibleAt)}`,
})

/** Holds a document until the transaction ends. */
export async function lockDocument(tx: Tx, id: string): Promise<void> {
  await sql`select from policy_documents.document where id = ${id} for update`.execute(tx)
}

export const listItems = namedQuery({
  name: 'policyDocuments.items',
  row: PlanItemShape,
  text: (p: { id: string }) => sql`
    select item_kind as kind, item_id as id from policy_documents.implements where document_id = ${p.id}
    order by item_kind, item_id`,
})

interface DocumentRow {
  readonly id: string
  readonly unitId: string
  readonly number: string
  readonly issuedOn: string
  readonly kind: string
  readonly title: string
  readonly isPublic: boolean
  readonly endedOn?: string
  readonly replacedBy?: string
  readonly by?: string
  readonly at: Date
}

export interface KeptFile {
  readonly file: string
  readonly fileName: string
  readonly fileType: string
}

export async function insertDocuments(tx: Tx, rows: readonly DocumentRow[]): Promise<void> {
  const documents = rows.map(({ id, unitId, number, issuedOn, kind, title, isPublic, ...row }) => {
    const { endedOn = null, replacedBy = null, by: recordedBy = null, at: recordedAt } = row
    return { id, unitId, number, issuedOn, kind, title, isPublic, endedOn, replacedBy, recordedBy, recordedAt }
  })
  await insertRows(tx, 'policy_documents.document', documents)
}

export async function writeDocument(tx: Tx, row: Omit<DocumentRow, 'unitId'>): Promise<void> {
  await sql`
    update policy_documents.document set number = ${row.number}, issued_on = ${row.issuedOn}, kind = ${row.kind}, title = ${row.title},
      is_public = ${row.isPublic}, ended_on = ${row.endedOn ?? null}, replaced_by = ${row.replacedBy ?? null},
      recorded_by = ${row.by ?? null}, recorded_at = ${row.at}, version = version + 1
    where id = ${row.id}`.execute(tx)
}

export async function writeFile(tx: Tx, id: string, { file, fileName, fileType }: KeptFile): Promise<void> {
  await sql`
    update policy_documents.document set file = ${file}, file_name = ${fileName}, file_type = ${fileType}
    where id = ${id}`.execute(tx)
}

export async function insertItems(tx: Tx, id: string, items: readonly PlanItem[]): Promise<void> {
  const rows = items.map((item) => ({ documentId: id, itemKind: item.kind, itemId: item.id }))
  await sql`
    insert into policy_documents.implements (document_id, item_kind, item_id)
    select document_id, item_kind, item_id from ${recordsOf('policy_documents.implements', rows)} as item
    on conflict do nothing`.execute(tx)
}

export async function removeItem(tx: Tx, id: string, item: PlanItem): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from policy_documents.implements
    where document_id = ${id} and item_kind = ${item.kind} and item_id = ${item.id}`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

/** How many documents a unit issued in a calendar year; undefined rows where none was ever recorded of it. */
export const countIssued = namedQuery({
  name: 'policyDocuments.issued',
  row: z.object({ count: z.number() }),
  text: (p: { unitId: string; year: number }) => sql`
    select count(*) filter (where issued_on between make_date(${p.year}, 1, 1) and make_date(${p.year}, 12, 31))::int as count
    from policy_documents.document where unit_id = ${p.unitId} having count(*) > 0`,
})

export const countDocuments = namedQuery({
  name: 'policyDocuments.count',
  row: z.object({ count: z.number() }),
  text: () => sql`select count(*)::int as count from policy_documents.document`,
})

/** Stores a batch of a table: units by their codes on the day, kinds by code, name or abbreviation. Returns the new ids. */
export async function insertBatch(
  tx: Tx,
  { importId, rows }: Batch,
  by: { account?: string; at: Date },
): Promise<string[]> {
  const inserted = await sql<{ id: string }>`
    with incoming as (select gen_random_uuid() as id, given.* from ${rows} as given),
    made as (
      insert into policy_documents.document (id, unit_id, number, issued_on, kind, title, is_public, ended_on, import_id, recorded_by,
        recorded_at)
      select incoming.id, unit.id, incoming.number, incoming."issuedOn", kind.code, incoming.title, true, incoming."endedOn",
        ${importId}, ${by.account ?? null}::uuid, ${by.at}
      from incoming
      join organisation.published_unit unit on unit.code = incoming.unit and unit.valid_from <= incoming."issuedOn"
        and unit.valid_to > incoming."issuedOn"
      join policy_documents.kind on platform.fold(incoming.kind)
        in (platform.fold(kind.code), platform.fold(kind.name_vi), platform.fold(kind.abbreviation))
      returning id
    ),
    tied as (
      insert into policy_documents.implements (document_id, item_kind, item_id)
      select distinct incoming.id, 'clause', btrim(ref) from incoming, regexp_split_to_table(incoming.clauses, ';') as ref
      where btrim(ref) <> ''
    )
    select id from made`.execute(tx)
  return inserted.rows.map(({ id }) => id)
}

/** Those of a unit's numbers in a year that are recorded already, each as `unit number year`. */
export const listNumbers = namedQuery({
  name: 'policyDocuments.numbers',
  row: z.object({ unitId: z.uuid(), number: z.string(), year: z.number() }),
  text: (p: { numbers: readonly string[] }) => sql`
    select unit_id as "unitId", lower(number) as number, extract(year from issued_on)::int as year
    from policy_documents.document where lower(number) = any(${p.numbers}::text[])`,
})

/** What an import brought, with how many others say that one of them replaces them. */
export const listImported = namedQuery({
  name: 'policyDocuments.imported',
  row: z.object({ id: z.uuid(), isUsed: z.boolean() }),
  text: (p: { importId: string }) => sql`
    select document.id, exists (select from policy_documents.document other
      where other.replaced_by = document.id and other.import_id is distinct from ${p.importId}) as "isUsed"
    from policy_documents.document where import_id = ${p.importId}`,
})

export async function removeDocuments(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from policy_documents.implements where document_id = any(${ids}::uuid[])`.execute(tx)
  await sql`delete from policy_documents.document where id = any(${ids}::uuid[])`.execute(tx)
}

/** Every document, or some, as what can be searched for. */
export const listForSearch = namedQuery({
  name: 'policyDocuments.forSearch',
  row: PolicyDocument,
  text: (p: { ids?: readonly string[] }) => sql`${documents}
    where ${p.ids ?? null}::uuid[] is null or document.id = any(${p.ids ?? null})
    order by document.issued_on, document.id`,
})

export const findFile = namedQuery({
  name: 'policyDocuments.file',
  row: z.object({ file: z.string(), fileName: z.string(), fileType: z.string() }),
  text: (p: { id: string }) => sql`
    select file, file_name as "fileName", file_type as "fileType" from policy_documents.document
    where id = ${p.id} and file is not null`,
})

export const documentFiles = namedQuery({
  name: 'policyDocuments.files',
  row: NamedFile,
  text: (p: { name: string | undefined }) => sql`
    select file as name, unit_id as "unitId" from policy_documents.document
    where file is not null and (${p.name ?? null}::text is null or file = ${p.name ?? null})`,
})
