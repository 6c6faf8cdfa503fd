/** Columns and size of type of a table, the same in every kind of file. */
import type { ComposedTable } from './compose-blocks.ts'
import { boldLength, fitColumns, type } from './page.ts'

/** Twentieths of a point. */
export const cellMargin = { block: 40, inline: 80 }
/** Of a bar chart: label, bar, figure. */
export const barColumns = [38, 40, 22] as const

/**
 * Widths and size of type with which no word and no figure is broken: columns give way first, then the type shrinks,
 * to 8 points at least.
 */
export function fitTable(table: ComposedTable, width: number): { widths: number[]; size: number } {
  const longest = table.columns.map((column, index) => {
    const cells = table.rows.flatMap((row) => (row.kind === 'section' ? [] : (row.cells[index] ?? '').split(/\s/)))
    return [...column.header.split(/\s/), ...cells].reduce((most, word) => Math.max(most, boldLength(word, 1)), 0)
  })
  const padding = 2 * cellMargin.inline + 20
  const weights = table.columns.map((column) => column.weight)
  for (let size = type.table; ; size -= 0.5) {
    const least = longest.map((length) => Math.ceil(length * size) + padding)
    const needed = least.reduce((sum, each) => sum + each, 0)
    if (needed <= width || size <= smallestType) return { widths: fitColumns(width, weights, least), size }
  }
}

const smallestType = 8
