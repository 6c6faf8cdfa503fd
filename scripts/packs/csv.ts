/** Reads a comma-separated file with a heading line into rows by column name. */
import { readFileSync } from 'node:fs'

/** One row of a comma-separated file; a missing column reads as an empty text. */
export interface CsvRow {
  text(column: string): string
  /** The text, or null where the cell is empty. */
  maybe(column: string): string | null
  /** The number; throws where the cell holds none. */
  number(column: string): number
}

/** Every row of the file at `path`, in file order, texts in Unicode normal form C. */
export function readCsv(path: string): CsvRow[] {
  const [heading = [], ...lines] = splitCells(
    readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .normalize('NFC'),
  )
  return lines.map((cells) => rowOf(path, new Map(heading.map((column, index) => [column, cells[index] ?? '']))))
}

function rowOf(path: string, cells: Map<string, string>): CsvRow {
  const text = (column: string) => cells.get(column) ?? ''
  const number = (column: string) => {
    const value = Number(text(column))
    if (text(column) === '' || !Number.isFinite(value)) throw new Error(`${path}: no number in ${column}`)
    return value
  }
  return { text, maybe: (column) => text(column) || null, number }
}

function splitCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return rows
}
