/** Reads an uploaded Excel file without trusting it: sizes first, then sheet after sheet, cells with their addresses. */

import type { Range } from '#kernel/cell-address.ts'
import { ProblemError } from '#kernel/problem.ts'
import { type FileKind, kindOf } from './file-kinds.ts'
import { folderOf, isZip, Parts, relationsPath } from './package-parts.ts'
import { documentProblem, notExcelProblem } from './problems.ts'
import { readFormats, readRelations, readSharedTexts, readSheetList } from './read-parts.ts'
import type { ReadRow, SheetContext } from './read-sheet.ts'
import { readSheetRows } from './read-sheet.ts'
import type { XmlSource } from './read-xml.ts'

export type { ReadCell, ReadRow } from './read-sheet.ts'

export interface ReadLimits {
  /** Of the file as uploaded. */
  readonly bytes: number
  /** Of all its parts once unpacked. */
  readonly unpackedBytes: number
  /** Of all sheets together, counting only rows with a value. */
  readonly rows: number
  /** The last column that may hold a value. */
  readonly columns: number
  /** Cells with a value, of all sheets together; as many texts. */
  readonly cells: number
  readonly sheets: number
}

export interface ReadSheet {
  readonly name: string
  readonly hidden: boolean
  /** Rows with at least one value, in order. */
  readonly rows: readonly ReadRow[]
  /** Ranges of merged cells: only the first cell of each has a value. */
  readonly merges: readonly Range[]
}

export const usualLimits: ReadLimits = {
  bytes: 20_000_000,
  unpackedBytes: 200_000_000,
  rows: 100_000,
  columns: 500,
  cells: 2_000_000,
  sheets: 50,
}

/**
 * Every sheet of the file, in order, hidden ones too (they say so). A formula gives the value last computed; one whose value is
 * not in the file is `uncomputed`.
 * @throws ProblemError and nothing else, whatever the bytes are: what the file is where it is no .xlsx (`documents.oldExcel`,
 * `documents.pdfFile` …), the limit it goes past (`documents.tooManySheets` …), or `documents.broken`.
 */
export async function readWorkbook(bytes: Uint8Array, limits: ReadLimits = usualLimits): Promise<ReadSheet[]> {
  return within(bytes, limits, (parts) => readSheets(parts, limits))
}

/**
 * Does `work` with the sheets of a file, each to be walked by `walkSheetRows` as often as needed; each walk counts against what the
 * file may unpack to.
 * @throws as `readWorkbook`.
 */
export function withSheets<T>(
  bytes: Uint8Array,
  limits: ReadLimits,
  work: (sheets: readonly UnreadSheet[]) => Promise<T>,
): Promise<T> {
  return within(bytes, limits, async (parts) => work(await listSheets(parts, limits)))
}

async function within<T>(bytes: Uint8Array, limits: ReadLimits, work: (parts: Parts) => Promise<T>): Promise<T> {
  if (bytes.length > limits.bytes) throw tooLarge(limits)
  const kind = kindOf(bytes)
  if (!isZip(bytes)) throw notExcel(kind)
  try {
    const parts = new Parts(bytes, limits.unpackedBytes)
    if (kind !== 'excel' && kind !== 'zip') throw notExcel(kind)
    return await work(parts)
  } catch (error) {
    if (error instanceof ProblemError) throw error
    // Whatever a parser stumbles over in a stranger's file is the file's fault, not a defect of ours.
    throw new ProblemError(documentProblem.broken())
  }
}

async function readSheets(parts: Parts, limits: ReadLimits): Promise<ReadSheet[]> {
  const sheets: ReadSheet[] = []
  let rows = 0
  let cells = 0
  for (const { name, hidden, pieces, context } of await listSheets(parts, limits)) {
    const left = { rows: limits.rows - rows, cells: limits.cells - cells }
    const sheet = await readSheetRows(pieces(), { ...context, left })
    rows += sheet.rows.length
    cells += sheet.rows.reduce((sum, row) => sum + row.cells.length, 0)
    sheets.push({ name, hidden, ...sheet })
  }
  return sheets
}

/** A sheet that has not been read yet. */
export interface UnreadSheet {
  readonly name: string
  readonly hidden: boolean
  /** Its XML, anew at every call. */
  readonly pieces: () => XmlSource
  readonly context: SheetContext
}

/** The sheets of a package with what their cells point to; nothing of their rows is read. */
async function listSheets(parts: Parts, limits: ReadLimits): Promise<UnreadSheet[]> {
  const bookPath = await findBook(parts)
  const relations = await readRelations(parts.small(relationsPath(bookPath)), folderOf(bookPath))
  const target = (kind: string) => relations.find((relation) => relation.kind === kind)?.target ?? ''
  const list = await readSheetList(parts.small(bookPath))
  const count = list.sheets.length
  if (count > limits.sheets) throw new ProblemError(documentProblem.tooManySheets({ count, most: limits.sheets }))
  const formats = await readFormats(parts.small(target('styles')))
  const texts = await readSharedTexts(parts.pieces(target('sharedStrings')), limits.cells)
  if (texts.length > limits.cells) throw new ProblemError(documentProblem.tooManyTexts({ most: limits.cells }))
  return list.sheets.flatMap(({ name, hidden, relation }) => {
    const path = relations.find(({ id, kind }) => id === relation && kind === 'worksheet')?.target
    if (path === undefined) return []
    const context = { name, formats, texts, since1904: list.since1904, limits, left: limits }
    return [{ name, hidden, pieces: () => parts.pieces(path), context }]
  })
}

/** A Word file is a zip too: only what the package itself names as its workbook counts. */
async function findBook(parts: Parts): Promise<string> {
  const relations = await readRelations(parts.small('_rels/.rels'), '')
  const book = relations.find((relation) => relation.kind === 'officeDocument')?.target
  if (!book || !/(^|\/)workbook\d*\.xml$/i.test(book) || !parts.has(book)) throw notExcel('zip')
  return book
}

function notExcel(kind: FileKind): ProblemError {
  return new ProblemError(documentProblem[notExcelProblem[kind]]())
}

function tooLarge({ bytes }: ReadLimits): ProblemError {
  return new ProblemError(documentProblem.tooLarge({ megabytes: bytes / 1_000_000 }))
}
