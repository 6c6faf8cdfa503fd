/** The refs of a tree: the numbers on the way to each node, each ref once. */
import { expect, test } from 'vitest'
import { wordsOf } from '../lines/spans.rules.ts'
import type { Node, NodeStyle } from './nodes.model.ts'
import { giveRefs } from './refs.rules.ts'

type Twig = readonly [style: NodeStyle, label: string, ...children: Twig[]]

function grow([style, label, ...children]: Twig, parent: Node | null = null): Node {
  const own: Node = {
    ...{ style, label, parent, kind: 'section', children: [], pieces: [], row: null },
    path: style === 'level' ? label.split('.').map(Number) : /^\d+$/.test(label) ? [Number(label)] : [],
    ...{ ref: '', confidence: 1, words: wordsOf([]), opener: null },
  }
  own.children.push(...children.map((child) => grow(child, own)))
  return own
}

function refsOf(twigs: readonly Twig[]): string[] {
  const tops = twigs.map((twig) => grow(twig))
  giveRefs(tops)
  const all = (nodes: readonly Node[]): string[] => nodes.flatMap(({ ref, children }) => [ref, ...all(children)])
  return all(tops)
}

const cases: readonly (readonly [string, Twig, readonly string[]])[] = [
  [
    'the numbers on the way',
    ['roman', 'II', ['decimal', '1', ['letter', 'a', ['dash', '']]]],
    ['II', 'II.1', 'II.1.a', 'II.1.a.1'],
  ],
  [
    'dashes, pluses and paragraphs count together',
    ['roman', 'I', ['paragraph', ''], ['dash', ''], ['bullet', ''], ['plus', '']],
    ['I', 'I.1', 'I.2', 'I.3', 'I.4'],
  ],
  [
    'beside numbered points theirs begin with 0',
    ['roman', 'V', ['paragraph', ''], ['decimal', '1'], ['decimal', '2'], ['dash', '']],
    ['V', 'V.01', 'V.1', 'V.2', 'V.02'],
  ],
  ['letters are no digits', ['roman', 'V', ['paragraph', ''], ['letter', 'a']], ['V', 'V.1', 'V.a']],
  [
    'a point of more places leaves out the number it stands under',
    ['roman', 'I', ['decimal', '2', ['level', '2.3', ['level', '2.3.1']]]],
    ['I', 'I.2', 'I.2.3', 'I.2.3.1'],
  ],
  ['and keeps it where its section is missing', ['roman', 'I', ['level', '2.3']], ['I', 'I.2.3']],
  ['or is another', ['decimal', '1', ['level', '2.3']], ['1', '1.2.3']],
  [
    'rows by their label, else by their place',
    ['roman', 'I', ['row', 'A'], ['row', ''], ['row', '']],
    ['I', 'I.A', 'I.2', 'I.3'],
  ],
]
test.each(cases)('%s', (_, twig, refs) => {
  expect(refsOf([twig])).toEqual(refs)
})

test('what is said twice is told apart', () => {
  expect(
    refsOf([
      ['roman', 'I', ['decimal', '1'], ['decimal', '1'], ['decimal', '1']],
      ['roman', 'I'],
    ]),
  ).toEqual([...['I', 'I.1', 'I.1-2', 'I.1-3'], 'I-2'])
})

test('each ref is there once, whatever a broken document numbers how', () => {
  const labels = ['1', '1', '1-2', '1-2', '1', '2', '1-2-2', '01', '1-3']
  for (let shift = 0; shift < labels.length; shift++) {
    const turned = [...labels.slice(shift), ...labels.slice(0, shift)]
    const points = turned.map((label): Twig => ['decimal', label, ['paragraph', ''], ['level', '1.1']])
    const refs = refsOf([...points, ['paragraph', ''], ...points])
    expect(new Set(refs).size).toBe(refs.length)
    expect(refs).toHaveLength(labels.length * 6 + 1)
  }
})
