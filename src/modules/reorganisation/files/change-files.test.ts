/** The one table of a file: its headings found however they are written, its faults told by line and heading. */
import { describe, expect, test } from 'vitest'
import type { TableSheet } from '#kernel/table.ts'
import { hiddenTables, isTable, tableIn, templateRows, toldProblems } from './change-files.rules.ts'

const sheet = (rows: readonly (readonly string[])[], given: Partial<TableSheet> = {}): TableSheet => ({
  name: 'Một',
  rows: rows.map((cells, index) => ({ line: index + 1, cells })),
  ...given,
})
function codes(...sheets: TableSheet[]) {
  const { table } = tableIn(sheets)
  return isTable(table) ? table.format : table.map(({ code }) => code.split('.')[1])
}
const changes = [
  ['Hành động', 'Mã'],
  ['mo', '99'],
]
const mapping = [
  ['MÃ CŨ', 'ma_moi', 'Tên mới', 'Phần'],
  ['1', '2', 'Xã', 'full'],
]

describe('a file', () => {
  test.each<[string, TableSheet[], unknown]>([
    ['of changes', [sheet(changes)], 'changes'],
    ['of parts of former units', [sheet(mapping)], 'mapping'],
    ['with headings in letters apart from their marks', [sheet([['Hành động'.normalize('NFD')], ['mo']])], 'changes'],
    ['with a title above', [sheet([['BẢNG KÊ'], [], ...changes])], 'changes'],
    [
      'with a title too high above',
      [sheet([...Array.from({ length: 10 }, () => ['x']), ...changes])],
      ['headingsUnknown'],
    ],
    ['with the table on the second sheet', [sheet([['Ghi chú']]), sheet(changes)], 'changes'],
    ['with two tables', [sheet(changes), sheet(mapping, { name: 'Hai' })], ['severalTables']],
    ['with one of two hidden', [sheet(changes), sheet(mapping, { isHidden: true })], 'changes'],
    ['of nothing', [], ['noRows']],
    ['of headings alone', [sheet(changes.slice(0, 1))], ['noRows']],
    [
      'with a heading twice',
      [
        sheet([
          ['Hành động', 'Mã', 'Code'],
          ['mo', '1', '2'],
        ]),
      ],
      ['columnTwice'],
    ],
    [
      'with a heading that lacks',
      [
        sheet([
          ['Mã cũ', 'Mã mới', 'Tên mới'],
          ['1', '2', 'Xã'],
        ]),
      ],
      ['columnMissing'],
    ],
    [
      'of something else',
      [
        sheet([
          ['constructor', '__proto__'],
          ['1', '2'],
        ]),
      ],
      ['headingsUnknown'],
    ],
  ])('%s', (_, sheets, result) => {
    expect(codes(...sheets)).toEqual(result)
  })

  test('tells hidden tables by the names of their sheets', () => {
    const hidden = [sheet(changes, { name: 'Ẩn', isHidden: true }), sheet([['x']], { name: 'Khác', isHidden: true })]
    expect(hiddenTables([...hidden, sheet(changes)])).toEqual(['Ẩn'])
  })
})

describe('rows', () => {
  const read = (given: TableSheet) => {
    const { table } = tableIn([given])
    if (!isTable(table)) throw new Error('no table')
    return table
  }

  test('have cells by our names, empty ones left out; columns that are none of ours are named where they hold something', () => {
    const table = read(
      sheet([
        ['Hành động', 'Mã', 'Ghi chú', '', 'Trống'],
        ['mo', '', 'n', 'x', ''],
      ]),
    )
    expect(table.rows).toEqual([{ line: 2, cells: { change: 'mo' } }])
    expect(table.unread).toEqual(['Ghi chú', 'D'])
  })

  test('longer than their headings are a fault of a CSV file, which has no sheets', () => {
    const long = [['Hành động'], ['mo', 'x'], ['mo', '']]
    const longer = (name: string | null) => read(sheet(long, { name })).problems.map(({ code }) => code.split('.')[1])
    expect([longer(null), longer('Một')]).toEqual([['rowLonger'], []])
  })

  test('hidden, or with a cell that says nothing certain, are told at their line and heading', () => {
    const rows = [
      { line: 3, cells: ['Hành động', 'Mã'] },
      { line: 7, cells: ['mo', '=A1'], faults: [{ place: 1, kind: 'uncomputed' as const }] },
      { line: 9, cells: ['mo', '1'], isHidden: true },
    ]
    const table = read({ name: 'Một', rows })
    const told = toldProblems(table.problems.toReversed(), table)
    expect(told.map(({ line, column }) => [line, column])).toEqual([
      [7, 'Mã'],
      [9, null],
    ])
    expect(told[0]?.vi).toContain('=A1')
  })
})

test('every row of the template says its change, and nothing that has no column', () => {
  const heads = [...new Set(templateRows.flatMap((row) => Object.keys(row)))]
  const table = tableIn([sheet([heads, ...templateRows.map((row) => heads.map((head) => row[head] ?? ''))])]).table
  expect(isTable(table) && table.rows.map(({ cells }) => cells)).toEqual(templateRows)
  expect(isTable(table) && table.unread).toEqual([])
})
