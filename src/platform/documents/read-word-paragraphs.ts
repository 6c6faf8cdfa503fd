/** One paragraph of a Word document made a line: its pieces joined, letters of old fonts made Unicode, entries of a table of contents told apart. */
import { type OldLetters, oldFont, toUnicode } from './old-letters.ts'
import type { Line, Note } from './read-word-lines.ts'
import { isContentsStyle, type ListPlace, type Style } from './read-word-styles.ts'

export interface Run {
  font?: string
  isHidden: boolean
}

/** Text of one font; a word may be cut into many runs, and a letter of an old font too. */
export interface Piece {
  text: string
  readonly font?: string
  readonly isContents: boolean
}

export interface OpenParagraph extends ListPlace {
  readonly pieces: Piece[]
  readonly notes: Note[]
  list?: string
  level?: number
  style: string
  /** Its end mark is gone: the next paragraph goes on with it. */
  isJoined: boolean
}

export function paragraphLine(paragraph: OpenParagraph, number: string, style?: Style): Line {
  const { pieces, notes } = paragraph
  const own = pieces.filter(({ isContents }) => !isContents)
  const isEntry = style?.isContents ?? isContentsStyle(paragraph.style, '')
  const isContents = isEntry || (own.every(({ text }) => text.trim() === '') && own.length < pieces.length)
  const read = (isContents ? pieces : own).map(readPiece)
  const names = [...new Set(read.flatMap(({ letters }) => letters ?? []))]
  const text = read.map((piece) => piece.text).join('')
  return {
    text: `${plainBullet(number)}${number ? ' ' : ''}${text}`,
    notes: [...notes, ...names.map((name) => ({ kind: 'converted-letters' as const, text: name }))],
    isContents,
    isPlain: pieces.every(({ font }) => font !== undefined && oldFont(font) === undefined) || names.length > 0,
  }
}

function readPiece({ text, font }: Piece): { text: string; letters?: OldLetters } {
  const old = font === undefined ? undefined : oldFont(font)
  const converted = old && toUnicode(text, old)
  return converted === undefined || converted === text ? { text } : { text: converted, letters: old?.letters }
}

/** Symbol fonts keep their bullets in a range of their own. */
function plainBullet(number: string): string {
  return number.replace(/[\uE000-\uF8FF]/g, '•')
}

/** What the font Symbol shows for its codes, as far as figures need it. */
const symbols: Readonly<Record<number, string>> = {
  ...{ 43: '+', 45: '-', 60: '<', 61: '=', 62: '>', 163: '≤', 176: '°', 177: '±', 179: '≥', 180: '×' },
  ...{ 184: '÷', 185: '≠', 187: '≈', 215: '·' },
}

/** A sign of a symbol font: one that compares numbers must not become a bullet. */
export function symbolSign(attributes: ReadonlyMap<string, string>): string {
  const code = Number.parseInt(attributes.get('char') ?? '', 16) & 0xff
  return (/^symbol$/i.test(attributes.get('font') ?? '') ? symbols[code] : undefined) ?? '•'
}
