/** Tables from files of every kind: read and checked in the background, stored when confirmed, stopped, gone on with, undone as one. */
import exceljs from 'exceljs'
import { describe, expect, test, vi } from 'vitest'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { type RowProblem, type TableImport, workOn } from '#platform/table-import/index.ts'
import { peopleCsv, peopleImport, peopleTable } from '#platform/table-import/people.fixture.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { sentFile } from '#test/sent-file.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const { operations } = peopleImport
const caller = operatorCaller('command')
const database = await testDatabase()
await database.pool.query(peopleTable)
const clock = handClock()
const machine = await testMachine(database, { clock })
const kit = {
  perform: <I, O>(operation: Parameters<typeof perform<I, O>>[1], input: unknown) =>
    perform(machine, operation, operatorCaller('job'), input),
}

async function taken(bytes: Uint8Array, fileName = 'danh-sach.csv'): Promise<string> {
  const file = await sentFile(machine, operations.take, { name: fileName, content: bytes })
  return (await perform(machine, operations.take, caller, { file })).id
}

async function read(bytes: Uint8Array | string, fileName?: string): Promise<TableImport & { problems: RowProblem[] }> {
  const id = await taken(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, fileName)
  await workOn(kit, peopleImport)
  return stateOf(id)
}

async function stateOf(id: string): Promise<TableImport & { problems: RowProblem[] }> {
  const made = await perform(machine, operations.state, caller, { id })
  const { rows } = await perform(machine, operations.problems, caller, { id })
  return { ...made, problems: rows }
}

const step = (id: string, name: string) => perform(machine, operations.step, caller, { id, step: name })
const people = async () =>
  (
    await database.pool.query(
      'select code, name, born::text, share, children::int, kind from people.person order by code',
    )
  ).rows

const sheet = (rows: exceljs.CellValue[][], change: (page: exceljs.Worksheet) => void = () => undefined) => {
  const book = new exceljs.Workbook()
  const page = book.addWorksheet('Danh sách')
  page.addRows(rows)
  change(page)
  return book.xlsx.writeBuffer().then((buffer) => new Uint8Array(buffer))
}

const head = 'Mã;Họ và tên;Ngày sinh;Tỷ lệ;Số con;Loại'
const row = 'A1;Trần Văn Bình;2/9/1945;12,5;1.234;học sinh'
const expected = { code: 'A1', name: 'Trần Văn Bình', born: '1945-09-02', share: 12.5, children: 1234, kind: 'pupil' }

/** As Windows-1258 writes it: letters with their hats composed, tones as signs of their own. */
function windows1258(text: string): Uint8Array {
  const letters = 'ĂăĐđƠơƯưÂâÊêÔô'
  const bytes = [0xc3, 0xe3, 0xd0, 0xf0, 0xd5, 0xf5, 0xdd, 0xfd, 0xc2, 0xe2, 0xca, 0xea, 0xd4, 0xf4]
  const tones = new Map([
    ['\u0300', 0xcc],
    ['\u0309', 0xd2],
    ['\u0303', 0xde],
    ['\u0301', 0xec],
    ['\u0323', 0xf2],
  ])
  const signs = [
    ...text
      .normalize('NFD')
      .replace(
        /([aeoAEO])(\p{M}?)\u0302/gu,
        (_, letter: string, mark: string) => `${`${letter}\u0302`.normalize('NFC')}${mark}`,
      ),
  ]
  const composed = signs.join('').replace(/([aAoOuU])(\p{M}*)/gu, (all) => {
    const hat = /[\u0306\u031b\u0302]/.exec(all)?.[0]
    return hat ? `${`${all[0]}${hat}`.normalize('NFC')}${all.slice(1).replace(hat, '')}` : all
  })
  return Uint8Array.from([...composed], (sign) => {
    const at = letters.indexOf(sign)
    return at >= 0 ? (bytes[at] ?? 0) : (tones.get(sign) ?? sign.charCodeAt(0))
  })
}

