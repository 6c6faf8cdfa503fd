/** The shape of a CSV text before it is cut into cells: what separates them, and whether there are more than is read. */

const separators = ['\t', ';', '|', ','] as const

/** Lines that are looked at to find the separator: a title or two, the headings, some rows. */
const sampleLines = 50
const sampleLength = 100_000

export interface Separator {
  readonly separator: string
  /** Whether the first line of the file tells it, as Excel reads: `sep=;`. */
  readonly isTold: boolean
}

/**
 * What a first line `sep=;` names; else what cuts most of the first lines into the same number of cells: titles above the headings,
 * decimal commas and lists within cells do not.
 */
export function separatorOf(text: string): Separator {
  const message = /^sep=(.)[ \t]*(?:\r|\n|$)/i.exec(text)?.[1]
  if (message && (separators as readonly string[]).includes(message)) return { separator: message, isTold: true }
  const lines = sampleOf(text)
  const scores = separators.map((separator) => ({ separator, ...scoreOf(lines, separator) }))
  // Equal ones stay in the order of the list: commas stand in prose and numbers too.
  const [best] = scores.toSorted((a, b) => b.lines - a.lines || b.cuts - a.cuts)
  return { separator: best && best.lines > 0 ? best.separator : ',', isTold: false }
}

/** The first lines without what stands in quotes. */
function sampleOf(text: string): string[] {
  const sample = text.slice(0, sampleLength).replace(/"[^"]*(?:"|$)/g, '')
  return sample
    .split(/\r\n|\r|\n/, sampleLines * 2)
    .filter((line) => line.trim() !== '')
    .slice(0, sampleLines)
}

/** How many lines a separator cuts alike, and how often it does. */
function scoreOf(lines: readonly string[], separator: string): { lines: number; cuts: number } {
  const counts = Map.groupBy(lines, (line) => line.split(separator).length - 1)
  counts.delete(0)
  const [most] = [...counts]
    .map(([cuts, those]) => ({ cuts, lines: those.length }))
    .sort((a, b) => b.lines - a.lines || b.cuts - a.cuts)
  return most ?? { lines: 0, cuts: 0 }
}

/** The most of each that is read; `cell` in signs. */
export interface CsvBounds {
  /** Of one row. */
  readonly columns: number
  readonly cell: number
}

export interface PastBound {
  readonly why: keyof CsvBounds
  readonly line: number
  readonly most: number
}

const quote = 34
const lineFeed = 10
const carriageReturn = 13

/** Walks a text piece by piece, keeping nothing of it, and tells the first bound that it goes past. */
export class CsvMeter {
  readonly #cut: number
  readonly #bounds: CsvBounds
  #line = 1
  #columns = 1
  #cell = 0
  #isQuoted = false
  /** After a quote within quotes: it closes the cell, or is the first of two. */
  #mayClose = false
  #last = 0

  constructor(separator: string, bounds: CsvBounds) {
    this.#cut = separator.charCodeAt(0)
    this.#bounds = bounds
  }

  take(text: string): PastBound | undefined {
    const { columns, cell } = this.#bounds
    for (let at = 0; at < text.length; at++) {
      this.#step(text.charCodeAt(at))
      if (this.#cell > cell) return { why: 'cell', line: this.#line, most: cell }
      if (this.#columns > columns) return { why: 'columns', line: this.#line, most: columns }
    }
    return undefined
  }

  #step(sign: number): void {
    const isEnd = sign === lineFeed || sign === carriageReturn
    // A carriage return ends its line; what comes after it is the same end.
    if (isEnd && !(sign === lineFeed && this.#last === carriageReturn)) this.#line += 1
    this.#last = sign
    if (this.#isQuoted && !this.#mayClose) {
      if (sign === quote) this.#mayClose = true
      else this.#cell += 1
      return
    }
    if (this.#mayClose && sign === quote) {
      this.#mayClose = false
      this.#cell += 1
      return
    }
    this.#isQuoted = false
    this.#mayClose = false
    this.#outside(sign, isEnd)
  }

  /** A quote opens a cell only at its beginning; elsewhere the parser refuses it. */
  #outside(sign: number, isEnd: boolean): void {
    if (sign === quote && this.#cell === 0) this.#isQuoted = true
    else if (isEnd || sign === this.#cut) {
      this.#cell = 0
      this.#columns = isEnd ? 1 : this.#columns + 1
    } else this.#cell += 1
  }
}
