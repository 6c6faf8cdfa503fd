/** Least-cost assignment: gives every row a column of its own so that the sum of costs is the least (Jonker-Volgenant). */

/**
 * `costs[row][column]`, with at least as many columns as rows. Returns the column of each row.
 * Grows shortest augmenting paths from one row after the other; time is rows² x columns at worst, far less when
 * most rows find their cheapest column free.
 */
export function assignLeastCost(costs: readonly (readonly number[])[]): number[] {
  const rowCount = costs.length
  const columnCount = costs[0]?.length ?? 0
  const table = new Float64Array(rowCount * columnCount)
  costs.forEach((row, r) => {
    table.set(row, r * columnCount)
  })
  const rowOf = new Int32Array(columnCount).fill(-1)
  const columnOf = new Int32Array(rowCount).fill(-1)
  const rowPrice = new Float64Array(rowCount)
  const columnPrice = new Float64Array(columnCount)
  const state = { table, columnCount, rowOf, columnOf, rowPrice, columnPrice }
  for (let row = 0; row < rowCount; row++) augment(state, row)
  return [...columnOf]
}

interface State {
  readonly table: Float64Array
  readonly columnCount: number
  readonly rowOf: Int32Array
  readonly columnOf: Int32Array
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
}

/** Finds the cheapest chain of moves that frees a column for `start`, keeps the prices right, and makes the moves. */
function augment(state: State, start: number): void {
  const { table, columnCount, rowOf, columnOf, rowPrice, columnPrice } = state
  const shortest = new Float64Array(columnCount).fill(Number.POSITIVE_INFINITY)
  const cameFrom = new Int32Array(columnCount).fill(-1)
  const done = new Uint8Array(columnCount)
  const visitedRows = [start]
  let row = start
  let reached = 0
  let sink = -1
  while (sink < 0) {
    let best = -1
    let lowest = Number.POSITIVE_INFINITY
    const base = row * columnCount
    const price = rowPrice[row] ?? 0
    for (let column = 0; column < columnCount; column++) {
      if (done[column]) continue
      const through = reached + (table[base + column] ?? 0) - price - (columnPrice[column] ?? 0)
      if (through < (shortest[column] ?? 0)) {
        shortest[column] = through
        cameFrom[column] = row
      }
      const distance = shortest[column] ?? 0
      if (distance < lowest) {
        lowest = distance
        best = column
      }
    }
    if (best < 0) throw new RangeError('Fewer columns than rows, or a cost that is not a number')
    reached = lowest
    done[best] = 1
    const holder = rowOf[best] ?? -1
    if (holder < 0) sink = best
    else {
      visitedRows.push(holder)
      row = holder
    }
  }
  reprice(state, visitedRows, start, reached, shortest, done)
  for (let column = sink; ; ) {
    const giver = cameFrom[column] ?? start
    const previous = columnOf[giver] ?? -1
    rowOf[column] = giver
    columnOf[giver] = column
    if (giver === start) return
    column = previous
  }
}

function reprice(
  { rowPrice, columnOf, columnPrice }: State,
  visitedRows: readonly number[],
  start: number,
  reached: number,
  shortest: Float64Array,
  done: Uint8Array,
): void {
  for (const row of visitedRows) {
    const held = columnOf[row] ?? -1
    const gain = row === start ? reached : reached - (shortest[held] ?? 0)
    rowPrice[row] = (rowPrice[row] ?? 0) + gain
  }
  for (let column = 0; column < done.length; column++) {
    if (done[column]) columnPrice[column] = (columnPrice[column] ?? 0) - reached + (shortest[column] ?? 0)
  }
}
