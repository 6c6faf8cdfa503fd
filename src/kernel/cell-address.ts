/** Addresses of cells as people see them: "B7", "A1:C3". */

export interface Place {
  /** Both from 1. */
  readonly row: number
  readonly column: number
}

/** Cells from one corner to the other, both within. */
export interface Range {
  readonly from: Place
  readonly to: Place
}

/** "B7" of row 7 and column 2. */
export function addressOf({ row, column }: Place): string {
  return `${columnLetters(column)}${row}`
}

/** The cells of "A1:C3"; undefined for anything else, as a single cell. */
export function rangeOf(text: string): Range | undefined {
  const [, ...parts] = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text) ?? []
  const [left = '', top = '', right = '', bottom = ''] = parts
  if (parts.length === 0) return undefined
  const [one, other] = [columnNumber(left), columnNumber(right)]
  return {
    from: { row: Math.min(Number(top), Number(bottom)), column: Math.min(one, other) },
    to: { row: Math.max(Number(top), Number(bottom)), column: Math.max(one, other) },
  }
}

export function isWithin({ row, column }: Place, { from, to }: Range): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column
}

/** Addresses in few words: those below one another as a range, "G4–G9, G12"; of more than `most` pieces the rest as "…". */
export function shortAddresses(places: readonly Place[], most = 12): string {
  const inOrder = places.toSorted((a, b) => a.column - b.column || a.row - b.row)
  const runs: { from: Place; to: Place }[] = []
  for (const place of inOrder) {
    const last = runs.at(-1)
    if (last && last.to.column === place.column && place.row <= last.to.row + 1) last.to = place
    else runs.push({ from: place, to: place })
  }
  const shown = runs.slice(0, most).map(({ from, to }) => {
    return from.row === to.row ? addressOf(from) : `${addressOf(from)}–${addressOf(to)}`
  })
  return [...shown, ...(runs.length > most ? ['…'] : [])].join(', ')
}

/** "AB" is 28. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** 28 is "AB". */
export function columnLetters(column: number): string {
  if (column < 1) return ''
  return columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
}
