/** The text of a file that somebody brings in: a Word document, or plain text whatever Unicode form it is in. */
import { ProblemError } from '#kernel/problem.ts'
import { compoundStart, startsWith, zipStart } from './package-parts.ts'
import { readWord, type WordLimits, wordLimits } from './read-word.ts'
import { wordProblem } from './read-word-problems.ts'

export interface ReadDocument {
  readonly kind: 'word' | 'text'
  /** Unicode NFC; lines end in `\n`. Rows of tables are lines with tabs between their cells. */
  readonly text: string
}

/**
 * Reads a file by what it is, whatever its name says.
 * @throws ProblemError `documents.notWord`, `documents.oldWord`, `documents.lockedWord`, `documents.wordTooLarge`,
 * `documents.brokenWord` or `documents.oldEncoding`, and nothing else, whatever the bytes are.
 */
export async function readDocument(bytes: Uint8Array, limits: WordLimits = wordLimits): Promise<ReadDocument> {
  if (bytes.length > limits.bytes) throw tooLarge(limits)
  if (startsWith(bytes, compoundStart)) throw new ProblemError(compoundProblem(bytes))
  if (startsWith(bytes, zipStart)) return { kind: 'word', text: (await readWord(bytes, limits)).join('\n') }
  return { kind: 'text', text: decodeText(bytes).normalize('NFC') }
}

function tooLarge({ bytes, paragraphs }: WordLimits): ProblemError {
  return new ProblemError(wordProblem.wordTooLarge({ megabytes: bytes / 1_000_000, paragraphs }))
}

/** Files with a password hold their package under this name, in UTF-16. */
const lockedName = Buffer.from('EncryptedPackage', 'utf16le')

function compoundProblem(bytes: Uint8Array) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(lockedName)
    ? wordProblem.lockedWord()
    : wordProblem.oldWord()
}

function decodeText(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes)
  const text = decoded(bytes, wide ?? 'utf-8')
  if (text === undefined) throw new ProblemError(unreadable(bytes))
  // Text has no such signs: it is a picture, or a program.
  if (text.includes('\0')) throw new ProblemError(wordProblem.notWord())
  if (isOldFont(text)) throw new ProblemError(wordProblem.oldEncoding({ encoding: 'TCVN3 (ABC)' }))
  return text
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

/** Bytes that are no UTF-8: Vietnamese of before Unicode, or no text at all. */
function unreadable(bytes: Uint8Array) {
  if (bytes.includes(0)) return wordProblem.notWord()
  const text = (decoded(bytes, 'windows-1258') ?? '').normalize('NFC')
  const isVietnamese = /[\u1EA0-\u1EF9đĐ]/.test(text) && /(?:^|\s)(?:và|của|các|cho|năm|là)(?:\s|$)/.test(text)
  if (isVietnamese) return wordProblem.oldEncoding({ encoding: 'Windows-1258' })
  return isOldFont(decoded(bytes, 'windows-1252') ?? '')
    ? wordProblem.oldEncoding({ encoding: 'TCVN3 (ABC)' })
    : wordProblem.notWord()
}

/** The fonts of before Unicode (.VnTime) put Vietnamese letters where Latin-1 has signs: "KÕ ho¹ch". */
function isOldFont(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const odd = sample.match(/\p{L}[¡-¿×÷ÆÇËÎÏÐÑÖØÜÞßæçëîïñöøüþÿ]|[®¨©]\p{L}/gu)?.length ?? 0
  const right = sample.match(/[\u1EA0-\u1EF9ăĂđĐơƠưƯ]/g)?.length ?? 0
  return odd >= 5 && odd > right
}
