/** Writes rows as CSV: RFC 4180, UTF-8 with a byte order mark so that Excel reads Vietnamese. */
import type { Column, Row, Rows } from './columns.ts'

const byteOrderMark = '\uFEFF'
const lineEnd = '\r\n'
/** Rows joined into one piece, so that a stream of a million rows is not a million writes. */
const rowsInPiece = 500

/**
 * The file in pieces, header first. Numbers are written for machines (`1234.5`, no grouping), percentages as shares,
 * dates as `YYYY-MM-DD`. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export async function* toCsv(columns: readonly Column[], rows: Rows): AsyncGenerator<string> {
  let piece = byteOrderMark + record(columns.map((column) => quoted(column.header)))
  let held = 0
  for await (const row of rows) {
    piece += record(columns.map((column) => field(column, row)))
    held += 1
    if (held < rowsInPiece) continue
    yield piece
    piece = ''
    held = 0
  }
  if (piece) yield piece
}

function record(fields: readonly string[]): string {
  return fields.join(',') + lineEnd
}

function field(column: Column, row: Row): string {
  const value = row[column.key]
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  return quoted(value)
}

/** Signs that make Excel, LibreOffice or Google Sheets read a cell as a formula (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r]/

function quoted(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
