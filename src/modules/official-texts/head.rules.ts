/** The facts of a document's head and foot: number, date, issuer, title, period, signatory, recipients, appendices. */

import type { DraftDocument, Fact } from './draft.model.ts'
import { isCapitals, type Line, lineOf, spaced } from './lines/lines.rules.ts'
import { markOf } from './lines/marks.rules.ts'
import { placeOf, trimmed, type Words, wordsOf } from './lines/spans.rules.ts'
import type { Node } from './outline/nodes.model.ts'
import { joinLines, splitCells, type Zones } from './outline/zones.rules.ts'
import { dateIn } from './phrases/calendar.rules.ts'
import { periodIn } from './phrases/years.rules.ts'

type Facts = Pick<
  DraftDocument,
  'number' | 'symbol' | 'issuedOn' | 'place' | 'issuer' | 'title' | 'period' | 'signatory' | 'recipients' | 'appendices'
>

export function readHead(zones: Zones, nodes: readonly Node[]): Facts {
  const head = withoutMotto(zones.head.flatMap(splitCells).flatMap(splitMotto))
  const attached = zones.appendices.flatMap((lines) => lines.slice(0, 8)).filter(isAttachment)
  const cover = [...zones.title, ...attached].filter(isAttachment)
  const symbol = symbolIn(head, 0.98) ?? symbolIn(cover, 0.9)
  const number = symbol && { ...symbol, value: /^\d+/.exec(symbol.value)?.[0] ?? symbol.value }
  return {
    number,
    symbol,
    issuedOn: dateOf(zones.head, 0.95) ?? dateOf(cover, 0.9),
    place: placeIn(head),
    issuer: issuerOf(head, cover, zones.after),
    title: titleOf(zones),
    period: periodOf(zones),
    signatory: signatoryOf(zones.after) ?? signatoryOf(head),
    recipients: recipientsOf(zones.after),
    appendices: appendicesOf(nodes),
  }
}

