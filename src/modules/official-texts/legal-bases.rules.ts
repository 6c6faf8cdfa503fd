/** The legal bases in the preamble of a plan: type, number, date, issuer and subject of each document it names. */

import type { Doubt, DraftLegalBasis } from './draft.model.ts'
import { placeOf, type Span, trimmed, type Words } from './lines/spans.rules.ts'
import type { Node } from './outline/nodes.model.ts'
import { dateIn } from './phrases/calendar.rules.ts'

const types =
  'hien phap|bo luat|luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|chi thi|thong tu lien tich|thong tu|cong van|ke hoach|chuong trinh|thong bao|ket luan|huong dan|cong dien|cong uoc|de an|to trinh|van ban|bao cao|quy che|quy dinh|thong tri|thoa thuan|bien ban|phuong an|chien luoc|nghi quyet lien tich'
/** Where a document begins: its type with a capital, after "Căn cứ" or a sign that ends the one before. */
const start = new RegExp(
  String.raw`(?:^|[;,.:]\s(?:cac )?|\bcan cu(?: cac| vao)?:? |\bthuc hien (?:cac )?|\btrien khai (?:cac )?|\btheo(?: tinh than)? (?:cac )?|\btai |\bva (?:cac )?|\bxet(?: de nghi)?(?: cua [^;]{0,120}?tai)? )(${types})(?![\p{L}])`,
  'gu',
)
const numbered = /\bso:? ?(\d{1,6}[\p{L}\d/&.-]*\p{L}[\p{L}\d/&.-]*|\d{1,6}\b)/u
/** Numbers of documents are known by their shape too: 1373/QĐ-TTg, 29-NQ/TW, 43/2019/QH14. */
const shaped = /(?<![\d/-])\d{1,6}(?:\/\d{4})?(?:\/|-)\p{L}[\p{L}\d&]*(?:[-/.][\p{L}\d&]+){0,4}/gu

/** The number of a document in a stretch: after "số", else by its shape. */
function numberIn(flat: string): { readonly from: number; readonly to: number } | null {
  const match = numbered.exec(flat)
  const [seen] = flat.matchAll(shaped)
  if (match && (!seen || match.index <= seen.index)) {
    const to = match.index + match[0].length
    return { from: to - (match[1]?.length ?? 0), to: to - (/[.,-]$/.test(match[0]) ? 1 : 0) }
  }
  return seen ? { from: seen.index, to: seen.index + seen[0].length } : null
}

/** The words with which the preamble ends: who issues this plan. */
const ending =
  /[,.;”"] ?(?:nay, ?)?(?:uy ban nhan dan|ubnd|so|hoi dong|truong|ban|thanh uy|tinh uy|hoi|lien doan) [^,.;“"]{0,120}?\b(?:ban hanh|xay dung|trien khai(?: thuc hien)?|to chuc(?: thuc hien)?|lap) (?:ke hoach|chuong trinh|de an)/

export interface FoundBases {
  readonly legalBases: readonly DraftLegalBasis[]
  readonly doubts: readonly Doubt[]
}

export function readBases(node: Node): FoundBases {
  const { words } = node
  const end = endOfBases(words)
  const starts = [...words.flat.slice(0, end).matchAll(start)].flatMap((match) => {
    const type = match[1] ?? ''
    const from = match.index + match[0].length - type.length
    const isCapital = /^\p{Lu}/u.test(words.text.charAt(from)) || !/[^\p{ASCII}]/u.test(words.text.slice(0, 200))
    return isCapital && !isAmended(words, from) && !isInTitle(words, match.index, match[0])
      ? [{ from, to: from + type.length }]
      : []
  })
  const own = starts.filter((each, index) => index === 0 || isDocument(words, each, starts[index + 1]?.from ?? end))
  const named = withMoreNumbers(words, own, end)
  const bases = named.map(({ type, ...each }, index) => basisOf(node, words, each, type, named[index + 1]?.from ?? end))
  const unread = outside(
    [...words.flat.slice(0, end).matchAll(shaped)].map(({ 0: text, index }) => ({
      from: index,
      to: index + text.length,
    })),
    bases.map(({ span }) => span),
  ).map((span) => doubtOf(node, placeOf(words, span, 1)))
  const doubts = bases
    .map(({ basis }) => basis)
    .filter(({ confidence }) => confidence < 0.7)
    .map((basis) => doubtOf(node, basis))
  return { legalBases: bases.map(({ basis }) => basis), doubts: [...doubts, ...unread] }
}

