/** Reads an uploaded CSV file without trusting it: its encoding, its separator, its bounds, then rows with their line in the file. */
import { CsvError, parse } from 'csv-parse/sync'
import { isWindows1258, markedEncoding } from './csv-encoding.ts'
import { measureCsv, separatorOf } from './csv-shape.ts'
import { printable } from './text.ts'

export interface CsvRow {
  /** The line in the file on which the row ends, from 1: what an editor or Excel shows beside it, unless a cell spans lines. */
  readonly line: number
  /** Trimmed, in composed form (NFC). */
  readonly cells: readonly string[]
}

/**
 * `encoding`: neither UTF-8, nor UTF-16 with its mark, nor words of Windows-1258, so letters would have to be guessed. `not-text`: holds bytes no text has.
 * `quotes`: a cell opens with a quote that is never closed, or goes on after one. `rows`, `columns`, `cells`, `cell`: more rows,
 * more cells in one row, more cells altogether, or a longer cell than is read.
 */
export type CsvFault = 'encoding' | 'not-text' | 'quotes' | 'rows' | 'columns' | 'cells' | 'cell'

export type ReadCsv =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly why: CsvFault; readonly line?: number; readonly most?: number }

export const mostColumns = 500
const mostCells = 2_000_000
/** What one cell of Excel can hold. */
export const longestCell = 32_767

/**
 * The rows of a file with at least one value, header included. Commas, semicolons (as Excel writes in Vietnamese), tabs and bars
 * separate: the one that a line `sep=;` at the top names, or else the one that cuts most lines into the same number of cells.
 */
export function readCsv(bytes: Uint8Array, mostRows = 100_000): ReadCsv {
  const text = decode(bytes)
  if (text === undefined) return { ok: false, why: 'encoding' }
  if (text.includes('\0')) return { ok: false, why: 'not-text' }
  const { separator, isTold } = separatorOf(text)
  const past = measureCsv(text, separator, {
    rows: mostRows,
    columns: mostColumns,
    cells: mostCells,
    cell: longestCell,
  })
  if (past) return { ok: false, ...past }
  try {
    const found = parse(text, {
      delimiter: separator,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    const rows = found.slice(isTold ? 1 : 0).map(({ record, info }) => ({
      line: info.lines,
      cells: record.map(tidyCell),
    }))
    return { ok: true, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined
    return { ok: false, why: 'quotes', line }
  }
}

/** UTF-8, UTF-16 with its byte order mark, or Windows-1258 by its words; undefined for anything else: tones must not be guessed. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(markedEncoding(bytes), { fatal: true }).decode(bytes)
  } catch {
    return isWindows1258(bytes) ? new TextDecoder('windows-1258').decode(bytes) : undefined
  }
}

/** An apostrophe before a formula sign is what our own files put there against spreadsheets, before a digit what people put there against lost zeros; it is no part of the text. */
export function tidyCell(cell: string): string {
  const text = printable(cell).trim()
  return /^'[=+\-@\d]/.test(text) ? text.slice(1) : text
}
