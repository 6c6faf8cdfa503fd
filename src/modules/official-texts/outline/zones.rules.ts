/** The zones of an official document, in their order: head, title, preamble, body, recipients and signature, appendices (Nghị định 30/2020/NĐ-CP, annexe I). */

import type { DocumentType } from '../draft.model.ts'
import { flatten, isCapitals, type Line, lineOf, spaced } from '../lines/lines.rules.ts'
import { markOf } from '../lines/marks.rules.ts'

export interface Zones {
  readonly type: { readonly value: DocumentType; readonly line: Line; readonly isAlone: boolean } | null
  /** Everything above the title, with the name of the type: issuer, number, place and date. */
  readonly head: readonly Line[]
  readonly title: readonly Line[]
  readonly preamble: readonly Line[]
  readonly body: readonly Line[]
  readonly after: readonly Line[]
  readonly appendices: readonly (readonly Line[])[]
  readonly pageMarks: readonly Line[]
}

const typeNames: readonly (readonly [string, DocumentType])[] = [
  ['ke hoach', 'plan'],
  ['chuong trinh', 'programme'],
  ['de an', 'scheme'],
  ['quyet dinh', 'decision'],
  ['chi thi', 'directive'],
  ['nghi quyet', 'resolution'],
  ['bao cao', 'report'],
  ['thong bao', 'notice'],
  ['cong van', 'letter'],
  ['to trinh', 'submission'],
  ['giay moi', 'invitation'],
  ['hop dong', 'contract'],
  ['bien ban', 'minutes'],
  ['nghi dinh', 'decree'],
  ['thong tu', 'circular'],
  ['luat', 'law'],
]
const planTypes: readonly DocumentType[] = ['plan', 'programme', 'scheme']

/** Far below this no document still has its head. */
const longestHead = 120

const pageMark = /^(?:trang )?[-–—~ ]{0,6}\d{1,6}(?: ?[-–/] ?\d{1,4})?[-–—~ ]{0,6}$/
const drawnLine = /^[-–—_=*~.─━¯‾\s\t|]+$/
const recipientsStart = /^noi nhan\b/
const signStart = /^(?:t\/?m|kt|tl|tuq|q)\. ?(?=\S)/
const appendixStart = /^phu luc\b/
const onlyAppendix = /^phu luc(?: (?:so )?[ivx\d]{1,4})?[.:]?$/
const basisStart = /^(?:[-–+•*] ?)?can cu\b/
const otherPreamble = /^(?:[-–+•*] ?)?(?:thuc hien|trien khai|theo|xet|de|nham|tiep tuc|xuat phat)\b/

/** Parts the lines of a source into its zones; empty and drawn lines are in none. */
export function zonesOf(lines: readonly Line[]): Zones {
  const written = lines.filter((line) => line.text !== '' && !drawnLine.test(line.text))
  const pageMarks = written.filter((line) => pageMark.test(line.flat))
  const unmarked = written.filter((line) => !pageMark.test(line.flat))
  const type = findType(unmarked)
  const typeAt = type ? unmarked.indexOf(type.line) : -1
  const bodyAt = unmarked.findIndex((line, index) => index > typeAt && opensBody(line))
  const from = bodyAt < 0 ? unmarked.length : bodyAt
  const endAt = indexFrom(unmarked, from, endsBody)
  const appendixAt = indexFrom(unmarked, from, (line, index) => opensAppendix(line, index > endAt))
  const front = unmarked.slice(typeAt + 1, from)
  const preambleAt = front.findIndex((line) => opensPreamble(line))
  const titleEnd = preambleAt < 0 ? (type ? front.length : 0) : preambleAt
  return {
    type,
    head: [...unmarked.slice(0, typeAt + 1), ...(type ? [] : front.slice(0, titleEnd))],
    title: type ? front.slice(0, titleEnd) : [],
    preamble: preambleAt < 0 ? basesAbove(unmarked.slice(0, typeAt + 1)) : front.slice(preambleAt),
    body: unmarked.slice(from, Math.min(endAt, appendixAt)),
    after: endAt < appendixAt ? unmarked.slice(endAt, appendixAt).flatMap(splitCells) : [],
    appendices: splitAppendices(unmarked.slice(appendixAt)),
    pageMarks,
  }
}

/** A plan that a decision issues has its legal bases in the decision. */
function basesAbove(cover: readonly Line[]): Line[] {
  return cover.filter((line) => basisStart.test(line.flat))
}

