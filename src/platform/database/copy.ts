/** Rows into a table by COPY, within a running transaction: the fastest way in, and the only one that does not grow with the rows. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CompiledQuery } from 'kysely'
import { from as copyFrom } from 'pg-copy-streams'
import type { Tx } from './tables.ts'

/** What a cell of a row may be; an object goes in as JSON. */
export type CopyValue = string | number | boolean | null | object

/** Rows joined into one piece, so that a hundred thousand rows are not as many writes. */
const rowsInPiece = 200

/** Names are written by the program, never by its users: `copyRows(tx, 'platform.table_import_row', ['import_id', 'line'], rows)`. */
export async function copyRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  const into = copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)
  // The driver takes a stream of COPY where it takes a statement, and gives it back at once; the query builder passes it on unread.
  const statement = into as unknown as string
  await tx.executeQuery({ ...CompiledQuery.raw(''), sql: statement })
  await pipeline(Readable.from(pieces(rows)), into)
}

function* pieces(rows: Iterable<readonly CopyValue[]>): Generator<string> {
  let piece = ''
  let count = 0
  for (const row of rows) {
    piece += `${row.map(copyText).join('\t')}\n`
    count += 1
    if (count % rowsInPiece !== 0) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

function copyText(value: CopyValue): string {
  if (value === null) return '\\N'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.replace(/[\\\n\r\t]/g, (sign) => escapes.get(sign) ?? sign)
}
