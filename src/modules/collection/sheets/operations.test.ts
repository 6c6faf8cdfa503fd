/** The form as Excel, changed in every way that people and programs change it: right figures are saved, nothing else ever is. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs, { type Workbook, type Worksheet } from 'exceljs'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ProblemError, describe as tell } from '#kernel/problem.ts'
import type { Database } from '#platform/database/index.ts'
import { writeWorkbook } from '#platform/documents/workbook.ts'
import { type Engine, type Operation, perform } from '#platform/operation.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { saveCells } from '../filling/operations.ts'
import { openRound } from '../rounds/operations.ts'
import { submissionOperation } from '../submissions/operations.ts'
import { type Imported, sheetColumns } from './model.ts'
import { importWorkbook } from './operations.ts'
import { headingsOf, sheetCode, sheetRows } from './rules.ts'

let database: Database
let machine: Engine
beforeAll(async () => {
  database = await testDatabase(hanoi)
  machine = await testMachine(database)
  await perform(machine, openRound, await hanoiCaller(database, 'quan-tri'), { year: 2026 })
})

const asked = { round: 2026, unit: '00004' }
const previous = 14

async function as<I, O>(person: HanoiPerson, operation: Operation<I, O>, input: unknown): Promise<O> {
  return perform(machine, operation, await hanoiCaller(database, person), input)
}

const view = () => as('ba-dinh', submissionOperation, asked)
async function stored(measure: string) {
  const cell = (await view()).cells.find((each) => each.measure === measure && each.category === 'total')
  return cell && { typed: cell.typed, amount: cell.amount, note: cell.note }
}

/** Sets cells of the page, whatever stood there. */
async function onPage(figures: Record<string, string>, note?: string) {
  const { cells } = await view()
  const versionOf = (measure: string) =>
    cells.find((cell) => cell.measure === measure && cell.category === 'total')?.version ?? 0
  const changes = Object.entries(figures).map(([measure, typed]) => ({
    measure,
    typed,
    note,
    version: versionOf(measure),
  }))
  await as('ba-dinh', saveCells, { ...asked, cells: changes })
}

/** The form as it is downloaded now, `documents_issued` in row 6; last year's figures are of the file only. */
async function downloaded(language: 'vi' | 'en' = 'vi', code = sheetCode(2026, '00004', 'commune-2026')) {
  const headings = headingsOf(2026)
  const columns = sheetColumns.map((key) => {
    const kind = ['now', 'last', 'version'].includes(key) ? ('number' as const) : ('text' as const)
    return { key, header: headings[key][language], width: 10, kind }
  })
  const out = new PassThrough()
  const rows = sheetRows(await view(), language)
  const sheet = { name: '2026', title: 'Biểu', note: `Mã biểu: ${code}. Chỉ nhập số.`, columns, rows }
  const [bytes] = await Promise.all([buffer(out), writeWorkbook([sheet], out)])
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const page = book.getWorksheet('2026')
  if (!page) throw new Error('the form has no sheet')
  return { book, page }
}

async function upload(book: Workbook): Promise<Imported> {
  const content = Buffer.from(await book.xlsx.writeBuffer()).toString('base64')
  return as('ba-dinh', importWorkbook, { ...asked, content })
}

async function refusedWith(book: Workbook): Promise<string> {
  try {
    await upload(book)
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map((problem) => tell('vi', problem)).join(' ')
    throw error
  }
  throw new Error('it was taken')
}

/** The row of a measure in a sheet. */
function rowOf(page: Worksheet, measure: string): number {
  let found = 0
  page.eachRow((row, number) => {
    if (row.getCell(1).value === measure && found === 0) found = number
  })
  return found
}

const told = ({ problems }: Imported) => problems.map(({ address, words }) => `${address}: ${words.vi}`)
const untold = ({ unread }: Imported) => unread.map(({ address, words }) => `${address}: ${words.vi}`)

let book: Workbook
let page: Worksheet
beforeEach(async () => {
  await onPage({ documents_issued: '11', inspections: '5', events_held: '' }, '')
  const form = await downloaded()
  book = form.book
  page = form.page
})
const put = (measure: string, value: unknown, column = 7) => {
  page.getCell(rowOf(page, measure), column).value = value as exceljs.CellValue
}

