/** Grids written twice: in the document with decimals as people read them, in the workbook as numbers. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grid } from './grids.model.ts'
import { figureText, fixed, notCollected, sheetOf, tableOf } from './grids.rules.ts'

test.each([
  [0, 0, '0'],
  [0, 2, '0,00'],
  [99.5, 2, '99,50'],
  [99.995, 2, '100,00'],
  [1234.5, 0, '1.235'],
  [1_234_567, 1, '1.234.567,0'],
  [-3, 1, '-3,0'],
])('%d with %d decimals is %s', (value, decimals, text) => {
  expect(fixed(value, decimals)).toBe(text)
})

test('has exactly as many decimals as asked for', () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true })
  fc.assert(
    fc.property(value, fc.integer({ min: 1, max: 6 }), (amount, decimals) => {
      return new RegExp(`^-?[\\d.]+,\\d{${decimals}}$`).test(fixed(amount, decimals))
    }),
  )
})

describe('a figure', () => {
  const of = { decimals: 2, qualifier: null }
  test.each([
    [{ ...of, amount: 60.09, unit: 'percent' }, '60,09%'],
    [{ ...of, amount: 70, unit: 'percent', qualifier: '>' as const }, 'trên 70,00%'],
    [{ ...of, amount: 2, unit: 'level' }, 'Mức độ 2'],
    [{ ...of, amount: 1, unit: 'yes' }, 'Có'],
    [{ ...of, amount: 0, unit: 'yes-no' }, 'Chưa'],
    [{ ...of, amount: 5, unit: 'people', decimals: 0, qualifier: '~' as const }, 'khoảng 5'],
    [{ ...of, amount: 5, unit: 'people', decimals: 0, qualifier: '<' as const }, 'dưới 5'],
  ])('%o', (figure, text) => {
    expect(figureText(figure)).toBe(text)
  })
})

const grid: Grid = {
  ...{ name: 'VI', title: 'Kinh phí', landscape: true, unit: 'triệu đồng', source: 'Nguồn' },
  columns: [
    { header: 'TT', kind: 'number', weight: 1, align: 'center' },
    { header: 'Đơn vị', kind: 'text', weight: 6 },
    { header: 'Chi', group: 'Ngân sách', kind: 'money', weight: 2 },
    { header: '%', kind: 'share', weight: 2 },
  ],
  rows: [{ kind: 'section', cells: ['Xã'] }, { cells: [1, 'A', 2_500_000, 99.5] }, { cells: [2, 'B', null, '–'] }],
}

test('money is in millions in both, a share of 100 in the document and of 1 in the workbook, a gap a sign or nothing', () => {
  expect(tableOf(grid).rows.map(({ cells }) => cells)).toEqual([['Xã'], [1, 'A', 2.5, 99.5], [2, 'B', null, '–']])
  const sheet = sheetOf(grid, 'Ghi chú')
  expect(sheet.rows).toEqual([
    { c1: 'Xã' },
    { c0: 1, c1: 'A', c2: 2.5, c3: 0.995 },
    { c0: 2, c1: 'B', c2: notCollected, c3: '–' },
    { c1: 'Nguồn' },
  ])
  expect(sheet.note).toBe('Ghi chú. Đơn vị tính: triệu đồng')
  expect(sheet.columns.map(({ header }) => header)).toEqual(['TT', 'Đơn vị', 'Ngân sách: Chi', '%'])
})
