/** Merged cells of Excel, filled down and across as rows go by: a code merged over three rows is the code of each. */
import type { Range } from '#kernel/cell-address.ts'
import type { CellFault, TableRow } from '#kernel/table.ts'

/** Looks at cells that are taken; honest ranges do not overlap, so a table never asks for more. */
const mostLooks = 2_000_000

interface OpenRange<Cell> extends Range {
  readonly cell: Cell
  readonly fault: CellFault | undefined
}

/**
 * Fills rows that come in their order; cells that hold something stay. `width`: the last column that is filled, from 1.
 * Gives undefined where ranges ask for more than any table does.
 */
export function mergeFiller<Cell>(
  merges: readonly Range[],
  width: number,
  empty: Cell,
): (row: TableRow<Cell>) => TableRow<Cell> | undefined {
  const waiting = merges.toSorted((a, b) => b.from.row - a.from.row)
  let open: OpenRange<Cell>[] = []
  let looks = 0
  return (row) => {
    open = open.filter(({ to }) => to.row >= row.line)
    for (let next = waiting.at(-1); next && next.from.row <= row.line; next = waiting.at(-1)) {
      waiting.pop()
      const at = next.from.column - 1
      const cell = next.from.row === row.line ? row.cells[at] : undefined
      const fault = row.faults?.find(({ place }) => place === at)
      if (cell !== undefined && cell !== empty) open.push({ ...next, cell, fault })
    }
    if (open.length === 0) return row
    const cells = [...row.cells]
    const faults = [...(row.faults ?? [])]
    for (const { from, to, cell, fault } of open) {
      for (let column = from.column; column <= Math.min(to.column, width); column++) {
        looks += 1
        if (looks > mostLooks) return undefined
        if (cells[column - 1] !== undefined && cells[column - 1] !== empty) continue
        while (cells.length < column) cells.push(empty)
        cells[column - 1] = cell
        if (fault) faults.push({ ...fault, place: column - 1 })
      }
    }
    return { ...row, cells, faults }
  }
}

/** Rows that are all there, with merged cells filled in where they are empty; undefined as above. */
export function filledMerges<Cell>(
  rows: readonly TableRow<Cell>[],
  merges: readonly Range[],
  empty: Cell,
): TableRow<Cell>[] | undefined {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const fill = mergeFiller(merges, width, empty)
  const filled: TableRow<Cell>[] = []
  for (const row of rows) {
    const one = fill(row)
    if (!one) return undefined
    filled.push(one)
  }
  return filled
}
