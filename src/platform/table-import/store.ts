/** How table imports are kept: every SQL statement about them, but for those of the modules whose tables they fill. */
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { type CopyValue, copyRows, listQuery, namedQuery, type Tx } from '#platform/database/index.ts'
import { NamedFile } from '#platform/files/store.ts'
import { type ColumnKind, type ImportColumn, type ImportRow, TableFacts } from './model.ts'
import { importStates } from './workflow.ts'

/** One import as it stands. */
export const TableImport = z.object({
  id: z.uuid(),
  file: z.string(),
  fileName: z.string(),
  state: z.enum(importStates),
  /** Null of what the operator of the machine began. */
  accountId: z.uuid().nullable(),
  by: z.string(),
  createdAt: z.date(),
  /** Null until the file has been read. */
  facts: TableFacts.nullable(),
  readBytes: z.number(),
  /** Rows that were understood so far. */
  rowCount: z.number(),
  wrongRowCount: z.number(),
  problemCount: z.number(),
  storedLine: z.number(),
  storedCount: z.number(),
  undoneCount: z.number(),
  failure: z.object({ code: z.string(), vi: z.string(), en: z.string() }).nullable(),
})
export type TableImport = z.infer<typeof TableImport>

const fields = sql`id, file, file_name as "fileName", state, account_id as "accountId", account_name as by, created_at as "createdAt",
  head as facts, read_bytes::float8 as "readBytes", row_count as "rowCount", wrong_row_count as "wrongRowCount",
  problem_count as "problemCount", stored_line as "storedLine", stored_count as "storedCount", undone_count as "undoneCount", failure`

export const findImport = namedQuery({
  name: 'tableImport.find',
  row: TableImport,
  text: (p: { kind: string; id: string }) =>
    sql`select ${fields} from platform.table_import where kind = ${p.kind} and id = ${p.id}`,
})

/** The newest first. */
export const listImports = listQuery({
  name: 'tableImport.list',
  row: TableImport,
  text: (p: { kind: string; state?: TableImport['state'] }) => sql`
    select ${fields} from platform.table_import
    where kind = ${p.kind} and (${p.state ?? null}::text is null or state = ${p.state ?? null})`,
  order: [
    { column: 'createdAt', type: 'timestamptz', isDescending: true },
    { column: 'id', type: 'uuid', isDescending: true },
  ],
})

/** Who has the turn of an import, and whether they were heard of lately. */
const Turn = TableImport.extend({ turn: z.uuid().nullable(), isHeld: z.boolean(), turnsBegun: z.number() })
export type HeldImport = z.infer<typeof Turn>

/** Locked until the transaction ends; `isHeld` where whoever has the turn worked on it after `since`. */
export const holdImport = namedQuery({
  name: 'tableImport.hold',
  row: Turn,
  text: (p: { kind: string; id: string; since: Date }) => sql`
    select ${fields}, turn, turns_begun as "turnsBegun", coalesce(worked_at > ${p.since}, false) as "isHeld"
    from platform.table_import where kind = ${p.kind} and id = ${p.id} for update`,
})

/** The same without a lock: for what is made ready before. */
export const holderOf = namedQuery({
  name: 'tableImport.holder',
  row: TableImport.extend({ turn: z.uuid().nullable() }),
  text: (p: { kind: string; id: string }) =>
    sql`select ${fields}, turn from platform.table_import where kind = ${p.kind} and id = ${p.id}`,
})

/** The one that waits longest for somebody to work on it, where nobody did after `since`. */
export const waitingImport = namedQuery({
  name: 'tableImport.waiting',
  row: z.object({ id: z.uuid() }),
  text: (p: { kind: string; since: Date }) => sql`
    select id from platform.table_import
    where kind = ${p.kind} and state in ('reading', 'storing') and (worked_at is null or worked_at <= ${p.since})
    order by worked_at nulls first, id limit 1`,
})

