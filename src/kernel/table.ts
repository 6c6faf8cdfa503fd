/** Tables as people send them: rows of cells with the line they stand on, and columns found by the headings that are accepted for them. */
import { columnLetters } from './cell-address.ts'
import { decomposed, fold, tidy } from './text.ts'

/** A cell of Excel that says nothing certain: a formula whose result is not in the file, or an error. */
export interface CellFault {
  /** Among the cells of the row, from 0. */
  readonly place: number
  readonly kind: 'uncomputed' | 'error'
}

/** One row of a file as it was sent. */
export interface TableRow<Cell = string> {
  /** As an editor or Excel numbers it. */
  readonly line: number
  readonly cells: readonly Cell[]
  readonly faults?: readonly CellFault[]
  /** By hand or by a filter of Excel: whoever sent it may not have seen it. */
  readonly isHidden?: boolean
}

/** Rows of one sheet of Excel that holds something; or of a CSV file, which has no name. */
export interface TableSheet<Cell = string> {
  readonly name: string | null
  readonly rows: readonly TableRow<Cell>[]
  /** Its writer has hidden it: it is not read, and where it holds a table that is told. Only its first rows are here. */
  readonly isHidden?: boolean
}

/** A column that a table may have. */
export interface HeadedColumn {
  /** Our own name of it. */
  readonly key: string
  /**
   * What may stand above it. A heading is taken in any case and with or without its tones; one that is written with other tones is
   * another word. A heading that is declared without tones takes every tone.
   */
  readonly headings: readonly string[]
  /** A table without it is not the table asked for. */
  readonly isNeeded?: boolean
}

/** Headings stand in one of the first rows: files have a title or a letterhead above. */
export const headRows = 20

/** The columns that bear exactly this heading, whatever its case and spaces: tones decide. */
export function columnsHeaded<Column extends HeadedColumn>(columns: readonly Column[], heading: string): Column[] {
  const entry = tidy(heading).toLowerCase()
  if (entry === '') return []
  return columns.filter(({ headings }) => headings.some((each) => tidy(each).toLowerCase() === entry))
}

/** The column that a heading names; undefined for none, and where it could be several. */
export function columnOf<Column extends HeadedColumn>(columns: readonly Column[], heading: string): Column | undefined {
  const same = columnsHeaded(columns, heading)
  const named =
    same.length > 0 ? same : columns.filter(({ headings }) => headings.some((each) => isLike(heading, each)))
  return named.length === 1 ? named[0] : undefined
}

/** The same letters, where one of the two is written without marks. */
function isLike(entry: string, heading: string): boolean {
  const folded = fold(entry)
  return folded !== '' && folded === fold(heading) && (isBare(entry) || isBare(heading))
}

function isBare(text: string): boolean {
  return !/[\p{M}đĐ]/u.test(decomposed(text))
}

/** The row of a table that holds its headings. */
export interface TableHead {
  /** Among the rows, from 0. */
  readonly place: number
  /** Of each cell, the column it names. */
  readonly keys: readonly (string | undefined)[]
}

/** The first of the top rows that names every column that is needed. */
export function headIn(
  rows: readonly (readonly string[])[],
  columns: readonly HeadedColumn[],
  most = headRows,
): TableHead | undefined {
  for (const [place, cells] of rows.slice(0, most).entries()) {
    const keys = cells.map((cell) => columnOf(columns, cell)?.key)
    const isHead = columns.every(({ key, isNeeded }) => !isNeeded || keys.includes(key))
    if (isHead && keys.some((key) => key !== undefined)) return { place, keys }
  }
  return undefined
}

/** What the row that looks most like headings lacks; undefined where no row names a column. */
export function nearestHead(
  rows: readonly (readonly string[])[],
  columns: readonly HeadedColumn[],
  most = headRows,
): { readonly place: number; readonly missing: readonly string[] } | undefined {
  const heads = rows.slice(0, most).map((cells, place) => {
    const keys = new Set(cells.map((cell) => columnOf(columns, cell)?.key))
    keys.delete(undefined)
    const missing = columns.filter(({ key, isNeeded }) => isNeeded && !keys.has(key)).map(({ key }) => key)
    return { place, missing, count: keys.size }
  })
  const [best] = heads.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
  return best
}

/** Columns that are named twice by one row of headings. */
export function columnsTwice(keys: readonly (string | undefined)[]): string[] {
  return keys.filter((key, place): key is string => key !== undefined && keys.indexOf(key) !== place)
}

/** What a column without a known heading is called: by its heading, or its letters. */
export function columnName(heading: string | undefined, place: number): string {
  return heading || columnLetters(place + 1)
}