test('unchanged, it changes nothing; with figures, they are saved at their addresses', async () => {
  expect(await upload(book)).toEqual({ saved: 0, savedAt: '', left: 0, leftAt: '', problems: [], unread: [] })
  put('documents_issued', 21)
  put('inspections', 22)
  expect(await upload(book)).toMatchObject({ saved: 2, savedAt: 'G6–G7', left: 0, problems: [], unread: [] })
  expect(await stored('documents_issued')).toMatchObject({ amount: 21 })
})

describe('columns are found by their headings', () => {
  test('one put in before them, with figures of its own', async () => {
    put('documents_issued', 21)
    page.spliceColumns(6, 0, ['', '', 'Ước 6 tháng', 1, 2, 3])
    const imported = await upload(book)
    expect(imported.saved).toBe(1)
    expect(untold(imported)).toEqual(['F4–F6: Cột “Ước 6 tháng” không phải cột của biểu.'])
    expect(await stored('documents_issued')).toMatchObject({ amount: 21 })
  })

  test('one taken out that is only for looking; columns in another order; a heading with its word', async () => {
    put('documents_issued', 21)
    page.spliceColumns(5, 1)
    page.getCell(3, 6).value = 'Năm 2026'
    expect(await upload(book)).toMatchObject({ saved: 1, savedAt: 'F6' })
    expect(await stored('documents_issued')).toMatchObject({ amount: 21 })
  })

  test('a heading typed over by Excel as a number, and letterheads above', async () => {
    put('documents_issued', 21)
    page.getCell(3, 7).value = 2026
    page.spliceRows(1, 0, ['ỦY BAN NHÂN DÂN'], ['PHƯỜNG BA ĐÌNH'])
    expect(await upload(book)).toMatchObject({ saved: 1, savedAt: 'G8' })
  })

  test.each<[string, (page: Worksheet) => void, string[]]>([
    ['the year is gone', (sheet) => sheet.spliceColumns(7, 1), ['thiếu tiêu đề cột “2026”', 'F3 “2025”']],
    [
      'the year is another',
      (sheet) => {
        sheet.getCell(3, 7).value = '2027'
      },
      ['thiếu tiêu đề cột “2026”', 'G3 “2027”'],
    ],
    ['the version is gone', (sheet) => sheet.spliceColumns(9, 1), ['thiếu tiêu đề cột “Bản / Version”']],
    ['the codes are gone', (sheet) => sheet.spliceColumns(1, 1), ['Mã biểu']],
    [
      'two of the year',
      (sheet) => {
        sheet.getCell(3, 11).value = '2026'
      },
      ['“2026” ở nhiều cột (G3, K3)'],
    ],
    ['the row of headings is gone', (sheet) => sheet.spliceRows(3, 1), ['thiếu tiêu đề cột “Mã / Code”']],
    [
      'headings again below in other columns',
      (sheet) => sheet.addRow(['Mã', 'Phần', 'Số liệu', '2026', '2025', 'Ghi chú', 'Bản']),
      ['“2026” ở nhiều cột (G3, D'],
    ],
  ])('refused whole when %s', async (_, change, words) => {
    put('documents_issued', 21)
    change(page)
    const said = await refusedWith(book)
    for (const each of words) expect(said).toContain(each)
    expect(await stored('documents_issued')).toMatchObject({ amount: 11 })
  })

  test('cells of the headings alone pushed aside save nothing', async () => {
    put('documents_issued', 21)
    const head = page.getRow(3)
    for (let column = 10; column > 6; column--) head.getCell(column).value = head.getCell(column - 1).value
    head.getCell(6).value = 'Mới'
    expect((await upload(book)).saved).toBe(0)
    expect(await stored('documents_issued')).toMatchObject({ amount: 11 })
  })
})

