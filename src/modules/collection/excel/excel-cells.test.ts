/** Cells of an uploaded form in every kind that Excel has: figures as they are meant, and nothing good replaced by something bad. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { FormDesk, told } from './excel.fixture.ts'

let desk: FormDesk
beforeAll(async () => {
  desk = await FormDesk.open()
})
beforeEach(() => desk.onPage({ documents_issued: '11', inspections: '5', events_held: '' }, ''))

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
    desk.put('documents_issued', value)
    if (value instanceof Date) desk.page.getCell('G6').style = { numFmt: 'dd/mm/yyyy' }
    desk.put('inspections', 22)
    const imported = await desk.upload()
    expect(imported).toMatchObject({ saved: 1, savedAt: 'G7' })
    expect(told(imported)).toEqual([expect.stringMatching(/^G6: .* Số trên hệ thống \(11\) được giữ\.$/)])
    expect(told(imported)[0]).toContain(words)
    expect(await desk.stored('documents_issued')).toMatchObject({ entry: '11', amount: 11 })
  })

  test('a percent format where no percentage is asked for', async () => {
    desk.put('documents_issued', 0.6)
    desk.page.getCell('G6').style = { numFmt: '0%' }
    expect(told(await desk.upload())[0]).toContain('Excel đang ghi ô này là 60%')
  })

  test('empty cells leave what stands, and say so; notes too', async () => {
    await desk.onPage({ documents_issued: '11' }, 'theo sổ')
    desk.put('documents_issued', null)
    desk.put('documents_issued', null, 8)
    desk.put('inspections', '')
    expect(await desk.upload()).toMatchObject({ saved: 0, left: 2, leftAt: 'G6–G7', problems: [] })
    expect(await desk.stored('documents_issued')).toEqual({ entry: '11', amount: 11, note: 'theo sổ' })
    desk.put('documents_issued', 'xin xóa số', 8)
    expect(await desk.upload()).toMatchObject({ saved: 1 })
    expect(await desk.stored('documents_issued')).toEqual({ entry: '11', amount: 11, note: 'xin xóa số' })
  })

  test('what a file of before says as the page does now is not told as saved', async () => {
    const { book } = desk
    desk.put('documents_issued', 12)
    desk.put('inspections', 6)
    await desk.onPage({ documents_issued: '12' })
    expect(await desk.upload(book)).toMatchObject({ saved: 1, savedAt: 'G7', problems: [] })
  })

  test('into an empty cell a word is kept to be mended, a formula without a result is not', async () => {
    desk.put('events_held', 'khoảng 4')
    expect(told(await desk.upload())[0]).toContain('Đã ghi lại nguyên văn')
    expect(await desk.stored('events_held')).toMatchObject({ entry: 'khoảng 4', amount: null })
    await desk.onPage({ events_held: '' })
    desk.put('events_held', { formula: 'A1' })
    expect(told(await desk.upload())[0]).toContain('Ô này chưa lưu gì')
    expect(await desk.stored('events_held')).toMatchObject({ entry: '' })
  })

  test('a note that is too long or a formula is told at its own address; the figure is saved', async () => {
    desk.put('documents_issued', 21)
    desk.put('documents_issued', 'x'.repeat(3000), 8)
    desk.put('inspections', { formula: 'A1' }, 8)
    const imported = await desk.upload()
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
    desk.put('documents_issued', value)
    expect(await desk.upload()).toMatchObject({ saved: 1, problems: [] })
    expect(await desk.stored('documents_issued')).toMatchObject({ amount })
  })

  test('in the language of the file, whatever the page’s', async () => {
    await desk.download('en')
    desk.put('documents_issued', '1,234')
    desk.put('inspections', '1.234')
    const imported = await desk.upload()
    expect(imported.saved).toBe(1)
    expect(told(imported)[0]).toContain('G7: “1.234”')
    expect(await desk.stored('documents_issued')).toMatchObject({ amount: 1234 })
  })

  test('hidden rows and columns of the form are of the form', async () => {
    desk.put('documents_issued', 21)
    desk.page.getRow(6).hidden = true
    desk.page.getColumn(7).hidden = true
    expect(await desk.upload()).toMatchObject({ saved: 1 })
  })
})
