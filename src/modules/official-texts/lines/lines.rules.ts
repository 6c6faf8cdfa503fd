/** The lines of a source text, tidied, each with a shadow of itself without tones that has the same length, so that places in one are places in the other. */
import { composed, decomposed } from '#kernel/text.ts'
import { toldApart } from './tones.rules.ts'

export interface Line {
  /** From 1, in the source. */
  readonly number: number
  /** Composed letters, single spaces, tabs kept. */
  readonly text: string
  /** The same without tones and in lower case, sign for sign. */
  readonly flat: string
  /** Cells where tabs or upright strokes part the line; one cell otherwise. */
  readonly cells: readonly string[]
  /** The cells, parted also where a run of spaces keeps two columns apart. */
  readonly columns: readonly string[]
}

/** A clause longer than this is kept, but no longer searched: no plan has such a sentence. */
export const longestRead = 20_000

/** All letters that a Vietnamese text is made of lie below this, in composed form. */
const latinEnd = 0x2000
const flatCodes = Uint16Array.from({ length: latinEnd }, (_, code) => flatCode(code))

function flatCode(code: number): number {
  const unit = String.fromCharCode(code)
  if (unit === 'Đ' || unit === 'đ') return 'd'.charCodeAt(0)
  const base = decomposed(unit).charAt(0).toLowerCase()
  return base.length === 1 ? base.charCodeAt(0) : code
}

/** Rules ask for the same statements again and again: the last ones are remembered, so many of so many signs at most. */
const remembered = new Map<string, string>()
const [mostRemembered, longestRemembered] = [2000, 1000]

/** One sign for one sign: `Đến năm` -> `den nam`. What has no Latin base stays as it is; other words of the same letters are told apart. */
export function flatten(text: string): string {
  if (text.length > longestRemembered) return flattened(text)
  const known = remembered.get(text)
  if (known !== undefined) return known
  const flat = flattened(text)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(text, flat)
  return flat
}

function flattened(text: string): string {
  let flat = ''
  for (let from = 0; from < text.length; from += 4096) {
    const codes: number[] = []
    for (let at = from; at < Math.min(text.length, from + 4096); at++) {
      const code = text.charCodeAt(at)
      codes.push(code < latinEnd ? (flatCodes[code] ?? code) : code)
    }
    flat += String.fromCharCode(...codes)
  }
  return toldApart(text, flat)
}

/** Every line of the source, the empty ones too (their text is ''). */
export function linesOf(source: string): Line[] {
  return composed(source)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((raw, index) => lineOf(raw, index + 1))
}

export function lineOf(raw: string, number: number): Line {
  const tabbed = withTabs(raw)
  const text = tidyLine(tabbed)
  const cells = text.includes('\t') ? text.split('\t') : [text]
  const wide = tabbed.trim().replace(columnGap, '\t')
  return { number, text, flat: flatten(text), cells, columns: wide === tabbed ? cells : tidyLine(wide).split('\t') }
}

/** Three spaces are no slip: they set columns where a file has lost its table. */
const columnGap = /[^\S\t\v]{3,}/g

/** Control signs and signs without width say nothing; bullets of symbol fonts are bullets. */
function withTabs(raw: string): string {
  const clean = raw
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\uF000-\uF0FF]/g, '•')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: files of strangers hold them
    .replace(/[\u0000-\u0008\u000C-\u001F\u007F-\u009F]/g, ' ')
  return isStroked(clean) ? strokesToTabs(clean) : clean
}

function tidyLine(tabbed: string): string {
  return tabbed
    .split('\t')
    .map((cell) => cell.replace(/[^\S\t\v]+/g, ' ').trim())
    .join('\t')
    .replace(/^\t+$/, '')
}

/** A row of a table drawn with upright strokes. */
function isStroked(line: string): boolean {
  const first = line.indexOf('|')
  return first >= 0 && line.indexOf('|', first + 1) > 0
}

function strokesToTabs(line: string): string {
  const bare = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return /^[\s|:–—=-]+$/.test(bare) ? '' : bare.replaceAll('|', '\t')
}

/** The words of a line with its cells, and the paragraphs of a cell, side by side. */
export function spaced(text: string): string {
  return /[\t\v]/.test(text) ? text.replace(/[\t\v]+/g, ' ').trim() : text
}

/** Only capitals, and some: how titles are set. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** Begins with a small letter, perhaps after a quotation mark or bracket. */
export function startsSmall(text: string): boolean {
  return /^[“"'(]?\p{Ll}/u.test(text)
}

/** The end of a sentence or of a point of a list. */
export function isFinished(text: string): boolean {
  return /[.;:!?…][”"')]?$/.test(text)
}
