/** Sheets of an Excel file of acts: which are read, and which hidden ones are told. */
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { hiddenTables, isTable, tableIn } from './change-files.rules.ts'
import { sheetsOf } from './change-imports.tasks.ts'

const headings = ['Mã cũ', 'Mã mới', 'Tên mới', 'Phần']
const whole = ['103', '101', 'Phường Sông', 'toàn bộ']

async function sheetsIn(fill: (book: exceljs.Workbook) => void) {
  const book = new exceljs.Workbook()
  fill(book)
  return sheetsOf(new Uint8Array(await book.xlsx.writeBuffer()))
}

test('a hidden sheet with a table is not read, and told by its name; one without is not', async () => {
  const sheets = await sheetsIn((book) => {
    book.addWorksheet('Bản cũ', { state: 'hidden' }).addRows([['Phụ lục'], headings, whole, whole])
    book.addWorksheet('Bảng').addRows([headings, whole])
    book.addWorksheet('Danh mục', { state: 'veryHidden' }).addRows([['Phường'], ['Xã']])
  })
  expect(hiddenTables(sheets)).toEqual(['Bản cũ'])
  const { sheet, table } = tableIn(sheets)
  expect([sheet.name, isTable(table) && table.rows.length]).toEqual(['Bảng', 1])
})

test('where the only table is hidden nothing is read, and that is told', async () => {
  const sheets = await sheetsIn((book) => {
    book.addWorksheet('Ghi chú').addRows([['Xem trang ẩn']])
    book.addWorksheet('Bản cũ', { state: 'hidden' }).addRows([headings, whole])
  })
  expect(isTable(tableIn(sheets).table)).toBe(false)
  expect(hiddenTables(sheets)).toEqual(['Bản cũ'])
})
