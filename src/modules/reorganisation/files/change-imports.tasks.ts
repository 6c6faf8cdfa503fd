/** Reading a file of changes, CSV or Excel, into rows: heavy, so it runs on another thread. */
import { ProblemError } from '#kernel/problem.ts'
import type { TableRow, TableSheet } from '#kernel/table.ts'
import { kindOf, textKinds } from '#platform/documents/file-kinds.ts'
import { CsvFaultError, csvIn, csvRows, openCsv } from '#platform/documents/read-csv.ts'
import { type ReadSheet, readWorkbook } from '#platform/documents/read-workbook.ts'
import { filledMerges } from '#platform/table-import/merged-cells.ts'
import { cellText, csvProblem, rowOf } from '#platform/table-import/table-source.ts'
import { mostChanges } from '../decisions.model.ts'
import { headRows } from './change-files.model.ts'
import { problems } from './change-files.texts.ts'

const mostCells = 2_000_000

/** The sheets of a file that hold something; a CSV file is one, and what is neither is told for what it is. Throws what is wrong with the file as a whole. */
export async function sheetsOf(bytes: Uint8Array): Promise<TableSheet[]> {
  if (textKinds.has(kindOf(bytes))) return [{ name: null, rows: await rowsOfCsv(bytes) }]
  const sheets = (await readWorkbook(bytes)).filter(({ rows }) => rows.length > 0)
  if (sheets.some(({ hidden, rows }) => !hidden && rows.length > mostChanges))
    throw new ProblemError(problems.tooManyRows({ count: mostChanges }, ['file']))
  return sheets.map((sheet) => (sheet.hidden ? hiddenSheet(sheet) : { name: sheet.name, rows: rowsOf(sheet) }))
}

/** As much of a hidden sheet as tells whether it holds a table. */
function hiddenSheet({ name, rows }: ReadSheet): TableSheet {
  return { name, rows: rows.slice(0, headRows + 1).map(textRow), isHidden: true }
}

async function rowsOfCsv(bytes: Uint8Array): Promise<TableRow[]> {
  try {
    const rows: TableRow[] = []
    const source = await openCsv(csvIn(bytes))
    for await (const row of csvRows(source, { rows: mostChanges, cells: mostCells })) rows.push(row)
    return rows
  } catch (error) {
    if (!(error instanceof CsvFaultError)) throw error
    throw new ProblemError({ ...csvProblem(problems, error.why, error.line, error.most), path: ['file'] })
  }
}

/** Merged cells say in every row and column what they say in the first. */
function rowsOf(sheet: ReadSheet): TableRow[] {
  const filled = filledMerges(sheet.rows.map(textRow), sheet.merges, '')
  if (!filled) throw new ProblemError(problems.tooManyMerged({ sheet: sheet.name }, ['file']))
  return filled
}

function textRow(row: ReadSheet['rows'][number]): TableRow {
  const { cells, ...rest } = rowOf(row)
  return { ...rest, cells: cells.map(cellText) }
}
