/** Faults of scanning and typing, each offered with what it should perhaps be; nothing is put right in silence. */
import { decomposed } from '#kernel/text.ts'
import type { Doubt, DraftDocument } from './draft.model.ts'
import { flatten, type Line, spaced } from './lines/lines.rules.ts'
import { lineAt, type Words } from './lines/spans.rules.ts'
import type { Node, Noticed } from './outline/nodes.model.ts'
import { givenNames, phrases, surnames } from './scan-faults.model.ts'

/** Faults in the words of the clauses. */
export function faultsIn(nodes: readonly Node[]): Doubt[] {
  const isUsuallyCapital = mostBeginCapital(nodes)
  return nodes.flatMap((node) => {
    const { words } = node
    return [
      ...misreadWords(node, words),
      ...unbalanced(node, words),
      ...(isUsuallyCapital ? smallStart(node, words) : []),
      ...brokenLetters(node, words),
    ]
  })
}

export function doubtsOf(noticed: readonly Noticed[]): Doubt[] {
  return noticed.map(({ kind, line, node, text, suggestion, confidence }) => ({
    kind,
    line,
    ref: node?.ref ?? null,
    text,
    suggestion,
    confidence,
  }))
}

/** Numbers alone on a line are those of pages, or of a scanner. */
export function pageMarks(lines: readonly Line[]): Doubt[] {
  return lines.map(({ number, text }) => ({
    kind: 'page-mark',
    line: number,
    ref: null,
    text,
    suggestion: '',
    confidence: /^\d{4}$/.test(text) ? 0.6 : 0.9,
  }))
}

function doubt(
  node: Node,
  words: Words,
  kind: Doubt['kind'],
  at: { from: number; to: number },
  suggestion: string | null,
  confidence: number,
): Doubt {
  return {
    kind,
    line: lineAt(words, at.from),
    ref: node.ref,
    text: words.text.slice(at.from, at.to),
    suggestion,
    confidence,
  }
}

