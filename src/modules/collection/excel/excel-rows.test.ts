/** Rows of an uploaded form: found by code, doubted where cells were moved, said once. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FormRow } from '../forms/forms.model.ts'
import type { ExcelColumn, FormSheet } from './excel.model.ts'
import { type FormKnown, isSameFigure, prefixOf, readForms, sheetRowsOf } from './excel-rows.rules.ts'

const empty = { vi: '', en: '' }
const row = (measure: string, name: string): FormRow => ({
  ...{ section: 'x', measure, category: 'total', name: { vi: name, en: `${name} (en)` }, part: null, disjoint: true },
  ...{ explanation: empty, unit: empty, unitCode: 'people', kind: 'count', clock: 'year', atMost: null },
  ...{ highest: null, required: true },
})
const rows = [row('learners', 'Người học'), row('turns', 'Lượt người học')]
const known: FormKnown = { year: 2026, rows, previous: new Map([['learners', 100]]) }

const columns: readonly ExcelColumn[] = ['code', 'name', 'last', 'now', 'note', 'version']
type Line = Partial<Record<ExcelColumn, string | number>>

/** A sheet whose headings stand in row 3 and whose lines follow. */
function form(lines: readonly Line[], name = 'Biểu', merges: FormSheet['sheet']['merges'] = []): FormSheet {
  const sheet = {
    name,
    merges,
    rows: lines.map((line, index) => ({
      number: index + 4,
      cells: columns.flatMap((key, place) => {
        const value = line[key]
        const column = place + 1
        return value === undefined
          ? []
          : [
              {
                column,
                address: `${'ABCDEF'[place]}${index + 4}`,
                value,
                kind: typeof value === 'number' ? 'number' : 'text',
              },
            ]
      }),
    })),
  }
  return {
    sheet: sheet as unknown as FormSheet['sheet'],
    language: 'vi',
    headRow: 3,
    columns: new Map(columns.map((key, place) => [key, place + 1])),
    strange: new Map(),
  }
}
const learners: Line = { code: 'learners', name: 'Người học', last: 100, now: 120, version: 1 }
const read = (...lines: Line[]) =>
  readForms([form(lines)], known).map(({ row: { measure }, entry, wrong, isDoubtful, address }) => {
    return [measure, entry, address, isDoubtful ? 'doubtful' : wrong ? 'wrong' : 'good']
  })

describe('a row', () => {
  test.each<[string, Line, string, string]>([
    ['with a figure', learners, '120', 'good'],
    ['with the name in the other language', { ...learners, name: 'Người học (en)' }, '120', 'good'],
    [
      'with the name in letters apart from their marks',
      { ...learners, name: 'Người học'.normalize('NFD') },
      '120',
      'good',
    ],
    ['with the name in capitals', { ...learners, name: ' NGƯỜI HỌC ' }, '120', 'good'],
    ['with a name that nobody has', { ...learners, name: 'Học viên' }, '120', 'good'],
    ['with the name of another row', { ...learners, name: 'Lượt người học' }, '120', 'doubtful'],
    ['without a version', { ...learners, version: undefined }, '120', 'doubtful'],
    ['with an empty version', { ...learners, version: '' }, '120', 'doubtful'],
    ['with half a version', { ...learners, version: 1.5 }, '120', 'doubtful'],
    ['with a version below nothing', { ...learners, version: -1 }, '120', 'doubtful'],
    ['of nothing yet', { ...learners, version: 0 }, '120', 'good'],
    ['pushed to the right: last year’s figure now', { ...learners, last: 7, now: 100 }, '100', 'doubtful'],
    ['that says the same as last year', { ...learners, now: 100 }, '100', 'good'],
    ['that is empty, and in doubt for nobody', { ...learners, now: undefined, version: undefined }, '', 'good'],
    ['with a word', { ...learners, now: 'khoảng 5' }, 'khoảng 5', 'wrong'],
  ])('%s', (_, line, entry, how) => {
    expect(read(line)).toEqual([['learners', entry, 'D4', how]])
  })

  test('with cells merged across its figure is in doubt', () => {
    const merges = [{ from: { row: 4, column: 4 }, to: { row: 5, column: 4 } }]
    expect(readForms([form([learners], 'Biểu', merges)], known)[0]?.wrong?.vi).toContain('D4:D5')
  })
})

describe('a row that stands twice', () => {
  test('counts once where both say the same, or one says nothing', () => {
    expect(read(learners, learners)).toEqual([['learners', '120', 'D4', 'good']])
    expect(read({ ...learners, now: undefined }, learners)).toEqual([['learners', '120', 'D5', 'good']])
  })

  test('says nothing where it says two things; both places are told', () => {
    expect(read(learners, { ...learners, now: 130 })).toEqual([['learners', '120', 'D4, D5', 'doubtful']])
  })

  test('with notes that differ is in doubt as well', () => {
    expect(read({ ...learners, note: 'a' }, { ...learners, note: 'b' })[0]?.[3]).toBe('doubtful')
  })

  test('in two sheets is told with their names', () => {
    const forms = [form([learners], 'Một'), form([{ ...learners, now: 1 }], 'Hai')]
    expect(readForms(forms, known)[0]?.address).toBe('Một!D4, Hai!D4')
    expect(prefixOf(form([]), [form([])])).toBe('')
  })
})

test('rows without a code of the form, and those of the head, are none of its', () => {
  expect(sheetRowsOf(form([{ code: 'x', now: 1 }, { now: 2 }, learners]), rows).map(({ number }) => number)).toEqual([
    6,
  ])
  expect(sheetRowsOf({ ...form([learners]), headRow: 4 }, rows)).toEqual([])
})

test('figures are the same in both directions, and nothing is the same only as nothing', () => {
  const figure = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined })
  fc.assert(fc.property(figure, figure, (a, b) => isSameFigure(a, b) === isSameFigure(b, a) && isSameFigure(a, a)))
  expect([isSameFigure(0, undefined), isSameFigure(1, 1.0000001), isSameFigure(1, 1.00001)]).toEqual([
    false,
    true,
    false,
  ])
})
