/** The annexes as grids: their rows, and how they are written in the document and in the workbook. */
import { describe, expect, test } from 'vitest'
import { data } from '#test/worlds/report.ts'
import { annexesOf } from './annexes.rules.ts'
import { sheetOf, tableOf } from './grids.rules.ts'

describe('grids', () => {
  const [targets, titles, , , duties, funds, reporting] = annexesOf(data)

  test('every row has a cell for every column', () => {
    for (const grid of annexesOf(data)) {
      for (const row of grid.rows) expect(row.cells).toHaveLength(row.kind === 'section' ? 1 : grid.columns.length)
    }
  })

  test('communes stand under the total of the city and of their kind', () => {
    expect(titles?.rows.map((row) => row.cells.slice(0, 5))).toEqual([
      ['', 'Toàn thành phố (3)', null, 600, 60],
      ['A', 'Phường (3)', null, 600, 60],
      [1, 'Phường 1', null, 600, 60],
      [2, 'Phường 2', null, 0, '–'],
      [3, 'Phường 3', null, null, null],
    ])
  })

  test('a table writes numbers in Vietnamese, a sheet keeps them', () => {
    if (!titles || !funds || !targets) throw new Error('an annex is missing')
    const table = tableOf(titles)
    expect(table.columns[4]).toMatchObject({ header: '%', group: 'Công dân học tập', align: 'right', decimals: 2 })
    const sheet = sheetOf(titles, 'SỐ LIỆU MẪU')
    expect(sheet.note).toBe('SỐ LIỆU MẪU')
    expect(sheet.columns[4]).toMatchObject({ header: 'Công dân học tập: %', kind: 'percent' })
    expect(sheet.rows[0]).toMatchObject({ c1: 'Toàn thành phố (3)', c2: '...', c3: 600, c4: 0.6 })
    expect(sheet.rows.at(-1)).toEqual({ c1: titles.source })
    expect(tableOf(funds).rows[0]?.cells.slice(1, 3)).toEqual(['Tổng cộng', 2500])
    expect(sheetOf(targets, '').rows[1]).toMatchObject({ c0: 'd.1', c3: 63.4, c5: 70, c6: '2030' })
    expect(tableOf(targets).rows[1]?.cells.slice(3, 7)).toEqual(['63,40%', '62,50%', '70%', '2030'])
  })

  test('duties stand under their agency, unreported ones as not collected', () => {
    expect(duties?.rows.map((row) => row.cells)).toEqual([
      ['Sở Văn hóa và Thể thao (đã duyệt)'],
      ['V.3.1', 'Nhân rộng mô hình học tập', 'Chủ trì', 'Hoàn thành', 100, 'Mở 12 câu lạc bộ', 'Khó khăn: Thiếu người'],
      ['V.3.2', 'Nhân rộng mô hình học tập', 'Chủ trì', null, null, null, null],
    ])
  })

  test('who reported when', () => {
    expect(reporting?.rows.at(-1)?.cells).toEqual([3, 'Phường 3', 'Chờ duyệt', '30/11/2026', '–', '–', ''])
  })
})
