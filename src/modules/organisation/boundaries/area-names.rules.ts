/** Names of places as files write them: with or without their type, abbreviated, with tones in the old place or with none at all. */
import { composed, decomposed, fold } from '#kernel/text.ts'

/** One way to understand a written name. */
export interface Reading {
  /** `phuong`, `thi tran` …; undefined where none is written. */
  readonly type: string | undefined
  /** Letters with their marks, each word's tone behind it: `hoà` and `hòa` are one. */
  readonly toned: string
  /** Neither tones nor marks. */
  readonly plain: string
}

/** Types as they are written out and abbreviated, word by word; longer ones first. */
const types: readonly (readonly [type: string, written: readonly string[]])[] = [
  ['thi tran', ['thị trấn', 't t', 'tt']],
  ['thi xa', ['thị xã', 't x', 'tx']],
  ['thanh pho', ['thành phố', 't p', 'tp']],
  ['dac khu', ['đặc khu', 'đ k', 'đk']],
  ['phuong', ['phường', 'p', 'ph']],
  ['quan', ['quận', 'q']],
  ['huyen', ['huyện', 'h']],
  ['tinh', ['tỉnh']],
  ['xa', ['xã', 'x']],
]

/** How English names end; a district may be a quận or a huyện. */
const endings: ReadonlyMap<string, string | undefined> = new Map([
  ['ward', 'phuong'],
  ['commune', 'xa'],
  ['township', 'thi tran'],
  ['district', undefined],
  ['city', 'thanh pho'],
  ['province', 'tinh'],
])

/** Longer than any name of a place. */
const mostLetters = 200

/** The whole name, and the name without its type where one is written before or behind it. */
export function readingsOf(name: string): Reading[] {
  const words = wordsOf(name)
  const readings = [readingOf(words, undefined)]
  const prefix = typeBefore(words)
  if (prefix) readings.push(readingOf(words.slice(prefix.length), prefix.type))
  const last = words.at(-1)?.plain ?? ''
  if (words.length > 1 && endings.has(last)) readings.push(readingOf(words.slice(0, -1), endings.get(last)))
  return readings.filter(({ plain }) => plain !== '')
}

/** The type that a text is, alone: `Phường`, `TT`. */
export function typeOf(text: string): string | undefined {
  const words = wordsOf(text)
  const prefix = typeBefore(words)
  return prefix?.length === words.length ? prefix.type : undefined
}

/** Whether a name is written with marks at all: without them it may be any of several. */
export function hasMarks(name: string): boolean {
  return /[đĐ]|\p{M}/u.test(decomposed(name.slice(0, mostLetters)))
}

interface Word {
  readonly toned: string
  readonly plain: string
}

function wordsOf(name: string): Word[] {
  const parted = composed(name.slice(0, mostLetters)).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return decomposed(parted.toLowerCase())
    .replace(/([a-z]\p{M}*)(\d)/gu, '$1 $2')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .map((word) => ({ toned: toned(word), plain: fold(word).replace(/^0+(?=\d)/, '') }))
}

/** Grave, acute, tilde, hook above, dot below. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

function toned(word: string): string {
  return word.replace(tones, '').replace(/^0+(?=\d)/, '') + (word.match(tones)?.join('') ?? '')
}

function readingOf(words: readonly Word[], type: string | undefined): Reading {
  return { type, toned: words.map((word) => word.toned).join(' '), plain: words.map(({ plain }) => plain).join(' ') }
}

const writtenTypes = types.flatMap(([type, written]) => written.map((each) => ({ type, words: wordsOf(each) })))

/** A type stands before a name where its words do, with their own tones or with none: `Xà` is no `Xã`. */
function typeBefore(words: readonly Word[]): { type: string; length: number } | undefined {
  const writtenType = writtenTypes.find(({ words: written }) =>
    written.every(({ toned: full, plain }, index) => {
      const word = words[index]
      return word !== undefined && (word.toned === full || word.toned === plain)
    }),
  )
  return writtenType && { type: writtenType.type, length: writtenType.words.length }
}