describe('rows are found by their codes', () => {
  test('sorted, put in, taken out, moved', async () => {
    put('documents_issued', 21)
    const values = page.getRow(rowOf(page, 'documents_issued')).values as exceljs.CellValue[]
    page.spliceRows(rowOf(page, 'documents_issued'), 1)
    page.spliceRows(4, 1)
    page.spliceRows(5, 0, ['', '', 'Dòng thêm', '', '', 1, 2])
    page.addRow([])
    page.addRow(values.slice(1))
    const imported = await upload(book)
    expect(imported).toMatchObject({ saved: 1 })
    expect(untold(imported)).toEqual([
      'G5: Dòng 5 không có mã của biểu, nên “2” không được lưu.',
      expect.stringContaining('Tệp thiếu 1 dòng của biểu'),
    ])
    expect(await stored('documents_issued')).toMatchObject({ amount: 21 })
  })

  test('twice with other figures: both addresses, neither saved; the same figure twice is one', async () => {
    put('documents_issued', 21)
    const again = [...(page.getRow(rowOf(page, 'documents_issued')).values as exceljs.CellValue[])].slice(1)
    page.addRow(again.with(6, 99))
    const last = page.rowCount
    const imported = await upload(book)
    expect(imported.saved).toBe(0)
    expect(told(imported)[0]).toContain(`G6 (21), G${last} (99)`)
    expect(await stored('documents_issued')).toMatchObject({ amount: 11 })
    page.getCell(last, 7).value = '21'
    expect(await upload(book)).toMatchObject({ saved: 1, problems: [] })
  })

  test('codes moved without their names are a doubt', async () => {
    put('documents_issued', 21)
    put('inspections', 22)
    const [one, other] = [rowOf(page, 'documents_issued'), rowOf(page, 'inspections')]
    page.getCell(one, 1).value = 'inspections'
    page.getCell(other, 1).value = 'documents_issued'
    const imported = await upload(book)
    expect(imported.saved).toBe(0)
    expect(told(imported)[0]).toContain('nhưng tên ghi là “Văn bản chỉ đạo đã ban hành”')
  })

  test('cells of a row pushed aside are a doubt: the version is no longer there', async () => {
    const row = page.getRow(rowOf(page, 'documents_issued'))
    row.getCell(6).value = previous
    for (let column = 10; column > 6; column--) row.getCell(column).value = row.getCell(column - 1).value
    row.getCell(6).value = null
    const imported = await upload(book)
    expect(imported.saved).toBe(0)
    expect(told(imported)[0]).toContain('Cột “Bản” của dòng này không còn là số')
    expect(await stored('documents_issued')).toMatchObject({ amount: 11 })
  })

  test('merged figures are of no row', async () => {
    put('documents_issued', 21)
    page.mergeCells('G6:G7')
    const imported = await upload(book)
    expect(told(imported)[0]).toContain('G6: Các ô G6:G7 bị gộp')
    expect(imported.saved).toBe(0)
  })

  test('what is typed outside the form is told', async () => {
    page.getCell('L9').value = 77
    page.getCell('C95').value = 'Người lập biểu'
    expect(untold(await upload(book))).toEqual(['L9: Cột không có tiêu đề.', 'C95: Nằm ngoài các dòng của biểu.'])
  })
})

