/** Reading a file of acts, CSV or Excel, into rows: heavy, so it runs on another thread. */
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { kindOf, textKinds } from '#platform/documents/file-kinds.ts'
import { type CsvFault, readCsv } from '#platform/documents/read-csv.ts'
import { type ReadCell, type ReadSheet, readWorkbook } from '#platform/documents/read-workbook.ts'
import { mostChanges } from '../decisions.model.ts'
import { type CellFault, type FileSheet, headRows, type SheetRow } from './change-files.model.ts'
import { problems } from './change-files.texts.ts'
import { filledMerges } from './merged-cells.rules.ts'

/** The sheets of a file that hold something; a CSV file is one, and what is neither is told for what it is. Throws what is wrong with the file as a whole. */
export async function sheetsOf(bytes: Uint8Array): Promise<FileSheet[]> {
  if (textKinds.has(kindOf(bytes))) return [{ name: null, rows: csvRows(bytes) }]
  const sheets = (await readWorkbook(bytes)).filter(({ rows }) => rows.length > 0)
  if (sheets.some(({ hidden, rows }) => !hidden && rows.length > mostChanges))
    throw new ProblemError(problems.tooManyRows({ count: mostChanges }, ['file']))
  return sheets.map((sheet) => (sheet.hidden ? hiddenSheet(sheet) : { name: sheet.name, rows: rowsOf(sheet) }))
}

/** As much of a hidden sheet as tells whether it holds a table. */
function hiddenSheet({ name, rows }: ReadSheet): FileSheet {
  return { name, rows: rows.slice(0, headRows + 1).map(rowOf), isHidden: true }
}

function csvRows(bytes: Uint8Array): SheetRow[] {
  const csv = readCsv(bytes, mostChanges)
  if (csv.ok) return [...csv.rows]
  throw new ProblemError({ ...csvProblem(csv.why, csv.line ?? 1, csv.most ?? mostChanges), path: ['file'] })
}

function csvProblem(why: CsvFault, line: number, most: number): Problem {
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

/** Merged cells say in every row and column what they say in the first. */
function rowsOf(sheet: ReadSheet): SheetRow[] {
  const filled = filledMerges(sheet.rows.map(rowOf), sheet.merges)
  if (!filled) throw new ProblemError(problems.tooManyMerged({ sheet: sheet.name }, ['file']))
  return filled
}

function rowOf({ number, hidden, cells }: ReadSheet['rows'][number]): SheetRow {
  const width = Math.max(0, ...cells.map((cell) => cell.column))
  const texts = Array.from({ length: width }, () => '')
  for (const cell of cells) texts[cell.column - 1] = textOf(cell)
  const faults = cells.flatMap((cell) => faultOf(cell) ?? [])
  return { line: number, cells: texts, faults, isHidden: hidden }
}

function faultOf({ kind, column }: ReadCell): CellFault | undefined {
  return kind === 'uncomputed' || kind === 'error' ? { place: column - 1, kind } : undefined
}

/** A number of Excel has no separator of thousands: written so that nobody can take its point for one. */
function textOf({ kind, value }: ReadCell): string {
  if (kind === 'boolean') return value ? '1' : '0'
  const text = String(value)
  return kind === 'number' && /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text
}
