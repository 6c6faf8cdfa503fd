/** Reads an uploaded CSV file without trusting it: its encoding, its separator, then rows with their line in the file. */
import { CsvError, parse } from 'csv-parse/sync'

export interface CsvRow {
  /** The line in the file on which the row ends, from 1: what an editor or Excel shows beside it, unless a cell spans lines. */
  readonly line: number
  /** Trimmed, in composed form (NFC). */
  readonly cells: readonly string[]
}

export type ReadCsv =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  /**
   * `encoding`: neither UTF-8 nor UTF-16 with its mark, so letters would have to be guessed. `not-text`: holds bytes no text has.
   * `quotes`: a cell opens with a quote that is never closed, or goes on after one. `too-large`: more rows than asked for.
   */
  | { readonly ok: false; readonly why: 'encoding' | 'not-text' | 'quotes' | 'too-large'; readonly line?: number }

const separators = [',', ';', '\t'] as const

/**
 * The rows of a file with at least one value, header included. Commas, semicolons (as Excel writes in Vietnamese) and tabs separate,
 * whichever stands most often in the first line.
 */
export function readCsv(bytes: Uint8Array, mostRows = 100_000): ReadCsv {
  const text = decode(bytes)
  if (text === undefined) return { ok: false, why: 'encoding' }
  if (text.includes('\0')) return { ok: false, why: 'not-text' }
  try {
    const found = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      to: mostRows + 1,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    if (found.length > mostRows) return { ok: false, why: 'too-large' }
    const rows = found.map(({ record, info }) => ({ line: info.lines, cells: record.map(tidyCell) }))
    return { ok: true, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined
    return { ok: false, why: 'quotes', line }
  }
}

/** UTF-8, or UTF-16 with its byte order mark; undefined for anything else: tones must not be guessed. */
function decode(bytes: Uint8Array): string | undefined {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function separatorOf(text: string): string {
  const [head = ''] = text.split(/\r?\n|\r/, 1)
  const counts = separators.map((separator) => head.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

/** An apostrophe before a formula sign is what our own files put there against spreadsheets; it is no part of the text. */
function tidyCell(cell: string): string {
  const text = cell.normalize('NFC').trim()
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text
}
