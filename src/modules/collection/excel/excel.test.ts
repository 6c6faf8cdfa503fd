/** A form as rows of a sheet: one for each row of the form, with what was typed last year and now. */
import { expect, test } from 'vitest'
import type { FormRow } from '../forms/forms.model.ts'
import type { Cell, SubmissionView } from '../submissions/submissions.model.ts'
import { excelColumns } from './excel.model.ts'
import { excelCode, excelRows, headingsOf } from './excel.rules.ts'

const words = (vi: string) => ({ vi, en: `${vi} (en)` })
const row = (measure: string, category = 'total'): FormRow => ({
  ...{ section: 'people', measure, category, name: words('Người học'), disjoint: true, explanation: words('Ai') },
  ...{ part: category === 'total' ? null : words('Nữ'), unit: words('người'), unitCode: 'people', kind: 'count' },
  ...{ clock: 'year', atMost: null, highest: null, required: true },
})
const cell = (measure: string, entry: string, amount: number | null): Cell => ({
  ...{ measure, category: 'total', entry, language: 'vi', amount, note: 'n', version: 2, editor: 'Lan' },
  editedAt: new Date(0),
})
const view = {
  sections: [{ code: 'people', name: words('Người') }],
  rows: [row('learners'), row('learners', 'sex:female'), row('turns'), { ...row('x'), section: 'gone' }],
  cells: [cell('learners', '1.234', 1234), cell('turns', 'khoảng 5', null), cell('x', '0', 0)],
  previous: [{ id: '', measure: 'learners', category: 'total', amount: 0, isSample: false }],
} as unknown as SubmissionView

test('numbers are numbers, a text that is none stays as it was typed, nothing is nothing', () => {
  expect(excelRows(view, 'vi').map(({ code, last, now, note, version }) => [code, last, now, note, version])).toEqual([
    ['learners', 0, 1234, 'n', 2],
    ['learners.sex:female', null, null, '', 0],
    ['turns', null, 'khoảng 5', 'n', 2],
    ['x', null, 0, 'n', 2],
  ])
})

test('in the reader’s language; a section that is not there is empty', () => {
  const [first, part, , strange] = excelRows(view, 'en')
  expect(first).toMatchObject({ section: 'Người (en)', name: 'Người học (en)', unit: 'người (en)' })
  expect(part?.name).toContain('nữ (en)')
  expect(strange?.section).toBe('')
})

test('every column has a heading, last year before this one, and none has that of another', () => {
  const headings = headingsOf(2026)
  expect(Object.keys(headings).sort()).toEqual([...excelColumns].sort())
  expect([headings.last.vi, headings.now.vi]).toEqual(['2025', '2026'])
  for (const language of ['vi', 'en'] as const) {
    expect(new Set(excelColumns.map((column) => headings[column][language])).size).toBe(excelColumns.length)
  }
})

test('the code of a sheet tells round, unit and form', () => {
  expect(excelCode(2026, '00004', 'xa')).toBe('HH-2026-00004-xa')
})
