/** The body of a Word document as lines: paragraphs with their numbers, tables as rows with tabs; deleted text is gone, inserted text is in. */
import { type ListPlace, type Numbering, numberer } from './read-word-numbering.ts'
import { walkXml, type XmlSource } from './read-xml.ts'

export interface BodyContext {
  readonly numbering: Numbering
  readonly styles: ReadonlyMap<string, ListPlace>
  readonly mostLines: number
  readonly mostSigns: number
  /** Thrown past either. */
  readonly tooLarge: () => Error
}

interface Paragraph {
  text: string
  list?: string
  level?: number
  style: string
  /** Its end mark is deleted: the next paragraph goes on with it. */
  isJoined: boolean
}

interface Cell {
  readonly paragraphs: string[]
  span: number
  /** Goes on with the cell above. */
  isMerged: boolean
}

interface Grid {
  readonly rows: Cell[][]
}

/** Where the reader stands: open tables, open paragraphs (text boxes stand within one), what is left out. */
interface State {
  readonly lines: string[]
  readonly grids: Grid[]
  readonly paragraphs: Paragraph[]
  readonly numberOf: (place: ListPlace) => string
  readonly context: BodyContext
  /** How deep in elements whose text does not count. */
  skipped: number
  isText: boolean
  inProperties: number
  inRunMark: number
  isHidden: boolean
  signs: number
  spentLines: number
  carried: string
}

/** Deleted and moved-away text, the second form of a drawing, and the codes of fields. */
const skippedElements = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'pict'])

/** Every line of the body. */
export async function readBody(xml: XmlSource, context: BodyContext): Promise<string[]> {
  const state: State = {
    lines: [],
    grids: [],
    paragraphs: [],
    numberOf: numberer(context.numbering),
    context,
    skipped: 0,
    isText: false,
    inProperties: 0,
    inRunMark: 0,
    isHidden: false,
    signs: 0,
    spentLines: 0,
    carried: '',
  }
  await walkXml(xml, {
    open: (name, attributes) => open(state, name, attributes),
    text: (text) => takeText(state, text),
    close: (name) => close(state, name),
  })
  return state.lines
}

/** What a paragraph or a merged cell repeats counts as often as it is written. */
function spend(state: State, signs: number, lines = 0): void {
  state.signs += signs
  state.spentLines += lines
  const { mostLines, mostSigns, tooLarge } = state.context
  if (state.signs > mostSigns || state.spentLines > mostLines) throw tooLarge()
}

function open(state: State, name: string, attributes: ReadonlyMap<string, string>): void {
  const value = attributes.get('val') ?? ''
  // In the properties of a paragraph `del` says that its end mark is deleted; elsewhere it holds deleted text.
  if (state.inProperties > 0) {
    openProperty(state, name, value)
    return
  }
  if (skippedElements.has(name)) state.skipped += 1
  if (state.skipped > 0) return
  if (name === 'p') openParagraph(state)
  else if (name === 'pPr') state.inProperties = 1
  else if (name === 'rPr') state.inRunMark = 1
  else if (name === 'vanish' && state.inRunMark > 0) state.isHidden = value !== '0' && value !== 'false'
  else if (name === 't') state.isText = true
  else if (signs.has(name)) add(state, signs.get(name) ?? '')
  else if (name === 'br' && (attributes.get('type') ?? 'textWrapping') === 'textWrapping') add(state, '\n')
  else if (name === 'sym') add(state, '•')
  else openTable(state, name, value)
}

function openParagraph(state: State): void {
  spend(state, 0, 1)
  state.paragraphs.push({ text: '', style: '', isJoined: false })
}

const signs: ReadonlyMap<string, string> = new Map(Object.entries({ tab: '\t', cr: '\n', noBreakHyphen: '-' }))

function openProperty(state: State, name: string, value: string): void {
  const paragraph = state.paragraphs.at(-1)
  if (name === 'pPr') state.inProperties += 1
  // Properties within properties are those before a tracked change.
  if (!paragraph || state.inProperties > 1) return
  if (name === 'pStyle') paragraph.style = value
  else if (name === 'numId' && paragraph.list === undefined) paragraph.list = value
  else if (name === 'ilvl' && paragraph.level === undefined) paragraph.level = Number(value)
  else if (name === 'del') paragraph.isJoined = true
}

