/** Text as people type it: whether it is text at all, composed so that equal words are equal, and folded for search. */

/** Why something is no text: a NUL, half of a surrogate pair, or a letter under more marks than any language writes. */
export type TextFault = 'nul' | 'half-sign' | 'marks'

/** Vietnamese needs two marks on a letter, the most demanding scripts four. */
const pileOfMarks = /(\p{M}{4})\p{M}+/gu

/** The first fault of a text, in time linear in its length; undefined when it can be kept and shown as it is. */
export function textFault(text: string): TextFault | undefined {
  if (text.includes('\0')) return 'nul'
  if (!text.isWellFormed()) return 'half-sign'
  return text.search(pileOfMarks) >= 0 ? 'marks' : undefined
}

/**
 * Unicode composed form (NFC) of any text, in linear time: ordering the marks of one letter takes the square of their number,
 * so marks past the fourth go first. Whoever must not lose them asks `textFault` before.
 */
export function composed(text: string): string {
  return fewMarks(text).normalize('NFC')
}

/** Every letter apart from its marks (NFD), bounded as `composed` is: for telling texts apart by letters or by marks. */
export function decomposed(text: string): string {
  return fewMarks(text).normalize('NFD')
}

/** Signs of one meaning made one and composed (NFKC), bounded as `composed` is: wide digits and narrow spaces become plain ones. */
export function plainForms(text: string): string {
  return fewMarks(text).normalize('NFKC')
}

function fewMarks(text: string): string {
  return text.replace(pileOfMarks, '$1')
}

/**
 * Folded for search: no tones, no đ, no case, one space; the same fold runs in SQL (`platform.fold`).
 * `Phường Ba Đình` -> `phuong ba dinh`. Keeps letters, digits and single spaces.
 */
export function fold(text: string): string {
  return decomposed(text)
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Unicode composed form, trimmed, inner white space single: how every typed text is kept. */
export function tidy(text: string): string {
  return composed(text).replace(/\s+/gu, ' ').trim()
}

const order = new Intl.Collator('vi')

/** Vietnamese dictionary order. */
export function compareText(a: string, b: string): number {
  return order.compare(a, b)
}
