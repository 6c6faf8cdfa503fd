/** In which encoding the bytes of a CSV file are: told by their mark, by being UTF-8, or by making Vietnamese words as Windows-1258. */
import { composed } from '#kernel/text.ts'
import { startsWith } from './package-parts.ts'
import { isSyllable } from './vietnamese-syllables.ts'

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258'

/** What the first bytes of a file say; `utf-8` has to be proved. */
export function markedEncoding(start: Uint8Array): CsvEncoding {
  if (startsWith(start, [0xff, 0xfe])) return 'utf-16le'
  return startsWith(start, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8'
}

/** Fewer words than this say nothing of an encoding. */
const fewWords = 3
/** As much of a file as its words are told by. */
export const encodingSample = 400_000

const words = /[\p{L}\p{M}]+/gu
const beyondAscii = /[\u0080-\uffff]/
/** Letters that Western files never have. */
const vietnamese = /[\u1EA0-\u1EF9ĂăĐđƠơƯư]/

/**
 * Whether bytes that are no UTF-8 are Windows-1258, in which Excel saved CSV in Vietnam before UTF-8. It writes tones as signs of
 * their own, so that words make sense in it only when it is it: tones are never guessed.
 */
export function isWindows1258(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  const text = composed(new TextDecoder('windows-1258').decode(bytes.subarray(0, encodingSample)))
  const input = (text.match(words) ?? []).filter((word) => beyondAscii.test(word))
  const good = input.filter(isSyllable).length
  return good >= fewWords && (input.length - good) * 4 <= good && vietnamese.test(text)
}
