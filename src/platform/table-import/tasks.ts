/** Reading a table out of a file: finds its headings, and writes its rows out one a line, from where they are taken in batches. Runs on threads. */
import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { newId } from '#kernel/id.ts'
import type { Words } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import {
  columnName,
  columnsTwice,
  type HeadedColumn,
  headIn,
  headRows,
  nearestHead,
  type TableRow,
} from '#kernel/table.ts'
import { storageProblem } from '#platform/files/problems.ts'
import type { TableFacts } from './model.ts'
import { problems } from './problems.ts'
import { type Cell, cellText, type TableSource, withTables } from './table-source.ts'

export { markedFile } from './marked-file.ts'

export interface TableAsked {
  /** The uploaded file. */
  readonly path: string
  readonly columns: readonly (HeadedColumn & { readonly label: Words })[]
  /** Rows that are read at most. */
  readonly most: number
}

/** One row as it is written out: its cells in the order of the import's columns. */
export interface WrittenRow {
  readonly line: number
  readonly cells: readonly Cell[]
  /** Places among the cells that say nothing certain. */
  readonly faults?: readonly { readonly place: number; readonly kind: 'uncomputed' | 'error' }[]
  readonly isHidden?: boolean
  /** Cells past the last heading, in a CSV file: a separator stands within one. */
  readonly width?: number
}

/**
 * Writes the rows of the one table of a file to `to`, each a line of JSON (`WrittenRow`), and tells what was found of it. The file
 * stands under its name only once it is whole.
 * @throws ProblemError of the file as a whole.
 */
export function writeRows(input: TableAsked, to: string): Promise<TableFacts> {
  // Whoever is taken for dead may still write: each writes its own, and both write the same.
  const part = `${to}.${newId()}`
  return withTables(input.path, input.most + headRows, async (sources) => {
    const { source, head, hiddenSheets } = await tableIn(sources, input.columns)
    const out = createWriteStream(part, { mode: 0o600 })
    const writer = new RowWriter(input, head, source.csv !== undefined, out)
    try {
      await source.walk(async (rows) => {
        for (const row of rows) writer.add(row)
        if (out.writableNeedDrain) await once(out, 'drain')
        return 'more'
      }, head.cells.length)
      out.end()
      await finished(out)
    } catch (error) {
      out.destroy()
      throw storageProblem(error) ?? error
    }
    if (writer.rows === 0) throw new ProblemError(problems.noRows())
    await rename(part, to)
    return { ...writer.facts(), ...sourceFacts(source), hiddenSheets }
  })
}

function sourceFacts({ name, csv }: TableSource): Pick<TableFacts, 'sheet' | 'encoding' | 'separator'> {
  return { sheet: name, encoding: csv?.encoding ?? null, separator: csv?.separator ?? null }
}

interface Head {
  readonly line: number
  readonly cells: readonly string[]
  readonly keys: readonly (string | undefined)[]
}

/** The one table that is seen; or what is wrong with the file as a whole. */
async function tableIn(
  sources: readonly TableSource[],
  columns: TableAsked['columns'],
): Promise<{ source: TableSource; head: Head; hiddenSheets: string[] }> {
  const tops = await Promise.all(sources.map(async (source) => ({ source, rows: await topOf(source) })))
  const tables = tops.map((top) => ({ ...top, head: headOf(top.rows, columns) }))
  const seen = tables.filter(({ source }) => !source.isHidden)
  const [only, another] = seen.filter(({ head }) => head)
  if (only && another) {
    const names = seen.flatMap(({ head, source }) => (head ? [`“${source.name}”`] : []))
    throw new ProblemError(problems.severalTables({ sheets: names.join(', ') }))
  }
  if (!only?.head) throw noTable(seen, columns)
  const twice = columnsTwice(only.head.keys)
  if (twice.length > 0) {
    throw new ProblemError(...twice.map((key) => problems.columnTwice({ column: labelOf(columns, key) })))
  }
  const hiddenSheets = tables.flatMap(({ source, head }) => (source.isHidden && head ? [source.name ?? ''] : []))
  return { source: only.source, head: only.head, hiddenSheets }
}

async function topOf(source: TableSource): Promise<TableRow<Cell>[]> {
  const top: TableRow<Cell>[] = []
  await source.walk(async (rows) => {
    top.push(...rows.slice(0, headRows - top.length))
    return top.length < headRows ? 'more' : 'enough'
  })
  return top
}

