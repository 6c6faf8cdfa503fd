/** A downloaded form whose columns, rows and sheets were changed: right figures are saved, nothing else ever is. */
import exceljs, { type CellValue, type Worksheet } from 'exceljs'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { FormDesk, told, untold } from './excel.fixture.ts'
import { excelCode } from './excel.rules.ts'

let desk: FormDesk
beforeAll(async () => {
  desk = await FormDesk.open()
})
beforeEach(() => desk.onPage({ documents_issued: '11', inspections: '5', events_held: '' }, ''))

test('unchanged, it changes nothing; with figures, they are saved at their addresses', async () => {
  expect(await desk.upload()).toEqual({ saved: 0, savedAt: '', left: 0, leftAt: '', problems: [], unread: [] })
  desk.put('documents_issued', 21)
  desk.put('inspections', 22)
  expect(await desk.upload()).toMatchObject({ saved: 2, savedAt: 'G6–G7', left: 0, problems: [], unread: [] })
  expect(await desk.stored('documents_issued')).toMatchObject({ amount: 21 })
})

describe('columns are found by their headings', () => {
  test('one put in before them, with figures of its own', async () => {
    desk.put('documents_issued', 21)
    desk.page.spliceColumns(6, 0, ['', '', 'Ước 6 tháng', 1, 2, 3])
    const imported = await desk.upload()
    expect(imported.saved).toBe(1)
    expect(untold(imported)).toEqual(['F4–F6: Cột “Ước 6 tháng” không phải cột của biểu.'])
    expect(await desk.stored('documents_issued')).toMatchObject({ amount: 21 })
  })

  test('one taken out that is only for looking; columns in another order; a heading with its word', async () => {
    desk.put('documents_issued', 21)
    desk.page.spliceColumns(5, 1)
    desk.page.getCell(3, 6).value = 'Năm 2026'
    expect(await desk.upload()).toMatchObject({ saved: 1, savedAt: 'F6' })
    expect(await desk.stored('documents_issued')).toMatchObject({ amount: 21 })
  })

  test('a heading typed over by Excel as a number, and letterheads above', async () => {
    desk.put('documents_issued', 21)
    desk.page.getCell(3, 7).value = 2026
    desk.page.spliceRows(1, 0, ['ỦY BAN NHÂN DÂN'], ['PHƯỜNG BA ĐÌNH'])
    expect(await desk.upload()).toMatchObject({ saved: 1, savedAt: 'G8' })
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
    desk.put('documents_issued', 21)
    change(desk.page)
    const text = await desk.refusal()
    for (const each of words) expect(text).toContain(each)
    expect(await desk.stored('documents_issued')).toMatchObject({ amount: 11 })
  })

  test('cells of the headings alone pushed aside save nothing', async () => {
    desk.put('documents_issued', 21)
    const head = desk.page.getRow(3)
    for (let column = 10; column > 6; column--) head.getCell(column).value = head.getCell(column - 1).value
    head.getCell(6).value = 'Mới'
    expect((await desk.upload()).saved).toBe(0)
    expect(await desk.stored('documents_issued')).toMatchObject({ amount: 11 })
  })
})

describe('rows are found by their codes', () => {
  test('sorted, put in, taken out, moved', async () => {
    desk.put('documents_issued', 21)
    const values = desk.page.getRow(desk.rowOf('documents_issued')).values as CellValue[]
    desk.page.spliceRows(desk.rowOf('documents_issued'), 1)
    desk.page.spliceRows(4, 1)
    desk.page.spliceRows(5, 0, ['', '', 'Dòng thêm', '', '', 1, 2])
    desk.page.addRow([])
    desk.page.addRow(values.slice(1))
    const imported = await desk.upload()
    expect(imported).toMatchObject({ saved: 1 })
    expect(untold(imported)).toEqual([
      'G5: Dòng 5 không có mã của biểu, nên “2” không được lưu.',
      expect.stringContaining('Tệp thiếu 1 dòng của biểu'),
    ])
    expect(await desk.stored('documents_issued')).toMatchObject({ amount: 21 })
  })

  test('twice with other figures: both addresses, neither saved; the same figure twice is one', async () => {
    desk.put('documents_issued', 21)
    const again = [...(desk.page.getRow(desk.rowOf('documents_issued')).values as CellValue[])].slice(1)
    desk.page.addRow(again.with(6, 99))
    const last = desk.page.rowCount
    const imported = await desk.upload()
    expect(imported.saved).toBe(0)
    expect(told(imported)[0]).toContain(`G6 (21), G${last} (99)`)
    expect(await desk.stored('documents_issued')).toMatchObject({ amount: 11 })
    desk.page.getCell(last, 7).value = '21'
    expect(await desk.upload()).toMatchObject({ saved: 1, problems: [] })
  })

  test('codes moved without their names are a doubt', async () => {
    desk.put('documents_issued', 21)
    desk.put('inspections', 22)
    const [one, other] = [desk.rowOf('documents_issued'), desk.rowOf('inspections')]
    desk.page.getCell(one, 1).value = 'inspections'
    desk.page.getCell(other, 1).value = 'documents_issued'
    const imported = await desk.upload()
    expect(imported.saved).toBe(0)
    expect(told(imported)[0]).toContain('nhưng tên ghi là “Văn bản chỉ đạo đã ban hành”')
  })

  test('cells of a row pushed aside are a doubt: the version is no longer there', async () => {
    const row = desk.page.getRow(desk.rowOf('documents_issued'))
    row.getCell(6).value = 14
    for (let column = 10; column > 6; column--) row.getCell(column).value = row.getCell(column - 1).value
    row.getCell(6).value = null
    const imported = await desk.upload()
    expect(imported.saved).toBe(0)
    expect(told(imported)[0]).toContain('Cột “Bản” của dòng này không còn là số')
    expect(await desk.stored('documents_issued')).toMatchObject({ amount: 11 })
  })

  test('merged figures are of no row', async () => {
    desk.put('documents_issued', 21)
    desk.page.mergeCells('G6:G7')
    const imported = await desk.upload()
    expect(told(imported)[0]).toContain('G6: Các ô G6:G7 bị gộp')
    expect(imported.saved).toBe(0)
  })

  test('what is typed outside the form is told', async () => {
    desk.page.getCell('L9').value = 77
    desk.page.getCell('C95').value = 'Người lập biểu'
    expect(untold(await desk.upload())).toEqual(['L9: Cột không có tiêu đề.', 'C95: Nằm ngoài các dòng của biểu.'])
  })
})