function isAttachment(line: Line): boolean {
  return /^\(? ?(?:ban hanh )?kem theo\b/.test(line.flat)
}

function fact<T>(value: T, line: Line, text: string, confidence: number): Fact<T> {
  return { value, line: line.number, endLine: line.number, text, confidence }
}

/** Some files keep one space between issuer and motto, number and place. */
function splitMotto(line: Line): Line[] {
  const at = line.flat.slice(0, 300).search(sideBySide)
  return at <= 0 ? [line] : [line.text.slice(0, at), line.text.slice(at)].map((text) => lineOf(text, line.number))
}

const sideBySide =
  /(?<=\p{L}[. ]+)(?:cong hoa xa hoi chu nghia viet nam|dang cong san viet nam|doc lap ?[-–] ?tu do)|(?<=^so:? ?\d{1,6} ?\/ ?[^\s,]+ )\p{L}[\p{L} .-]{1,40}, ?ngay\b/u

const symbolPattern = /\bso:? ?(\d{1,6}) ?(\/ ?[\p{L}\d][\p{L}\d&-]*(?: ?\/ ?[\p{L}\d&-]+)?|-\p{L}+\/[\p{L}&-]+)?/u

function symbolIn(lines: readonly Line[], confidence: number): Fact<string> | null {
  for (const line of lines) {
    const match = symbolPattern.exec(line.flat)
    if (!match || (!match[2] && !/^so\b/.test(line.flat))) continue
    const text = line.text.slice(match.index, match.index + match[0].length)
    const value = text.replace(/^.*?(?=\d)/u, '').replace(/\s/g, '')
    return fact(value, line, text, match[2] ? confidence : 0.5)
  }
  return null
}

function dateOf(lines: readonly Line[], confidence: number): Fact<string> | null {
  for (const line of lines) {
    const date = dateIn(line.flat)
    if (date) return fact(date.value, line, line.text.slice(date.from, date.to), confidence)
  }
  return null
}

function placeIn(lines: readonly Line[]): Fact<string> | null {
  for (const line of lines) {
    const match = /^([\p{L}][\p{L} .-]{1,40}), ?ngay\b/u.exec(line.flat)
    if (match?.[1]) return fact(line.text.slice(0, match[1].length), line, line.text.slice(0, match[1].length), 0.95)
  }
  return null
}

/** The motto may be set in two lines: "CỘNG HÒA XÃ HỘI" over "CHỦ NGHĨA VIỆT NAM". */
function withoutMotto(head: readonly Line[]): Line[] {
  return head.filter(({ flat }, index) => {
    const [before, after] = [head[index - 1]?.flat ?? '', head[index + 1]?.flat ?? '']
    const isFirst = isHalf(flat, after) || isHalf(flat, head[index + 2]?.flat ?? '')
    const isSecond = isHalf(before, flat) || isHalf(head[index - 2]?.flat ?? '', flat)
    return !isFirst && !isSecond
  })
}

const wholeMottos = ['cong hoa xa hoi chu nghia viet nam', 'dang cong san viet nam', 'doc lap - tu do - hanh phuc']

function isHalf(first: string, second: string): boolean {
  const isPart = first.length > 3 && second.length > 3
  return isPart && wholeMottos.some((whole) => [`${first} ${second}`, `${first}${second}`].includes(whole))
}

const motto = /^(?:cong hoa xa hoi chu nghia viet nam|dang cong san viet nam|doc lap|tu do|hanh phuc|socialist)/
const placeAndDate = /^\p{L}[\p{L} .-]{1,40}, ?ngay\b/u

const typeWord = /^(?:so|ke hoach|chuong trinh|de an|quyet dinh)(?: ?:|$| so\b| hanh dong)/

/** The capitals at the top that are not the motto; else who the appendix or the signature names. */
function issuerOf(head: readonly Line[], cover: readonly Line[], after: readonly Line[]): Fact<string> | null {
  const own = topLines(head)
  const last = own.at(-1)
  if (last) return fact(joinLines(own), last, last.text, 0.9)
  for (const line of cover) {
    const match = /\bcua ([^)]+)/.exec(line.flat)
    const date = /\bngay\b/.exec(line.flat)
    if (!match || (date && date.index > match.index)) continue
    const text = line.text.slice(match.index + 4, match.index + match[0].length).trim()
    return fact(text, line, text, 0.9)
  }
  const signed = after.find((line) => /^t\/?m\.? ?\S/.test(line.flat))
  if (!signed) return null
  const text = signed.text.replace(/^.{1,3}\.\s?|^T\/?M\.?\s?/u, '')
  return fact(text, signed, text, 0.7)
}

/** The lines in capitals that a head begins with; the motto, place and date may stand between them. */
function topLines(head: readonly Line[]): Line[] {
  const lines = head.filter(({ flat }) => !motto.test(flat) && !placeAndDate.test(flat))
  const end = lines.findIndex((line) => !isCapitals(line.text) || typeWord.test(line.flat))
  return lines.slice(0, end < 0 ? lines.length : end).slice(0, 3)
}

/** The lines of the title, with that of the type where both stand on one. */
function titleLines({ type, title }: Zones): Line[] {
  const own = title.filter((line) => !isAttachment(line)).slice(0, 6)
  return [...(type && !type.isAlone ? [type.line] : []), ...own]
}

function titleOf(zones: Zones): Fact<string> | null {
  const lines = titleLines(zones)
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return null
  const text = joinLines(lines)
  return { value: text, line: first.number, endLine: last.number, text, confidence: text.length > 600 ? 0.4 : 0.95 }
}

