/** The lines of a web page that a Word document holds: paragraphs, lists with their numbers, tables as rows with tabs. */
import { Parser } from 'htmlparser2'
import { ProblemError } from '#kernel/problem.ts'
import { packageProblem } from './package-problems.ts'
import { type Cell, type Line, type Row, tableLines } from './read-word-lines.ts'

const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const unread = new Set(['head', 'script', 'style', 'template', 'noscript', 'title', 'select', 'textarea'])

/** The lines of the page; `spend` is told of every sign written out, and throws past its limit. */
export function htmlLines(bytes: Uint8Array, spend: (signs: number) => void): Line[] {
  const reader = new HtmlReader(spend)
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.text(text),
    onclosetag: (name) => reader.close(name),
  })
  parser.end(decoded(bytes))
  return reader.finished()
}

/** In the encoding that the page names, or UTF-8. */
function decoded(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 2000)).toString('latin1')
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  const named = /charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1]
  try {
    return new TextDecoder(wide ?? named ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

/** The parser looks for every end through all that is open. */
const deepest = 500

class HtmlReader {
  readonly #spend: (signs: number) => void
  readonly #lines: Line[] = []
  readonly #tables: SpannedCell[][][] = []
  /** Open lists with the number of their last entry; undefined where they have bullets. */
  readonly #lists: { count: number | undefined }[] = []
  #depth = 0
  #text = ''
  #skipped = 0
  #hasPicture = false

  constructor(spend: (signs: number) => void) {
    this.#spend = spend
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1
    if (this.#depth > deepest) throw new ProblemError(packageProblem.tooDeep({ most: deepest }))
    if (unread.has(name)) this.#skipped += 1
    if (this.#skipped > 0) return
    if (blocks.has(name) || name === 'br') this.#endLine()
    if (name === 'img') this.#hasPicture = true
    else if (name === 'ol') this.#lists.push({ count: (Number(attributes.start ?? 1) || 1) - 1 })
    else if (name === 'ul') this.#lists.push({ count: undefined })
    else if (name === 'li') this.#openEntry()
    else if (name === 'table') this.#tables.push([])
    else if (name === 'tr') this.#tables.at(-1)?.push([])
    else if (name === 'td' || name === 'th') this.#openCell(attributes)
  }

  text(text: string): void {
    if (this.#skipped > 0) return
    this.#spend(text.length)
    this.#text += text
  }

  close(name: string): void {
    this.#depth -= 1
    if (unread.has(name)) this.#skipped = Math.max(0, this.#skipped - 1)
    if (this.#skipped > 0) return
    if (blocks.has(name)) this.#endLine()
    if (name === 'ol' || name === 'ul') this.#lists.pop()
    else if (name === 'table') this.#closeTable()
  }

  finished(): Line[] {
    this.#endLine()
    while (this.#tables.length > 0) this.#closeTable()
    return this.#lines
  }

  #openEntry(): void {
    const list = this.#lists.at(-1)
    if (list?.count === undefined) this.#text = '• '
    else {
      list.count += 1
      this.#text = `${list.count}. `
    }
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const [span, rows] = [bounded(attributes.colspan), bounded(attributes.rowspan)]
    this.#tables.at(-1)?.at(-1)?.push({ lines: [], span, rows, isMerged: false, isDeleted: false })
  }

  #endLine(): void {
    const text = this.#text.replace(/\s+/g, ' ').trim()
    this.#text = ''
    if (text === '' && !this.#hasPicture) return
    const notes = this.#hasPicture ? [{ kind: 'unread-picture' as const, text: '' }] : []
    this.#hasPicture = false
    this.#emit({ text, notes })
  }

  #emit(line: Line): void {
    const cell = this.#tables.at(-1)?.at(-1)?.at(-1)
    if (cell) cell.lines.push(line)
    else this.#lines.push(line)
  }

  #closeTable(): void {
    const rows = filledDown(this.#tables.pop() ?? [])
    for (const line of tableLines(rows, this.#tables.length > 0, this.#spend)) this.#emit(line)
  }
}

/** A cell of a page may reach down over several rows; the rows below leave it out. */
interface SpannedCell extends Cell {
  readonly rows: number
}

function filledDown(rows: readonly SpannedCell[][]): Row[] {
  /** By column the cells that reach further down, with the rows they still do. */
  const above = new Map<number, { left: number; readonly span: number }>()
  return rows.map((own) => {
    const cells: Cell[] = []
    let column = 0
    const fill = () => {
      for (let from = above.get(column); from && from.left > 0; from = above.get(column)) {
        from.left -= 1
        cells.push({ lines: [], span: from.span, isMerged: true, isDeleted: false })
        column += from.span
      }
    }
    for (const cell of own) {
      fill()
      cells.push(cell)
      above.set(column, { left: cell.rows - 1, span: cell.span })
      column += cell.span
    }
    fill()
    return { cells, isDeleted: false }
  })
}

function bounded(given: string | undefined): number {
  return Math.min(Math.max(Math.trunc(Number(given)) || 1, 1), 100)
}