describe('the form is found by its mark', () => {
  const copyOf = (name: string, change: (copy: Worksheet) => void = () => undefined) => {
    const copy = desk.book.addWorksheet(name)
    desk.page.eachRow((row, number) => {
      copy.getRow(number).values = row.values as CellValue[]
    })
    change(copy)
    return copy
  }

  test('on a sheet behind a covering letter', async () => {
    desk.put('documents_issued', 21)
    desk.page.name = 'Biểu'
    const cover = new exceljs.Workbook()
    cover.addWorksheet('Bìa').getCell('A1').value = 'Công văn gửi kèm'
    const form = cover.addWorksheet('2026')
    desk.page.eachRow((row, number) => {
      form.getRow(number).values = row.values as CellValue[]
    })
    expect(await desk.upload(cover)).toMatchObject({ saved: 1, unread: [] })
  })

  test('on another sheet, renamed, before many small ones', async () => {
    desk.put('documents_issued', 21)
    desk.page.name = 'Đã sửa'
    for (let count = 0; count < 15; count++) desk.book.addWorksheet(`Bảng ${count}`).getCell('A1').value = 'x'
    expect(await desk.upload()).toMatchObject({ saved: 1, savedAt: 'G6' })
  })

  test('in two copies with other figures: both named with their sheets; what they agree on is saved', async () => {
    desk.put('documents_issued', 21)
    desk.put('inspections', 22)
    copyOf('Bản sao', (copy) => {
      copy.getCell('G6').value = 31
    })
    const imported = await desk.upload()
    expect(imported.saved).toBe(1)
    expect(told(imported)[0]).toContain('2026!G6 (21), Bản sao!G6 (31)')
    expect(await desk.stored('documents_issued')).toMatchObject({ amount: 11 })
    expect(await desk.stored('inspections')).toMatchObject({ amount: 22 })
  })

  test('beside the form of another unit, which is told and not read', async () => {
    desk.put('documents_issued', 21)
    copyOf('Khác', (copy) => {
      copy.getCell('A2').value = `Mã biểu: ${excelCode(2026, '00070', 'commune-2026')}.`
    })
    const imported = await desk.upload()
    expect(imported.saved).toBe(1)
    expect(untold(imported)[0]).toContain('Trang tính “Khác” là biểu khác (HH-2026-00070-commune-2026)')
  })

  test('only on a hidden sheet: refused by the name of the sheet', async () => {
    desk.page.state = 'hidden'
    desk.book.addWorksheet('Trống').getCell('A1').value = 'x'
    expect(await desk.refusal()).toContain('trang tính ẩn “2026”')
  })

  test.each([
    [excelCode(2025, '00004', 'commune-2025'), 'Tệp này là biểu của năm 2025, không phải năm 2026'],
    [excelCode(2026, '00070', 'commune-2026'), 'Tệp này là biểu của đơn vị mã 00070'],
    [excelCode(2026, '00004', 'commune-2024'), 'Tệp này là biểu “commune-2024”; đợt này dùng biểu “commune-2026”'],
    ['không', 'không trang tính nào có dòng “Mã biểu”'],
  ])('%s is refused for what it is', async (code, words) => {
    await desk.download('vi', code)
    expect(await desk.refusal()).toContain(words)
  })

  test('two marks on one sheet are refused', async () => {
    desk.page.getCell('A90').value = excelCode(2026, '00070', 'commune-2026')
    expect(await desk.refusal()).toContain('nhiều mã biểu khác nhau')
  })
})
