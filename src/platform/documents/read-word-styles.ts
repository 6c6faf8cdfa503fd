/** The styles of a Word document, as far as they say what a paragraph reads: its list, its font, whether it is of a table of contents. */
import { walkXml, type XmlSource } from './read-xml.ts'

/** The list and level of a paragraph; both as the file names them. */
export interface ListPlace {
  readonly list?: string
  readonly level?: number
}

export interface Style extends ListPlace {
  readonly font?: string
  /** Of the entries of a table of contents, or its title. */
  readonly isContents: boolean
  /** The style and those it is based on, nearest first: a level of a list may name any of them. */
  readonly chain: readonly string[]
}

interface OwnStyle {
  name: string
  based: string
  list?: string
  level?: number
  font?: string
}

/** Where the style stands of paragraphs that name none. */
export const defaultStyle = ''

/** Each style with what it inherits. */
export async function readStyles(xml: XmlSource): Promise<Map<string, Style>> {
  const styles = new Map<string, OwnStyle>()
  const defaults: OwnStyle = { name: '', based: '' }
  let style: OwnStyle | undefined
  let standard: string | undefined
  await walkXml(xml, {
    open(name, attributes) {
      if (name === 'rPrDefault') style = defaults
      else if (name === 'style') {
        style = { name: '', based: '' }
        const id = attributes.get('styleId') ?? ''
        styles.set(id, style)
        const isDefault = ['1', 'true', 'on'].includes(attributes.get('default') ?? '')
        if (isDefault && attributes.get('type') === 'paragraph') standard = id
      } else if (style) setStyle(style, name, attributes)
    },
    close(name) {
      if (name === 'style' || name === 'rPrDefault') style = undefined
    },
  })
  const whole = new Map([...styles.keys()].map((id) => [id, inherited(styles, id, defaults)]))
  whole.set(defaultStyle, whole.get(standard ?? '') ?? { font: defaults.font, isContents: false, chain: [] })
  return whole
}

function setStyle(style: OwnStyle, name: string, attributes: ReadonlyMap<string, string>): void {
  const value = attributes.get('val') ?? ''
  if (name === 'name') style.name = value
  else if (name === 'basedOn') style.based = value
  else if (name === 'numId') style.list = value
  else if (name === 'ilvl') style.level = Number(value)
  else if (name === 'rFonts') style.font = fontOf(attributes) ?? style.font
}

/** The font of Latin letters that `rFonts` names. */
export function fontOf(attributes: ReadonlyMap<string, string>): string | undefined {
  return attributes.get('ascii') ?? attributes.get('hAnsi') ?? attributes.get('asciiTheme')
}

/** Whatever the language of Word, styles keep these names within the file. */
const contentsNames = /^(?:toc \d|toc heading|table of figures|contents \d|contents heading)$/i
const contentsIds = /^(?:TOC\d|TOCHeading|Contents\d|ContentsHeading)$/

export function isContentsStyle(id: string, name: string): boolean {
  return contentsNames.test(name) || contentsIds.test(id)
}

/** Styles may name each other in a ring: only so many steps are followed. */
function inherited(styles: ReadonlyMap<string, OwnStyle>, id: string, defaults: OwnStyle): Style {
  const chain: string[] = []
  let own: Partial<OwnStyle> = {}
  for (let next = id; chain.length < 20; next = styles.get(next)?.based ?? '') {
    const style = styles.get(next)
    if (!style) break
    chain.push(next)
    own = { ...style, ...own }
  }
  const { list, level, font = defaults.font } = own
  return { list, level, font, chain, isContents: isContentsStyle(id, styles.get(id)?.name ?? '') }
}
