/** Which forms go where, and which figures add up. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Checked, readEntry } from '../submissions/submissions.rules.ts'
import type { NamedUnit } from './form-moves.model.ts'
import { carriedCells, dueAfter, type OldForm, partsOf, takersOf } from './form-moves.rules.ts'

const unit = (code: string): NamedUnit => ({ id: code, code, kind: 'commune', name: `Xã ${code}` })
const step = (from: string, to: string, part: 'full' | 'partial' = 'full') => ({ from: unit(from), to: unit(to), part })
const change = (ended: string[], opened: string[], passings: ReturnType<typeof step>[]) => ({
  ended: ended.map(unit),
  opened: opened.map(unit),
  passings,
})

describe('those that took over', () => {
  test.each([
    ['one took all', change(['A'], ['C'], [step('A', 'C')]), ['C whole']],
    ['two took parts', change(['A'], [], [step('A', 'B', 'partial'), step('A', 'C', 'partial')]), ['B part', 'C part']],
    ['one took the only part there was', change(['A'], [], [step('A', 'B', 'partial')]), ['B part']],
    ['one behind another that ended too', change(['A', 'B'], ['C'], [step('A', 'B'), step('B', 'C')]), ['C whole']],
    ['nobody', change(['A'], [], []), []],
  ])('%s', (_, decision, texts) => {
    const takers = takersOf(decision, unit('A')).map(
      (taker) => `${taker.unit.code} ${taker.isWhole ? 'whole' : 'part'}`,
    )
    expect(takers).toEqual(texts)
  })
})

describe('the parts of a unit', () => {
  test.each([
    ['are those it was made of', change(['A', 'B'], ['C'], [step('A', 'C'), step('B', 'C')]), ['A', 'B']],
    ['are none where it stood before', change(['A'], [], [step('A', 'C')]), undefined],
    [
      'are none where a piece of another came too',
      change(['A'], ['C'], [step('A', 'C'), step('B', 'C', 'partial')]),
      undefined,
    ],
    ['are none where nothing is known', change([], ['C'], []), undefined],
  ])('%s', (_, decision, parts) => {
    expect(partsOf(decision, unit('C'))?.map((part) => part.code)).toEqual(parts)
  })
})

const row = (measure: string, kind: Checked['kind'] = 'count', unitCode = 'person'): Checked => ({
  measure,
  category: 'total',
  kind,
  unitCode,
  atMost: null,
  highest: 5,
  required: true,
})
const form = (code: string, cells: Record<string, string>): OldForm => ({
  unit: unit(code),
  cells: Object.entries(cells).map(([measure, entry]) => {
    return { measure, category: 'total', entry, language: 'vi' as const, note: code === 'N' ? 'đếm lại' : '' }
  }),
})
const on = '2026-11-02'

describe('figures', () => {
  test('of several add up where all have them, with what each had; levels and shares do not', () => {
    const rows = [
      row('people'),
      row('money', 'money'),
      row('level', 'level'),
      row('share', 'count', 'percent'),
      row('gap'),
    ]
    const forms = [
      form('A', { people: '1.200', money: '2.500', level: '2', share: '40', gap: '7' }),
      form('N', { people: '34', money: '0', level: '2', share: '60' }),
    ]
    expect(carriedCells(rows, forms, on)).toEqual([
      {
        ...{ measure: 'people', category: 'total', entry: '1.234', language: 'vi', amount: 1234 },
        note: 'Cộng từ biểu của các đơn vị cũ: Xã A: 1.200; Xã N: 34. Xã N: đếm lại',
      },
      {
        ...{ measure: 'money', category: 'total', entry: '2.500', language: 'vi', amount: 2500 },
        note: 'Cộng từ biểu của các đơn vị cũ: Xã A: 2.500; Xã N: 0. Xã N: đếm lại',
      },
    ])
  })

  test('of one are taken as they stand, whatever they are', () => {
    const cells = carriedCells([row('level', 'level'), row('people')], [form('N', { level: '2', people: 'mười' })], on)
    expect(cells.map(({ entry, amount, note }) => [entry, amount, note])).toEqual([
      ['2', 2, 'đếm lại Theo biểu của Xã N, trước ngày 02/11/2026.'],
      ['mười', null, 'đếm lại Theo biểu của Xã N, trước ngày 02/11/2026.'],
    ])
  })

  test('are what their text reads as, and the sum of the parts', () => {
    const amounts = fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: 2, maxLength: 9 })
    fc.assert(
      fc.property(amounts, (parts) => {
        const forms = parts.map((part, index) => form(String(index), { people: String(part) }))
        const [cell] = carriedCells([row('people')], forms, on)
        expect(cell?.amount).toBe(parts.reduce((sum, part) => sum + part, 0))
        expect(readEntry(row('people'), cell?.entry ?? '', 'vi').amount).toBe(cell?.amount)
      }),
    )
  })
})

test('a form opened late has two weeks', () => {
  expect(dueAfter({ dueOn: '2026-11-30' }, '2026-11-30')).toBe('2026-11-30')
  expect(dueAfter({ dueOn: '2026-11-30' }, '2026-12-20')).toBe('2027-01-03')
})