describe('the form is found by its mark', () => {
  const copyOf = (name: string, change: (copy: Worksheet) => void = () => undefined) => {
    const copy = book.addWorksheet(name)
    page.eachRow((row, number) => {
      copy.getRow(number).values = row.values as exceljs.CellValue[]
    })
    change(copy)
    return copy
  }

  test('on a sheet behind a covering letter', async () => {
    put('documents_issued', 21)
    page.name = 'Biểu'
    const cover = new exceljs.Workbook()
    cover.addWorksheet('Bìa').getCell('A1').value = 'Công văn gửi kèm'
    const form = cover.addWorksheet('2026')
    page.eachRow((row, number) => {
      form.getRow(number).values = row.values as exceljs.CellValue[]
    })
    expect(await upload(cover)).toMatchObject({ saved: 1, unread: [] })
  })

  test('on another sheet, renamed, before many small ones', async () => {
    put('documents_issued', 21)
    page.name = 'Đã sửa'
    for (let count = 0; count < 15; count++) book.addWorksheet(`Bảng ${count}`).getCell('A1').value = 'x'
    expect(await upload(book)).toMatchObject({ saved: 1, savedAt: 'G6' })
  })

  test('in two copies with other figures: both named with their sheets; what they agree on is saved', async () => {
    put('documents_issued', 21)
    put('inspections', 22)
    copyOf('Bản sao', (copy) => {
      copy.getCell('G6').value = 31
    })
    const imported = await upload(book)
    expect(imported.saved).toBe(1)
    expect(told(imported)[0]).toContain('2026!G6 (21), Bản sao!G6 (31)')
    expect(await stored('documents_issued')).toMatchObject({ amount: 11 })
    expect(await stored('inspections')).toMatchObject({ amount: 22 })
  })

  test('beside the form of another unit, which is told and not read', async () => {
    put('documents_issued', 21)
    copyOf('Khác', (copy) => {
      copy.getCell('A2').value = `Mã biểu: ${sheetCode(2026, '00070', 'commune-2026')}.`
    })
    const imported = await upload(book)
    expect(imported.saved).toBe(1)
    expect(untold(imported)[0]).toContain('Trang tính “Khác” là biểu khác (HH-2026-00070-commune-2026)')
  })

  test('only on a hidden sheet: refused by the name of the sheet', async () => {
    page.state = 'hidden'
    book.addWorksheet('Trống').getCell('A1').value = 'x'
    expect(await refusedWith(book)).toContain('trang tính ẩn “2026”')
  })

  test.each([
    [sheetCode(2025, '00004', 'commune-2025'), 'Tệp này là biểu của năm 2025, không phải năm 2026'],
    [sheetCode(2026, '00070', 'commune-2026'), 'Tệp này là biểu của đơn vị mã 00070'],
    [sheetCode(2026, '00004', 'commune-2024'), 'Tệp này là biểu “commune-2024”; đợt này dùng biểu “commune-2026”'],
    ['không', 'không trang tính nào có dòng “Mã biểu”'],
  ])('%s is refused for what it is', async (code, words) => {
    expect(await refusedWith((await downloaded('vi', code)).book)).toContain(words)
  })

  test('two marks on one sheet are refused', async () => {
    page.getCell('A90').value = sheetCode(2026, '00070', 'commune-2026')
    expect(await refusedWith(book)).toContain('nhiều mã biểu khác nhau')
  })
})

