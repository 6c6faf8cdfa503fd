/** How the register of issued documents is kept: every SQL statement of the module. */
import { sql } from 'kysely'
import { z } from 'zod'
import { insertRows, listQuery, namedQuery, type Tx } from '#platform/database/index.ts'
import { DocumentKind, NumberGap, RegisterEntry } from './model.ts'

export const listKinds = namedQuery({
  name: 'issuedDocuments.kinds',
  row: DocumentKind,
  text: () => sql`
    select code, abbreviation, jsonb_build_object('vi', name_vi, 'en', name_en) as name
    from issued_documents.kind order by position`,
})

/** A unit's numbers of a year and a kind. */
export interface Book {
  readonly unitId: string
  readonly year: number
  readonly kind: string
  readonly isSample: boolean
}

/**
 * Takes a number of a book, the next one where none is given, and holds the book until the transaction ends: others wait for it.
 * Whether a given number is free the register itself says (`entry_number_once`).
 */
export const takeNumber = namedQuery({
  name: 'issuedDocuments.takeNumber',
  row: z.object({ number: z.number() }),
  text: ({ unitId, year, kind, isSample, number }: Book & { number: number | undefined }) => sql`
    insert into issued_documents.book as book (unit_id, year, kind, is_sample, last_number)
    values (${unitId}, ${year}, ${kind}, ${isSample}, coalesce(${number ?? null}::int, 1))
    on conflict (unit_id, year, kind, is_sample) do update
      set last_number = greatest(book.last_number, coalesce(${number ?? null}::int, book.last_number + 1))
    returning coalesce(${number ?? null}::int, last_number) as number`,
})

/** Holds a book until the transaction ends; no row where it has not begun. */
export const lockBook = namedQuery({
  name: 'issuedDocuments.lockBook',
  row: z.object({ lastNumber: z.number() }),
  text: ({ unitId, year, kind, isSample }: Book) => sql`
    select last_number as "lastNumber" from issued_documents.book
    where unit_id = ${unitId} and year = ${year} and kind = ${kind} and is_sample = ${isSample} for update`,
})

export interface EntryRow extends Book {
  readonly id: string
  readonly firstNumber: number
  readonly lastNumber: number
  readonly state: 'issued' | 'unused'
  readonly symbol?: string
  readonly issuedOn?: string
  readonly title?: string
  readonly signatory?: string
  readonly recipients?: string
  readonly keptBy?: string
  readonly note?: string
  readonly reason?: string
  readonly source?: string
  readonly recordedBy: string | undefined
  readonly recordedAt: Date
}

export async function insertEntry(tx: Tx, entry: EntryRow): Promise<void> {
  const { symbol = null, issuedOn = null, title = null, signatory = null, recipients = null, ...others } = entry
  const { keptBy = null, note = null, reason = null, source = null, recordedBy = null, ...book } = others
  const document = { symbol, issuedOn, title, signatory, recipients, keptBy, note }
  await insertRows(tx, 'issued_documents.entry', [{ ...book, ...document, reason, source, recordedBy }])
}

export async function writeUnused(
  tx: Tx,
  entry: { readonly id: string; readonly reason: string; readonly by: string | undefined; readonly at: Date },
): Promise<void> {
  await sql`
    update issued_documents.entry set state = 'unused', reason = ${entry.reason}, recorded_by = ${entry.by ?? null},
      recorded_at = ${entry.at}, version = version + 1
    where id = ${entry.id}`.execute(tx)
}

const entries = sql`
  select entry.id, entry.kind, jsonb_build_object('vi', kind.name_vi, 'en', kind.name_en) as "kindName",
    entry.is_sample as "isSample", entry.first_number as "firstNumber", entry.last_number as "lastNumber", entry.state, entry.symbol,
    entry.issued_on::text as "issuedOn", entry.title, entry.signatory, entry.recipients, entry.kept_by as "keptBy", entry.note,
    entry.reason, entry.source is not null as "isByModule", entry.version
  from issued_documents.entry join issued_documents.kind on kind.code = entry.kind`

/** Kind by kind, the latest number first. */
export const listEntries = listQuery({
  name: 'issuedDocuments.entries',
  row: RegisterEntry,
  text: ({ unitId, year, kind }: { unitId: string; year: number; kind: string | undefined }) => sql`${entries}
    where entry.unit_id = ${unitId} and entry.year = ${year} and (${kind ?? null}::text is null or entry.kind = ${kind ?? null})`,
  order: [
    { column: 'kind', type: 'text' },
    { column: 'isSample', type: 'boolean' },
    { column: 'firstNumber', type: 'bigint', isDescending: true },
  ],
})

export const findEntry = namedQuery({
  name: 'issuedDocuments.entry',
  row: RegisterEntry.extend({ unitId: z.uuid(), unit: z.string(), year: z.number() }),
  text: (p: { id: string }) => sql`
    select listed.*, place.unit_id as "unitId", place.year,
      (select code from organisation.published_unit unit where unit.id = place.unit_id order by valid_from desc limit 1) as unit
    from (${entries} where entry.id = ${p.id}) listed
    join issued_documents.entry place on place.id = listed.id`,
})

/** Holds an entry until the transaction ends. */
export async function lockEntry(tx: Tx, id: string): Promise<void> {
  await sql`select from issued_documents.entry where id = ${id} for update`.execute(tx)
}

/** What stands in the way of entering a document: that it is entered, or that its number is. */
export const findInTheWay = namedQuery({
  name: 'issuedDocuments.inTheWay',
  row: z.object({ id: z.uuid() }),
  text: ({ unitId, year, kind, isSample, number, source }: Book & { number: number; source: string }) => sql`
    select id from issued_documents.entry where source = ${source}
    union all
    select id from issued_documents.entry
    where unit_id = ${unitId} and year = ${year} and kind = ${kind} and is_sample = ${isSample}
      and ${number}::int between first_number and last_number`,
})

/** Between the entries of a book, and before the first, as far as the book has come. */
export const listGaps = namedQuery({
  name: 'issuedDocuments.gaps',
  row: NumberGap,
  text: ({ unitId, year, most }: { unitId: string; year: number; most: number }) => sql`
    select gap.kind, jsonb_build_object('vi', kind.name_vi, 'en', kind.name_en) as "kindName", gap.after + 1 as "firstNumber",
      gap.first_number - 1 as "lastNumber"
    from (
      select entry.kind, entry.first_number,
        coalesce(lag(entry.last_number) over (partition by entry.kind order by entry.first_number), 0) as after
      from issued_documents.entry where unit_id = ${unitId} and year = ${year} and not is_sample) gap
    join issued_documents.kind on kind.code = gap.kind
    where gap.first_number > gap.after + 1
    order by kind.position, gap.first_number limit ${most}`,
})
