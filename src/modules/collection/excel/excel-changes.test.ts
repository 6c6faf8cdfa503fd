/** What an upload does to a stored cell: nothing good is replaced by nothing or by something bad. */
import { describe, expect, test } from 'vitest'
import type { FormRow } from '../forms/forms.model.ts'
import type { Cell } from '../submissions/submissions.model.ts'
import type { ExcelCell } from './excel.model.ts'
import { conflictOf, intendedOf } from './excel-changes.rules.ts'

const empty = { vi: '', en: '' }
const row: FormRow = {
  ...{ section: 'x', measure: 'learners', category: 'total', name: { vi: 'Người học', en: 'Learners' }, part: null },
  ...{ disjoint: true, explanation: empty, unit: empty, unitCode: 'people', kind: 'count', clock: 'year' },
  ...{ atMost: null, highest: null, required: true },
}
const cell = (given: Partial<ExcelCell>): ExcelCell => ({
  ...{ row, language: 'vi', address: 'G6', place: { row: 6, column: 7 }, noteAddress: 'H6', entry: '', note: '' },
  version: 3,
  ...given,
})
const stored = (entry: string, amount: number | null, note = ''): Cell => ({
  ...{ measure: 'learners', category: 'total', entry, language: 'vi', amount, note, version: 4, editor: 'Lan' },
  editedAt: new Date(0),
})
const wrong = { vi: 'Không phải là số.', en: 'No number.' }

describe('what is saved', () => {
  test.each<[string, Partial<ExcelCell>, Cell | undefined, unknown]>([
    ['a figure into an empty cell', { entry: '12' }, undefined, { entry: '12', version: 0 }],
    ['a figure over a figure, at the version of the file', { entry: '12' }, stored('11', 11), { version: 3 }],
    ['a word into an empty cell', { entry: 'ba', wrong }, undefined, { entry: 'ba', version: 0 }],
    ['a word over a word', { entry: 'ba', wrong }, stored('hai', null), { entry: 'ba' }],
    ['a new note alone, with what stands', { note: 'mới' }, stored('11', 11, 'cũ'), { entry: '11', note: 'mới' }],
    ['a note with a bad figure, which is not', { entry: 'ba', wrong, note: 'n' }, stored('11', 11), { entry: '11' }],
  ])('%s', (_, given, before, change) => {
    expect(intendedOf(cell(given), before)).toMatchObject({ change: change as object })
  })
})

describe('what is not', () => {
  test.each<[string, Partial<ExcelCell>, Cell | undefined, boolean]>([
    ['nothing over nothing', {}, undefined, false],
    ['nothing over a figure: that is left', {}, stored('11', 11), true],
    ['nothing over a word: that is left', {}, stored('hai', null), true],
    ['a word over a figure', { entry: 'ba', wrong }, stored('11', 11), false],
    ['a fault without a text', { wrong }, undefined, false],
    ['the note that stands already', { note: 'cũ' }, stored('11', 11, 'cũ'), true],
    ['a row in doubt, its note neither', { entry: '12', note: 'n', wrong, isDoubtful: true }, undefined, false],
  ])('%s', (_, given, before, isLeft) => {
    const intended = intendedOf(cell(given), before)
    expect([intended.change, intended.isLeft]).toEqual([undefined, isLeft])
  })

  test('an empty note never takes a stored one away', () => {
    expect(intendedOf(cell({ entry: '12' }), stored('11', 11, 'cũ')).change?.note).toBeUndefined()
  })
})

describe('what is told', () => {
  const told = (given: Partial<ExcelCell>, before?: Cell) =>
    intendedOf(cell(given), before).problems.map(({ address, words }) => `${address} ${words.vi}`)

  test('the figure and the note each at its own address', () => {
    expect(told({ wrong, noteWrong: { vi: 'Ghi chú dài.', en: 'Long note.' } })).toEqual([
      expect.stringMatching(/^G6 Không phải là số\. ./),
      'H6 Ghi chú dài.',
    ])
  })

  test('a figure that stays is named; of a row in doubt nothing is said to be kept', () => {
    expect(told({ entry: 'ba', wrong }, stored('1.234', 1234))[0]).toContain('(1.234)')
    expect(told({ entry: 'ba', wrong, isDoubtful: true }, stored('11', 11))).toEqual(['G6 Không phải là số.'])
  })

  test('a conflict by who typed what, with signs as they were typed', () => {
    const { words, name } = conflictOf(cell({}), { editor: 'Lan {entry}', entry: '25' })
    expect(words.vi).toContain('Lan {entry}')
    expect(words.en).toContain('25')
    expect(name.vi).toBe('Người học')
  })
})