describe('how files are written', () => {
  test.each<[string, Uint8Array | string]>([
    ['semicolons', `${head}\r\n${row}\r\n`],
    ['a byte order mark', `\uFEFF${head}\r\n${row}\r\n`],
    [
      'UTF-16 LE with tabs, as “Unicode text”',
      Buffer.from(`\uFEFF${head}\r\n${row}\r\n`.replaceAll(';', '\t'), 'utf16le'),
    ],
    ['UTF-16 BE', Buffer.from(`\uFEFF${head}\r\n${row}\r\n`, 'utf16le').swap16()],
    ['Windows-1258', windows1258(`${head}\r\n${row}\r\n`)],
    ['letters apart from their marks', `${head}\r\n${row}\r\n`.normalize('NFD')],
    ['commas and machine numbers', `code,name,born,share,children,kind\nA1,Trần Văn Bình,1945-09-02,12.5,1234,pupil\n`],
    [
      'headings without tones, below a title',
      `DANH SÁCH;;;;;\r\nma;HO VA TEN;ngay sinh;ty le;so con;loai\r\n${row}\r\n`,
    ],
    ['a line that tells the separator', `sep=;\r\n${head}\r\n${row}\r\n`],
  ])('%s', async (_, bytes) => {
    const made = await read(bytes)
    expect(made).toMatchObject({ state: 'checked', rowCount: 1, problems: [] })
    await step(made.id, 'confirm')
    await workOn(kit, peopleImport)
    expect(await people()).toEqual([expected])
    expect(await step(made.id, 'undo')).toMatchObject({ state: 'undone', storedCount: 1, undoneCount: 1 })
    expect(await people()).toEqual([])
  })

  test('Excel, with merged cells, real dates and numbers', async () => {
    const bytes = await sheet(
      [
        ['Danh sách'],
        ['Mã', 'Tên', 'Ngày sinh', 'Tỷ lệ', 'Số con', 'Loại', 'Ghi chú'],
        ['A1', 'Trần Văn Bình', new Date('1945-09-02'), 12.5, 1234, 'Học sinh', 'x'],
        ['A2', null, null, 0.5, 0, null],
      ],
      (page) => page.mergeCells('B3:B4'),
    )
    const made = await read(bytes, 'a.xlsx')
    expect(made).toMatchObject({
      state: 'checked',
      rowCount: 2,
      problems: [],
      facts: { sheet: 'Danh sách', headLine: 2, unknown: [{ heading: 'Ghi chú', number: 7 }] },
    })
    await step(made.id, 'confirm')
    await workOn(kit, peopleImport)
    expect(await people()).toEqual([
      expected,
      { code: 'A2', name: 'Trần Văn Bình', born: null, share: 0.5, children: 0, kind: null },
    ])
    await step(made.id, 'undo')
  })

  test('Windows-1258 is told, and composed', async () => {
    expect((await read(windows1258(`${head}\r\n${row}\r\n`))).facts).toMatchObject({
      encoding: 'windows-1258',
      separator: ';',
    })
  })
})

describe('what is wrong', () => {
  test('is told at its cell, in both languages, and nothing is stored', async () => {
    const made = await read(`${head}\r\n;X;31/2/2020;abc;1,5;Cá\r\nP-13;Y;;;;\r\nB1;Một;;;;\r\nb1;Hai;;;;\r\n`)
    expect(made).toMatchObject({ state: 'checked', rowCount: 4, wrongRowCount: 3, problemCount: 7 })
    expect(
      made.problems.map(({ line, columnNumber, code }) => [line, columnNumber, code.replace('table-import.', '')]),
    ).toEqual([
      [2, 1, 'empty'],
      [2, 3, 'notDate'],
      [2, 4, 'notNumber'],
      [2, 5, 'notWhole'],
      [2, 6, 'notChoice'],
      [3, 1, 'notChoice'],
      [5, 1, 'keyTwice'],
    ])
    expect(made.problems[6]).toMatchObject({ heading: 'Mã', vi: 'Trùng với dòng 4: mỗi dòng phải khác nhau ở Mã.' })
    await expect(step(made.id, 'confirm')).rejects.toThrow('table-import.wrongRows')
    expect(await people()).toEqual([])
  })

  test.each<[string, Uint8Array | string | Promise<Uint8Array>, string]>([
    ['other headings', 'a;b\n1;2\n', 'table-import.headingsUnknown'],
    ['another tone is another word', 'Má;Họ và tên\n1;2\n', 'table-import.columnMissing'],
    ['a column twice', 'Mã;code;Tên\n1;2;3\n', 'table-import.columnTwice'],
    ['only headings', 'Mã;Tên\n', 'table-import.noRows'],
    ['a PDF', '%PDF-1.7', 'documents.pdfFile'],
    ['open quotes', 'Mã;Tên\n"A;B\n', 'table-import.quotesOpen'],
    [
      'bytes of another language',
      Buffer.from('Mã;Tên\nGröße;schön\nüber;ähnlich\n', 'latin1'),
      'table-import.wrongEncoding',
    ],
  ])('of the file as a whole: %s', async (_, bytes, code) => {
    const made = await read(await bytes)
    expect(made).toMatchObject({ state: 'failed', failure: { code } })
  })

  test('a formula without a result and a hidden row', async () => {
    const bytes = await sheet(
      [
        ['Mã', 'Tên'],
        ['A1', 'x'],
        ['A2', 'y'],
      ],
      (page) => {
        page.getCell('B2').value = { formula: 'A1&"x"', date1904: false }
        page.getRow(3).hidden = true
      },
    )
    const made = await read(bytes, 'a.xlsx')
    expect(made.problems.map(({ line, columnNumber, code }) => [line, columnNumber, code])).toEqual([
      [2, 2, 'table-import.uncomputed'],
      [3, null, 'table-import.rowHidden'],
    ])
  })
})

