/** The automatic numbers of a Word document: which list a paragraph is of, and what its number reads. */
import { walkXml, type XmlSource } from './read-xml.ts'

type Pieces = XmlSource

interface Level {
  start: number
  format: string
  text: string
  /** Roman and letters of outer levels are shown as digits (`isLgl`). */
  isLegal: boolean
}

interface List {
  readonly abstract: string
  /** Levels where this list begins anew, by level. */
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

/** The list and level of a paragraph; both as the file names them. */
export interface ListPlace {
  readonly list?: string
  readonly level?: number
}

export interface Numbering {
  readonly abstracts: ReadonlyMap<string, ReadonlyMap<number, Level>>
  readonly lists: ReadonlyMap<string, List>
}

const deepest = 8
/** Word takes no more for the text around a number. */
const longestNumber = 255

export async function readNumbering(xml: Pieces): Promise<Numbering> {
  const abstracts = new Map<string, Map<number, Level>>()
  const lists = new Map<string, List>()
  let levels: Map<number, Level> | undefined
  let list: List | undefined
  let level: Level | undefined
  let overridden = 0
  await walkXml(xml, {
    open(name, attributes) {
      const value = attributes.get('val') ?? ''
      if (name === 'abstractNum') {
        levels = new Map()
        abstracts.set(attributes.get('abstractNumId') ?? '', levels)
      } else if (name === 'num') {
        list = { abstract: '', starts: new Map(), levels: new Map() }
        lists.set(attributes.get('numId') ?? '', list)
        levels = list.levels
      } else if (name === 'abstractNumId' && list) Object.assign(list, { abstract: value })
      else if (name === 'lvlOverride') overridden = Number(attributes.get('ilvl'))
      else if (name === 'startOverride') list?.starts.set(overridden, Number(value))
      else if (name === 'lvl') {
        level = { start: 1, format: 'decimal', text: '', isLegal: false }
        levels?.set(Number(attributes.get('ilvl')), level)
      } else if (level) setLevel(level, name, value)
    },
    close(name) {
      if (name === 'lvl') level = undefined
      if (name === 'num') list = undefined
    },
  })
  return { abstracts, lists }
}

function setLevel(level: Level, name: string, value: string): void {
  if (name === 'start') level.start = Number(value) || 0
  else if (name === 'numFmt') level.format = value
  else if (name === 'lvlText') level.text = value.slice(0, longestNumber)
  else if (name === 'isLgl') level.isLegal = value !== '0' && value !== 'false'
}

/** Counts the paragraphs of lists in their order, and gives each its number as it is printed: `1.2.`, `b)`, `•`. */
export function numberer({ abstracts, lists }: Numbering) {
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  return ({ list: id = '', level: depth = 0 }: ListPlace): string => {
    const list = lists.get(id)
    if (!list || depth < 0 || depth > deepest) return ''
    const levelAt = (at: number) => list.levels.get(at) ?? abstracts.get(list.abstract)?.get(at)
    const own = levelAt(depth)
    if (!own) return ''
    const counts = counters.get(list.abstract) ?? []
    counters.set(list.abstract, counts)
    const restart = begun.has(`${id} ${depth}`) ? undefined : list.starts.get(depth)
    begun.add(`${id} ${depth}`)
    counts[depth] = restart ?? (counts[depth] === undefined ? own.start : counts[depth] + 1)
    counts.length = depth + 1
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const format = own.isLegal ? 'decimal' : (levelAt(at)?.format ?? 'decimal')
      return formatted(counts[at] ?? levelAt(at)?.start ?? 1, format)
    })
  }
}

function formatted(count: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'upperRoman':
      return roman(count)
    case 'lowerRoman':
      return roman(count).toLowerCase()
    case 'upperLetter':
      return letters(count).toUpperCase()
    case 'lowerLetter':
      return letters(count)
    case 'decimalZero':
      return String(count).padStart(2, '0')
    default:
      return String(count)
  }
}

/** Word goes a ... z, aa, bb: it knows no đ, as those who number by hand do. */
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count)
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))
}

const romanDigits: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(count: number): string {
  if (count < 1 || count > 399) return String(count)
  let [left, text] = [count, '']
  for (const [value, digit] of romanDigits) {
    while (left >= value) {
      text += digit
      left -= value
    }
  }
  return text
}

interface Style {
  based: string
  place: { list?: string; level?: number }
}

/** The list that each style of paragraphs puts them in, with what it inherits. */
export async function readListStyles(xml: Pieces): Promise<Map<string, ListPlace>> {
  const styles = new Map<string, Style>()
  let style: Style | undefined
  await walkXml(xml, {
    open(name, attributes) {
      const value = attributes.get('val') ?? ''
      if (name === 'style') {
        style = { based: '', place: {} }
        styles.set(attributes.get('styleId') ?? '', style)
      } else if (name === 'basedOn' && style) style.based = value
      else if (name === 'numId' && style) style.place.list = value
      else if (name === 'ilvl' && style) style.place.level = Number(value)
    },
    close(name) {
      if (name === 'style') style = undefined
    },
  })
  return new Map([...styles.keys()].map((id) => [id, inherited(styles, id)]))
}

/** Styles may name each other in a ring: only so many steps are followed. */
function inherited(styles: ReadonlyMap<string, Style>, id: string): ListPlace {
  let place: ListPlace = {}
  let next = id
  for (let steps = 0; steps < 20; steps++) {
    const style = styles.get(next)
    if (!style) return place
    place = { ...style.place, ...place }
    next = style.based
  }
  return place
}
