/** Merged cells of Excel, filled down and across: a code merged over three rows is the code of each. */
import { isWithin, type Range } from '#kernel/cell-address.ts'
import type { SheetRow } from './change-files.model.ts'

/** Looks at cells that are taken; honest ranges do not overlap, so a table never asks for more. */
const mostLooks = 2_000_000

/** Rows with merged cells filled in where they are empty; undefined where ranges ask for more than any table does. */
export function filledMerges(rows: readonly SheetRow[], merges: readonly Range[]): SheetRow[] | undefined {
  const filled = rows.map((row) => ({ ...row, cells: [...row.cells], faults: [...(row.faults ?? [])] }))
  const width = Math.max(0, ...rows.slice(0, 200_000).map(({ cells }) => cells.length))
  const places = new Map(filled.map((row, place) => [row.line, place]))
  let looks = 0
  for (const merge of merges) {
    const { from, to } = merge
    const first = places.get(from.row)
    const source = first === undefined ? undefined : filled[first]
    const text = source?.cells[from.column - 1]
    if (first === undefined || !source || !text) continue
    const fault = source.faults.find(({ place }) => place === from.column - 1)
    for (let place = first; place < filled.length; place++) {
      const row = filled[place]
      if (!row || row.line > to.row) break
      for (let column = from.column; column <= Math.min(to.column, width); column++) {
        looks += 1
        if (looks > mostLooks) return undefined
        if (row.cells[column - 1] || !isWithin({ row: row.line, column }, merge)) continue
        while (row.cells.length < column) row.cells.push('')
        row.cells[column - 1] = text
        if (fault) row.faults.push({ ...fault, place: column - 1 })
      }
    }
  }
  return filled
}
