/** Notes of the reading of a file among the doubts of its draft, each at its line. */
import { expect, test } from 'vitest'
import { readDraft } from '#modules/official-texts'
import { withNotes } from './file-doubts.rules.ts'

const draft = { ...readDraft(''), doubts: [] }
const lines = ['một', 'hai', 'ba']
type Note = Parameters<typeof withNotes>[1][number]
const note = (kind: Note['kind'], line: number, endLine: number, text = ''): Note => ({ kind, line, endLine, text })

test('converted letters say what they were and how far they reach; others the words in question, or their line', () => {
  const result = withNotes(
    draft,
    [note('unsure-target', 3, 3), note('converted-letters', 1, 2, 'TCVN3'), note('converted-letters', 2, 2, 'VNI')],
    lines,
  ).doubts
  expect(result.map(({ line, text, about }) => [line, text, about])).toEqual([
    [1, 'một', 'TCVN3: 1–2'],
    [2, 'hai', 'VNI: 2'],
    [3, 'ba', undefined],
  ])
  expect(result.every(({ confidence, suggestion }) => confidence === 1 && suggestion === null)).toBe(true)
})

test('doubts of the draft stay, those of one line in their order; a line that is not there has no words', () => {
  const once = withNotes(draft, [note('unsure-target', 2, 2, 'đầu')], lines)
  const twice = withNotes(once, [note('unsure-table', 2, 2, 'sau'), note('unsure-table', 9, 9)], lines)
  expect(twice.doubts.map(({ line, text }) => [line, text])).toEqual([
    [2, 'đầu'],
    [2, 'sau'],
    [9, ''],
  ])
  expect(once.doubts).toHaveLength(1)
})
