/** Where a numbered line belongs among the open headings, and whether its number can be the next one. */
import { describe, expect, test } from 'vitest'
import { lineOf } from '../lines/lines.rules.ts'
import { markOf } from '../lines/marks.rules.ts'
import { wordsOf } from '../lines/spans.rules.ts'
import type { Node } from './nodes.model.ts'
import { fitOf } from './outline-order.rules.ts'

/** Places each line after those before it: `parent verdict`, `-` at the top; `none` for a line that cannot stand there. */
function placed(lines: readonly string[]): string[] {
  const top: Node[] = []
  let open: readonly Node[] = []
  return lines.map((text) => {
    const mark = markOf(lineOf(text, 1))
    if (!mark) throw new Error(`no number: ${text}`)
    const fit = fitOf(mark, open, top)
    if (!fit) return 'none'
    const { style, path, label } = mark
    const node: Node = {
      ...{ style, path, label, parent: fit.parent, kind: 'section', children: [], pieces: [], row: null },
      ...{ ref: '', confidence: 1, words: wordsOf([]), opener: null },
    }
    ;(fit.parent ? fit.parent.children : top).push(node)
    open = [...open.slice(0, fit.parent ? open.indexOf(fit.parent) + 1 : 0), node]
    return `${fit.parent ? fit.parent.label || fit.parent.style : '-'} ${fit.verdict}`
  })
}

describe('which heading a line goes under', () => {
  test.each([
    [
      ['I. X', '1. X', '1.1. X', 'a) X', '- X', '+ X', '2. X', 'II. X'],
      ['- next', 'I next', '1 next', '1.1 next', 'a next', 'dash next', 'I next', '- next'],
    ],
    [
      ['PHẦN THỨ NHẤT', 'I. X', 'PHẦN THỨ HAI', 'I. X'],
      ['- next', 'P1 next', '- next', 'P2 next'],
    ],
    [
      ['Chương I', 'Mục 1. X', 'Điều 1. X', '1. X'],
      ['- next', 'C1 next', 'M1 next', 'Đ1 next'],
    ],
    // Which of A. and I., of * and - came first is outside.
    [
      ['A. X', 'I. X', 'II. X', 'B. X', 'I. X'],
      ['- next', 'A next', 'A next', '- next', 'B next'],
    ],
    [
      ['I. X', 'A. X', 'B. X', 'II. X'],
      ['- next', 'I next', 'I next', '- next'],
    ],
    [
      ['1. X', '* X', '- X', '* X'],
      ['- next', '1 next', 'bullet next', '1 next'],
    ],
    [
      ['1. X', '- X', '* X', '- X'],
      ['- next', '1 next', 'dash next', '1 next'],
    ],
    // Numbers of more places are deeper.
    [
      ['1. X', '1.1. X', '1.1.1. X', '1.2. X'],
      ['- next', '1 next', '1.1 next', '1 next'],
    ],
  ])('%j', (lines, places) => {
    expect(placed(lines)).toEqual(places)
  })
})

test.each([
  [['1. X', '2. X'], 'next'],
  [['1. X', '3. X'], 'skipped'],
  [['1. X', '5. X'], 'skipped'],
  // So far no list jumps: the line is a sentence that begins with a figure.
  [['1. X', '6. X'], null],
  [['4. X'], 'skipped'],
  [['5. X'], null],
  [['2. X', '2. X'], 'repeated'],
  [['1. X', '2. X', '1. X'], 'repeated'],
  [['1. X', '2. X', '3. X', '2. X'], null],
  [['c) X', 'd) X', 'đ) X'], 'next'],
  [['c) X', 'd) X', 'e) X'], 'next'],
  [['d) X', 'e) X', 'g) X'], 'next'],
  [['c) X', 'e) X'], 'skipped'],
  [['I. X', 'III. X'], 'skipped'],
  [['Điều 7. X'], 'next'],
  [['Điều 1. X', 'Điều 9. X'], 'skipped'],
  [['Điều 9. X', 'Điều 3. X'], null],
  [['1.1. X', '1.2. X'], 'next'],
  [['1.1. X', '1.3. X'], 'skipped'],
  [['1.1. X', '1.5. X'], 'skipped'],
  [['1.1. X', '1.6. X'], null],
  [['1.2. X', '1.1. X'], null],
  [['1.2. X', '1.2. X'], 'repeated'],
  // A section whose own heading is missing begins with its first point.
  [['1.2. X', '2.1. X'], 'next'],
  [['1.2. X', '2.2. X'], 'skipped'],
  [['3.4. X'], 'next'],
  [['3.5. X'], null],
])('the number of the last of %j: %s', (lines, verdict) => {
  expect(placed(lines).at(-1)?.split(' ').at(-1)).toBe(verdict ?? 'none')
})
