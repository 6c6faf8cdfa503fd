/** The lines of a document as they are read, with what a person must know of each that its text does not say. */

/** What of a document is not in its text, or not as it was written. */
export type NoteKind =
  /** Letters of before Unicode, made Unicode. */
  | 'converted-letters'
  /** A picture: whatever is written in it. */
  | 'unread-picture'
  /** An embedded object: a sheet, a formula, a chart, a diagram. */
  | 'unread-object'
  /** Another document put in whole, of a kind that is not read. */
  | 'unread-part'
  /** A footnote or endnote that holds figures. */
  | 'left-out-note'
  /** Text that its writer has hidden. */
  | 'left-out-hidden'

export interface Note {
  readonly kind: NoteKind
  /** The words in question, or the name of the encoding; '' where there are none. */
  readonly text: string
}

export interface Line {
  readonly text: string
  readonly notes: readonly Note[]
  /** Belongs to a table of contents, which says again what the document says. */
  readonly isContents?: boolean
  /** Its letters are set in a font of today, so they are what they look like. */
  readonly isPlain?: boolean
}

export interface Cell {
  readonly lines: Line[]
  span: number
  /** Goes on with the cell above. */
  isMerged: boolean
  isDeleted: boolean
}

export interface Row {
  readonly cells: Cell[]
  isDeleted: boolean
}

/** Told of every sign that is written out, so that what repeats counts as often as it is written. */
export type Spend = (signs: number) => void

/** The rows of a table as lines: tabs between cells, vertical tabs between the paragraphs of one. */
export function tableLines(rows: readonly Row[], isNested: boolean, spend: Spend): Line[] {
  const grid = rows
    .filter(({ isDeleted }) => !isDeleted)
    .map(({ cells }) => cells.filter(({ isDeleted }) => !isDeleted))
    .filter((cells) => cells.length > 0)
  return isNested || !isLayout(grid)
    ? dataLines(grid, spend)
    : grid.flatMap((cells) => cells.flatMap(({ lines }) => lines))
}

/** Heads and signatures are set side by side in a table without a header: two columns, few rows, several paragraphs in a cell. */
function isLayout(rows: readonly Cell[][]): boolean {
  const isNarrow = rows.length <= 4 && rows.every((cells) => cells.length <= 2)
  return isNarrow && rows.some((cells) => cells.some(({ lines }) => lines.filter(({ text }) => text.trim()).length > 1))
}

/** A row is one line; cells merged downwards say in every row what they say in the first. */
function dataLines(rows: readonly Cell[][], spend: Spend): Line[] {
  const above: string[] = []
  return rows.map((cells) => {
    let column = 0
    const texts = cells.flatMap((cell) => {
      const text = cell.isMerged ? (above[column] ?? '') : textOf(cell)
      above[column] = text
      column += cell.span
      spend(text.length + cell.span)
      return [text, ...Array.from({ length: cell.span - 1 }, () => '')]
    })
    const lines = cells.flatMap((cell) => cell.lines)
    return {
      text: texts.join('\t'),
      notes: lines.flatMap(({ notes }) => notes),
      isPlain: lines.length > 0 && lines.every(({ isPlain }) => isPlain),
    }
  })
}

function textOf({ lines }: Cell): string {
  return lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }) => text)
    .join('\v')
    .replace(/[\t\n]/g, ' ')
}
