/** The cells of one sheet of an Excel file, with addresses and with dates as dates. */
import type { CellFormat } from './read-parts.ts'
import { unescapeText } from './read-parts.ts'
import { walkXml } from './read-xml.ts'

export interface ReadCell {
  /** As the person sees it: "B7". */
  readonly address: string
  /** From 1. */
  readonly column: number
  /**
   * `date` is `YYYY-MM-DD`; `percent` a share (60% is 0.6); `error` the sign Excel shows ("#DIV/0!").
   * Text is in composed form (NFC), without blanks around it.
   */
  readonly kind: 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error'
  readonly value: string | number | boolean
  readonly formula: boolean
}

export interface ReadRow {
  /** From 1, as Excel counts. */
  readonly number: number
  /** Cells with a value, from left to right. */
  readonly cells: readonly ReadCell[]
}

export interface SheetContext {
  readonly formats: readonly CellFormat[]
  readonly texts: readonly string[]
  readonly since1904: boolean
  readonly mostRows: number
  readonly mostColumns: number
  readonly mostCells: number
}

interface OpenCell {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly style: number
  raw: string
  formula: boolean
}

/** Rows with a value, or `too-large` past the limits. @throws Error for XML that is not well-formed. */
export async function readSheetRows(
  xml: AsyncIterable<Uint8Array>,
  context: SheetContext,
): Promise<ReadRow[] | 'too-large'> {
  const reader = new SheetReader(context)
  await walkXml(
    xml,
    {
      open: (name, attributes) => reader.open(name, attributes),
      text: (text) => reader.text(text),
      close: (name) => reader.close(name),
    },
    () => reader.tooLarge,
  )
  return reader.tooLarge ? 'too-large' : reader.rows.filter((row) => row.cells.length > 0)
}

class SheetReader {
  readonly rows: { number: number; cells: ReadCell[] }[] = []
  tooLarge = false
  readonly #context: SheetContext
  #row = 0
  #column = 0
  #filledRows = 0
  #filledCells = 0
  #cell: OpenCell | undefined
  #reads = false
  #inReading = false

  constructor(context: SheetContext) {
    this.#context = context
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'row') this.#openRow(attributes)
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'f' && this.#cell) this.#cell.formula = true
    else if (name === 'rPh') this.#inReading = true
    else if (name === 'v' || name === 't') this.#reads = this.#cell !== undefined && !this.#inReading
  }

  text(text: string): void {
    if (this.#reads && this.#cell) this.#cell.raw += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reads = false
    else if (name === 'rPh') this.#inReading = false
    else if (name === 'c') this.#closeCell()
  }

  /** Rows and cells may leave their address out: then they follow the one before. */
  #openRow(attributes: ReadonlyMap<string, string>): void {
    const given = Number(attributes.get('r'))
    this.#row = Number.isInteger(given) && given > 0 ? given : this.#row + 1
    this.#column = 0
    this.rows.push({ number: this.#row, cells: [] })
    // Empty rows cost nothing to a reader, but a file of nothing else is no workbook.
    if (this.rows.at(-2)?.cells.length === 0) this.rows.splice(-2, 1)
  }

  #openCell(attributes: ReadonlyMap<string, string>): void {
    const [, letters] = /^([A-Z]{1,3})\d+$/.exec(attributes.get('r') ?? '') ?? []
    this.#column = letters ? columnNumber(letters) : this.#column + 1
    const type = attributes.get('t') ?? 'n'
    this.#cell = {
      row: this.#row,
      column: this.#column,
      type,
      style: Number(attributes.get('s') ?? 0),
      raw: '',
      formula: false,
    }
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = undefined
    const read = cell && readValue(cell, this.#context)
    const row = this.rows.at(-1)
    if (!cell || !read || !row) return
    if (row.cells.length === 0) this.#filledRows += 1
    this.#filledCells += 1
    const { mostRows, mostColumns, mostCells } = this.#context
    if (this.#filledRows > mostRows || cell.column > mostColumns || this.#filledCells > mostCells) this.tooLarge = true
    if (this.tooLarge) return
    const address = `${columnLetters(cell.column)}${cell.row}`
    row.cells.push({ address, column: cell.column, ...read, formula: cell.formula })
  }
}

type Value = Pick<ReadCell, 'kind' | 'value'>

function readValue(cell: OpenCell, context: SheetContext): Value | undefined {
  switch (cell.type) {
    case 's':
      return textValue(context.texts[Number(cell.raw)] ?? '')
    case 'str':
    case 'inlineStr':
      return textValue(unescapeText(cell.raw))
    case 'b':
      return { kind: 'boolean', value: cell.raw.trim() === '1' }
    case 'e':
      return { kind: 'error', value: cell.raw }
    case 'd':
      return cell.raw ? { kind: 'date', value: cell.raw.slice(0, 10) } : undefined
    default:
      return numberValue(cell, context)
  }
}

function textValue(text: string): Value | undefined {
  const value = text.toWellFormed().normalize('NFC').trim()
  return value === '' ? undefined : { kind: 'text', value }
}

function numberValue(cell: OpenCell, context: SheetContext): Value | undefined {
  if (cell.raw.trim() === '') return undefined
  const value = Number(cell.raw)
  if (!Number.isFinite(value)) return { kind: 'error', value: cell.raw }
  const format = context.formats[cell.style] ?? 'plain'
  if (format === 'percent') return { kind: 'percent', value }
  const date = format === 'date' ? dateOfSerial(value, context.since1904) : undefined
  return date ? { kind: 'date', value: date } : { kind: 'number', value }
}

const dayMilliseconds = 86_400_000
const lastSerial = 2_958_465

/** Excel's day count: 1 is 1/1/1900, and 60 the 29/2/1900 that never was. */
function dateOfSerial(serial: number, since1904: boolean): string | undefined {
  const days = Math.floor(serial) + (since1904 ? 1462 : 0)
  if (days < 1 || days > lastSerial) return undefined
  const shift = days < 60 ? 1 : 0
  return new Date(Date.UTC(1899, 11, 30) + (days + shift) * dayMilliseconds).toISOString().slice(0, 10)
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
