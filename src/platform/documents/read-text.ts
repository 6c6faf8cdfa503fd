/** The lines of a plain text in whatever encoding: UTF-8, UTF-16, or bytes of before Unicode, told apart line by line. */
import { ProblemError } from '#kernel/problem.ts'
import { composed } from '#kernel/text.ts'
import { fits, lettersOf } from './old-letters.ts'
import { startsWith } from './package-parts.ts'
import type { WordLimits } from './read-word.ts'
import type { Line } from './read-word-lines.ts'
import { wordProblem } from './read-word-problems.ts'

const lineEnd = /\r\n|[\n\r\u2028\u2029]/

/**
 * Every line; letters of old fonts are still as the bytes have them, those of Windows-1258 are Unicode with a note.
 * @throws ProblemError `documents.notWord` for what is no text, `documents.unknownLetters`, `documents.wordTooLarge`.
 */
export function readText(bytes: Uint8Array, limits: WordLimits): Line[] {
  const text = decoded(bytes, wideEncoding(bytes) ?? 'utf-8')
  if (text === undefined) return withinLimits(oldLines(bytes), limits)
  // Text has no such signs: it is a program, or data.
  if (text.includes('\0')) throw new ProblemError(wordProblem.notWord())
  return withinLimits(
    text.split(lineEnd).map((line) => ({ text: line, notes: [] })),
    limits,
  )
}

function withinLimits(lines: Line[], { paragraphs, signs, bytes }: WordLimits): Line[] {
  const count = lines.reduce((sum, { text }) => sum + text.length, 0)
  if (lines.length <= paragraphs && count <= signs) return lines
  throw new ProblemError(wordProblem.wordTooLarge({ megabytes: bytes / 1_000_000, paragraphs }))
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 says so in its first two bytes, or has a zero in every other byte of its Latin letters. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 1].map((odd) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length)
  const [even = 0, odd = 0] = zeros
  const many = sample.length / 5
  if (sample.length < 16 || Math.max(even, odd) < many || Math.min(even, odd) * 10 > Math.max(even, odd))
    return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Bytes that are no UTF-8, line by line, as files are pasted together from several. */
function oldLines(bytes: Uint8Array): Line[] {
  if (bytes.includes(0)) throw new ProblemError(wordProblem.notWord())
  const lines = byteLines(bytes).map((line) => ({ line, text: decoded(line, 'utf-8') }))
  const isWindows = usesWindows1258(lines.flatMap(({ line, text }) => (text === undefined ? [line] : [])))
  return lines.map(({ line, text }, index) => {
    if (text !== undefined) return { text, notes: [] }
    if (isWindows)
      return { text: decoded(line, 'windows-1258') ?? '', notes: [{ kind: 'converted-letters', text: 'Windows-1258' }] }
    const old = decoded(line, 'windows-1252') ?? ''
    const letters = lettersOf(old)
    const isOld = letters === 'TCVN3 (ABC)' || letters === 'VNI' || fits(old, 'TCVN3 (ABC)') || fits(old, 'VNI')
    if (!isOld) throw new ProblemError(wordProblem.unknownLetters({ line: index + 1 }))
    return { text: old, notes: [] }
  })
}

function byteLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 10 && bytes[at] !== 13) continue
    lines.push(bytes.subarray(from, at))
    if (bytes[at] === 13 && bytes[at + 1] === 10) at += 1
    from = at + 1
  }
  return [...lines, bytes.subarray(from)]
}

/** Windows-1258 writes tones as signs of their own: words make sense in it only when it is it. */
function usesWindows1258(lines: readonly Uint8Array[]): boolean {
  const sample = Buffer.concat(lines.slice(0, 200).map((line) => Buffer.concat([line, Buffer.from('\n')])))
  const text = composed(decoded(sample, 'windows-1258') ?? '')
  return /[\u1EA0-\u1EF9đĐ]/.test(text) && /(?:^|\s)(?:và|của|các|cho|năm|là)(?:\s|$)/.test(text)
}
