/** The body of a Word document as lines: paragraphs with their numbers, tables as rows with tabs; deleted text is gone, inserted text is in. */
import { Fields } from './read-word-fields.ts'
import type { Cell, Line, Note, NoteKind, Row } from './read-word-lines.ts'
import { tableLines } from './read-word-lines.ts'
import type { List } from './read-word-lists.ts'
import { numberer } from './read-word-numbering.ts'
import { type OpenParagraph, paragraphLine, type Run, symbolSign } from './read-word-paragraphs.ts'
import { openProperty, propertyElements, type Settings } from './read-word-properties.ts'
import { defaultStyle, type Style } from './read-word-styles.ts'
import { walkXml, type XmlSource } from './read-xml.ts'

export interface BodyContext {
  readonly lists: ReadonlyMap<string, List>
  readonly styles: ReadonlyMap<string, Style>
  /** The documents put in whole, by their relation. */
  readonly chunks: ReadonlyMap<string, readonly Line[]>
  /** The texts of footnotes and endnotes that hold figures. */
  readonly footnotes: ReadonlyMap<string, string>
  readonly endnotes: ReadonlyMap<string, string>
  readonly mostLines: number
  readonly mostSigns: number
  /** Thrown past either. */
  readonly tooLarge: () => Error
}

/** Every line of the body. */
export async function readBody(xml: XmlSource, context: BodyContext): Promise<Line[]> {
  const reader = new BodyReader(context)
  await walkXml(xml, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  })
  return reader.finished()
}

/** Deleted and moved-away text, how things were before a tracked change, and readings above words. */
const skippedElements = new Set(['del', 'moveFrom', 'delText', 'delInstrText', 'rt'])
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({ tab: '\t', ptab: '\t', cr: '\n', noBreakHyphen: '-' }),
)
const unread: ReadonlyMap<string, NoteKind> = new Map(
  Object.entries({
    pic: 'unread-picture',
    imagedata: 'unread-picture',
    object: 'unread-object',
    chart: 'unread-object',
    relIds: 'unread-object',
    subDoc: 'unread-part',
  }),
)

/** Of one paragraph: a person looks at its line anyway. */
const mostNotes = 20

/** A document put in that lies outside the file. */
const elsewhere: Line = { text: '', notes: [{ kind: 'unread-part', text: '' }] }

class BodyReader {
  readonly #context: BodyContext
  readonly #numberOf: ReturnType<typeof numberer>
  readonly #lines: Line[] = []
  readonly #tables: Row[][] = []
  /** Open paragraphs: text boxes stand within one. */
  readonly #paragraphs: OpenParagraph[] = []
  readonly #runs: Run[] = []
  /** Per depth of paragraphs what a deleted end mark leaves to the next one. */
  readonly #carried = new Map<number, OpenParagraph>()
  readonly #fields = new Fields()
  /** Two forms of one thing: whether one was read. */
  readonly #alternatives: { isTaken: boolean }[] = []
  readonly #controls: Settings['control'][] = []
  #depth = 0
  /** The depth of the element that is left out with all it holds, or whose children are properties; 0 for none. */
  #skippedAt = 0
  #propertiesAt = 0
  #properties = ''
  #reads: 'text' | 'code' | undefined
  #links = 0
  #spentSigns = 0
  #spentLines = 0

