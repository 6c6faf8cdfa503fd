/** Dashes, pluses and bullets: which are headings, and which are one list in two signs. */
import { expect, test } from 'vitest'
import { lineOf } from '../lines/lines.rules.ts'
import { type Mark, markOf } from '../lines/marks.rules.ts'
import { wordsOf } from '../lines/spans.rules.ts'
import type { Node, NodeStyle } from './nodes.model.ts'
import { asSibling, isBulletHeading, isPoint } from './points.rules.ts'

function markAt(text: string): Mark {
  const mark = markOf(lineOf(text, 1))
  if (!mark) throw new Error(`no mark: ${text}`)
  return mark
}

function nodeOf(text: string, children: readonly NodeStyle[] = []): Node {
  const { style, path, label, rest } = markAt(text)
  const own: Node = {
    ...{ style, path, label, parent: null, kind: 'dash', children: [], row: null, pieces: [{ line: 1, text: rest }] },
    ...{ ref: '', confidence: 1, words: wordsOf([]), opener: null },
  }
  own.children.push(...children.map((childStyle): Node => ({ ...own, style: childStyle, parent: own, children: [] })))
  return own
}

test.each([
  ['- X', true],
  ['+ X', true],
  ['• X', true],
  ['a) X', false],
  ['1. X', false],
  ['I. X', false],
])('%s has no number of its own: %s', (text, isOne) => {
  expect(isPoint(nodeOf(text))).toBe(isOne)
})

test.each([
  ['* Văn phòng Hội', [], true],
  ['* Văn phòng Hội:', ['paragraph'], true],
  ['* Văn phòng Hội', ['paragraph', 'paragraph'], true],
  ['* Văn phòng Hội', ['paragraph', 'plus'], false],
  ['* Văn phòng Hội mở lớp.', [], false],
  ['* Văn phòng Hội mở lớp;', [], false],
  ['- Văn phòng Hội', [], false],
  [`* ${'Văn phòng '.repeat(12)}`, [], true],
  [`* ${'Văn phòng '.repeat(13)}`, [], false],
] as const)('%s over %j is a heading: %s', (text, children, isOne) => {
  expect(isBulletHeading(nodeOf(text, children))).toBe(isOne)
})

/** The style a mark is read in after the lines that are open. */
const siblingOf = (text: string, open: readonly string[]) =>
  asSibling(
    markAt(text),
    open.map((own) => nodeOf(own)),
  ).style

test.each([
  // A typist who changes his sign goes on with the list.
  ['- X', ['1. A', '* Mở lớp.'], 'bullet'],
  ['* X', ['1. A', '- Mở lớp'], 'dash'],
  ['* X', ['1. A', '- Mở lớp;'], 'dash'],
  // One that heads the other is a level above it.
  ['- X', ['1. A', '* Văn phòng'], 'dash'],
  ['- X', ['1. A', '* Văn phòng:'], 'dash'],
  ['* X', ['1. A', '- Phấn đấu:'], 'bullet'],
  // Where both are open already, each goes on with its own.
  ['- X', ['- Phấn đấu:', '* Mở lớp.'], 'dash'],
  ['* X', ['* Văn phòng', '- Mở lớp.'], 'bullet'],
  ['+ X', ['1. A', '- Mở lớp.'], 'plus'],
  ['a) X', ['1. A', '- Mở lớp.'], 'letter'],
  ['- X', [], 'dash'],
] as const)('%s after %j: %s', (text, open, style) => {
  expect(siblingOf(text, open)).toBe(style)
})