/** Phrases that plans are full of, by their letters without marks. */
const byFlat = new Map(phrases.map((phrase) => [flatten(phrase), phrase]))
const phrasePattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${[...byFlat.keys()].join('|')})(?![\p{L}\p{N}])`, 'gu')
/** "Phần đầu" is also the first part of something: it is the fault only where an aim follows. */
const aimAfter =
  /^ (?:den (?:het |cuoi )?nam|(?:tren |it nhat |toi thieu |dat |co |khoang )?\d|hoan thanh|dat|tro thanh|xay dung|100)/

function misreadWords(node: Node, words: Words): Doubt[] {
  return [...words.flat.matchAll(phrasePattern)].flatMap((match) => {
    const phrase = byFlat.get(match[0])
    const at = { from: match.index, to: match.index + match[0].length }
    const written = words.text.slice(at.from, at.to)
    if (!phrase || written.toLowerCase() === phrase || marksOf(written.toLowerCase()) === marksOf(phrase)) return []
    if (match[0] === 'phan dau' && !aimAfter.test(words.flat.slice(at.to, at.to + 40))) return []
    return [doubt(node, words, 'misread-word', at, likeCase(phrase, written), written === match[0] ? 0.7 : 0.9)]
  })
}

/** The letters and marks of a word whatever letter the tone is set on: `hóa` and `hoá` are one. */
function marksOf(text: string): string {
  return decomposed(text)
    .split(' ')
    .map((syllable) => [syllable.replace(/\p{M}/gu, ''), ...(syllable.match(/\p{M}/gu) ?? []).sort()].join(''))
    .join(' ')
}

function likeCase(phrase: string, written: string): string {
  if (written === written.toUpperCase()) return phrase.toUpperCase()
  return /^\p{Lu}/u.test(written) ? phrase.charAt(0).toUpperCase() + phrase.slice(1) : phrase
}

/** Quotation marks and brackets that are opened and not closed, or the other way round. */
function unbalanced(node: Node, words: Words): Doubt[] {
  const cells = node.row ? node.row.row.cells.map(({ text }) => text) : [words.text]
  let from = 0
  return cells.flatMap((cell) => {
    const start = Math.max(from, words.text.indexOf(cell, from))
    from = start + cell.length
    const own = { from: start, to: Math.min(words.text.length, start + cell.length) }
    const doubts: Doubt[] = []
    if (count(cell, '“') > count(cell, '”')) doubts.push(doubt(node, words, 'missing-quote', own, `${cell}”`, 0.9))
    else if (count(cell, '“') < count(cell, '”')) doubts.push(doubt(node, words, 'missing-quote', own, `“${cell}`, 0.8))
    else if (count(cell, '"') % 2 === 1) doubts.push(doubt(node, words, 'missing-quote', own, null, 0.8))
    const [opened, closed] = [count(cell, '('), count(cell.replace(/(^|[\s;,])[\p{L}\d]\)/gu, ''), ')')]
    if (opened > closed) doubts.push(doubt(node, words, 'missing-bracket', own, `${cell})`, 0.8))
    else if (opened < closed) doubts.push(doubt(node, words, 'missing-bracket', own, `(${cell}`, 0.7))
    return doubts
  })
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}

/** Attachment lines stand in brackets of their own. */
export function openBrackets(lines: readonly Line[]): Doubt[] {
  return lines.flatMap((line) => {
    const text = spaced(line.text)
    const [opened, closed] = [count(text, '('), count(text, ')')]
    if (opened === closed || !/kem theo/.test(line.flat)) return []
    const suggestion = opened < closed ? `(${text}` : `${text})`
    return [{ kind: 'missing-bracket', line: line.number, ref: null, text, suggestion, confidence: 0.8 }]
  })
}

function startsSmallPoint(node: Node): boolean {
  return /^\p{Ll}/u.test(node.pieces[0]?.text ?? '')
}

/** Lists "a) mở lớp; b) cấp sách" begin small on purpose: only where nearly all begin with a capital is a small one a fault. */
function mostBeginCapital(nodes: readonly Node[]): boolean {
  const points = nodes.filter(({ style }) => style !== 'preamble' && style !== 'row')
  return points.filter(startsSmallPoint).length * 10 <= points.length
}

function smallStart(node: Node, words: Words): Doubt[] {
  if (node.style === 'preamble' || node.style === 'row' || !startsSmallPoint(node)) return []
  const first = /^\S+/.exec(words.text)?.[0] ?? ''
  const suggestion = first.charAt(0).toUpperCase() + first.slice(1)
  return [doubt(node, words, 'lower-case-start', { from: 0, to: first.length }, suggestion, 0.85)]
}

/** Signs that a wrong encoding leaves: UTF-8 read as Latin, whose control signs are spaces by now, or letters that could not be read at all. */
const broken = /\uFFFD|Ã[¡-¿]|á[º»].?|Æ[°¡]|Ä[‘\s]/

function brokenLetters(node: Node, words: Words): Doubt[] {
  const match = broken.exec(words.text)
  if (!match) return []
  return [doubt(node, words, 'broken-encoding', { from: match.index, to: match.index + match[0].length }, null, 0.9)]
}

/** Names of persons: a surname nobody has, or one name written in two ways. */
export function faultsInNames(document: Pick<DraftDocument, 'signatory' | 'recipients'>): Doubt[] {
  const signed = document.signatory
  const inRecipients = document.recipients.flatMap(({ text, line }) => {
    const name = /((?:\p{Lu}\p{Ll}+ ){1,4}\p{Lu}\p{Ll}+)$/u.exec(text)?.[1]
    const own = name ? lastName(name) : null
    return own ? [{ line, name: own }] : []
  })
  const names = [...(signed ? [{ line: signed.line, name: signed.value.name }] : []), ...inRecipients]
  const strange = names.flatMap(({ line, name }) => {
    const better = knownSurname(name)
    return better ? [nameDoubt(line, name, better, 0.8)] : []
  })
  const differing = inRecipients.flatMap(({ line, name }) => {
    const other = signed?.value.name ?? ''
    return flatten(name) === flatten(other) && name !== other ? [nameDoubt(line, name, other, 0.8)] : []
  })
  const lineNumbers = new Set(differing.map(({ line }) => line))
  return [...strange.filter(({ line }) => !lineNumbers.has(line)), ...differing]
}

function nameDoubt(line: number, text: string, suggestion: string, confidence: number): Doubt {
  return { kind: 'misread-name', line, ref: null, text, suggestion, confidence }
}

/** The person in "Phó Chủ tịch Nguyễn Văn An": the last two to four words that begin with a surname, known or nearly. */
function lastName(words: string): string | null {
  const parts = words.split(' ')
  for (let from = Math.max(0, parts.length - 4); from <= parts.length - 2; from++) {
    const own = parts.slice(from)
    const isMiddle = givenNames.has(own[1] ?? '') || own.length === 2
    if (surnamesByFlat.has(flatten(own[0] ?? '')) && isMiddle) return own.join(' ')
  }
  return null
}

const surnamesByFlat = Map.groupBy(surnames, (name) => flatten(name))

/** The name with a surname that exists and differs only in its marks; null where it exists, or none is near. */
function knownSurname(name: string): string | null {
  const [first = '', ...rest] = name.split(' ')
  const near = surnamesByFlat.get(flatten(first)) ?? []
  if (near.length === 0 || near.some((known) => marksOf(known) === marksOf(first))) return null
  return [near[0], ...rest].join(' ')
}