function headOf(rows: readonly TableRow<Cell>[], columns: TableAsked['columns']): Head | undefined {
  const texts = rows.map(({ cells }) => cells.map(cellText))
  const head = headIn(texts, columns)
  const line = head && rows[head.place]?.line
  return head && line !== undefined ? { line, cells: texts[head.place] ?? [], keys: head.keys } : undefined
}

function noTable(
  seen: readonly { readonly rows: readonly TableRow<Cell>[] }[],
  columns: TableAsked['columns'],
): ProblemError {
  const filled = seen.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) return new ProblemError(problems.noRows())
  const heads = filled.map(({ rows }) =>
    nearestHead(
      rows.map(({ cells }) => cells.map(cellText)),
      columns,
    ),
  )
  const nearest = heads.find((head) => head && head.missing.length <= 2)
  if (nearest) {
    return new ProblemError(...nearest.missing.map((key) => problems.columnMissing({ column: labelOf(columns, key) })))
  }
  const needed = columns.filter(({ isNeeded }) => isNeeded).map(({ key }) => labelOf(columns, key))
  const headings = (filled[0]?.rows[0]?.cells ?? []).map(cellText).filter(Boolean).slice(0, 12)
  return new ProblemError(problems.headingsUnknown({ needed: needed.join(', '), headings: headings.join(', ') }))
}

/** A heading of Vietnam stands for itself in both languages: it is what the file must bear. */
function labelOf(columns: TableAsked['columns'], key: string): string {
  const label = columns.find((column) => column.key === key)?.label
  return label ? [...new Set([label.vi, label.en])].join(' / ') : key
}

const sampleRows = 10
const longestSample = 200

class RowWriter {
  rows = 0
  #bytes = 0
  #last = 0
  readonly #sample: TableFacts['sample'] = []
  readonly #filled = new Set<number>()
  readonly #places: readonly number[]
  readonly #isCsv: boolean
  readonly #asked: TableAsked
  readonly #head: Head
  readonly #out: WriteStream

  constructor(input: TableAsked, head: Head, isCsv: boolean, out: WriteStream) {
    this.#isCsv = isCsv
    this.#asked = input
    this.#head = head
    this.#out = out
    this.#places = input.columns.map(({ key }) => head.keys.indexOf(key))
  }

  add(row: TableRow<Cell>): void {
    const { line, cells } = row
    if (line <= this.#head.line) return
    // Rows of Excel may come in any order; batches go by their lines.
    if (line <= this.#last) throw new ProblemError(problems.notTable())
    this.#last = line
    for (const [place, cell] of cells.entries()) if (cell !== null) this.#filled.add(place)
    // Beside the table: notes, sums of somebody's own.
    if (this.#places.every((place) => (cells[place] ?? null) === null)) return
    this.rows += 1
    if (this.rows > this.#asked.most) throw new ProblemError(problems.tooManyRows({ count: this.#asked.most }))
    if (this.#sample.length < sampleRows) this.#sample.push({ line, cells: cells.map(sampleText) })
    const text = `${JSON.stringify(this.#written(row))}\n`
    this.#bytes += Buffer.byteLength(text)
    this.#out.write(text)
  }

  #written({ line, cells, faults = [], isHidden }: TableRow<Cell>): WrittenRow {
    const own = faults.flatMap(({ place, kind }) => {
      const at = this.#places.indexOf(place)
      return at >= 0 ? [{ place: at, kind }] : []
    })
    const { length } = this.#head.cells
    const isLonger = this.#isCsv && cells.some((cell, place) => place >= length && cell !== null)
    return {
      line,
      cells: this.#places.map((place) => cells[place] ?? null),
      ...(own.length > 0 && { faults: own }),
      ...(isHidden && { isHidden }),
      ...(isLonger && { width: cells.length }),
    }
  }

  facts(): Omit<TableFacts, 'sheet' | 'encoding' | 'separator' | 'hiddenSheets'> {
    const { line, cells, keys } = this.#head
    return {
      headLine: line,
      columns: keys.flatMap((key, place) =>
        key === undefined ? [] : [{ key, heading: cells[place] ?? '', number: place + 1 }],
      ),
      unknown: [...this.#filled]
        .filter((place) => keys[place] === undefined)
        .sort((a, b) => a - b)
        .map((place) => ({ heading: columnName(cells[place], place), number: place + 1 })),
      sample: this.#sample,
      rows: this.rows,
      bytes: this.#bytes,
    }
  }
}

function sampleText(cell: Cell): string {
  const text = cellText(cell)
  return text.length > longestSample ? `${text.slice(0, longestSample - 1).toWellFormed()}…` : text
}
