/** Reading a file of acts, CSV or Excel, into rows: heavy, so it runs on another thread. */
import { ProblemError } from '#kernel/problem.ts'
import { readCsv } from '#platform/documents/read-csv.ts'
import { readWorkbook } from '#platform/documents/read-workbook.ts'
import { mostActs } from '../model.ts'
import type { SheetRow } from './model.ts'
import { problems } from './texts.ts'

const zipStart = [0x50, 0x4b, 0x03, 0x04]

/** The rows of a file with at least one value. Throws what is wrong with the file as a whole. */
export async function sheetOf(bytes: Uint8Array): Promise<SheetRow[]> {
  if (zipStart.every((byte, index) => bytes[index] === byte)) return sheetOfWorkbook(bytes)
  const csv = readCsv(bytes, mostActs)
  if (csv.ok) return [...csv.rows]
  if (csv.why === 'encoding') throw new ProblemError(problems.wrongEncoding({}, ['file']))
  if (csv.why === 'quotes') throw new ProblemError(problems.quotesOpen({ line: csv.line ?? 1 }, ['file']))
  if (csv.why === 'rows') throw new ProblemError(problems.tooManyRows({ count: mostActs }, ['file']))
  throw new ProblemError(problems.notTable({}, ['file']))
}

/** The first sheet that is seen and holds something. */
async function sheetOfWorkbook(bytes: Uint8Array): Promise<SheetRow[]> {
  const sheets = await readWorkbook(bytes)
  const sheet = sheets.find(({ hidden, rows }) => !hidden && rows.length > 0)
  if ((sheet?.rows.length ?? 0) > mostActs) throw new ProblemError(problems.tooManyRows({ count: mostActs }, ['file']))
  return (sheet?.rows ?? []).map(({ number, cells }) => {
    const width = Math.max(0, ...cells.map((cell) => cell.column))
    const texts = Array.from({ length: width }, () => '')
    for (const { column, value } of cells) texts[column - 1] = String(value)
    return { line: number, cells: texts }
  })
}