describe('nothing replaces a good figure by a bad one', () => {
  const refused: [string, unknown, string][] = [
    [
      'a formula that was never computed',
      { formula: '7+4' },
      'Công thức =7+4 chưa có kết quả trong tệp. Mở tệp bằng Excel, lưu lại',
    ],
    ['a formula with an error', { formula: '1/0', result: { error: '#DIV/0!' } }, 'Công thức báo lỗi #DIV/0!'],
    ['an error typed', { error: '#N/A' }, 'Công thức báo lỗi #N/A'],
    ['a date', new Date(Date.UTC(2026, 11, 1)), 'Excel đang ghi ô này là ngày 01/12/2026'],
    ['a word', 'khoảng 4', '“khoảng 4” không phải là số'],
    ['a formula that gave a word', { formula: '"ba"', result: 'ba' }, '“ba” không phải là số'],
    ['a doubtful separator', '1,234', '“1,234” được đọc là 1,234'],
    ['the other language’s separators', '1,234.5', 'dấu chấm ngăn hàng nghìn'],
    ['a unit after the figure', '15 người', '“15 người” không phải là số'],
    ['two figures', '5 6', '“5 6” không phải là số'],
    ['a negative', -3, 'Số không được âm'],
    ['part of a person', 2.5, 'cần số nguyên'],
    ['far too large a number', 1e18, 'Số quá lớn'],
    ['TRUE', true, '“TRUE” không phải là số'],
    ['a sign of percent', '5%', '“5%” không phải là số'],
    ['a long text', 'dài '.repeat(100), 'Nội dung dài quá 200 ký tự'],
    ['piled marks', `a${'\u0301\u0323'.repeat(5000)}`, 'không phải là số'],
  ]
  test.each(refused)('%s over a figure: told by its address, the figure stays', async (_, value, words) => {
    put('documents_issued', value)
    if (value instanceof Date) page.getCell('G6').style = { numFmt: 'dd/mm/yyyy' }
    put('inspections', 22)
    const imported = await upload(book)
    expect(imported).toMatchObject({ saved: 1, savedAt: 'G7' })
    expect(told(imported)).toEqual([expect.stringMatching(/^G6: .* Số trên hệ thống \(11\) được giữ\.$/)])
    expect(told(imported)[0]).toContain(words)
    expect(await stored('documents_issued')).toMatchObject({ typed: '11', amount: 11 })
  })

  test('a percent format where no percentage is asked for', async () => {
    put('documents_issued', 0.6)
    page.getCell('G6').style = { numFmt: '0%' }
    expect(told(await upload(book))[0]).toContain('Excel đang ghi ô này là 60%')
  })

  test('empty cells leave what stands, and say so; notes too', async () => {
    await onPage({ documents_issued: '11' }, 'theo sổ')
    ;({ book, page } = await downloaded())
    put('documents_issued', null)
    put('documents_issued', null, 8)
    put('inspections', '')
    expect(await upload(book)).toMatchObject({ saved: 0, left: 2, leftAt: 'G6–G7', problems: [] })
    expect(await stored('documents_issued')).toEqual({ typed: '11', amount: 11, note: 'theo sổ' })
    put('documents_issued', 'xin xóa số', 8)
    expect(await upload(book)).toMatchObject({ saved: 1 })
    expect(await stored('documents_issued')).toEqual({ typed: '11', amount: 11, note: 'xin xóa số' })
  })

  test('into an empty cell a word is kept to be mended, a formula without a result is not', async () => {
    put('events_held', 'khoảng 4')
    expect(told(await upload(book))[0]).toContain('Đã ghi lại nguyên văn')
    expect(await stored('events_held')).toMatchObject({ typed: 'khoảng 4', amount: null })
    await onPage({ events_held: '' })
    ;({ book, page } = await downloaded())
    put('events_held', { formula: 'A1' })
    expect(told(await upload(book))[0]).toContain('Ô này chưa lưu gì')
    expect(await stored('events_held')).toMatchObject({ typed: '' })
  })

  test('a note that is too long or a formula is told at its own address; the figure is saved', async () => {
    put('documents_issued', 21)
    put('documents_issued', 'x'.repeat(3000), 8)
    put('inspections', { formula: 'A1' }, 8)
    const imported = await upload(book)
    expect(imported.saved).toBe(1)
    expect(told(imported).map((each) => each.slice(0, 3))).toEqual(['H6:', 'H7:'])
  })
})

describe('figures are read as they are meant', () => {
  test.each<[string, unknown, number]>([
    ['a figure of a formula', { formula: '7+4', result: 21 }, 21],
    ['grouped by a point', '1.234', 1234],
    ['grouped by a space', '1 234', 1234],
    ['grouped by a no-break space', '40\u00A0415', 40_415],
    ['in wide digits', '１２', 12],
    ['an exponent', 1e3, 1000],
    ['a sum that a computer rounds', 20.999999999999996, 21],
    ['rich text', { richText: [{ text: '2' }, { text: '1' }] }, 21],
  ])('%s', async (_, value, amount) => {
    put('documents_issued', value)
    expect(await upload(book)).toMatchObject({ saved: 1, problems: [] })
    expect(await stored('documents_issued')).toMatchObject({ amount })
  })

  test('in the language of the file, whatever the page’s', async () => {
    ;({ book, page } = await downloaded('en'))
    put('documents_issued', '1,234')
    put('inspections', '1.234')
    const imported = await upload(book)
    expect(imported.saved).toBe(1)
    expect(told(imported)[0]).toContain('G7: “1.234”')
    expect(await stored('documents_issued')).toMatchObject({ amount: 1234 })
  })

  test('hidden rows and columns of the form are of the form', async () => {
    put('documents_issued', 21)
    page.getRow(6).hidden = true
    page.getColumn(7).hidden = true
    expect(await upload(book)).toMatchObject({ saved: 1 })
  })
})
