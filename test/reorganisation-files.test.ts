/** Decisions from files of every shape: what is understood is taken, every mistake is told at its row. */
import exceljs from 'exceljs'
import { describe, expect, test, vi } from 'vitest'
import type { Problem } from '#kernel/problem.ts'
import { importDecisionFile, workingDecision } from '#modules/reorganisation'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { smallCity } from '#test/worlds/small-city.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const operator = operatorCaller('command')

describe('files on the small city', () => {
  const head = { on: '2027-01-01', title: 'Sắp xếp', basis: 'Nghị quyết', fileName: 'a.csv' }
  const machine = testDatabase(smallCity).then((database) => testMachine(database))
  const takes = async (bytes: Uint8Array, more: object = {}) => {
    const content = Buffer.from(bytes).toString('base64')
    return perform(await machine, importDecisionFile, operator, { ...head, ...more, content })
  }
  const text = (content: string) => new TextEncoder().encode(content)
  const told = async (content: string) => {
    const { isSaved, problems } = await takes(text(content))
    return [isSaved, ...problems.map(({ line, column, en }) => `${line} ${column}: ${en}`)]
  }

  const template = 'Hành động;Mã;Tên;Trực thuộc;Từ;Đến\r\nđổi tên;102;Xã Núi;;;\r\nnhập;;;;103;phường sông\r\n'

  test.each([
    ['semicolons, headings with tones', text(template)],
    ['a byte order mark', text(`\uFEFF${template}`)],
    ['UTF-16 as Excel writes “Unicode text”', Buffer.from(`\uFEFF${template.replaceAll(';', '\t')}`, 'utf16le')],
  ])('is taken: %s', async (_, bytes) => {
    const imported = await takes(bytes)
    expect(imported).toMatchObject({ isSaved: true, format: 'changes', rows: 2, changes: 2, problems: [] })
    expect(imported.counts).toMatchObject({ ended: 1, revised: 1, passings: 1 })
  })

  test('an Excel file is taken, with a title above its headings', async () => {
    const book = new exceljs.Workbook()
    book
      .addWorksheet('Sắp xếp')
      .addRows([
        ['Sắp xếp năm 2027'],
        ['ma_cu', 'ma_moi', 'ten_moi', 'phan', 'ty_le'],
        [],
        ['103', '101', 'Phường Sông', 'toàn bộ', 1],
      ])
    const imported = await takes(new Uint8Array(await book.xlsx.writeBuffer()), { fileName: 'a.xlsx' })
    expect(imported).toMatchObject({ isSaved: true, format: 'mapping', rows: 1, changes: 2 })
  })

  type Cell = exceljs.CellValue
  const headings = ['Mã cũ', 'Mã mới', 'Tên mới', 'Phần']
  const whole: Cell[] = ['103', '101', 'Phường Sông', 'toàn bộ']
  async function bookOf(
    rows: Cell[][],
    change: (book: exceljs.Workbook, sheet: exceljs.Worksheet) => void = () => undefined,
  ) {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('Bảng')
    sheet.addRows([['PHỤ LỤC, kèm theo'], headings, ...rows])
    change(book, sheet)
    return new Uint8Array(await book.xlsx.writeBuffer())
  }
  const toldOf = async (bytes: Uint8Array) => {
    const { isSaved, problems } = await takes(bytes, { fileName: 'a.xlsx' })
    return [isSaved, ...problems.map(({ line, column, vi: words }) => `${line} ${column}: ${words}`)]
  }

  test('merged cells are filled down and across, under a covering letter and before a hidden sheet', async () => {
    const rows: Cell[][] = [
      ['103', '101', 'Phường Sông', 'toàn bộ'],
      ['102', null, null, null],
    ]
    const bytes = await bookOf(rows, (book, sheet) => {
      for (const range of ['B3:B4', 'C3:C4', 'D3:D4', 'A1:D1']) sheet.mergeCells(range)
      book.addWorksheet('Bìa').addRow(['Công văn'])
      book.addWorksheet('Cũ', { state: 'hidden' }).addRows([headings, whole])
    })
    expect(await takes(bytes)).toMatchObject({ format: 'mapping', rows: 2, problems: [], isSaved: true })
  })

  test.each<[string, Cell[][], (book: exceljs.Workbook, sheet: exceljs.Worksheet) => void, string]>([
    [
      'a formula that was never computed',
      [[{ formula: 'TEXT(103,"0")' } as Cell, ...whole.slice(1)]],
      () => undefined,
      '3 Mã cũ: Công thức =TEXT(103,"0") chưa có kết quả trong tệp. Mở tệp bằng Excel, lưu lại rồi tải lên lần nữa.',
    ],
    [
      'a formula with an error',
      [[...whole.slice(0, 3), { error: '#N/A' } as Cell]],
      () => undefined,
      '3 Phần: Công thức báo lỗi #N/A. Sửa công thức hoặc ghi giá trị.',
    ],
    [
      'a row that a filter hides',
      [whole],
      (_, sheet) => {
        sheet.getRow(3).hidden = true
      },
      '3 null: Dòng này đang bị ẩn hoặc bị lọc trong tệp. Bỏ lọc và cho hiện dòng nếu muốn nhận, hoặc xóa dòng.',
    ],
    [
      'tables on two sheets',
      [whole],
      (book) => book.addWorksheet('Bản sao').addRows([headings, whole]),
      'null null: Tệp có bảng ở nhiều trang tính (“Bảng”, “Bản sao”) nên không biết nhận bảng nào. Chỉ để lại một bảng, hoặc tải lên từng tệp.',
    ],
  ])('tells of Excel: %s', async (_, rows, change, text) => {
    expect(await toldOf(await bookOf(rows, change))).toEqual([false, text])
  })

  test('a column that is not known is told, also where the file is taken', async () => {
    const bytes = await bookOf([[...whole, 'x']], (_, sheet) => {
      sheet.getCell('E2').value = 'Người lập bảng'
    })
    expect(await takes(bytes)).toMatchObject({ isSaved: true, unread: ['Người lập bảng'] })
  })

  test('a title line with a comma, a line that names the separator, and a separator within a cell', async () => {
    const rows = '103;101;Phường Sông;toàn bộ\n'
    for (const top of ['Phụ lục: Danh sách sắp xếp, nhập xã\n', 'PHỤ LỤC\n', 'sep=;\n'])
      expect(await takes(text(`${top}${headings.join(';')}\n${rows}`))).toMatchObject({ isSaved: true, rows: 1 })
    const pushed = await takes(text('old_code,new_code,new_name,part\n103,101,Phường Sông, mới,full\n'))
    expect(pushed.isSaved).toBe(false)
    expect(pushed.problems[0]?.vi).toContain('Dòng có 5 ô mà chỉ có 4 tiêu đề')
  })

  test('a number that may be two is told, a coordinate is not doubted', async () => {
    const opening = (area: string) =>
      `act,code,name,kind,parent,area_km2,lon,lat\nopen,900,Phường Mới,commune,01,"${area}",105.852,21.028\n`
    const said = async (area: string) =>
      (await takes(text(opening(area)))).problems.map(({ column, vi: words }) => `${column}: ${words}`)
    expect((await said('12.345'))[0]).toContain('area_km2: “12.345” có thể là 12345')
    expect((await said('12,345'))[0]).toContain('“12,345” có thể là 12345')
    expect((await said('1 2'))[0]).toContain('không phải là số')
    expect((await said('12.3450')).join()).not.toMatch(/có thể là|không phải là số/)
  })

  test.each([
    ['a PDF', text('%PDF-1.7'), 'documents.pdfFile'],
    [
      'an old Excel file',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('Workbook\0', 'utf16le')]),
      'documents.oldExcel',
    ],
    ['a web page', text('<html><table><tr><td>Mã cũ'), 'documents.htmlFile'],
    ['one row of millions of cells', text(`act,code\n${','.repeat(3_000_000)}`), 'reorganisation.tooManyColumns'],
    ['one cell of millions of signs', text(`act,code\n${'a'.repeat(3_000_000)}`), 'reorganisation.cellTooLong'],
    ['millions of rows', text('act\n'.repeat(1_000_000)), 'reorganisation.tooManyRows'],
  ])('is told for what it is: %s', async (_, bytes, code) => {
    await expect(takes(bytes)).rejects.toThrow(code)
  })

  test.each([
    [
      'Windows-1258',
      Uint8Array.of(0x50, 0x68, 0xfd, 0xf5, 0xcc, 0x6e, 0x67, 0x2c, 0x31),
      'reorganisation.wrongEncoding',
    ],
    ['a picture', Uint8Array.of(0x00, 0x01, 0x02, 0x00), 'reorganisation.notTable'],
    ['open quotes', text('act,code\n"close,103\n'), 'reorganisation.quotesOpen'],
    ['a broken Excel file', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x00), 'documents.broken'],
  ])('is refused as a whole: %s', async (_, bytes, code) => {
    await expect(takes(bytes)).rejects.toThrow(code)
  })

  test.each<[string, string, unknown[]]>([
    ['nothing', '', [false, 'null null: The file has no rows.']],
    ['only headings', 'act,code\n', [false, 'null null: The file has no rows.']],
    ['a missing column', 'old_code,new_code,new_name\n1,2,3\n', [false, 'null null: The file lacks the column part.']],
    ['a column twice', 'act,code,ma\nclose,103,103\n', [false, 'null null: The column code stands twice.']],
    [
      'no headings of ours',
      'a,b\n1,2\n',
      [
        false,
        'null null: The columns of the file are not known. It needs the column change (our template), or old_code, new_code, new_name and part (a table of what became what). It has: a, b.',
      ],
    ],
    [
      'mistakes in several rows, each at its line and heading',
      'Mã cũ,Mã mới,Tên mới,Phần\n777,101,Phường Sông,toàn bộ\n\n103,101,Phường Sông,nửa\n',
      [
        false,
        '2 Mã cũ: On the day before there is no unit with the code or name “777”.',
        '4 Phần: “nửa” is not understood: write full or partial.',
      ],
    ],
    [
      'what does not fit the tree stands at its row',
      'act,code,from,to,share\nclose,103,,,\ntransfer,,101,102,0.7\ntransfer,,101,103,0.6\n',
      [false, '4 null: On 01/01/2027 no unit bears the code 103.'],
    ],
    [
      'more than the whole',
      'act,from,to,share\ntransfer,101,102,0.7\ntransfer,101,103,0.6\n',
      [false, '2 null: The parts of Phường Sông come to 130%: more than the whole.'],
    ],
  ])('tells: %s', async (_, content, said) => {
    expect(await told(content)).toEqual(said)
  })

  test.each(['replace', 'add'])('to the changes of a draft nobody does (%s) who has not seen them', async (mode) => {
    const { id } = await takes(text('act,code,name\nrename,102,Núi\n'))
    await takes(text('act,code,name\nrename,101,Suối\n'), { id, version: 1 })
    const replacing = (version?: number) =>
      takes(text('act,code,name\nrename,103,Hồ\n'), { id, mode, version }).then(
        (outcome) => [outcome.isSaved],
        (error) => error.problems.map(({ code, path = [] }: Problem) => [code, ...path].join(' ')),
      )
    expect(await replacing()).toEqual(['platform.missing version'])
    expect(await replacing(1)).toEqual(['platform.changedSince', 'platform.difference', 'platform.added'])
    expect(await replacing(2)).toEqual([true])
  })

  test('nothing is kept of a file with problems, and its rows come back to be mended', async () => {
    const before = await takes(text(template))
    const wrong = await takes(text('act,code\nclose,777\n'), { id: before.id, mode: 'replace', version: 1 })
    expect(wrong).toMatchObject({ isSaved: false, id: before.id, problemCount: 1 })
    expect(wrong.sheet).toEqual([
      { line: 1, cells: ['act', 'code'] },
      { line: 2, cells: ['close', '777'] },
    ])
    const added = await takes(text('act,code,name\nrename,101,Suối\n'), { id: before.id, version: 1 })
    expect(added).toMatchObject({ isSaved: true, changes: 1 })
    const { changes } = await perform(await machine, workingDecision, operator, { id: before.id })
    expect(changes.map((change) => change.kind)).toEqual(['rename', 'merge', 'rename'])
  })
})
