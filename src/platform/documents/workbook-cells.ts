/** What stands in the cells of a written Excel sheet: names, head and rows, each kind in its own format. */
import type { Style, Worksheet } from 'exceljs'
import type { CellValue, Column, Row } from './columns.ts'
import { printable } from './text.ts'

const fontName = 'Times New Roman'
const thin = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const
const border = { top: thin, left: thin, bottom: thin, right: thin }
const shade = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } } as const

const plain = { font: { name: fontName, size: 11 }, border }
const top = { vertical: 'top' } as const
const styles = {
  // '@' keeps a text a text even when somebody edits the cell: "=1+1" typed over again is still no formula.
  text: { ...plain, numFmt: '@', alignment: { ...top, wrapText: true } },
  integer: { ...plain, numFmt: '#,##0', alignment: top },
  number: { ...plain, numFmt: '#,##0.00', alignment: top },
  percent: { ...plain, numFmt: '0.00%', alignment: top },
  date: { ...plain, numFmt: 'dd/mm/yyyy', alignment: top },
} satisfies Record<string, Partial<Style>>

const title: Partial<Style> = { font: { name: fontName, size: 14, bold: true } }
const note: Partial<Style> = { font: { name: fontName, size: 11, italic: true } }
const explanation: Partial<Style> = {
  font: { name: fontName, size: 9, italic: true },
  alignment: { wrapText: true, vertical: 'bottom', horizontal: 'center' },
}
const header: Partial<Style> = {
  font: { name: fontName, size: 11, bold: true },
  alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' },
  fill: shade,
  border,
}

interface Head {
  readonly title?: string
  readonly note?: string
  readonly columns: readonly Column[]
}

/** Title, note, explanations and column headers, a row each, those that there are. */
export function writeHead(page: Worksheet, head: Head): void {
  if (head.title) page.addRow([cellText(head.title)]).getCell(1).style = title
  if (head.note) page.addRow([cellText(head.note)]).getCell(1).style = note
  if (head.columns.some((column) => column.explain)) {
    const row = page.addRow(head.columns.map((column) => cellText(column.explain ?? '')))
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.style = explanation
    })
    row.height = 12 * mostLines(head.columns, (column) => column.explain)
  }
  const row = page.addRow(head.columns.map((column) => cellText(column.header)))
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.style = header
  })
  row.height = 16 * mostLines(head.columns, (column) => column.header)
  row.commit()
}

/** One row of values; nothing of it is kept after. */
export function writeRow(page: Worksheet, number: number, columns: readonly Column[], values: Row): void {
  const row = page.getRow(number)
  let lines = 1
  for (const [index, column] of columns.entries()) {
    const cell = row.getCell(index + 1)
    const { value, style } = written(column, values[column.key])
    cell.value = value
    cell.style = style
    if (typeof value === 'string') lines = Math.max(lines, linesOf(value, column.width))
  }
  if (lines > 1) row.height = Math.min(highestRow, 15 * lines)
  row.commit()
}

/** Points; Excel refuses more. */
const highestRow = 409

function mostLines(columns: readonly Column[], textOf: (column: Column) => string | undefined): number {
  return Math.max(1, ...columns.map((column) => linesOf(textOf(column) ?? '', column.width)))
}

/** Lines that a wrapped text takes, nearly: only Excel finds the height of a row by itself, LibreOffice does not. */
function linesOf(text: string, width: number): number {
  if (text.length < width && !text.includes('\n')) return 1
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 0.95) / Math.max(1, width))), 0)
}

function written(column: Column, value: CellValue): { value: string | number | Date | null; style: Partial<Style> } {
  if (value === null || value === undefined || value === '') return { value: null, style: styles[column.kind] }
  if (column.kind === 'text') return { value: cellText(String(value)), style: styles.text }
  if (column.kind === 'date') {
    const date = new Date(`${value}T00:00:00Z`)
    return Number.isNaN(date.getTime())
      ? { value: cellText(String(value)), style: styles.text }
      : { value: date, style: styles.date }
  }
  // A note where a number was expected ("chưa có số liệu") stays what it says.
  if (typeof value === 'string') return { value: cellText(value), style: styles.text }
  if (!Number.isFinite(value)) return { value: null, style: styles[column.kind] }
  const whole = column.kind === 'number' && Number.isInteger(value)
  return { value, style: whole ? styles.integer : styles[column.kind] }
}

/** What one cell of Excel can hold. */
const longestText = 32_767

/** Excel reads `_x0041_` in a text as the sign of that code, so such a text is escaped. */
function cellText(text: string): string {
  const escaped = printable(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return escaped.length <= longestText ? escaped : `${escaped.slice(0, longestText - 1)}…`.toWellFormed()
}

const longestName = 31

/** Gives sheet names that Excel takes: no forbidden signs, 31 at most, none twice. */
export function sheetNames(): (wanted: string) => string {
  const taken = new Set(['history'])
  return (wanted) => {
    const clean = printable(wanted)
      .replace(/[[\]:*?/\\'\s]+/g, ' ')
      .trim()
    for (let count = 1; ; count++) {
      const suffix = count === 1 ? '' : ` (${count})`
      const room = longestName - suffix.length
      const name = `${(clean || 'Sheet').slice(0, room).toWellFormed().trimEnd()}${suffix}`
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}
