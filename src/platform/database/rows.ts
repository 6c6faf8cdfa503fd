/**
 * Many rows at once, sent as one JSON value that the database reads as rows of the table itself: what types columns have is written
 * in migrations alone. Only what is no row of any table is written out where it is read, with its types: pairs of things, words of
 * a query, formulas of several tables, lists of one column.
 */
import { type Insertable, type RawBuilder, sql } from 'kysely'
import type { Tables, Tx } from './tables.ts'

type TableName = keyof Tables & string

type CamelCase<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name

/** A row as the program writes it: `unitId` for the column `unit_id`. What may be null or has a default may be left out. */
export type RowOf<Table extends TableName> = {
  readonly [Column in keyof Insertable<Tables[Table]> as CamelCase<Column & string>]: Insertable<Tables[Table]>[Column]
}

/**
 * Inserts all rows in one statement; returns how many. All have the same columns; a column that none has gets its default.
 * @param unlessKnown The column that is the table's key: rows whose key is there already are left out; else that is a violation.
 */
export async function insertRows<Table extends TableName>(
  tx: Tx,
  table: Table,
  rows: readonly RowOf<Table>[],
  { unlessKnown }: { readonly unlessKnown?: keyof RowOf<Table> & string } = {},
): Promise<number> {
  if (rows.length === 0) return 0
  const columns = sql.join(columnsOf(table, rows).map((name) => sql.ref(name)))
  const inserted = await sql`
    insert into ${sql.table(table)} (${columns}) select ${columns} from ${sentAs(table, rows)} as fresh
    ${unlessKnown ? sql`on conflict (${sql.ref(columnOf(unlessKnown))}) do nothing` : sql``}`.execute(tx)
  return Number(inserted.numAffectedRows ?? 0)
}

/** Rows, or some columns of rows, of a table as what stands after `from`, `join` or `using`, under the columns' own names. */
export function recordsOf<Table extends TableName>(
  table: Table,
  rows: readonly Partial<RowOf<Table>>[],
): RawBuilder<unknown> {
  return sentAs(table, rows)
}

function sentAs(table: string, rows: readonly object[]): RawBuilder<unknown> {
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value])),
  )
  return sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(records)}::jsonb)`
}

export function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** A column that only some rows have would be null in the others where the table has a default: that is a defect. */
function columnsOf(table: string, rows: readonly object[]): string[] {
  const [first = '', ...others] = new Set(rows.map((row) => namesOf(row).join()))
  if (others.length > 0) throw new Error(`rows of ${table} have different columns: ${first}; ${others[0]}`)
  return first.split(',').map(columnOf)
}

function namesOf(row: object): string[] {
  return Object.entries(row)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name)
    .sort()
}
