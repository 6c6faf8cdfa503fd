/** Clauses as a tree: each under its own, in the order given. */
import { expect, test } from 'vitest'
import { type Branch, branchesOf } from './clause-tree.rules.ts'

const clause = (ref: string, parentRef: string | null) => ({
  ref,
  parentRef,
  kind: 'x',
  title: { vi: ref, en: ref },
  text: null,
})
const told = (branches: readonly Branch[]): unknown =>
  branches.map(({ clause: { ref }, children }) => [ref, told(children)])

test('children stand under their clause in the order given, also where they come before it', () => {
  const clauses = [
    clause('I.2', 'I'),
    clause('I', null),
    clause('II', null),
    clause('I.1', 'I'),
    clause('I.1.a', 'I.1'),
  ]
  expect(told(branchesOf(clauses))).toEqual([
    [
      'I',
      [
        ['I.2', []],
        ['I.1', [['I.1.a', []]]],
      ],
    ],
    ['II', []],
  ])
})

test('nothing is a tree of nothing', () => {
  expect(branchesOf([])).toEqual([])
})
