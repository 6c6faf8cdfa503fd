/** Reads a CSV file on the disk piece by piece: its encoding, its separator, then rows; never more of it in memory than a few rows. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { type CsvEncoding, encodingSample, isWindows1258, markedEncoding } from './csv-encoding.ts'
import { type Separator, separatorOf } from './csv-shape.ts'
import { type CsvFault, type CsvRow, longestCell, mostColumns, tidyCell } from './read-csv.ts'

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

export interface CsvSource extends Separator {
  readonly path: string
  readonly encoding: CsvEncoding
}

/** Letters of the text by which the separator is told. */
const shapeSample = 100_000

/** What a file is written in. @throws CsvFaultError `encoding`, `not-text`. */
export async function openCsv(path: string): Promise<CsvSource> {
  const start = await beginning(path)
  const marked = markedEncoding(start)
  const isSound = await decodes(path, marked)
  const encoding = isSound ? marked : isWindows1258(await oddSample(path)) ? 'windows-1258' : undefined
  if (!encoding) throw new CsvFaultError('encoding')
  const text = new TextDecoder(encoding).decode(start)
  return { path, encoding, ...separatorOf(text.slice(0, shapeSample)) }
}

async function beginning(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(encodingSample), 0, encodingSample, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Whether all of a file is of an encoding; a NUL in it is no text at all. */
async function decodes(path: string, encoding: CsvEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const piece of createReadStream(path)) {
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
async function oddSample(path: string): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
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
 * The rows with at least one value, header included, in pieces of some hundred.
 * @throws CsvFaultError `quotes`, `rows`, `columns`, `cells`, `cell`.
 */
export async function* csvRows(
  { path, encoding, separator, isTold }: CsvSource,
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
  void pipeline(texts(path, new TextDecoder(encoding)), parser).catch(() => undefined)
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
      check(cells, info.lines, count, most)
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

async function* texts(path: string, decoder: TextDecoder): AsyncGenerator<string> {
  for await (const piece of createReadStream(path)) {
    const text = decoder.decode(piece, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

function check(cells: readonly string[], line: number, count: { rows: number; cells: number }, most: CsvMost): void {
  if (cells.length > mostColumns) throw new CsvFaultError('columns', line, mostColumns)
  if (count.rows > most.rows) throw new CsvFaultError('rows', line, most.rows)
  if (count.cells > most.cells) throw new CsvFaultError('cells', line, most.cells)
  if (cells.some((cell) => cell.length > longestCell)) throw new CsvFaultError('cell', line, longestCell)
}
