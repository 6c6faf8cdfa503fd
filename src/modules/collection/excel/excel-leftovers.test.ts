/** What of an uploaded form is not read: strange columns and rows, another last year, rows that were lost. */
import { describe, expect, test } from 'vitest'
import type { FormRow } from '../forms/forms.model.ts'
import type { ExcelColumn, FormSheet } from './excel.model.ts'
import { unreadIn } from './excel-leftovers.rules.ts'

const empty = { vi: '', en: '' }
const row = (measure: string): FormRow => ({
  ...{ section: 'x', measure, category: 'total', name: { vi: measure, en: measure }, part: null, disjoint: true },
  ...{ explanation: empty, unit: empty, unitCode: 'people', kind: 'count', clock: 'year', atMost: null },
  ...{ highest: null, required: true },
})
const columns: readonly ExcelColumn[] = ['code', 'last', 'now']
type Values = readonly (string | number | undefined)[]

function form(lines: readonly Values[], strange: readonly [number, string][] = [], name = 'Biểu'): FormSheet {
  const rows = lines.map((values, index) => ({
    number: index + 2,
    cells: values.flatMap((value, place) => {
      if (value === undefined) return []
      const kind = typeof value === 'number' ? 'number' : 'text'
      return [{ column: place + 1, address: `${'ABCDEF'[place]}${index + 2}`, value, kind }]
    }),
  }))
  return {
    sheet: { name, merges: [], rows } as unknown as FormSheet['sheet'],
    language: 'vi',
    headRow: 1,
    columns: new Map(columns.map((key, place) => [key, place + 1])),
    strange: new Map(strange),
  }
}
const known = { year: 2026, rows: [row('a'), row('b')], previous: new Map([['a', 5]]) }
const told = (...forms: FormSheet[]) => unreadIn(forms, known).map(({ address, words }) => [address, words.vi])
const whole: readonly Values[] = [
  ['a', 5, 6],
  ['b', undefined, 7],
]

test('nothing is left of a form as it was downloaded', () => {
  expect(told(form(whole))).toEqual([])
})

describe('what is left', () => {
  test('a column with a heading is named by it, one without only placed', () => {
    expect(
      told(
        form(
          [
            ['a', 5, 6, 'x'],
            ['b', undefined, 7, undefined, 'y'],
          ],
          [[4, 'Ý kiến']],
        ),
      ),
    ).toEqual([
      ['D2', expect.stringContaining('Ý kiến')],
      ['E3', expect.not.stringContaining('Ý kiến')],
    ])
  })

  test('a row with a figure is told with what was typed, other cells only with their place', () => {
    const result = told(form([...whole, ['lạ', undefined, 12], ['Người lập biểu']]))
    expect(result).toEqual([
      ['C4', expect.stringContaining('12')],
      ['A5', expect.any(String)],
    ])
  })

  test('another last year, also where there was none', () => {
    expect(
      told(
        form([
          ['a', 6, 6],
          ['b', 1, 7],
        ]),
      ),
    ).toEqual([['B2–B3', expect.stringContaining('2025')]])
    expect(
      told(
        form([
          ['a', undefined, 6],
          ['b', undefined, 7],
        ]),
      ),
    ).toEqual([['B2', expect.any(String)]])
  })

  test('rows that the file lost are counted and named, three at most', () => {
    expect(told(form([]))).toEqual([[null, expect.stringMatching(/2.*a; b/)]])
    const many = { ...known, rows: ['a', 'b', 'c', 'd'].map(row) }
    expect(unreadIn([form([])], many)[0]?.words.en).toMatch(/4.*a; b; c; …/)
  })

  test('thirty places are told, more are counted', () => {
    const strange = Array.from({ length: 33 }, (_, index): Values => [`x${index}`, undefined, index])
    const result = told(form([...whole, ...strange]))
    expect(result).toHaveLength(31)
    expect(result.at(-1)).toEqual([null, expect.stringContaining('3')])
  })

  test('in several sheets stands behind the name of its own; a row in one of them is not lost', () => {
    expect(told(form([['a', 5, 6]], [], 'Một'), form([['b', undefined, 7, 'x']], [], 'Hai'))).toEqual([
      ['Hai!D2', expect.any(String)],
    ])
  })
})
