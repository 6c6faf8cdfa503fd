/**
 * Finds the clauses of a plan in the text of its signed document, by the grammar of such documents: parts I. II., sections 1. 2.,
 * letters a) b) c) d) đ), lines that begin with a dash or a plus, plain paragraphs, and the rows of the appendix.
 */
import { fold } from '#kernel/text.ts'
import type { Clause } from '../model.ts'
import { clauseBook, type Structured } from './structure/rules.ts'

export interface FoundText {
  readonly ref: string
  /** Where it begins in the file, from 1. */
  readonly line: number
  readonly text: string
}

export interface Reading {
  readonly texts: readonly FoundText[]
  /** Lines that no clause took: the head, the recipients, the signature, and whatever the plan does not know. */
  readonly untaken: readonly { readonly line: number; readonly text: string }[]
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
/** Vietnamese lists count so; f, j, w and z are no letters of it. */
const letters = [...'abcdđeghiklmnopqrstuvxy']

const partLine = /^([IVX]+)\s*[.)]\s+(\S.*)$/
const sectionLine = /^(\d{1,2})\s*[.)]\s+(\S.*)$/
/** Scans put a dash before a letter: "- a) Xóa mù chữ". */
const letterLine = /^(?:[-–—+•]\s*)?(\p{Ll})\s*\)\s*(\S.*)$/u
const dashLine = /^[-–—+•]\s*(\S.*)$/
const appendixLine = /^phụ lục\b/iu
const rowLine = /^(\d{1,2})\s*[\t|]\s*(\S.*)$/
const recipientsLine = /^nơi nhận\s*:/iu
const preambleLine = /^căn cứ\s/iu

/** Reads lines one after the other, always knowing in which clause it stands. */
interface Cursor {
  readonly book: ReturnType<typeof clauseBook>
  /** Preamble until the first part, body until the recipients, then the appendix. */
  place: 'preamble' | 'body' | 'after' | 'appendix'
  part: string | undefined
  section: string | undefined
  letter: string | undefined
  sections: number
  letters: number
  /** The clause that took the last line: a line that begins in lower case goes on with it. */
  last: string | undefined
}

/** The texts of a plan's clauses; a statement has the text of the dash or paragraph that holds it. */
export function readPlanText(text: string, clauses: readonly Structured[]): Reading {
  const book = clauseBook(clauses)
  const cursor: Cursor = {
    book,
    place: 'preamble',
    part: undefined,
    section: undefined,
    letter: undefined,
    sections: 0,
    letters: 0,
    last: undefined,
  }
  const untaken: { line: number; text: string }[] = []
  for (const [index, raw] of text
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = raw.replace(/[^\S\t]+/g, ' ').trim()
    if (line && !takeLine(cursor, line, index + 1)) untaken.push({ line: index + 1, text: line })
  }
  book.fillStatements()
  return { texts: book.texts(), untaken }
}

function takeLine(cursor: Cursor, line: string, number: number): boolean {
  if (recipientsLine.test(line)) {
    cursor.place = 'after'
    cursor.last = undefined
    return false
  }
  if (appendixLine.test(line) && cursor.place !== 'preamble') return openAppendix(cursor, line, number)
  switch (cursor.place) {
    case 'preamble':
      return takePart(cursor, line, number) || takePreamble(cursor, line, number)
    case 'body':
      return takeBody(cursor, line, number)
    case 'appendix':
      return takeRow(cursor, line, number)
    case 'after':
      return false
  }
}

function keep(cursor: Cursor, ref: string | undefined, number: number, text: string): boolean {
  if (!ref) return false
  cursor.book.put(ref, number, text)
  cursor.last = ref
  return true
}

/** The legal bases stand before the first part; what follows on new lines belongs to them. */
function takePreamble(cursor: Cursor, line: string, number: number): boolean {
  if (cursor.last) return goOn(cursor, line)
  return preambleLine.test(line) && keep(cursor, cursor.book.next(null, ['paragraph']), number, line)
}

function takePart(cursor: Cursor, line: string, number: number): boolean {
  const [, roman = '', title = ''] = partLine.exec(line) ?? []
  const ref = cursor.book.nth(null, 'part', romans.indexOf(roman))
  if (!ref || !keep(cursor, ref, number, title)) return false
  Object.assign(cursor, { place: 'body', part: ref, section: undefined, letter: undefined, sections: 0, letters: 0 })
  return true
}