function openTable(state: State, name: string, value: string): void {
  const grid = state.grids.at(-1)
  const cell = grid?.rows.at(-1)?.at(-1)
  if (name === 'tbl') state.grids.push({ rows: [] })
  else if (name === 'tr') grid?.rows.push([])
  else if (name === 'tc') grid?.rows.at(-1)?.push({ paragraphs: [], span: 1, isMerged: false })
  else if (name === 'gridSpan' && cell) cell.span = Math.min(Math.max(Number(value) || 1, 1), 100)
  else if (name === 'vMerge' && cell) cell.isMerged = value !== 'restart'
}

function takeText(state: State, text: string): void {
  if (state.isText && state.skipped === 0) add(state, text)
}

function add(state: State, text: string): void {
  const paragraph = state.paragraphs.at(-1)
  if (!paragraph || state.isHidden) return
  paragraph.text += text
  spend(state, text.length, text === '\n' ? 1 : 0)
}

function close(state: State, name: string): void {
  if (state.inProperties > 0) {
    if (name === 'pPr') state.inProperties -= 1
    return
  }
  if (skippedElements.has(name)) state.skipped -= 1
  else if (state.skipped > 0) return
  if (name === 't') state.isText = false
  else if (name === 'rPr') state.inRunMark = 0
  else if (name === 'r') state.isHidden = false
  else if (name === 'p') closeParagraph(state)
  else if (name === 'tbl') closeTable(state)
}

function closeParagraph(state: State): void {
  const paragraph = state.paragraphs.pop()
  if (!paragraph) return
  const { style, isJoined } = paragraph
  const styled = state.context.styles.get(style)
  // List 0 takes a paragraph out of the list its style would put it in.
  const list = paragraph.list ?? styled?.list
  const number = isJoined || list === undefined ? '' : state.numberOf({ list, level: paragraph.level ?? styled?.level })
  spend(state, number.length)
  const text = state.carried + paragraph.text
  state.carried = isJoined ? text : ''
  if (!isJoined) emit(state, `${plainBullet(number)}${number ? ' ' : ''}${text}`)
}

/** Symbol fonts keep their bullets in a range of their own. */
function plainBullet(number: string): string {
  return number.replace(/[\uE000-\uF8FF]/g, '•')
}

function emit(state: State, text: string): void {
  const cell = state.grids.at(-1)?.rows.at(-1)?.at(-1)
  if (cell) cell.paragraphs.push(text)
  else state.lines.push(...text.split('\n'))
}

function closeTable(state: State): void {
  const grid = state.grids.pop()
  if (!grid) return
  const rows = state.grids.length > 0 || !isLayout(grid) ? dataRows(grid, state) : layoutLines(grid)
  for (const row of rows) emit(state, row)
}

/** Heads and signatures are set side by side in a table without a header: two columns, few rows, several paragraphs in a cell. */
function isLayout({ rows }: Grid): boolean {
  const isNarrow = rows.length <= 4 && rows.every((cells) => cells.length <= 2)
  return (
    isNarrow &&
    rows.some((cells) => cells.some(({ paragraphs }) => paragraphs.filter((text) => text.trim()).length > 1))
  )
}

function layoutLines({ rows }: Grid): string[] {
  return rows.flatMap((cells) => cells.flatMap(({ paragraphs }) => paragraphs))
}

/** A row is one line; cells merged downwards say in every row what they say in the first. */
function dataRows({ rows }: Grid, state: State): string[] {
  const above: string[] = []
  return rows.map((cells) => {
    let column = 0
    const texts = cells.flatMap((cell) => {
      const own = cell.paragraphs
        .filter((text) => text.trim() !== '')
        .join('\v')
        .replace(/[\t\n]/g, ' ')
      const text = cell.isMerged ? (above[column] ?? '') : own
      above[column] = text
      spend(state, text.length + cell.span)
      column += cell.span
      return [text, ...Array.from({ length: cell.span - 1 }, () => '')]
    })
    return texts.join('\t')
  })
}
