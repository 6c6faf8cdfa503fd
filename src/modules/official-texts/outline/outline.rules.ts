/** Grows the tree of a document from its lines: numbered headings by their numbers, dashes, plain paragraphs, tables, appendices and closing words. */

import { startsAgency } from '../agencies/agency-names.rules.ts'
import { asSentence } from '../agencies/capitals.rules.ts'
import { type ItemKind, preambleRef } from '../draft.model.ts'
import { isCapitals, isFinished, type Line, spaced, startsSmall } from '../lines/lines.rules.ts'
import { type Mark, type MarkStyle, markOf } from '../lines/marks.rules.ts'
import { wordsOf } from '../lines/spans.rules.ts'
import { close } from './endings.rules.ts'
import { giveOpeners } from './headings.rules.ts'
import type { Node, NodeStyle, Noticed, Outline } from './nodes.model.ts'
import { fitOf } from './outline-order.rules.ts'
import { asSibling, isBulletHeading, isPoint } from './points.rules.ts'
import { giveRefs } from './refs.rules.ts'
import { type Table, tableAt } from './tables.rules.ts'
import type { Zones } from './zones.rules.ts'

/** The tree while it grows: all nodes, those at the top, and the headings now open, outermost first. */
interface Growth {
  readonly nodes: Node[]
  readonly tops: Node[]
  readonly noticed: Noticed[]
  open: Node[]
  /** Text that was set in lines of one width, so that a capital does not begin a paragraph. */
  readonly width: number | null
  before: Line | null
}

const kinds: Readonly<Record<MarkStyle, ItemKind>> = {
  part: 'part',
  chapter: 'chapter',
  division: 'section',
  article: 'article',
  capital: 'part',
  roman: 'part',
  decimal: 'section',
  level: 'section',
  bracket: 'section',
  letter: 'letter',
  bullet: 'dash',
  dash: 'dash',
  plus: 'dash',
}

export function growOutline(zones: Zones): Outline {
  const growth: Growth = {
    nodes: [],
    tops: [],
    noticed: [],
    open: [],
    width: widthOf(zones.body),
    before: null,
  }
  if (zones.preamble.length > 0) addPreamble(growth, zones.preamble)
  takeLines(growth, zones.body)
  close(growth.nodes)
  for (const [index, appendix] of zones.appendices.entries()) takeAppendix(growth, appendix, index)
  giveRefs(growth.tops)
  giveOpeners(growth.tops)
  for (const node of growth.nodes) node.words = wordsOf(node.pieces)
  return { nodes: growth.nodes, noticed: growth.noticed }
}

/** No text set in lines is wider; a paragraph of a plan nearly always is. */
const widestLine = 130

/** The width that lines were broken at; null where each paragraph is a line, as Word gives them. */
function widthOf(lines: readonly Line[]): number | null {
  const small = lines.filter(({ text }) => startsSmall(text)).length
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => a - b)
  const isWrapped = small >= 3 && small * 12 >= lines.length && (lengths.at(-1) ?? 0) <= widestLine
  return isWrapped ? (lengths[Math.floor(lengths.length * 0.9)] ?? null) : null
}

const noWords = wordsOf([])

function add(growth: Growth, node: Omit<Node, 'children' | 'ref' | 'confidence' | 'opener' | 'words'>): Node {
  const made: Node = { ...node, children: [], ref: '', confidence: 1, opener: null, words: noWords }
  ;(node.parent ? node.parent.children : growth.tops).push(made)
  growth.nodes.push(made)
  return made
}

function plain(style: NodeStyle, kind: ItemKind, label: string, parent: Node | null) {
  return { style, kind, label, path: [], parent, row: null }
}

function pieceOf(line: Line, text = spaced(line.text)) {
  return { line: line.number, text }
}

function addPreamble(growth: Growth, lines: readonly Line[]): void {
  add(growth, { ...plain('preamble', 'paragraph', preambleRef, null), pieces: lines.map((line) => pieceOf(line)) })
}

function takeLines(growth: Growth, lines: readonly Line[]): void {
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (!line) break
    const table = tableAt(lines, at)
    if (table) takeTable(growth, table)
    else takeLine(growth, line)
    growth.before = table ? null : line
    at += table ? table.length : 1
  }
}

function takeTable(growth: Growth, table: Table): void {
  const home = growth.open.findLast((node) => !isPoint(node)) ?? null
  let group: Node | null = null
  for (const row of table.rows) {
    const isGroup = row.cells.length < 2 || (row.label !== null && /^\p{L}+$/u.test(row.label))
    const text = row.cells.map((cell) => cell.text.replaceAll('\v', ' ')).join('\t')
    const later = row.lines.slice(1).map((line) => pieceOf(line))
    const rest = later.reduce((length, piece) => length + piece.text.length + 1, 0)
    const first = { line: row.lines[0]?.number ?? 1, text: text.slice(0, text.length - rest) }
    const node = add(growth, {
      ...plain('row', 'section', row.label ?? '', isGroup ? home : (group ?? home)),
      row: { row, table },
      pieces: [first, ...later],
    })
    if (isGroup) group = node
  }
}

