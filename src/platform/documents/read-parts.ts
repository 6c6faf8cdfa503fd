/** The parts of an Excel file around its sheets: relations, list of sheets, shared texts, formats of cells. */
import { walkXml, type XmlHandlers, type XmlSource } from './read-xml.ts'

type Pieces = XmlSource

/** How a number in a cell is meant. */
export type CellFormat = 'plain' | 'percent' | 'date'

export interface Relation {
  readonly id: string
  /** The last word of its type: `worksheet`, `styles`. */
  readonly kind: string
  /** Path in the package, without a leading slash. */
  readonly target: string
}

export async function readRelations(xml: Pieces, folder: string): Promise<Relation[]> {
  const relations: Relation[] = []
  await walkXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return
      const target = new URL(attributes.get('Target') ?? '', `file:///${folder}`).pathname.slice(1)
      const kind = (attributes.get('Type') ?? '').split('/').at(-1) ?? ''
      relations.push({ id: attributes.get('Id') ?? '', kind, target: decodeURIComponent(target) })
    },
  })
  return relations
}

export interface SheetList {
  readonly sheets: { readonly name: string; readonly hidden: boolean; readonly relation: string }[]
  /** Days are counted from 1904 (files of old Macs), not from 1900. */
  readonly since1904: boolean
}

export async function readSheetList(xml: Pieces): Promise<SheetList> {
  const sheets: SheetList['sheets'] = []
  let since1904 = false
  await walkXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
      if (name !== 'sheet') return
      const hidden = (attributes.get('state') ?? 'visible') !== 'visible'
      sheets.push({ name: attributes.get('name') ?? '', hidden, relation: attributes.get('id') ?? '' })
    },
  })
  return { sheets, since1904 }
}

/**
 * Texts that cells point to by their number, up to one more than `most`. Phonetic readings (`rPh`) are not part of the
 * text.
 */
export async function readSharedTexts(xml: Pieces, most: number): Promise<string[]> {
  const texts: string[] = []
  let current = ''
  let inText = false
  let inReading = false
  const handlers: XmlHandlers = {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 'rPh') inReading = true
      else if (name === 't') inText = !inReading
    },
    text(text) {
      if (inText) current += text
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inReading = false
      else if (name === 'si') texts.push(unescapeText(current))
    },
  }
  await walkXml(xml, handlers, () => texts.length > most)
  return texts
}

/** `_x0041_` in a text of Excel is the sign of that code. */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** The format of each cell style, by its number. */
export async function readFormats(xml: Pieces): Promise<CellFormat[]> {
  const codes = new Map<string, string>()
  const formats: CellFormat[] = []
  let inCells = false
  await walkXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(attributes.get('numFmtId') ?? '', attributes.get('formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = attributes.get('numFmtId') ?? '0'
        formats.push(meaningOf(Number(id), codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

function meaningOf(id: number, code: string | undefined): CellFormat {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent'
    // Built-in date formats (ECMA-376 part 1, 18.8.30), with those that Excel keeps for East Asian languages.
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
      ? 'date'
      : 'plain'
  }
  const bare = code.replace(/"[^"]*"|[\\_*].|\[[^\]]*\]/g, '')
  if (bare.includes('%')) return 'percent'
  return /[dy]/i.test(bare) ? 'date' : 'plain'
}