function takeBody(cursor: Cursor, line: string, number: number): boolean {
  return (
    takePart(cursor, line, number) ||
    takeSection(cursor, line, number) ||
    takeLetter(cursor, line, number) ||
    takeDash(cursor, line, number) ||
    (/^\p{Ll}/u.test(line) && goOn(cursor, line)) ||
    takeParagraph(cursor, line, number)
  )
}

/** Only the next number opens a section: "2025." at the start of a broken line does not. */
function takeSection(cursor: Cursor, line: string, number: number): boolean {
  const [, digits, title = ''] = sectionLine.exec(line) ?? []
  if (Number(digits) !== cursor.sections + 1) return false
  const ref = cursor.book.nth(cursor.part, 'section', cursor.sections)
  if (!keep(cursor, ref, number, title)) return false
  Object.assign(cursor, { section: ref, letter: undefined, sections: cursor.sections + 1, letters: 0 })
  return true
}

function takeLetter(cursor: Cursor, line: string, number: number): boolean {
  const [, letter, title = ''] = letterLine.exec(line) ?? []
  if (!letter || letter !== letters[cursor.letters]) return false
  const ref = cursor.book.nth(cursor.section ?? cursor.part, 'letter', cursor.letters)
  if (!keep(cursor, ref, number, title)) return false
  Object.assign(cursor, { letter: ref, letters: cursor.letters + 1 })
  return true
}

function takeDash(cursor: Cursor, line: string, number: number): boolean {
  const [, words = ''] = dashLine.exec(line) ?? []
  return words !== '' && keep(cursor, cursor.book.next(home(cursor), ['dash', 'paragraph']), number, words)
}

/** A plain paragraph belongs where it stands, or, after the last section, to the part as its closing words. */
function takeParagraph(cursor: Cursor, line: string, number: number): boolean {
  const { book, part, section, sections } = cursor
  const isLastSection = book.nth(part, 'section', sections) === undefined
  const ref =
    book.next(home(cursor), ['paragraph', 'dash']) ??
    book.next(section, ['paragraph']) ??
    (isLastSection ? book.next(part, ['paragraph']) : undefined)
  return keep(cursor, ref, number, line)
}

function home(cursor: Cursor): string | undefined {
  return cursor.letter ?? cursor.section ?? cursor.part
}

function goOn(cursor: Cursor, line: string): boolean {
  if (!cursor.last) return false
  cursor.book.add(cursor.last, line)
  return true
}

/** The appendix is the last part of the plan; its title may follow on the next line. */
function openAppendix(cursor: Cursor, line: string, number: number): boolean {
  const ref = cursor.book.lastPart()
  if (!ref || cursor.place === 'appendix') return false
  Object.assign(cursor, { place: 'appendix', part: ref, section: undefined, letter: undefined, sections: 0 })
  return keep(cursor, ref, number, line)
}

function takeRow(cursor: Cursor, line: string, number: number): boolean {
  const [, digits, cells = ''] = rowLine.exec(line) ?? []
  if (Number(digits) === cursor.sections + 1) {
    const ref = cursor.book.nth(cursor.part, 'section', cursor.sections)
    cursor.sections += 1
    return keep(cursor, ref, number, cells.split(/\s*[\t|]\s*/).join('\n'))
  }
  // Capitals after "Phụ lục" are its title, said once.
  const isTitle = cursor.last === cursor.part && line === line.toUpperCase()
  return isTitle && goOn(cursor, line)
}

/** Whether the text is the plan at all: at least half of the parts found bear their names. */
export function isThePlan(reading: Reading, clauses: readonly Pick<Clause, 'ref' | 'kind' | 'title'>[]): boolean {
  const parts = clauses.filter((clause) => clause.kind === 'part')
  const named = parts.filter((part) => {
    const found = reading.texts.find((text) => text.ref === part.ref)
    return found !== undefined && sharesWords(found.text, part.title.vi)
  })
  return named.length * 2 >= parts.length && named.length > 0
}

/** Half of the words of a short title, told without tones. */
function sharesWords(text: string, title: string): boolean {
  const said = new Set(fold(text).split(' '))
  const words = fold(title).split(' ')
  return words.filter((word) => said.has(word)).length * 2 >= words.length
}