  constructor(context: BodyContext) {
    this.#context = context
    this.#numberOf = numberer(context.lists)
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.#depth += 1
    if (this.#skippedAt > 0) return
    if (name.endsWith('PrChange')) this.#skippedAt = this.#depth
    else if (this.#propertiesAt > 0) openProperty(this.#properties, name, attributes, this.#settings())
    else if (propertyElements.has(name)) {
      this.#propertiesAt = this.#depth
      this.#properties = name
    } else if (skippedElements.has(name) || this.#isLeftOut(name)) this.#skippedAt = this.#depth
    else this.#openElement(name, attributes)
  }

  text(text: string): void {
    if (this.#skippedAt > 0 || this.#propertiesAt > 0) return
    if (this.#reads === 'code') this.#fields.addCode(text)
    else if (this.#reads === 'text') this.#add(text)
  }

  close(name: string): void {
    const depth = this.#depth
    this.#depth -= 1
    if (this.#skippedAt > 0) {
      if (depth === this.#skippedAt) this.#skippedAt = 0
    } else if (this.#propertiesAt > 0) {
      if (depth === this.#propertiesAt) this.#propertiesAt = 0
    } else this.#closeElement(name)
  }

  /** A table of contents whose field never ends would take the rest of the document with it: then it was none. */
  finished(): Line[] {
    this.#flush()
    return this.#fields.isInContents ? this.#lines : this.#lines.filter(({ isContents }) => !isContents)
  }

  #settings(): Settings {
    return {
      paragraph: this.#paragraphs.at(-1),
      run: this.#runs.at(-1),
      row: this.#tables.at(-1)?.at(-1),
      cell: this.#cell(),
      control: this.#controls.at(-1),
      styles: this.#context.styles,
    }
  }

  /** The second form of what is read already, and controls that hold a table of contents or ask for text. */
  #isLeftOut(name: string): boolean {
    if (name === 'Choice' || name === 'Fallback') return this.#alternatives.at(-1)?.isTaken ?? false
    return name === 'sdtContent' && (this.#controls.at(-1)?.isLeftOut ?? false)
  }

  #openElement(name: string, attributes: ReadonlyMap<string, string>): void {
    const kind = unread.get(name)
    if (kind !== undefined) {
      this.#tell({ kind, text: '' })
      // An object holds a picture of itself.
      if (name === 'object') this.#skippedAt = this.#depth
    } else if (name === 'p') this.#openParagraph()
    else if (name === 'r') this.#openRun()
    else if (name === 't') this.#reads = 'text'
    else if (name === 'instrText') this.#reads = 'code'
    else if (signs.has(name)) this.#add(signs.get(name) ?? '')
    else if (name === 'br' && (attributes.get('type') ?? 'textWrapping') === 'textWrapping') this.#add('\n')
    else if (name === 'sym') this.#add(symbolSign(attributes))
    else if (name === 'AlternateContent') this.#alternatives.push({ isTaken: false })
    else if (name === 'sdt') this.#controls.push({ isLeftOut: false })
    else if (!this.#openField(name, attributes) && !this.#openTable(name)) this.#openReference(name, attributes)
  }

  #openField(name: string, attributes: ReadonlyMap<string, string>): boolean {
    if (name === 'fldSimple') this.#fields.begin(attributes.get('instr'))
    else if (name === 'hyperlink') this.#links += Number(attributes.get('anchor')?.startsWith('_Toc') ?? false)
    else if (name === 'fldChar') {
      const type = attributes.get('fldCharType')
      if (type === 'begin') this.#fields.begin()
      else if (type === 'separate') this.#fields.separate()
      else if (type === 'end') this.#fields.end()
    } else return false
    return true
  }

  #openTable(name: string): boolean {
    if (name === 'tbl') {
      this.#flush()
      this.#tables.push([])
    } else if (name === 'tr') this.#tables.at(-1)?.push({ cells: [], isDeleted: false })
    else if (name === 'tc')
      this.#tables.at(-1)?.at(-1)?.cells.push({ lines: [], span: 1, isMerged: false, isDeleted: false })
    else return false
    return true
  }

  #openReference(name: string, attributes: ReadonlyMap<string, string>): void {
    const id = attributes.get('id') ?? ''
    if (name === 'altChunk') {
      for (const line of this.#context.chunks.get(id) ?? [elsewhere]) {
        this.#spend(line.text.length, 1)
        this.#emit(line)
      }
    } else if (name === 'footnoteReference' || name === 'endnoteReference') {
      const { footnotes, endnotes } = this.#context
      const text = (name === 'footnoteReference' ? footnotes : endnotes).get(id)
      if (text !== undefined) this.#tell({ kind: 'left-out-note', text })
    }
  }

  #closeElement(name: string): void {
    if (name === 't' || name === 'instrText') this.#reads = undefined
    else if (name === 'r') this.#runs.pop()
    else if (name === 'p') this.#closeParagraph()
    else if (name === 'tbl') this.#closeTable()
    else if (name === 'tc' || name === 'txbxContent') this.#flush()
    else if (name === 'AlternateContent') this.#alternatives.pop()
    else if (name === 'sdt') this.#controls.pop()
    else if (name === 'fldSimple') this.#fields.end()
    else if (name === 'hyperlink') this.#links = 0
  }

  #openParagraph(): void {
    this.#spend(0, 1)
    const carried = this.#carried.get(this.#paragraphs.length)
    this.#carried.delete(this.#paragraphs.length)
    const { pieces = [], notes = [] } = carried ?? {}
    this.#paragraphs.push({ pieces, notes, style: defaultStyle, isJoined: false })
  }

  #openRun(): void {
    const style = this.#context.styles.get(this.#paragraphs.at(-1)?.style ?? defaultStyle)
    this.#runs.push({ font: style?.font, isHidden: false })
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (!paragraph) return
    const run = this.#runs.at(-1)
    this.#spend(text.length, text === '\n' ? 1 : 0)
    if (run?.isHidden) {
      if (text.trim() !== '') this.#tell({ kind: 'left-out-hidden', text: text.slice(0, 200) })
      return
    }
    for (const alternative of this.#alternatives) alternative.isTaken = true
    const isContents = this.#fields.isInContents || this.#links > 0
    const last = paragraph.pieces.at(-1)
    if (last && last.font === run?.font && last.isContents === isContents) last.text += text
    else paragraph.pieces.push({ text, font: run?.font, isContents })
  }

  #tell(note: Note): void {
    for (const alternative of this.#alternatives) alternative.isTaken = true
    this.#spend(note.text.length)
    const paragraph = this.#paragraphs.at(-1)
    if (!paragraph) this.#emit({ text: '', notes: [note] })
    else if (
      paragraph.notes.length < mostNotes &&
      !paragraph.notes.some(
        ({ kind, text }) => kind === note.kind && (text === note.text || kind === 'left-out-hidden'),
      )
    )
      paragraph.notes.push(note)
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph) return
    if (paragraph.isJoined) {
      this.#carried.set(this.#paragraphs.length, paragraph)
      return
    }
    const style = this.#context.styles.get(paragraph.style)
    const number = this.#numberOf(paragraph, style)
    this.#spend(number.length)
    this.#emit(paragraphLine(paragraph, number, style))
  }

  /** What was to be joined to a paragraph that does not come. */
  #flush(): void {
    const depth = this.#paragraphs.length
    const carried = this.#carried.get(depth)
    this.#carried.delete(depth)
    if (!carried) return
    const line = paragraphLine(carried, '')
    if (line.text.trim() !== '' || line.notes.length > 0) this.#emit(line)
  }

  #closeTable(): void {
    const rows = this.#tables.pop()
    for (const line of tableLines(rows ?? [], this.#tables.length > 0, (count) => this.#spend(count))) this.#emit(line)
  }

  #cell(): Cell | undefined {
    return this.#tables.at(-1)?.at(-1)?.cells.at(-1)
  }

  #emit(line: Line): void {
    const cell = this.#cell()
    if (cell) {
      if (!line.isContents) cell.lines.push(line)
      return
    }
    const [first = '', ...more] = line.text.split('\n')
    this.#lines.push({ ...line, text: first }, ...more.map((text) => ({ ...line, text, notes: [] })))
  }

  /** What a paragraph or a merged cell repeats counts as often as it is written. */
  #spend(count: number, lines = 0): void {
    this.#spentSigns += count
    this.#spentLines += lines
    const { mostLines, mostSigns, tooLarge } = this.#context
    if (this.#spentSigns > mostSigns || this.#spentLines > mostLines) throw tooLarge()
  }
}
