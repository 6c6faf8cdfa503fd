/** Rows of a kind that is one table: reading those in force, writing and ending them. */
import { sql } from 'kysely'
import { columnOf, type RowOf, recordsOf, type Tables, type Tx } from '#platform/database/index.ts'
import type { Content, PackChanges } from './model.ts'

/** Tables whose rows a pack may end. */
export type EndingTable = {
  [Name in keyof Tables]: 'endedOn' extends keyof RowOf<Name> ? Name : never
}[keyof Tables]

export interface KindTable {
  readonly table: EndingTable
  /** The columns of its key. */
  readonly key: readonly string[]
  /** The other columns that a pack fills. */
  readonly columns: readonly string[]
  /** Whether its rows stand in the order of the pack, in the column `position`. */
  readonly isOrdered: boolean
}

/** The rows in force. By way of JSON numbers are numbers, of whichever type. */
export async function readRows(tx: Tx, { table, key, columns }: KindTable): Promise<Content[]> {
  const selected = sql.join(
    [...key, ...columns].map((column) => sql`${sql.ref(columnOf(column))} as ${sql.ref(column)}`),
  )
  const { rows } = await sql<{ content: Content }>`
    select to_jsonb(line) as content from (select ${selected} from ${sql.table(table)} where ended_on is null) line`.execute(
    tx,
  )
  return rows.map(({ content }) => content)
}

/** The rows stay, for what was counted by them. */
export async function endRows(
  tx: Tx,
  { table, key }: KindTable,
  { ended, on }: { ended: readonly string[]; on: string },
): Promise<void> {
  await sql`update ${sql.table(table)} set ended_on = ${on} where ${nameIn(key)} = any(${ended}::text[])`.execute(tx)
}

/** The key of a row as a kind has it. */
function nameIn(key: readonly string[]) {
  return sql`concat_ws(':', ${sql.join(key.map((column) => sql.ref(columnOf(column))))})`
}

/** Rows that ended before are in force again. */
export async function writeRows(
  tx: Tx,
  { table, key, columns, isOrdered }: KindTable,
  changes: PackChanges,
): Promise<void> {
  const { written, positions } = changes
  if (written.size === 0) return
  const records = [...written].map(([name, row]) => {
    const own = Object.fromEntries([...key, ...columns].map((column) => [column, row[column] ?? null]))
    return isOrdered ? { ...own, position: positions.get(name) ?? 0 } : own
  })
  const filled = [...columns, ...(isOrdered ? ['position'] : [])].map((column) => sql.ref(columnOf(column)))
  const keys = key.map((column) => sql.ref(columnOf(column)))
  const names = sql.join([...keys, ...filled])
  await sql`
    insert into ${sql.table(table)} (${names}) select ${names} from ${recordsOf(table, records)} as fresh
    on conflict (${sql.join(keys)}) do update
    set ${sql.join(filled.map((column) => sql`${column} = excluded.${column}`))}, ended_on = null`.execute(tx)
  if (isOrdered) await putInOrder(tx, table, key, positions)
}

/** What came between others moves those that follow. */
async function putInOrder(
  tx: Tx,
  table: string,
  key: readonly string[],
  positions: PackChanges['positions'],
): Promise<void> {
  const places = JSON.stringify([...positions].map(([name, position]) => ({ name, position })))
  await sql`
    update ${sql.table(table)} set position = place.position
    from jsonb_to_recordset(${places}::jsonb) as place(name text, position int)
    where place.name = ${nameIn(key)} and ${sql.table(table)}.position <> place.position`.execute(tx)
}