/** The stretches that begin in none of others; both in order. */
function outside(spans: readonly Span[], others: readonly Span[]): Span[] {
  let at = 0
  return spans.filter(({ from }) => {
    while ((others[at]?.to ?? Number.POSITIVE_INFINITY) <= from) at += 1
    return (others[at]?.from ?? Number.POSITIVE_INFINITY) > from
  })
}

function doubtOf({ ref }: Node, { line, text }: { readonly line: number; readonly text: string }): Doubt {
  return { kind: 'unsure-basis', line, ref, text, suggestion: null, confidence: 0.6 }
}

/** "Luật sửa đổi, bổ sung một số điều của Luật A và Luật B" is one law: those it amends belong to its name. */
function isAmended(words: Words, at: number): boolean {
  const left = words.flat.slice(Math.max(0, at - 300), at)
  const own = left.slice(left.lastIndexOf(';') + 1)
  return (
    /\bsua doi(?:, bo sung)?\b[^;]*\bcua(?: [^;\d]{0,200}(?:,| va))? (?:cac )?$/.test(own) &&
    !/\d{4}/.test(own.slice(own.search(/\bsua doi/)))
  )
}

/** "Kết luận số 49 về tiếp tục thực hiện Chỉ thị 11" is one document, and tells what it is about. */
function isInTitle({ flat }: Words, at: number, text: string): boolean {
  if (!/^(?:thuc hien|trien khai|theo)/.test(text)) return false
  const left = flat.slice(Math.max(0, at - 160), at)
  const own = left.slice(Math.max(left.lastIndexOf(';'), left.lastIndexOf(',')) + 1)
  return (
    /\d[\p{L}\d./&-]* .*\b(?:ve|v\/v)(?: viec)?(?: [^\d]*)? $/u.test(own) ||
    /\bngay .*\bve(?: viec)?(?: tiep tuc| day manh| tang cuong)? $/.test(own)
  )
}

function endOfBases(words: Words): number {
  const tail = Math.max(0, words.flat.length - 800)
  const match = ending.exec(words.flat.slice(tail))
  return match ? tail + match.index : words.flat.length
}

/** "Kế hoạch" within the title of another document is no document of its own: it has neither number nor date. */
function isDocument(words: Words, { from, to }: Span, end: number): boolean {
  const flat = words.flat.slice(to, Math.min(end, to + 160))
  // "các Quyết định của Chủ tịch UBND tỉnh số 412": who issued it may stand before the number.
  const issuer = /^ cua [^,;.\d]{3,80} (?=so:? ?\d)/.exec(flat)?.[0].length ?? 0
  return isLaw(words, { from, to }) || (numberIn(flat)?.from ?? 99) < 20 + issuer || (dateIn(flat)?.from ?? 99) < 60
}

function isLaw(words: Words, { from, to }: Span): boolean {
  return /^(?:hien phap|bo luat|luat|phap lenh)/.test(words.flat.slice(from, to))
}

