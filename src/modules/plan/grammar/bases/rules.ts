/** The legal bases in the preamble of a plan: type, number, date, issuer and subject of each document it names. */
import { dateIn } from '../deadlines/rules.ts'
import type { Doubt, DraftLegalBasis } from '../model.ts'
import type { Node } from '../outline/model.ts'
import { placeOf, type Span, trimmed, type Words } from '../spans/rules.ts'

const types =
  'hien phap|bo luat|luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|chi thi|thong tu lien tich|thong tu|cong van|ke hoach|chuong trinh|thong bao|ket luan|huong dan|cong dien|cong uoc|de an|to trinh|van ban|bao cao'
/** Where a document begins: its type with a capital, after "Căn cứ" or a sign that ends the one before. */
const start = new RegExp(
  String.raw`(?:^|[;,.:]\s|\bcan cu(?: cac| vao)?:? |\bthuc hien |\btrien khai |\btheo(?: tinh than)? |\btai |\bva |\bxet(?: de nghi)?(?: cua [^;]{0,120}?tai)? )(${types})(?![\p{L}])`,
  'gu',
)
const numbered = /\bso:? ?(\d{1,6}[\p{L}\d/&.-]*\p{L}[\p{L}\d/&.-]*|\d{1,6}\b)/u
/** The words with which the preamble ends: who issues this plan. */
const ending =
  /[,.;] ?(?:nay, ?)?(?:uy ban nhan dan|ubnd|so|hoi dong|truong|ban|thanh uy|tinh uy|hoi|lien doan) [^,.;“"]{0,120}?\b(?:ban hanh|xay dung) (?:ke hoach|chuong trinh|de an)/

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
    return isCapital ? [{ from, to: from + type.length }] : []
  })
  const own = starts.filter((each, index) => index === 0 || isDocument(words, each, starts[index + 1]?.from ?? end))
  const found = own.map((each, index) => basisOf(node, words, each, own[index + 1]?.from ?? end))
  const doubts = found
    .filter(({ confidence }) => confidence < 0.7)
    .map(
      ({ line, text }): Doubt => ({
        kind: 'unsure-basis',
        line,
        ref: node.ref,
        text,
        suggestion: null,
        confidence: 0.6,
      }),
    )
  return { legalBases: found, doubts }
}

function endOfBases(words: Words): number {
  const tail = Math.max(0, words.flat.length - 800)
  const match = ending.exec(words.flat.slice(tail))
  return match ? tail + match.index : words.flat.length
}

/** "Kế hoạch" within the title of another document is no document of its own: it has neither number nor date. */
function isDocument(words: Words, { from, to }: Span, end: number): boolean {
  const flat = words.flat.slice(to, Math.min(end, to + 160))
  return isLaw(words, { from, to }) || (numbered.exec(flat)?.index ?? 99) < 12 || (dateIn(flat)?.from ?? 99) < 60
}

function isLaw(words: Words, { from, to }: Span): boolean {
  return /^(?:hien phap|bo luat|luat|phap lenh)/.test(words.flat.slice(from, to))
}

function basisOf(node: Node, words: Words, type: Span, limit: number): DraftLegalBasis {
  const span = wholeBasis(words, type, limit)
  const flat = words.flat.slice(span.from, span.to)
  const number = numbered.exec(flat)
  const isNear = number !== null && number.index < 200
  const date = dateIn(flat)
  const isDated = date !== null && (!number || date.from < number.index + 80)
  const issuer = issuerIn(
    words.text.slice(span.from, span.to),
    isDated ? date.to : isNear ? number.index + number[0].length : 0,
  )
  const at = Math.max(
    issuer?.to ?? 0,
    isDated ? date.to : 0,
    isNear ? number.index + number[0].length : 0,
    type.to - type.from,
  )
  const nameStart = type.to - type.from
  const nameEnd = Math.min(isNear ? number.index : Infinity, isDated ? date.from : Infinity)
  const subject =
    (isLaw(words, type) &&
      nameEnd < Infinity &&
      subjectFrom(words, { from: span.from, to: span.from + nameEnd }, nameStart)) ||
    subjectFrom(words, span, at)
  const slice = ({ from, to }: Span) => words.text.slice(span.from + from, span.from + to)
  return {
    ref: node.ref,
    type: words.text.slice(type.from, type.to),
    number: isNear ? slice(numberSpan(number)).replace(/[.,]$/, '') : null,
    issuedOn: isDated ? date.value : null,
    issuer: issuer ? slice(issuer) : null,
    subject: subject ? words.text.slice(subject.from, subject.to) : null,
    ...placeOf(words, span, isNear && isDated ? 0.95 : isNear || isDated ? 0.75 : 0.5),
  }
}

/** Up to the semicolon or the next basis, without the word that leads to that one. */
function wholeBasis(words: Words, type: Span, limit: number): Span {
  const semicolon = words.flat.indexOf(';', type.to)
  const end = semicolon >= 0 && semicolon < limit ? semicolon : limit
  const { from, to } = trimmed(words.text, { from: type.from, to: end }, ',.;')
  const own = words.flat.slice(from, to).replace(/[,;.]? ?(?:can cu|va|thuc hien|trien khai|theo)$/, '')
  return { from, to: from + own.length }
}

function numberSpan(match: RegExpExecArray): Span {
  const from = match.index + match[0].length - (match[1]?.length ?? 0)
  return { from, to: match.index + match[0].length }
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