describe('how it goes', () => {
  test('in batches; stopped, gone on with, and undone as one', async () => {
    const made = await read(peopleCsv(12_000))
    expect(made).toMatchObject({ state: 'checked', rowCount: 12_000, problems: [] })
    await step(made.id, 'confirm')
    const turn = crypto.randomUUID()
    const work = () => perform(machine, operations.work, caller, { id: made.id, turn })
    await work()
    await work()
    expect(await stateOf(made.id)).toMatchObject({ state: 'storing', storedCount: 5000 })
    await step(made.id, 'stop')
    expect(await work()).toMatchObject({ more: false })
    expect(await people()).toHaveLength(5000)
    await step(made.id, 'continue')
    await workOn(kit, peopleImport)
    expect(await stateOf(made.id)).toMatchObject({ state: 'done', storedCount: 12_000 })
    expect(await people()).toHaveLength(12_000)
    expect(await step(made.id, 'undo')).toMatchObject({ undoneCount: 12_000 })
    expect(await people()).toEqual([])
    const { rows } = await database.pool.query(
      'select count(*)::int as left from platform.table_import_row where import_id = $1',
      [made.id],
    )
    expect(rows).toEqual([{ left: 0 }])
  })

  test('cancelled while it is read, nothing of it is left', async () => {
    const id = await taken(new TextEncoder().encode(peopleCsv(10)))
    await step(id, 'cancel')
    await workOn(kit, peopleImport)
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled', rowCount: 0 })
    await expect(step(id, 'confirm')).rejects.toThrow('table-import.notNow')
  })

  test('one who was not heard of loses the turn, one who was keeps it', async () => {
    const id = await taken(new TextEncoder().encode(peopleCsv(10)))
    const turns = [crypto.randomUUID(), crypto.randomUUID()] as const
    const work = (turn: string) => perform(machine, operations.work, caller, { id, turn })
    expect(await work(turns[0])).toEqual({ id, more: true })
    expect(await work(turns[1])).toEqual({ id, more: false })
    clock.pass(2)
    expect(await work(turns[1])).toEqual({ id, more: true })
    expect(await work(turns[0])).toEqual({ id, more: false })
    await work(turns[1])
    expect(await work(turns[1])).toEqual({ id, more: false })
    expect(await stateOf(id)).toMatchObject({ state: 'checked', rowCount: 10 })
  })

  test('a defect is tried again, some times, then told', async () => {
    const made = await read(peopleCsv(3))
    await step(made.id, 'confirm')
    await database.pool.query('alter table people.person rename to elsewhere')
    for (let time = 0; time < 5; time++) {
      await expect(workOn(kit, peopleImport)).rejects.toThrow('people.person')
      clock.pass(2)
    }
    await workOn(kit, peopleImport)
    expect(await stateOf(made.id)).toMatchObject({ state: 'stopped', failure: { code: 'table-import.givenUp' } })
    await database.pool.query('alter table people.elsewhere rename to person')
    await step(made.id, 'continue')
    await workOn(kit, peopleImport)
    expect(await stateOf(made.id)).toMatchObject({ state: 'done', storedCount: 3, failure: null })
    await step(made.id, 'undo')
  })
})