/** The years in the title, else in the preamble; "năm 2026" alone in a title is a plan for one year. */
function periodOf(zones: Zones): DraftDocument['period'] {
  const title = readingOf(titleLines(zones))
  const period = periodFact(title, 0.95)
  if (period) return period
  const [year, ...more] = [...title.flat.slice(0, 3000).matchAll(/\b(?:den )?nam (20\d\d)\b/g)]
  if (year) {
    // "6 tháng cuối năm 2026 và năm 2027"
    const last =
      more.find(({ index }) => /^(?: va|,) $/.test(title.flat.slice(year.index + year[0].length, index))) ?? year
    const span = { from: year.index, to: last.index + last[0].length }
    const value = { from: Number(year[1]), to: Math.max(Number(year[1]), Number(last[1])) }
    return { value, ...placeOf(title, span, /^den/.test(year[0]) ? 0.5 : 0.9) }
  }
  for (const line of zones.preamble) {
    const named = periodFact(readingOf([line]), 0.6)
    if (named) return named
  }
  return null
}

function periodFact(words: Words, confidence: number): DraftDocument['period'] {
  const period = periodIn(words.flat.slice(0, 3000))
  if (!period) return null
  const span = trimmed(words.text, { from: period.start, to: period.end })
  return { value: { from: period.from, to: period.to }, ...placeOf(words, span, confidence) }
}

function readingOf(lines: readonly Line[]): Words {
  return wordsOf(lines.map(({ number, text }) => ({ line: number, text: spaced(text) })))
}

const onBehalf = /^(?:t\/?m|kt|tl|tuq|q)\b\.? ?\S/
const post =
  /^(?:pho |quyen )?(?:chu tich|giam doc|truong ban|bi thu|truong phong|cuc truong|vien truong|hieu truong|tong giam doc|chanh van phong|thu truong|bo truong|thu tuong)/

/** On whose behalf, the post, then the name: the last line that is two to five words, each with a capital. */
function signatoryOf(after: readonly Line[]): DraftDocument['signatory'] {
  const from = after.findIndex((line) => onBehalf.test(line.flat) || (post.test(line.flat) && isCapitals(line.text)))
  if (from < 0) return null
  const lines = after.slice(from).filter((line) => !/^[-–+•*]/.test(line.text))
  const name = lines.find((line) => isPersonName(line.text))
  if (!name) return null
  const posts = lines.filter((line) => post.test(line.flat) && line.number <= name.number)
  const authority = lines.filter((line) => onBehalf.test(line.flat)).map(({ text }) => text)
  const value = { name: name.text, position: posts.at(-1)?.text ?? null, authority }
  return { ...fact(value, name, name.text, posts.length > 0 ? 0.9 : 0.7) }
}

/** Two to five words with a capital each, none of them only capitals. */
export function isPersonName(text: string): boolean {
  const words = text.replace(/^(?:(?:TS|ThS|PGS|GS|BS|CN)\.?\s?)+/u, '').split(' ')
  return (
    words.length >= 2 && words.length <= 5 && words.every((word) => /^(?:\p{Lu}|\p{Lu}[’']?\p{L}?\p{Ll}+)$/u.test(word))
  )
}

function recipientsOf(after: readonly Line[]): Fact<string>[] {
  const start = after.findIndex((line) => /^noi nhan\b/.test(line.flat))
  if (start < 0) return []
  return after.slice(start).flatMap((line, index) => {
    const text = index === 0 ? line.text.replace(/^[^:]*:?\s*/u, '') : line.text
    const mark = markOf({ ...line, text })
    if (!mark || mark.path.length > 0) return []
    const name = mark.rest.replace(/[;.,]+$/, '')
    return name === '' ? [] : [fact(name, line, name, 0.95)]
  })
}

function appendicesOf(nodes: readonly Node[]): DraftDocument['appendices'] {
  return nodes.flatMap((node) => {
    if (node.style !== 'appendix') return []
    const [first, ...rest] = node.pieces
    const title = rest.map(({ text }) => text).join(' ') || null
    const text = first?.text ?? ''
    const line = first?.line ?? 1
    return [{ value: { ref: node.ref, title }, line, endLine: line, text, confidence: title ? 0.95 : 0.7 }]
  })
}
