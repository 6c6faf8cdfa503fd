/** Columns and rows of a data file, the same for Excel and CSV. */

/**
 * `text` stays text whatever it looks like; `integer` and `number` are written grouped; `percent` takes a share (0.6009
 * is shown as 60,09%); `date` takes `YYYY-MM-DD`.
 */
export type ColumnKind = 'text' | 'number' | 'integer' | 'percent' | 'date'

export interface Column {
  readonly header: string
  /** The field of a row that holds its value. */
  readonly key: string
  /** In characters, as Excel counts. */
  readonly width: number
  readonly kind: ColumnKind
  /** What the word in the header means: a second header row in Excel when any column has one. */
  readonly explain?: string
}

export type CellValue = string | number | null | undefined

export type Row = Readonly<Record<string, CellValue>>

export type Rows = Iterable<Row> | AsyncIterable<Row>