function indexFrom(lines: readonly Line[], from: number, matches: (line: Line, index: number) => boolean): number {
  const count = lines.findIndex((line, index) => index >= from && matches(line, index))
  return count < 0 ? lines.length : count
}

/** Layout tables, or runs of spaces, put two columns side by side: each cell is a line there. */
export function splitCells(line: Line): Line[] {
  if (line.columns[0] === line.text) return [line]
  return line.columns.filter((cell) => cell !== '').map((cell) => lineOf(cell, line.number))
}

/** The name of the type on its own line; a plan that a decision issues begins anew under the decision. */
function findType(lines: readonly Line[]): Zones['type'] {
  const first = typeAmong(lines, 0)
  if (!first || planTypes.includes(first.value)) return first
  const from = lines.indexOf(first.line)
  const signedAt = indexFrom(lines, from, endsBody)
  const isIssued = lines.slice(from, signedAt).some(({ flat }) => issuesPlan.test(flat))
  const own = lines.findIndex((line, index) => {
    if (index <= from || !planTypes.includes(typeOf(line)?.value ?? 'letter')) return false
    const isAttached = lines.slice(index + 1, index + 8).some(({ flat }) => /^\(?(?:ban hanh )?kem theo\b/.test(flat))
    return isAttached || (isIssued && index > signedAt)
  })
  return own < 0 ? first : typeAmong(lines, own)
}

/** What the first article of such a decision says. */
const issuesPlan = /^dieu 1\b.{0,40}\b(?:ban hanh|phe duyet)\b.{0,60}\b(?:ke hoach|chuong trinh|de an)\b/

function typeAmong(lines: readonly Line[], from: number): Zones['type'] {
  for (const line of lines.slice(from, from + longestHead)) {
    const type = typeOf(line)
    if (type) return { ...type, line }
  }
  return null
}

function typeOf(line: Line): { value: DocumentType; isAlone: boolean } | null {
  for (const cell of line.cells) {
    if (cell.length > 300) continue
    // Some set the name with a space between its letters.
    const isSpaced = /^(?:\p{L} )+\p{L}$/u.test(cell.slice(0, 40))
    const flat = flatten(isSpaced ? cell.replaceAll(' ', '') : cell)
    const type = typeNames.find(([name]) => startsWithName(flat, isSpaced ? name.replaceAll(' ', '') : name))
    if (!type) continue
    const isAlone = flat.length <= type[0].length + 1
    if (isAlone || isCapitals(cell)) return { value: type[1], isAlone }
  }
  return null
}

function startsWithName(flat: string, name: string): boolean {
  return flat.startsWith(name) && !/[\p{L}\p{N}]/u.test(flat.charAt(name.length))
}

/** Numbers begin with the first: a heading I., A., 1., Phần thứ nhất, Chương I, Điều 1. */
function opensBody(line: Line): boolean {
  const mark = markOf(line)
  if (!mark || mark.path.length === 0 || mark.style === 'letter') return false
  return mark.path.every((number) => number === 1) && (mark.rest !== '' || mark.style !== 'decimal')
}

function endsBody(line: Line): boolean {
  return line.columns.some((cell) => {
    const flat = flatten(cell.slice(0, 60))
    return recipientsStart.test(flat) || (signStart.test(flat) && isCapitals(cell.slice(0, 20)))
  })
}

function opensAppendix(line: Line, isAfter: boolean): boolean {
  const flat = flatten(line.text.slice(0, 200))
  if (onlyAppendix.test(flat)) return true
  if (isAfter && /^(?:danh muc|bieu|bang|tong hop)\b/.test(flat) && isCapitals(line.text)) return true
  return appendixStart.test(flat) && line.text.length <= 200 && (isAfter || isCapitals(line.text))
}

function opensPreamble(line: Line): boolean {
  if (basisStart.test(line.flat)) return true
  const end = line.flat.slice(-200)
  if (/\bnhu sau ?:?$/.test(end)) return true
  return otherPreamble.test(line.flat) && line.text.length > 60 && /\bso:? ?\d/.test(line.flat.slice(0, 500))
}

function splitAppendices(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = []
  for (const line of lines) {
    const opens = appendixStart.test(line.flat) && (onlyAppendix.test(line.flat) || isCapitals(line.text))
    const last = parts.at(-1)
    if (!last || (opens && last.length > 1)) parts.push([line])
    else last.push(line)
  }
  return parts
}

/** The words of lines joined, cells side by side. */
export function joinLines(lines: readonly Line[]): string {
  return lines.map((line) => spaced(line.text)).join(' ')
}