function basisOf(
  node: Node,
  words: Words,
  start: Span,
  type: Span,
  limit: number,
): { basis: DraftLegalBasis; span: Span } {
  const span = wholeBasis(words, start, limit)
  const flat = words.flat.slice(span.from, span.to)
  const first = numberIn(flat)
  const number = first && first.from < 200 ? first : null
  const dated = dateIn(number ? flat : flat.slice(0, 400))
  const date = dated && (!number || dated.from < number.to + 80) ? dated : null
  const named = Math.max(date?.to ?? 0, number?.to ?? 0)
  const issuer = issuerIn(words.text.slice(span.from, span.to), named)
  const nameStart = start.to - start.from
  const at = Math.max(issuer?.to ?? 0, named, nameStart)
  const nameEnd = Math.min(number ? wordBefore(flat, number.from) : Infinity, date?.from ?? Infinity)
  const subject =
    (isLaw(words, type) &&
      nameEnd < Infinity &&
      subjectFrom(words, { from: span.from, to: span.from + nameEnd }, nameStart)) ||
    subjectFrom(words, span, at)
  const slice = ({ from, to }: Span) => words.text.slice(span.from + from, span.from + to)
  const basis = {
    ref: node.ref,
    type: words.text.slice(type.from, type.to),
    number: number ? slice(number).replace(/[.,]$/, '') : null,
    issuedOn: date ? date.value : null,
    issuer: issuer ? slice(issuer) : null,
    subject: subject ? words.text.slice(subject.from, subject.to) : null,
    ...placeOf(words, span, number && date ? 0.95 : number || date ? 0.75 : 0.5),
  }
  return { basis, span }
}

/** Where "số" before a number begins. */
function wordBefore(flat: string, at: number): number {
  return at - (/\bso:? ?$/.exec(flat.slice(Math.max(0, at - 5), at))?.[0].length ?? 0)
}

/** "các Quyết định: số 677/QĐ-TTg ngày ...; số 387/QĐ-TTg ngày ...": each number is a document of the type before it. */
function withMoreNumbers(words: Words, own: readonly Span[], end: number): (Span & { readonly type: Span })[] {
  const more = [...words.flat.slice(0, end).matchAll(anotherNumber)].map(({ 0: text, index }) => index + text.length)
  let at = 0
  return own.flatMap((type, index) => {
    const limit = own[index + 1]?.from ?? end
    const starts = [{ ...type, type }]
    while ((more[at] ?? limit) < limit) {
      const from = more[at] ?? limit
      at += 1
      const isSecond = from > type.to && numberIn(words.flat.slice(Math.max(type.to, from - 200), from)) !== null
      if (isSecond) starts.push({ from, to: from, type })
    }
    return starts
  })
}

const anotherNumber = /(?:[;,] (?:va )?| va )(?=so:? ?\d{1,6}(?:\/\d{4})?[/-]\p{L})/gu

/** Up to the semicolon or the next basis, without the word that leads to that one. */
function wholeBasis(words: Words, type: Span, limit: number): Span {
  const semicolon = words.flat.indexOf(';', type.to)
  const end = semicolon >= 0 && semicolon < limit ? semicolon : limit
  const { from, to } = trimmed(words.text, { from: type.from, to: end }, ',.;')
  const own = words.flat.slice(from, to).replace(/[,;.]? ?(?:can cu|va|thuc hien|trien khai|theo)$/, '')
  return { from, to: from + own.length }
}

const issuerEnd =
  /\s(?:về|ve|phê duyệt|phe duyet|ban hành|ban hanh|quy định|hướng dẫn|sửa đổi|giao|công bố|thực hiện|triển khai|khóa|khoá|v\/v|tại)(?!\p{L})|[,;(“"]/u

/** "của Thủ tướng Chính phủ về ...": up to the verb that says what the document does. */
function issuerIn(text: string, from: number): Span | null {
  const match = /^[\s,)]*(?:của|cua) /.exec(text.slice(from))
  if (!match) return null
  const start = from + match[0].length
  const end = issuerEnd.exec(text.slice(start))
  const to = end ? start + end.index : text.length
  return to > start && to - start < 160 ? { from: start, to } : null
}

function subjectFrom(words: Words, span: Span, at: number): Span | null {
  const lead =
    /^[\s,)]*(?:(?:ve viec|ve|v\/v)(?!\p{L}) ?)?/u.exec(words.flat.slice(span.from + at, span.to))?.[0].length ?? 0
  const subject = trimmed(words.text, { from: span.from + at + lead, to: span.to }, ',.;')
  return subject.to - subject.from > 3 ? subject : null
}
