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
  const told = /^sep=(.)[ \t]*(?:\r|\n|$)/i.exec(text)?.[1]
  if (told && (separators as readonly string[]).includes(told)) return { separator: told, isTold: true }
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
  readonly rows: number
  /** Of one row. */
  readonly columns: number
  /** Of the whole file. */
  readonly cells: number
  readonly cell: number
}

const quote = 34
const lineFeed = 10
const carriageReturn = 13

/** The first bound that a text goes past, with the line: found in one pass that keeps nothing. */
export function measureCsv(
  text: string,
  separator: string,
  bounds: CsvBounds,
): { why: keyof CsvBounds; line: number; most: number } | undefined {
  const cut = separator.charCodeAt(0)
  const seen = { rows: 0, columns: 1, cells: 0, cell: 0 }
  let line = 1
  let isQuoted = false
  let rowFrom = 0
  for (let at = 0; at <= text.length; at++) {
    const sign = at < text.length ? text.charCodeAt(at) : lineFeed
    const isEnd = sign === lineFeed || sign === carriageReturn
    if (sign === quote) isQuoted = !isQuoted
    let grown: keyof CsvBounds = 'cell'
    if (isQuoted || (!isEnd && sign !== cut)) seen.cell += 1
    else {
      seen.cell = 0
      if (isEnd && at > rowFrom) {
        seen.rows += 1
        seen.cells += seen.columns
      }
      seen.columns = isEnd ? 1 : seen.columns + 1
      if (isEnd) rowFrom = at + 1
      grown = !isEnd ? 'columns' : seen.rows > bounds.rows ? 'rows' : 'cells'
    }
    if (seen[grown] > bounds[grown]) return { why: grown, line, most: bounds[grown] }
    if (sign === lineFeed || (sign === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) line += 1
  }
  return undefined
}