function takeLine(growth: Growth, line: Line): void {
  const mark = markOf(line)
  if (mark && takeMark(growth, line, mark)) return
  const last = growth.nodes.at(-1)
  if (last && goesOn(growth, line, last)) {
    continueWith(growth, line, last)
    return
  }
  growth.open = growth.open.filter((node) => !isPoint(node) || isBulletHeading(node))
  const home = growth.open.at(-1) ?? null
  add(growth, { ...plain('paragraph', 'paragraph', '', home), pieces: [pieceOf(line)] })
}

function takeMark(growth: Growth, line: Line, said: Mark): boolean {
  const mark = asSibling(said, growth.open)
  const isBroken = growth.before !== null && growth.width !== null && !isFinished(growth.before.text)
  const fit = fitOf(mark, growth.open, growth.tops)
  const isDoubtful = fit?.verdict !== 'next' || (isBroken && mark.path.length > 0)
  if (!fit || (isDoubtful && startsSmall(mark.rest)) || (isBroken && fit.verdict !== 'next')) return false
  // "3. trở lên" goes on with the line before; a point of a list may begin small only where its number is the next one.
  if (mark.style === 'decimal' && mark.rest === '') return false
  const isNested =
    fit.parent !== null && (mark.style === 'roman' || mark.style === 'capital') && fit.parent.style !== 'appendix'
  const node = add(growth, {
    style: mark.style,
    kind: isNested ? 'section' : kinds[mark.style],
    path: mark.path,
    label: mark.label,
    parent: fit.parent,
    row: null,
    pieces: [pieceOf(line, mark.rest)],
  })
  const depth = fit.parent ? growth.open.indexOf(fit.parent) + 1 : 0
  growth.open = [...growth.open.slice(0, depth), node]
  noticeMark(growth, line, mark, fit.verdict, node)
  return true
}

function noticeMark(growth: Growth, line: Line, mark: Mark, verdict: string, node: Node): void {
  const seen = { line: line.number, node, suggestion: null }
  const head = spaced(line.text).slice(0, 60)
  if (mark.doubled) {
    const suggestion = mark.doubled.replace(/^[-–—−•*·]\s?(?=\S)/, '')
    growth.noticed.push({ ...seen, kind: 'doubled-mark', text: mark.doubled, suggestion, confidence: 0.95 })
  }
  if (verdict === 'next') return
  node.confidence = 0.6
  const kind = verdict === 'skipped' ? 'skipped-number' : 'repeated-number'
  growth.noticed.push({ ...seen, kind, text: head, confidence: 0.8 })
}

/** A line that begins small goes on with the one before; so does the second line of a heading in capitals. */
function goesOn(growth: Growth, line: Line, last: Node): boolean {
  if (last.row || last.style === 'preamble') return false
  const text = spaced(line.text)
  const before = last.pieces.at(-1)?.text ?? ''
  if (before === '') return true
  if (startsSmall(text)) return true
  const isHeading = last.path.length > 0 && last.pieces.length < 4
  const isCapital = isHeading && isCapitals(before) && isCapitals(text)
  // "III. PHÂN CÔNG THỰC HIỆN", then "BAN THƯỜNG VỤ HỘI": a heading of its own.
  if (isCapital && growth.before?.number === last.pieces.at(-1)?.line)
    return !(/(?:THỰC HIỆN|PHÂN CÔNG|NHIỆM VỤ|TRÁCH NHIỆM)$/.test(before) && startsAgency(asSentence(text), 0))
  const length = growth.before?.text.length ?? 0
  return growth.width !== null && length >= growth.width * 0.75 && !isFinished(before)
}

function continueWith(growth: Growth, line: Line, last: Node): void {
  const text = spaced(line.text)
  const before = last.pieces.at(-1)?.text ?? ''
  last.pieces.push(pieceOf(line))
  if (growth.width !== null || before === '' || !startsSmall(text)) return
  growth.noticed.push({
    kind: 'broken-sentence',
    line: line.number,
    node: last,
    text: text.slice(0, 80),
    suggestion: `${before.slice(-40)} ${text.slice(0, 40)}`,
    confidence: isFinished(before) ? 0.6 : 0.9,
  })
}

function takeAppendix(growth: Growth, lines: readonly Line[], index: number): void {
  const [first, ...rest] = lines
  if (!first) return
  const root = add(growth, {
    ...plain('appendix', 'part', index === 0 ? 'PL' : `PL${index + 1}`, null),
    pieces: [pieceOf(first)],
  })
  growth.open = [root]
  let at = 0
  for (const line of rest) {
    if (!isAppendixTitle(line, at) || line.cells.length > 1) break
    if (!/^\(|kem theo/.test(line.flat)) root.pieces.push(pieceOf(line))
    at += 1
  }
  takeLines(growth, rest.slice(at))
}

/** Capitals, and the bracket that says which document it belongs to, stand above the first row. */
function isAppendixTitle(line: Line, at: number): boolean {
  return at < 6 && (isCapitals(line.text) || /^\(?(?:ban hanh )?kem theo/.test(line.flat)) && markOf(line) === null
}
