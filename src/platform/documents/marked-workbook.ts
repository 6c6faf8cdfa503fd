/** Writes a table back to whoever sent it: every cell where it stood, those that are wrong coloured and with a note, the reasons beside the row. */
import type { Writable } from 'node:stream'
import type { Worksheet } from 'exceljs'
import { printable } from './text.ts'
import { sheetNames } from './workbook-cells.ts'
import { beginBook, rowsBetweenWaits, waitForRoom } from './workbook-flow.ts'

export interface MarkedRow {
  readonly line: number
  readonly cells: readonly (string | number | boolean | null)[]
  /** What is wrong, each with the number of its column, from 1; null of the whole row. */
  readonly marks: readonly { readonly column: number | null; readonly text: string }[]
}

export interface MarkedSheet {
  readonly name: string
  /** The line of the headings. */
  readonly headLine: number
  /** Over the column of reasons, which stands behind the last heading. */
  readonly heading: string
  readonly columns: number
}

const fontName = 'Times New Roman'
const wrong = {
  font: { name: fontName, size: 11 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } },
} as const
const bold = { font: { name: fontName, size: 11, bold: true }, alignment: { wrapText: true } } as const
const longestText = 32_767
const longestNote = 2000

/** Rows come in their order, some at a time; nothing of them is kept. */
export async function writeMarked(
  sheet: MarkedSheet,
  rows: AsyncIterable<readonly MarkedRow[]>,
  out: Writable,
): Promise<void> {
  const closed = new AbortController()
  out.once('error', (error) => closed.abort(error))
  try {
    const book = await beginBook(out)
    const page = book.addWorksheet(sheetNames()(sheet.name), { views: [{ state: 'frozen', ySplit: sheet.headLine }] })
    page.columns = Array.from({ length: sheet.columns + 1 }, (_, index) => ({ width: index < sheet.columns ? 18 : 60 }))
    let count = 0
    for await (const some of rows) {
      for (const row of some) {
        writeRow(page, sheet, row)
        count += 1
        if (count % rowsBetweenWaits === 0) await waitForRoom(page, closed.signal)
      }
    }
    page.commit()
    await book.commit()
  } catch (error) {
    out.destroy()
    throw closed.signal.aborted ? closed.signal.reason : error
  }
}

function writeRow(page: Worksheet, sheet: MarkedSheet, { line, cells, marks }: MarkedRow): void {
  const row = page.getRow(line)
  for (const [place, value] of cells.entries()) if (value !== null) row.getCell(place + 1).value = safe(value)
  if (line === sheet.headLine) {
    for (let column = 1; column <= sheet.columns; column++) row.getCell(column).style = bold
    row.getCell(sheet.columns + 1).value = printable(sheet.heading)
    row.getCell(sheet.columns + 1).style = bold
  }
  for (const [column, own] of Map.groupBy(marks, (mark) => mark.column)) {
    if (column === null) continue
    const cell = row.getCell(column)
    cell.style = wrong
    cell.note = printable(own.map(({ text }) => text).join('\n')).slice(0, longestNote)
  }
  if (marks.length > 0) {
    const reasons = row.getCell(sheet.columns + 1)
    reasons.value = safe(marks.map(({ text }) => text).join('\n'))
    reasons.style = { ...wrong, alignment: { wrapText: true, vertical: 'top' } }
  }
  row.commit()
}

/** Excel reads `_x0041_` in a text as the sign of that code. */
function safe(value: string | number | boolean): string | number | boolean {
  if (typeof value !== 'string') return value
  return printable(value)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .slice(0, longestText)
}
