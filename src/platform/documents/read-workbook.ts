/** Reads an uploaded Excel file without trusting it: sizes first, then sheet after sheet, cells with their addresses. */
import { ProblemError } from '#kernel/problem.ts'
import { compoundStart, folderOf, Parts, relationsPath, startsWith, zipStart } from './package-parts.ts'
import { documentProblem } from './problems.ts'
import { readFormats, readRelations, readSharedTexts, readSheetList } from './read-parts.ts'
import type { ReadRow } from './read-sheet.ts'
import { readSheetRows } from './read-sheet.ts'

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
  /** Cells with a value, of all sheets together. */
  readonly cells: number
  readonly sheets: number
}

export interface ReadSheet {
  readonly name: string
  readonly hidden: boolean
  /** Rows with at least one value, in order. */
  readonly rows: readonly ReadRow[]
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
 * Every sheet of the file, in order, hidden ones too (they say so). A formula gives the value last computed.
 * @throws ProblemError `documents.notExcel`, `documents.oldOrLocked`, `documents.tooLarge`, `documents.broken` or one of the
 * package's own limits, and nothing else, whatever the bytes are.
 */
export async function readWorkbook(bytes: Uint8Array, limits: ReadLimits = usualLimits): Promise<ReadSheet[]> {
  if (bytes.length > limits.bytes) throw tooLarge(limits)
  if (startsWith(bytes, compoundStart)) throw new ProblemError(documentProblem.oldOrLocked())
  if (!startsWith(bytes, zipStart)) throw new ProblemError(documentProblem.notExcel())
  try {
    return await readSheets(new Parts(bytes, limits.unpackedBytes), limits)
  } catch (error) {
    if (error instanceof ProblemError) throw error
    // Whatever a parser stumbles over in a stranger's file is the file's fault, not a defect of ours.
    throw new ProblemError(documentProblem.broken())
  }
}

async function readSheets(parts: Parts, limits: ReadLimits): Promise<ReadSheet[]> {
  const bookPath = await findBook(parts)
  const relations = await readRelations(parts.small(relationsPath(bookPath)), folderOf(bookPath))
  const target = (kind: string) => relations.find((relation) => relation.kind === kind)?.target ?? ''
  const list = await readSheetList(parts.small(bookPath))
  const formats = await readFormats(parts.small(target('styles')))
  const texts = await readSharedTexts(parts.pieces(target('sharedStrings')), limits.cells)
  if (list.sheets.length > limits.sheets || texts.length > limits.cells) throw tooLarge(limits)
  const sheets: ReadSheet[] = []
  let mostRows = limits.rows
  let mostCells = limits.cells
  for (const { name, hidden, relation } of list.sheets) {
    const path = relations.find(({ id, kind }) => id === relation && kind === 'worksheet')?.target
    if (path === undefined) continue
    const context = { formats, texts, since1904: list.since1904, mostRows, mostCells, mostColumns: limits.columns }
    const rows = await readSheetRows(parts.pieces(path), context)
    if (rows === 'too-large') throw tooLarge(limits)
    mostRows -= rows.length
    mostCells -= rows.reduce((sum, row) => sum + row.cells.length, 0)
    sheets.push({ name, hidden, rows })
  }
  return sheets
}

/** A Word file is a zip too: only what the package itself names as its workbook counts. */
async function findBook(parts: Parts): Promise<string> {
  const relations = await readRelations(parts.small('_rels/.rels'), '')
  const book = relations.find((relation) => relation.kind === 'officeDocument')?.target
  if (!book?.startsWith('xl/') || !parts.has(book)) throw new ProblemError(documentProblem.notExcel())
  return book
}

function tooLarge(limits: ReadLimits): ProblemError {
  const { bytes, rows, columns } = limits
  return new ProblemError(documentProblem.tooLarge({ megabytes: bytes / 1_000_000, rows, columns }))
}
