/** The words of a clause with the way back to its lines, and the sentences and points they are made of. */
import { flatten } from './lines.rules.ts'

export interface Words {
  readonly text: string
  readonly flat: string
  /** Where in `text` each line begins. */
  readonly starts: readonly { readonly at: number; readonly line: number }[]
  /** Where names of bodies stand that the document has whole on lines of their own: from each first sign to the last. */
  readonly names?: ReadonlyMap<number, number>
}

/** Words without the way back to their lines. */
export type Phrase = Pick<Words, 'text' | 'flat' | 'names'>

/** A stretch of the words: `to` is the place after its last sign. */
export interface Span {
  readonly from: number
  readonly to: number
}

export function wordsOf(pieces: readonly { readonly line: number; readonly text: string }[]): Words {
  const starts: { at: number; line: number }[] = []
  let text = ''
  for (const piece of pieces) {
    if (text !== '' && piece.text !== '') text += ' '
    starts.push({ at: text.length, line: piece.line })
    text += piece.text
  }
  return { text, flat: flatten(text), starts }
}

/** The line a sign stands on. */
export function lineAt(words: Words, at: number): number {
  return words.starts.findLast((start) => start.at <= at)?.line ?? words.starts[0]?.line ?? 1
}

export interface Place {
  readonly line: number
  readonly endLine: number
  readonly text: string
  readonly confidence: number
}

export function placeOf(words: Words, { from, to }: Span, confidence: number): Place {
  const isWhole = from === 0 && to === words.text.length
  return {
    line: lineAt(words, from),
    endLine: isWhole ? (words.starts.at(-1)?.line ?? 1) : lineAt(words, Math.max(from, to - 1)),
    text: words.text.slice(from, to),
    confidence,
  }
}

export function wholeOf(words: Words): Span {
  return { from: 0, to: words.text.length }
}

/** A stretch without the white space and the given signs around it. */
export function trimmed(text: string, { from, to }: Span, signs = ''): Span {
  const isTrim = (at: number) => /\s/.test(text.charAt(at)) || signs.includes(text.charAt(at))
  let [start, end] = [from, to]
  while (start < end && isTrim(start)) start += 1
  while (end > start && isTrim(end - 1)) end -= 1
  return { from: start, to: end }
}

const abbreviations = /(?:^|[\s(])(?:tp|tx|tt|ths|ts|pgs|gs|bs|ks|cn|st|no|vd)$/

/** Sentences: up to a full stop before a capital. */
export function sentencesOf(words: Words, whole: Span = wholeOf(words)): Span[] {
  return splitAt(words, whole, (at) => {
    const sign = words.text.charAt(at)
    if (sign !== '.' && sign !== '!' && sign !== '?') return false
    if (!/^[”"’)]?\s+[“"(]?[\p{Lu}\d]/u.test(words.text.slice(at + 1, at + 6))) return false
    return !abbreviations.test(words.flat.slice(Math.max(whole.from, at - 5), at))
  })
}

/** Points within a sentence: up to a semicolon that stands in no brackets. */
export function pointsOf(words: Words, whole: Span): Span[] {
  let depth = 0
  const isBalanced = count(words.text, whole, '(') === count(words.text, whole, ')')
  return splitAt(words, whole, (at) => {
    const sign = words.text.charAt(at)
    if (isBalanced && sign === '(') depth += 1
    if (isBalanced && sign === ')') depth -= 1
    return sign === ';' && depth <= 0
  })
}

function count(text: string, { from, to }: Span, sign: string): number {
  let matches = 0
  for (let at = from; at < to; at++) if (text.charAt(at) === sign) matches += 1
  return matches
}

/** Parts a stretch after every sign that ends a piece; no piece is empty. */
function splitAt(words: Words, { from, to }: Span, ends: (at: number) => boolean): Span[] {
  const spans: Span[] = []
  let start = from
  for (let at = from; at < to; at++) {
    if (!ends(at)) continue
    spans.push(trimmed(words.text, { from: start, to: at + 1 }))
    start = at + 1
  }
  spans.push(trimmed(words.text, { from: start, to }))
  return spans.filter((span) => /[\p{L}\p{N}]/u.test(words.text.slice(span.from, span.to)))
}
