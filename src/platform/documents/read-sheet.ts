/** The cells of one sheet of an Excel file, with addresses and with dates as dates. */

import { addressOf, columnNumber, type Range, rangeOf } from '#kernel/cell-address.ts'
import { ProblemError } from '#kernel/problem.ts'
import { documentProblem } from './problems.ts'
import { walkXml, type XmlHandlers, type XmlSource } from './read-xml.ts'
import { type CellRead, readValue, type ValueContext } from './sheet-values.ts'

export interface ReadCell extends CellRead {
  /** As the person sees it: "B7". */
  readonly address: string
  /** From 1. */
  readonly column: number
  readonly formula: boolean
}

export interface ReadRow {
  /** From 1, as Excel counts. */
  readonly number: number
  /** Hidden by hand or by a filter. */
  readonly hidden: boolean
  /** Cells with a value, from left to right. */
  readonly cells: readonly ReadCell[]
}

export interface SheetContext extends ValueContext {
  /** For what is said of a limit. */
  readonly name: string
  /** Of the whole file. */
  readonly limits: { readonly rows: number; readonly columns: number; readonly cells: number }
  /** What the sheets before have left of them. */
  readonly left: { readonly rows: number; readonly cells: number }
}

export interface ReadRows {
  readonly rows: readonly ReadRow[]
  /** Ranges of merged cells: only the first of each has a value. */
  readonly merges: readonly Range[]
}

interface OpenCell {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly style: number
  raw: string
  formula: string | undefined
  hasValue: boolean
}

/** Rows that a sheet of Excel can have. */
const lastRow = 1_048_576
/** What one cell of Excel can hold. */
const longestText = 32_767
const mostMerges = 20_000

/** @throws ProblemError past a limit, with its own words and the address; Error for XML that is not well-formed. */
export async function readSheetRows(xml: XmlSource, context: SheetContext): Promise<ReadRows> {
  const reader = new SheetReader(context)
  await walkXml(xml, handlersOf(reader))
  return { rows: reader.rows, merges: reader.merges }
}

/**
 * The same row by row: `take` is given some rows at a time, none of which is kept after, and waited for. Ends early where it says
 * that it has enough. Gives the merged ranges, which stand behind the rows.
 */
export async function walkSheetRows(
  xml: XmlSource,
  context: SheetContext,
  take: (rows: readonly ReadRow[]) => Promise<'more' | 'enough'>,
): Promise<readonly Range[]> {
  const reader = new SheetReader(context)
  let isEnough = false
  const source: XmlSource = {
    budget: xml.budget,
    async *[Symbol.asyncIterator]() {
      for await (const piece of xml) {
        yield piece
        const rows = reader.takeRows()
        if (rows.length > 0 && (await take(rows)) === 'enough') isEnough = true
      }
    },
  }
  await walkXml(source, handlersOf(reader), () => isEnough)
  if (!isEnough && reader.rows.length > 0) await take(reader.rows)
  return reader.merges
}

function handlersOf(reader: SheetReader): XmlHandlers {
  return {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  }
}

class SheetReader {
  rows: ReadRow[] = []
  readonly merges: Range[] = []
  readonly #context: SheetContext
  #row = 0
  #column = 0
  #isHidden = false
  #cells: ReadCell[] | undefined
  #filledRows = 0
  #filledCells = 0
  #cell: OpenCell | undefined
  #reads: 'value' | 'formula' | undefined
  #inReading = false

  constructor(context: SheetContext) {
    this.#context = context
  }

  /** The rows that are whole, and from now on somebody else's: the last may still be open. */
  takeRows(): readonly ReadRow[] {
    const rows = this.rows
    this.rows = rows.splice(-1)
    return rows
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'row') this.#openRow(attributes)
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'rPh') this.#inReading = true
    else if (name === 'mergeCell') this.#merge(attributes.get('ref') ?? '')
    else if (this.#cell && name === 'f') {
      this.#cell.formula ??= ''
      this.#reads = 'formula'
    } else if (this.#cell && (name === 'v' || name === 't') && !this.#inReading) {
      this.#cell.hasValue = true
      this.#reads = 'value'
    }
  }

  text(text: string): void {
    const cell = this.#cell
    if (!cell || !this.#reads) return
    if (this.#reads === 'value') cell.raw += text
    else if ((cell.formula?.length ?? 0) < longestText) cell.formula += text
    if (cell.raw.length > longestText) this.#refuseText(cell)
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.#reads = undefined
    else if (name === 'rPh') this.#inReading = false
    else if (name === 'c') this.#closeCell()
  }

  /** Rows and cells may leave their address out: then they follow the one before. */
  #openRow(attributes: ReadonlyMap<string, string>): void {
    const given = Number(attributes.get('r'))
    this.#row = Number.isInteger(given) && given > 0 ? given : this.#row + 1
    this.#column = 0
    this.#isHidden = ['1', 'true'].includes(attributes.get('hidden') ?? '')
    this.#cells = undefined
  }

  #openCell(attributes: ReadonlyMap<string, string>): void {
    const [, letters] = /^([A-Z]{1,3})\d+$/.exec(attributes.get('r') ?? '') ?? []
    this.#column = letters ? columnNumber(letters) : this.#column + 1
    this.#cell = {
      row: this.#row,
      column: this.#column,
      type: attributes.get('t') ?? 'n',
      style: Number(attributes.get('s') ?? 0),
      raw: '',
      formula: undefined,
      hasValue: false,
    }
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = undefined
    const read = cell && readValue(cell, this.#context)
    if (!cell || !read || cell.row < 1) return
    if (cell.row > lastRow) throw new Error('a row past the last of Excel')
    if (typeof read.value === 'string' && read.value.length > longestText) this.#refuseText(cell)
    const cells = this.#cells ?? this.#keepRow()
    this.#filledCells += 1
    this.#checkLimits(cell)
    // Two values for one cell: each program would show the one it likes.
    if (cells.some((other) => other.column === cell.column)) throw new Error('a cell that stands twice')
    cells.push({ address: addressOf(cell), column: cell.column, ...read, formula: cell.formula !== undefined })
  }

  /** A row is kept once it has a value: millions of empty ones cost nothing. */
  #keepRow(): ReadCell[] {
    const cells: ReadCell[] = []
    this.#filledRows += 1
    this.rows.push({ number: this.#row, hidden: this.#isHidden, cells })
    this.#cells = cells
    return cells
  }

  #checkLimits({ row, column }: OpenCell): void {
    const { name: sheet, limits, left } = this.#context
    const at = { sheet, address: addressOf({ row, column }) }
    const refuse = (limit: 'tooManyColumns' | 'tooManyRows' | 'tooManyCells', most: number) => {
      throw new ProblemError(documentProblem[limit]({ ...at, most }))
    }
    if (column > limits.columns) refuse('tooManyColumns', limits.columns)
    if (this.#filledRows > left.rows) refuse('tooManyRows', limits.rows)
    if (this.#filledCells > left.cells) refuse('tooManyCells', limits.cells)
  }

  #refuseText(cell: OpenCell): never {
    const { name: sheet } = this.#context
    throw new ProblemError(documentProblem.cellTooLong({ sheet, address: addressOf(cell), most: longestText }))
  }

  #merge(ref: string): void {
    const range = rangeOf(ref)
    if (!range) return
    this.merges.push(range)
    if (this.merges.length <= mostMerges) return
    throw new ProblemError(documentProblem.tooManyMerges({ sheet: this.#context.name, most: mostMerges }))
  }
}
