/** Writes a grid as a table of the document and as a sheet of the workbook: the same words, the same figures. */
import { formatNumber } from '#kernel/language.ts'
import type { Column, Row } from '#platform/documents/columns.ts'
import type { Table, TableCell } from '#platform/documents/official.ts'
import type { Figure, Grid, GridCell, GridColumn } from './grids.model.ts'

/** Does not arise here: no such centre, no such population. */
export const none = '–'
/** Exists, but was not reported or not approved. */
export const notCollected = '...'
const million = 1_000_000

/** As a table of an official document. */
export function tableOf(grid: Grid, caption?: string): Table {
  return {
    kind: 'table',
    caption,
    unit: grid.unit,
    columns: grid.columns.map((column) => ({
      header: column.header,
      group: column.group,
      weight: column.weight,
      align: column.align ?? (column.kind === 'text' ? 'left' : 'right'),
      decimals: column.kind === 'share' ? 2 : column.kind === 'money' ? 1 : undefined,
      of: column.of,
    })),
    rows: grid.rows.map((row) => ({
      kind: row.kind,
      of: row.of,
      cells: row.cells.map((cell, index) => tableCell(cell, grid.columns[index])),
    })),
    source: grid.source,
  }
}

function tableCell(cell: GridCell, column: GridColumn | undefined): TableCell {
  if (cell === null || typeof cell === 'string') return cell
  if (typeof cell === 'object') return figureText(cell)
  return column?.kind === 'money' ? cell / million : cell
}

/** As a sheet: numbers stay numbers, a group stands before its columns, a section is a row of its own. */
export function sheetOf(grid: Grid, note: string) {
  const section = (text: GridCell | undefined): Row => ({ [keyOf(nameColumn)]: String(text ?? '') })
  return {
    name: grid.name,
    title: grid.title,
    note: [note, grid.unit && `Đơn vị tính: ${grid.unit}`].filter(Boolean).join('. '),
    columns: grid.columns.map(
      (column, index): Column => ({
        header: column.group ? `${column.group}: ${column.header}` : column.header,
        key: keyOf(index),
        width: sheetWidth(column),
        kind: column.kind === 'text' ? 'text' : column.kind === 'share' ? 'percent' : 'number',
      }),
    ),
    rows: [
      ...grid.rows.map((row) =>
        row.kind === 'section'
          ? section(row.cells[0])
          : Object.fromEntries(row.cells.map((cell, index) => [keyOf(index), sheetCell(cell, grid.columns[index])])),
      ),
      section(grid.source),
    ],
  }
}

function keyOf(index: number): string {
  return `c${index}`
}

/** The second column names the row, and is wide enough for a text that belongs to the whole of it. */
const nameColumn = 1

function sheetCell(cell: GridCell, column: GridColumn | undefined): string | number {
  if (cell === null) return notCollected
  if (typeof cell === 'string') return cell
  if (typeof cell === 'object') return cell.unit === 'yes' || cell.qualifier ? figureText(cell) : cell.amount
  if (column?.kind === 'share') return cell / 100
  return column?.kind === 'money' ? cell / million : cell
}

/** In characters: a name of a unit on one line, figures of nine digits with their dots. */
function sheetWidth({ kind, align, weight }: GridColumn): number {
  if (align === 'center') return weight < 1.5 ? 7 : 12
  if (kind !== 'text') return 13
  return Math.min(60, Math.max(14, Math.round(weight * 6)))
}

/** A figure of a target in words: 60,09%, mức độ 2, có. */
export function figureText({ amount, unit, decimals, qualifier }: Figure): string {
  if (unit === 'yes' || unit === 'yes-no') return amount >= 1 ? 'Có' : 'Chưa'
  const sign = qualifier === '>' ? 'trên ' : qualifier === '<' ? 'dưới ' : qualifier === '~' ? 'khoảng ' : ''
  if (unit === 'level') return `${sign}Mức độ ${formatNumber('vi', amount, 0)}`
  return `${sign}${fixed(amount, decimals)}${unit === 'percent' ? '%' : ''}`
}

/** A number with exactly so many decimals: 99,50. */
export function fixed(value: number, decimals: number): string {
  const text = formatNumber('vi', value, decimals)
  if (decimals === 0) return text
  const [whole, fraction = ''] = text.split(',')
  return `${whole},${fraction.padEnd(decimals, '0')}`
}
