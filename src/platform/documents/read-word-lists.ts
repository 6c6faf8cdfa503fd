/** The lists of a Word document as it defines them: levels, their formats, and styles that stand for a whole list. */
import type { Style } from './read-word-styles.ts'
import { walkXml, type XmlSource } from './read-xml.ts'

export interface Level {
  start: number
  format: string
  text: string
  /** Roman and letters of outer levels are shown as digits (`isLgl`). */
  isLegal: boolean
  /** Begins anew after a paragraph of this level, from 1, or of one above it; 0 for never. */
  restart?: number
  /** The style whose paragraphs stand on this level. */
  style?: string
}

interface Abstract {
  readonly levels: Map<number, Level>
  /** The style of lists that this one is the definition of. */
  styleLink?: string
  /** The style of lists that stands in its place. */
  numStyleLink?: string
}

export interface List {
  /** The definition it counts with. */
  readonly abstract: string
  /** Levels where this list begins anew, by level. */
  readonly starts: ReadonlyMap<number, number>
  readonly levels: ReadonlyMap<number, Level>
}

interface OwnList {
  abstract: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

/** The lists by their numbers, each with all its levels. */
export async function readLists(xml: XmlSource, styles: ReadonlyMap<string, Style>): Promise<Map<string, List>> {
  const reader = new ListReader()
  await walkXml(xml, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
  })
  const linked = new Map([...reader.abstracts].map(([id, { styleLink }]) => [styleLink, id]))
  const whole = [...reader.lists].map(([id, own]): [string, List] => {
    const abstract = definitionOf(own.abstract, reader, { linked, styles })
    const levels = new Map([...(reader.abstracts.get(abstract)?.levels ?? []), ...own.levels])
    return [id, { abstract, starts: own.starts, levels }]
  })
  return new Map(whole)
}

/** A list may name a style of lists, the style a list, and that one its definition: only so many steps are followed. */
function definitionOf(
  abstract: string,
  { abstracts, lists }: ListReader,
  { linked, styles }: { linked: ReadonlyMap<string | undefined, string>; styles: ReadonlyMap<string, Style> },
): string {
  let at = abstract
  for (let steps = 0; steps < 10; steps++) {
    const link = abstracts.get(at)?.numStyleLink
    if (link === undefined) return at
    at = linked.get(link) ?? lists.get(styles.get(link)?.list ?? '')?.abstract ?? at
  }
  return at
}

/** Lists have nine levels, counted from 0. */
export const deepest = 8
/** Word takes no more for the text around a number. */
const longestNumber = 255

class ListReader {
  readonly abstracts = new Map<string, Abstract>()
  readonly lists = new Map<string, OwnList>()
  #abstract: Abstract | undefined
  #list: OwnList | undefined
  #level: Level | undefined
  #overridden = 0

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const value = attributes.get('val') ?? ''
    if (name === 'abstractNum') {
      this.#abstract = { levels: new Map() }
      this.abstracts.set(attributes.get('abstractNumId') ?? '', this.#abstract)
    } else if (name === 'num') {
      this.#list = { abstract: '', starts: new Map(), levels: new Map() }
      this.lists.set(attributes.get('numId') ?? '', this.#list)
    } else if (name === 'lvl') this.#openLevel(Number(attributes.get('ilvl')))
    else if (this.#level) setLevel(this.#level, name, value)
    else if (this.#list) this.#setList(this.#list, name, attributes)
    else if (name === 'styleLink' && this.#abstract) this.#abstract.styleLink = value
    else if (name === 'numStyleLink' && this.#abstract) this.#abstract.numStyleLink = value
  }

  close(name: string): void {
    if (name === 'lvl') this.#level = undefined
    else if (name === 'num') this.#list = undefined
    else if (name === 'abstractNum') this.#abstract = undefined
  }

  #openLevel(at: number): void {
    this.#level = { start: 1, format: 'decimal', text: '', isLegal: false }
    const levels = this.#list?.levels ?? this.#abstract?.levels
    if (at >= 0 && at <= deepest) levels?.set(at, this.#level)
  }

  #setList(list: OwnList, name: string, attributes: ReadonlyMap<string, string>): void {
    const value = attributes.get('val') ?? ''
    if (name === 'abstractNumId') list.abstract = value
    else if (name === 'lvlOverride') this.#overridden = Number(attributes.get('ilvl'))
    else if (name === 'startOverride') list.starts.set(this.#overridden, Number(value))
  }
}

function setLevel(level: Level, name: string, value: string): void {
  if (name === 'start') level.start = Number(value) || 0
  else if (name === 'numFmt') level.format = value
  else if (name === 'lvlText') level.text = value.slice(0, longestNumber)
  else if (name === 'isLgl') level.isLegal = value !== '0' && value !== 'false'
  else if (name === 'lvlRestart') level.restart = Number(value)
  else if (name === 'pStyle') level.style = value
}