export async function insertImport(
  tx: Tx,
  made: {
    readonly id: string
    readonly kind: string
    readonly file: string
    readonly fileName: string
    readonly accountId: string | undefined
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  await sql`
    insert into platform.table_import (id, kind, file, file_name, state, account_id, account_name, created_at)
    values (${made.id}, ${made.kind}, ${made.file}, ${made.fileName}, 'reading', ${made.accountId ?? null}, ${made.by},
      ${made.at})`.execute(tx)
}

/** What a step or a batch changes of an import. */
export interface ImportChange {
  readonly state?: TableImport['state']
  readonly facts?: TableFacts
  readonly readBytes?: number
  readonly rowCount?: number
  readonly wrongRowCount?: number
  readonly problemCount?: number
  readonly storedLine?: number
  readonly storedCount?: number
  readonly undoneCount?: number
  readonly failure?: TableImport['failure']
  readonly turn?: string | null
  readonly workedAt?: Date | null
  readonly turnsBegun?: number
}

const columnNames: Readonly<Record<keyof ImportChange, string>> = {
  state: 'state',
  facts: 'head',
  readBytes: 'read_bytes',
  rowCount: 'row_count',
  wrongRowCount: 'wrong_row_count',
  problemCount: 'problem_count',
  storedLine: 'stored_line',
  storedCount: 'stored_count',
  undoneCount: 'undone_count',
  failure: 'failure',
  turn: 'turn',
  workedAt: 'worked_at',
  turnsBegun: 'turns_begun',
}

export async function updateImport(tx: Tx, id: string, change: ImportChange): Promise<void> {
  const set = (Object.keys(columnNames) as (keyof ImportChange)[]).flatMap((key) => {
    const value = change[key]
    if (value === undefined) return []
    const isJson = key === 'facts' || key === 'failure'
    return [sql`${sql.ref(columnNames[key])} = ${isJson && value !== null ? JSON.stringify(value) : value}`]
  })
  await sql`update platform.table_import set ${sql.join(set)} where id = ${id}`.execute(tx)
}

/** A row on its way into the staging table. */
export interface StagedRow extends ImportRow {
  readonly key: string | null
  readonly isWrong: boolean
}

export async function stageRows(tx: Tx, importId: string, rows: readonly StagedRow[]): Promise<void> {
  const staged = rows.map(({ line, key, values, isWrong }): CopyValue[] => [importId, line, key, values, isWrong])
  await copyRows(tx, 'platform.table_import_row', ['import_id', 'line', 'key', 'cells', 'is_wrong'], staged)
}

export const RowProblem = z.object({
  line: z.number(),
  place: z.number(),
  /** From 1; null of the whole row. */
  columnNumber: z.number().nullable(),
  heading: z.string().nullable(),
  code: z.string(),
  vi: z.string(),
  en: z.string(),
})
export type RowProblem = z.infer<typeof RowProblem>

export async function keepProblems(tx: Tx, importId: string, problems: readonly RowProblem[]): Promise<void> {
  const columns = ['import_id', 'line', 'place', 'column_number', 'heading', 'code', 'vi', 'en']
  const rows = problems.map((each): CopyValue[] => {
    return [importId, each.line, each.place, each.columnNumber, each.heading, each.code, each.vi, each.en]
  })
  await copyRows(tx, 'platform.table_import_problem', columns, rows)
}

export const listProblems = listQuery({
  name: 'tableImport.problems',
  row: RowProblem,
  text: (p: { id: string }) => sql`
    select line, place, column_number as "columnNumber", heading, code, vi, en from platform.table_import_problem
    where import_id = ${p.id}`,
  order: [
    { column: 'line', type: 'bigint' },
    { column: 'place', type: 'bigint' },
  ],
})

/** Rows of a file that have the key of a row above them, with that row's line; some hundred at most. */
export const keyTwins = namedQuery({
  name: 'tableImport.keyTwins',
  row: z.object({ line: z.number(), first: z.number() }),
  text: (p: { id: string; limit: number }) => sql`
    select line, first from (
      select line, min(line) over (partition by key) as first from platform.table_import_row
      where import_id = ${p.id} and key is not null) row
    where line > first order by line limit ${p.limit}`,
})

/** Marks rows as wrong; returns how many were not before. */
export async function markWrong(tx: Tx, id: string, lines: readonly number[]): Promise<number> {
  const { numAffectedRows } = await sql`
    update platform.table_import_row set is_wrong = true
    where import_id = ${id} and line = any(${[...lines]}::int[]) and not is_wrong`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** The last line of the next rows to store, and how many they are; none when all are. */
export const nextLines = namedQuery({
  name: 'tableImport.nextLines',
  row: z.object({ last: z.number().nullable(), count: z.number() }),
  text: (p: { id: string; after: number; limit: number }) => sql`
    select max(line) as last, count(*)::int as count from (
      select line from platform.table_import_row
      where import_id = ${p.id} and line > ${p.after} and not is_wrong order by line limit ${p.limit}) row`,
})

const types: Readonly<Record<ColumnKind, RawBuilder<unknown>>> = {
  text: sql`text`,
  whole: sql`int8`,
  number: sql`float8`,
  date: sql`date`,
  choice: sql`text`,
}

/** The right rows of some lines as a relation: `line`, and a column of its kind for each of the import's. */
export function rowsBetween(
  id: string,
  columns: readonly ImportColumn[],
  after: number,
  last: number,
): RawBuilder<unknown> {
  const record = sql.join(columns.map(({ key, kind }) => sql`${sql.ref(key)} ${types[kind]}`))
  return sql`(
    select staged.line, made.* from platform.table_import_row staged, jsonb_to_record(staged.cells) as made(${record})
    where staged.import_id = ${id} and staged.line > ${after} and staged.line <= ${last} and not staged.is_wrong)`
}

/** Forgets the rows of an import; what was wrong with them is kept. */
export async function dropRows(tx: Tx, id: string): Promise<void> {
  await sql`delete from platform.table_import_row where import_id = ${id}`.execute(tx)
}

/** Lets the statements of this transaction take what a table of the largest size needs. */
export async function allowLong(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = '10min'`.execute(tx)
}

/** Files that imports were read from. */
export const importFiles = namedQuery({
  name: 'tableImport.files',
  row: NamedFile,
  text: (p: { name: string | undefined }) => sql`
    select distinct file as name, null::uuid as "unitId" from platform.table_import
    where ${p.name ?? null}::text is null or file = ${p.name ?? null}`,
})
