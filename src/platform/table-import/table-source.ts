/** The tables of a file, CSV or Excel, walked row by row in one shape, whatever the file is. Heavy: runs on other threads. */
import { open, readFile } from 'node:fs/promises'
import type { Range } from '#kernel/cell-address.ts'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import type { CellFault, TableRow } from '#kernel/table.ts'
import type { TableProblems } from '#kernel/table-problems.ts'
import { type FileKind, kindOf, textKinds } from '#platform/documents/file-kinds.ts'
import { type CsvFault, CsvFaultError, type CsvSource, csvAt, csvRows, openCsv } from '#platform/documents/read-csv.ts'
import { type ReadCell, type ReadRow, walkSheetRows } from '#platform/documents/read-sheet.ts'
import { type ReadLimits, type UnreadSheet, usualLimits, withSheets } from '#platform/documents/read-workbook.ts'
import { mergeFiller } from './merged-cells.ts'
import { problems } from './problems.ts'

/** A cell as the file means it: a number of Excel is a number, a date `YYYY-MM-DD`, everything in a CSV file text; null is empty. */
export type Cell = string | number | boolean | null

export type Take = (rows: readonly TableRow<Cell>[]) => Promise<'more' | 'enough'>

/** A sheet of Excel, or a CSV file. */
export interface TableSource {
  /** Null of a CSV file. */
  readonly name: string | null
  readonly isHidden: boolean
  /** Of a CSV file: what it is written in, and what separates its cells. */
  readonly csv?: Pick<CsvSource, 'encoding' | 'separator'>
  /**
   * Gives every row that holds something, some at a time, until `take` has enough. Merged cells say in every row and column what they
   * say in the first, up to column `width`; none are filled without it.
   */
  walk(take: Take, width?: number): Promise<void>
}

/** A file is read several times over: to find the table, its merged cells, then its rows. */
const passes = 4

export function limitsFor(rows: number): ReadLimits {
  const { unpackedBytes, cells } = usualLimits
  return { ...usualLimits, rows, bytes: 50_000_000, unpackedBytes: unpackedBytes * passes, cells: cells * 2 }
}

/**
 * Does `work` with the tables of the file at `path`, at most `rows` rows in each.
 * @throws ProblemError what the file is where it is no table, or the limit that it goes past.
 */
export async function withTables<T>(
  path: string,
  rows: number,
  work: (sources: readonly TableSource[]) => Promise<T>,
): Promise<T> {
  const kind = await kindAt(path)
  const limits = limitsFor(rows)
  try {
    if (textKinds.has(kind)) return await work([csvSource(await openCsv(csvAt(path)), limits)])
    // Packed it is small; what it unpacks to is never held.
    const bytes = new Uint8Array(await readFile(path))
    return await withSheets(bytes, limits, (sheets) => work(sheets.map(sheetSource)))
  } catch (error) {
    throw error instanceof CsvFaultError
      ? new ProblemError(csvProblem(problems, error.why, error.line, error.most))
      : error
  }
}

/** Signs at the beginning that tell a kind; of a package or an old Office file all of it is looked at. */
const fewBytes = 65_536

async function kindAt(path: string): Promise<FileKind> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(fewBytes), 0, fewBytes, 0)
    const start = new Uint8Array(buffer.subarray(0, bytesRead))
    const kind = kindOf(start)
    return textKinds.has(kind) || bytesRead < fewBytes ? kind : kindOf(new Uint8Array(await readFile(path)))
  } finally {
    await file.close()
  }
}

const rowsAtOnce = 200

function csvSource(source: CsvSource, { rows, cells }: ReadLimits): TableSource {
  return {
    name: null,
    isHidden: false,
    csv: { encoding: source.encoding, separator: source.separator },
    async walk(take) {
      let batch: TableRow<Cell>[] = []
      for await (const { line, cells: texts } of csvRows(source, { rows, cells })) {
        batch.push({ line, cells: texts.map((text) => text || null) })
        if (batch.length < rowsAtOnce) continue
        if ((await take(batch)) === 'enough') return
        batch = []
      }
      if (batch.length > 0) await take(batch)
    },
  }
}

function sheetSource(sheet: UnreadSheet): TableSource {
  return {
    name: sheet.name,
    isHidden: sheet.hidden,
    async walk(take, width) {
      const merges = width === undefined ? [] : await mergesOf(sheet)
      const fill = mergeFiller<Cell>(merges, width ?? 0, null)
      await walkSheetRows(sheet.pieces(), sheet.context, (rows) => take(rows.map((row) => filled(row, sheet, fill))))
    },
  }
}

function filled(
  row: ReadRow,
  { name }: UnreadSheet,
  fill: (row: TableRow<Cell>) => TableRow<Cell> | undefined,
): TableRow<Cell> {
  const full = fill(rowOf(row))
  if (!full) throw new ProblemError(problems.tooManyMerged({ sheet: name }))
  return full
}

/** They stand behind the rows; most sheets have none, which is found without looking at a row. */
async function mergesOf({ pieces, context }: UnreadSheet): Promise<readonly Range[]> {
  let rest = ''
  let has = false
  for await (const piece of pieces()) {
    const text = rest + Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1')
    has ||= text.replaceAll('\0', '').includes('mergeCell')
    rest = text.slice(-20)
  }
  return has ? walkSheetRows(pieces(), context, async () => 'more') : []
}

/** A row of Excel in the shape of every table. */
export function rowOf({ number, hidden, cells }: ReadRow): TableRow<Cell> {
  const width = cells.reduce((most, { column }) => Math.max(most, column), 0)
  const values = Array.from({ length: width }, (): Cell => null)
  for (const { column, value } of cells) values[column - 1] = value
  const faults = cells.flatMap((cell) => faultOf(cell) ?? [])
  return { line: number, cells: values, ...(faults.length > 0 && { faults }), ...(hidden && { isHidden: true }) }
}

function faultOf({ kind, column }: ReadCell): CellFault | undefined {
  return kind === 'uncomputed' || kind === 'error' ? { place: column - 1, kind } : undefined
}

/** A number of Excel has no separator of thousands: written so that nobody can take its point for one. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? '1' : '0'
  const text = String(cell)
  return typeof cell === 'number' && /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text
}

/** What is wrong with a CSV file, in the catalogue of whoever reads it. */
export function csvProblem(problems: TableProblems, why: CsvFault, line: number, most: number): Problem {
  switch (why) {
    case 'encoding':
      return problems.wrongEncoding()
    case 'not-text':
      return problems.notTable()
    case 'quotes':
      return problems.quotesOpen({ line })
    case 'rows':
      return problems.tooManyRows({ count: most })
    case 'columns':
      return problems.tooManyColumns({ line, count: most })
    case 'cells':
      return problems.tooManyCells({ line, count: most })
    case 'cell':
      return problems.cellTooLong({ line, count: most })
  }
}
