/** What a section's grid shows: what was typed as it was typed, what bounds it from other sections, and what is found elsewhere. */
import { expect, test } from 'vitest'
import type { FormRow } from '../forms/forms.model.ts'
import type { Cell, SubmissionView } from '../submissions/submissions.model.ts'
import { entryOf, gridProps } from './grid-contents.rules.ts'

const words = (vi: string) => ({ vi, en: `${vi} (en)` })
const row = (measure: string, section: string, given: Partial<FormRow> = {}): FormRow => ({
  ...{ section, measure, category: 'total', name: words(measure), part: null, disjoint: true },
  ...{ explanation: words('Ai'), unit: words('đồng'), unitCode: 'people', kind: 'count', clock: 'year' },
  ...{ atMost: null, highest: null, required: true },
  ...given,
})
const cell = (measure: string, entry: string, amount: number | null, language: 'vi' | 'en' = 'vi'): Cell => ({
  ...{ measure, category: 'total', entry, language, amount, note: 'sổ', version: 2, editor: 'Lan' },
  editedAt: new Date(0),
})
const view = {
  round: { year: 2026 },
  submission: { unitCode: '00004' },
  may: { fill: true, review: false },
  rows: [
    row('learners', 'one', { atMost: 'people' }),
    row('spent', 'one', { kind: 'money' }),
    row('people', 'two'),
    row('unrelated', 'two'),
  ],
  rules: [
    { parts: ['learners'], relation: '<=', whole: 'people' },
    { parts: ['unrelated'], relation: '<=', whole: 'people' },
  ],
  cells: [cell('learners', '1.234', 1234), cell('people', '2,000', 2000, 'en')],
  previous: [{ id: 'v1', measure: 'learners', category: 'total', amount: 0, isSample: false }],
  recorded: [{ id: 'v2', measure: 'spent', category: 'total' }],
  facts: [
    { measure: 'spent', amount: 7, words: { vi: 'Theo sổ: {amount}', en: 'On record: {amount}' }, href: '/list' },
  ],
  findings: [
    { measure: 'people', category: 'total', severity: 'error', code: 'negative', params: {} },
    { measure: 'learners', category: 'total', severity: 'error', code: 'negative', params: {} },
    { measure: 'unrelated', category: 'total', severity: 'missing', code: 'missing', params: {} },
    { measure: 'people', category: 'total', severity: 'warning', code: 'jump', params: {} },
  ],
} as unknown as SubmissionView
const hrefOf = (id: string) => `/v/${id}`
const props = gridProps({ view, section: 'one', language: 'vi', hrefOf })

test('rows are the section’s own; what they are compared with comes along from outside', () => {
  expect(props.rows.map(({ key }) => key)).toEqual(['learners', 'spent'])
  expect(props.outside.map(({ row: { measure }, entry }) => [measure, entry])).toEqual([['people', '2.000']])
  expect(props.rules.map(({ parts }) => parts)).toEqual([['learners']])
  expect(Object.keys(props.names)).toEqual(['learners', 'spent', 'people'])
})

test('of other sections only what keeps the form back is counted', () => {
  expect(props.elsewhere).toEqual({ errors: 1, missing: 1 })
})

test('last year’s nothing is a figure, not a gap; links lead only where there is a value', () => {
  const [learners, spent] = props.rows
  expect([learners?.previous, learners?.previousHref, learners?.recordedHref]).toEqual([0, '/v/v1', null])
  expect([spent?.previous, spent?.previousHref, spent?.recordedHref]).toEqual([null, null, '/v/v2'])
})

test('money says in what it is counted', () => {
  expect(props.rows.map(({ about }) => about)).toEqual(['Ai', 'Đồng · Ai'])
})

test('what came back in a form stands over what is stored, which it was', () => {
  const entries = new Map([['learners', { entry: 'x', note: 'y' }]])
  const conflicts = new Map([['spent', { entry: '5', note: '', version: 3, editor: 'Lan' }]])
  const [learners, spent] = gridProps({ view, section: 'one', language: 'vi', entries, conflicts, hrefOf }).rows
  expect(learners?.cell).toEqual({ entry: 'x', note: 'y', version: 2 })
  expect(learners?.was).toEqual({ entry: '1.234', note: 'sổ' })
  expect(spent?.cell).toMatchObject({ entry: '', version: 0, conflict: { entry: '5' } })
})

test.each([
  ['nothing', undefined, 'vi', ''],
  ['a figure in its own language', cell('x', '1.234', 1234), 'vi', '1.234'],
  ['a figure in the other language', cell('x', '1.234', 1234), 'en', '1,234'],
  ['decimals in the other language', cell('x', '0,125', 0.125), 'en', '0.125'],
  ['a word in the other language, which stays', cell('x', 'khoảng 5', null), 'en', 'khoảng 5'],
] as const)('%s is shown', (_, stored, language, shown) => {
  expect(entryOf(stored, language)).toBe(shown)
})

test('what a module knows of a measure stands beside its cell, and the cell stays as it is', () => {
  const [learners, spent] = props.rows
  expect([learners?.fact, spent?.fact]).toEqual([null, { text: 'Theo sổ: 7', href: '/list' }])
  expect(spent?.cell.entry).toBe('')
})
