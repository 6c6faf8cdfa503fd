/** The text of a file that somebody brings in: a Word document, or plain text whatever Unicode form it is in. */
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { type FileKind, kindOf, textKinds } from './file-kinds.ts'
import { fits, fromOldLetters, lettersOf, type OldLetters } from './old-letters.ts'
import { plainSigns } from './plain-signs.ts'
import { readText } from './read-text.ts'
import { readWord, type WordLimits, wordLimits } from './read-word.ts'
import type { Line, NoteKind } from './read-word-lines.ts'
import { wordProblem } from './read-word-problems.ts'

/** What of some lines is not in the text, or not as it was written. */
export interface ReadNote {
  readonly kind: NoteKind
  /** From 1, as in `text`; the same note about lines that follow one another is one. */
  readonly line: number
  readonly endLine: number
  /** The words in question, or the name of the encoding; '' where there are none. */
  readonly text: string
}

export interface ReadDocument {
  readonly kind: 'word' | 'text'
  /** Unicode NFC; lines end in `\n`. Rows of tables are lines with tabs between their cells. */
  readonly text: string
  readonly notes: readonly ReadNote[]
}

export interface Reading {
  readonly limits?: WordLimits
  /** The reader agrees that letters of before Unicode (TCVN3, VNI, Windows-1258) are converted. */
  readonly convertsLetters?: boolean
}

/**
 * Reads a file by what it is, whatever its name says.
 * @throws ProblemError of `documents`, and nothing else, whatever the bytes are: `is...` and `old...` for files of other
 * kinds, `wordTooLarge`, `brokenWord`, the limits of packages, `oldEncoding` for old letters without consent,
 * `unknownLetters`, `onlyPictures`, `onlyEmbedded`.
 */
export async function readDocument(bytes: Uint8Array, reading: Reading = {}): Promise<ReadDocument> {
  const { limits = wordLimits, convertsLetters = false } = reading
  if (bytes.length > limits.bytes) throw tooLarge(limits)
  const kind = kindOf(bytes)
  const refusal = refusals[kind]
  if (refusal) throw new ProblemError(refusal())
  const isText = textKinds.has(kind)
  const document = converted(isText ? readText(bytes, limits) : await readWord(bytes, limits))
  const lines = document.map((line) => ({ ...line, text: plainSigns(line.text) }))
  const notes = placed(lines)
  if (!convertsLetters) refuseOldLetters(lines)
  if (lines.every(({ text }) => text.trim() === '') && notes.length > 0) throw new ProblemError(emptyProblem(lines))
  return { kind: isText ? 'text' : 'word', text: lines.map(({ text }) => text).join('\n'), notes }
}

function tooLarge({ bytes, paragraphs }: WordLimits): ProblemError {
  return new ProblemError(wordProblem.wordTooLarge({ megabytes: bytes / 1_000_000, paragraphs }))
}

/** A zip that is no package is left to the reader of Word files, which knows what is wrong with it. */
const refusals: Readonly<Partial<Record<FileKind, () => Problem>>> = {
  excel: wordProblem.isExcel,
  oldExcel: wordProblem.isExcel,
  powerPoint: wordProblem.isPowerPoint,
  oldPowerPoint: wordProblem.isPowerPoint,
  excelBinary: wordProblem.isExcel,
  excelXml: wordProblem.isExcel,
  openSheet: wordProblem.isOpenDocument,
  openText: wordProblem.isOpenDocument,
  openDocument: wordProblem.isOpenDocument,
  iWork: wordProblem.isPages,
  archive: wordProblem.isArchive,
  oldWord: wordProblem.oldWord,
  oldOffice: wordProblem.oldOffice,
  mail: wordProblem.isMail,
  locked: wordProblem.lockedWord,
  pdf: wordProblem.isPdf,
  picture: wordProblem.isPicture,
  rtf: wordProblem.isRtf,
  html: wordProblem.isHtml,
  mht: wordProblem.isMht,
  wordXml: wordProblem.isWordXml,
  xml: wordProblem.isXml,
}

/** Lines in old letters made Unicode, each told by its own words; where they fit either way, by the lines around it. */
function converted(lines: readonly Line[]): Line[] {
  const guesses = lines.map(({ text, isPlain }) => (isPlain ? 'open' : lettersOf(text)))
  const before = nearest(guesses)
  const after = nearest(guesses.toReversed()).toReversed()
  return lines.map((line, index) => {
    const own = guesses[index]
    const around = own === 'open' && !line.isPlain ? (before[index] ?? after[index]) : own
    const letters = around === 'unicode' || around === 'open' ? undefined : around
    if (!letters || (own === 'open' && !fits(line.text, letters))) return line
    const notes = [...line.notes, { kind: 'converted-letters' as const, text: letters }]
    return { ...line, text: fromOldLetters(line.text, letters), notes }
  })
}

type LineLetters = ReturnType<typeof lettersOf>

/** For each line the letters of the last one before it whose words could tell. */
function nearest(letters: readonly LineLetters[]): (OldLetters | 'unicode' | undefined)[] {
  let last: OldLetters | 'unicode' | undefined
  return letters.map((each) => {
    if (each !== 'open') last = each
    return last
  })
}

function placed(lines: readonly Line[]): ReadNote[] {
  const notes: ReadNote[] = []
  const latest = new Map<string, number>()
  lines.forEach((line, index) => {
    for (const { kind, text } of line.notes) {
      const words = plainSigns(text)
      const open = latest.get(`${kind} ${words}`) ?? -1
      const note = notes[open]
      if (note && note.endLine >= index) notes[open] = { ...note, endLine: index + 1 }
      else {
        latest.set(`${kind} ${words}`, notes.length)
        notes.push({ kind, text: words, line: index + 1, endLine: index + 1 })
      }
    }
  })
  return notes
}

/** @throws ProblemError `documents.oldEncoding` with the number of lines and the first, unless the reader agreed. */
function refuseOldLetters(lines: readonly Line[]): void {
  const old = lines.flatMap(({ text, notes }, index) =>
    notes
      .filter(({ kind }) => kind === 'converted-letters')
      .map((note) => ({ text, line: index + 1, letters: note.text })),
  )
  const [first] = old
  if (!first) return
  const encoding = [...new Set(old.map(({ letters }) => letters))].join(', ')
  const count = new Set(old.map(({ line }) => line)).size
  const text = first.text.slice(0, 100)
  throw new ProblemError(wordProblem.oldEncoding({ encoding, count, line: first.line, text }))
}

function emptyProblem(lines: readonly Line[]): Problem {
  const isPicture = lines.some(({ notes }) => notes.some(({ kind }) => kind === 'unread-picture'))
  return isPicture ? wordProblem.onlyPictures() : wordProblem.onlyEmbedded()
}
