/** Reads a CSV file without trusting it, piece by piece: its encoding, its separator, then rows; never more of it in memory than a few rows. */
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { type CsvEncoding, encodingSample, isWindows1258, markedEncoding } from './csv-encoding.ts'
import { CsvMeter, type Separator, separatorOf } from './csv-shape.ts'
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

const mostColumns = 500
/** What one cell of Excel can hold. */
const longestCell = 32_767

/** Thrown for a file that is no CSV, or goes past a bound. */
export class CsvFaultError extends Error {
  readonly why: CsvFault
  readonly line: number
  readonly most: number

  constructor(why: CsvFault, line = 1, most = 0) {
    super(`csv: ${why}`)
    this.name = 'CsvFaultError'
    this.why = why
    this.line = line
    this.most = most
  }
}

/** The bytes of a file from its beginning, as often as they are asked for. */
export type CsvContent = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Of a file on the disk. */
export function csvAt(path: string): CsvContent {
  return () => createReadStream(path)
}

const pieceBytes = 65_536

/** Of a file in memory: in pieces too, so that of its rows there are never many at once. */
export function csvIn(bytes: Uint8Array): CsvContent {
  return function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
  }
}

export interface CsvSource extends Separator {
  readonly content: CsvContent
  readonly encoding: CsvEncoding
}

/** Letters of the text by which the separator is told. */
const shapeSample = 100_000

/** What a file is written in. @throws CsvFaultError `encoding`, `not-text`. */
export async function openCsv(content: CsvContent): Promise<CsvSource> {
  const start = await beginning(content)
  const marked = markedEncoding(start)
  const isSound = await decodes(content, marked)
  const encoding = isSound ? marked : isWindows1258(await oddSample(content)) ? 'windows-1258' : undefined
  if (!encoding) throw new CsvFaultError('encoding')
  const text = new TextDecoder(encoding).decode(start)
  return { content, encoding, ...separatorOf(text.slice(0, shapeSample)) }
}

async function beginning(content: CsvContent): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of content()) {
    pieces.push(piece)
    size += piece.length
    if (size >= encodingSample) break
  }
  return Buffer.concat(pieces).subarray(0, encodingSample)
}

/** Whether all of a file is of an encoding; a NUL in it is no text at all. */
async function decodes(content: CsvContent, encoding: CsvEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const piece of content()) {
      if (decoder.decode(piece, { stream: true }).includes('\0')) throw new CsvFaultError('not-text')
    }
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof CsvFaultError) throw error
    return false
  }
}

/** Lines with bytes beyond ASCII, up to what words are told by: they may come late in a file. */
async function oddSample(content: CsvContent): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of content()) {
    if (!piece.some((byte) => byte >= 0x80)) continue
    pieces.push(piece)
    size += piece.length
    if (size > encodingSample) break
  }
  return Buffer.concat(pieces)
}

export interface CsvMost {
  readonly rows: number
  readonly cells: number
}

/**
 * The rows with at least one value, header included. Commas, semicolons (as Excel writes in Vietnamese), tabs and bars separate: the one
 * that a line `sep=;` at the top names, or else the one that cuts most lines into the same number of cells.
 * @throws CsvFaultError `quotes`, `rows`, `columns`, `cells`, `cell`.
 */
export async function* csvRows(
  { content, encoding, separator, isTold }: CsvSource,
  most: CsvMost,
): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    bom: true,
    max_record_size: longestRecord,
  })
  // Whoever has enough closes the parser, and that ends the reading.
  const meter = new CsvMeter(separator, { columns: mostColumns, cell: longestCell })
  void pipeline(texts(content, new TextDecoder(encoding), meter), parser).catch(() => undefined)
  const count = { rows: 0, cells: 0 }
  let isFirst = true
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const isHint = isFirst && isTold
      isFirst = false
      if (isHint) continue
      const cells = record.map(tidyCell)
      if (cells.every((cell) => cell === '')) continue
      count.rows += 1
      count.cells += cells.length
      if (count.rows > most.rows) throw new CsvFaultError('rows', info.lines, most.rows)
      if (count.cells > most.cells) throw new CsvFaultError('cells', info.lines, most.cells)
      yield { line: info.lines, cells }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1
    throw error.code === 'CSV_MAX_RECORD_SIZE'
      ? new CsvFaultError('cell', line, longestCell)
      : new CsvFaultError('quotes', line)
  }
}

/** A row of as many cells as may be, with some text in each. */
const longestRecord = 1_000_000

/** The text in pieces, each measured before the parser cuts it into cells: of what is past a bound there is never much in memory. */
async function* texts(content: CsvContent, decoder: TextDecoder, meter: CsvMeter): AsyncGenerator<string> {
  for await (const piece of content()) yield* measured(decoder.decode(piece, { stream: true }), meter)
  yield* measured(decoder.decode(), meter)
}

function* measured(text: string, meter: CsvMeter): Generator<string> {
  if (text === '') return
  const past = meter.take(text)
  if (past) throw new CsvFaultError(past.why, past.line, past.most)
  yield text
}

/** An apostrophe before a formula sign is what our own files put there against spreadsheets, before a digit what people put there against lost zeros; it is no part of the text. */
function tidyCell(cell: string): string {
  const text = printable(cell).trim()
  return /^'[=+\-@\d]/.test(text) ? text.slice(1) : text
}
