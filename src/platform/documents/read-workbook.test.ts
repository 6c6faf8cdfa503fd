/** Uploaded workbooks: what is read, what is refused, and that nothing else can happen. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { columnLetters, columnNumber } from '#kernel/cell-address.ts'
import { type Problem, ProblemError, describe as tell } from '#kernel/problem.ts'
import { sampleDocument } from './official/sample.fixture.ts'
import { renderWord } from './official/word.ts'
import { readWorkbook, usualLimits } from './read-workbook.ts'
import { packParts, readParts } from './zip.fixture.ts'
import { listEntries } from './zip.ts'

/** A workbook as another program writes it: shared texts, formulas, dates, hidden sheets. */
async function foreign(options: { date1904?: boolean } = {}): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  if (options.date1904) book.properties.date1904 = true
  const sheet = book.addWorksheet('Biểu 1')
  sheet.getCell('B2').value = ' Phường Ba Đình '.normalize('NFD')
  sheet.getCell('C2').value = 12.5
  sheet.getCell('D2').value = { formula: 'C2*2', result: 25 }
  sheet.getCell('AB7').value = new Date(Date.UTC(2026, 11, 1))
  sheet.getCell('A9').value = { richText: [{ text: 'Đã ' }, { text: 'duyệt', font: { bold: true } }] }
  sheet.getCell('B9').value = true
  sheet.getCell('C9').value = { error: '#DIV/0!' }
  sheet.getCell('D9').value = 0.6
  sheet.getCell('D9').numFmt = '0.0%'
  sheet.getCell('E9').value = '   '
  sheet.getCell('F9').value = 5
  sheet.getCell('F9').numFmt = '_-* #,##0\\ _đ_-;"dưới" #,##0'
  book.addWorksheet('Ẩn', { state: 'hidden' }).getCell('A1').value = 'x'
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof ProblemError ? error.message : `defect: ${String(error)}`),
  )

let sound: Uint8Array
beforeAll(async () => {
  sound = await foreign()
})

test('cells come with the address and the meaning a person sees', async () => {
  const [first, second] = await readWorkbook(sound)
  expect(
    first?.rows.flatMap(({ cells }) =>
      cells.map(({ address, kind, value, formula }) => [address, kind, value, formula]),
    ),
  ).toEqual([
    ['B2', 'text', 'Phường Ba Đình', false],
    ['C2', 'number', 12.5, false],
    ['D2', 'number', 25, true],
    ['AB7', 'date', '2026-12-01', false],
    ['A9', 'text', 'Đã duyệt', false],
    ['B9', 'boolean', true, false],
    ['C9', 'error', '#DIV/0!', false],
    ['D9', 'percent', 0.6, false],
    ['F9', 'number', 5, false],
  ])
  expect(second).toMatchObject({ name: 'Ẩn', hidden: true })
})

test('dates of files that count from 1904', async () => {
  const [sheet] = await readWorkbook(await foreign({ date1904: true }))
  expect(sheet?.rows[1]?.cells[0]?.value).toBe('2026-12-01')
})

describe('refused', () => {
  const utf16 = (name: string) => Buffer.from(`${name}\0`, 'utf16le')
  const compound = (name: string) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), utf16(name)])
  const zip = (names: string[], text = 'x') => packParts(new Map(names.map((name) => [name, text])))
  const text = (content: string) => new TextEncoder().encode(content)

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'documents.emptyFile'],
    ['text', text('Đơn vị;Số người\n'), 'documents.textFile'],
    ['text in UTF-16', Buffer.from('\uFEFFĐơn vị\tSố người\n', 'utf16le'), 'documents.textFile'],
    ['an old or locked file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'documents.oldOrLocked'],
    ['an old Excel file', compound('Workbook'), 'documents.oldExcel'],
    ['an older Excel file', compound('Book'), 'documents.oldExcel'],
    ['a file with a password', compound('EncryptedPackage'), 'documents.lockedExcel'],
    ['an old Word file', compound('WordDocument'), 'documents.wordFile'],
    ['a binary Excel file', zip(['[Content_Types].xml', 'xl/workbook.bin']), 'documents.binaryExcel'],
    [
      'a LibreOffice sheet',
      zip(['mimetype'], 'application/vnd.oasis.opendocument.spreadsheet'),
      'documents.openDocument',
    ],
    ['a LibreOffice text', zip(['mimetype'], 'application/vnd.oasis.opendocument.text'), 'documents.wordFile'],
    ['slides', zip(['ppt/presentation.xml']), 'documents.slidesFile'],
    ['a Numbers file', zip(['Index/Document.iwa']), 'documents.numbersFile'],
    ['an archive', zip(['bieu.csv', 'anh.png']), 'documents.archiveFile'],
    ['another archive', text('Rar!\u001a\u0007'), 'documents.archiveFile'],
    ['a PDF', text('%PDF-1.7\n'), 'documents.pdfFile'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'documents.pictureFile'],
    ['a web page', text('\uFEFF<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'), 'documents.htmlFile'],
    ['a table of a web page', text('\n<TABLE border=1><tr><td>Mã'), 'documents.htmlFile'],
    ['a web page in one file', text('MIME-Version: 1.0\r\nContent-Type: multipart/related'), 'documents.mhtFile'],
    ['RTF', text('{\\rtf1\\ansi'), 'documents.rtfFile'],
    [
      'XML Spreadsheet 2003',
      text(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      ),
      'documents.excelXml',
    ],
    ['bytes of nothing known', Uint8Array.of(1, 0, 2, 0, 3), 'documents.notExcel'],
    ['a zip cut short', Uint8Array.of(0x50, 0x4b, 3, 4, 0), 'documents.broken'],
  ])('%s', async (_name, bytes, code) => {
    expect(await codeOf(readWorkbook(bytes))).toBe(code)
  })

  test('a Word file', async () => {
    expect(await codeOf(readWorkbook(await renderWord(sampleDocument)))).toBe('documents.wordFile')
  })

  test.each([
    ['bytes', { bytes: 100 }, 'tooLarge', '0\u00a0MB'],
    ['unpacked bytes', { unpackedBytes: 1000 }, 'unpackedTooLarge', 'giải nén'],
    ['rows', { rows: 2 }, 'tooManyRows', 'đến ô A9 đã quá 2 dòng'],
    ['columns', { columns: 27 }, 'tooManyColumns', 'ô AB7; chỉ nhận đến 27 cột'],
    ['cells', { cells: 8 }, 'tooManyCells', 'đến ô F9 đã quá 8 ô'],
    ['sheets', { sheets: 1 }, 'tooManySheets', 'có 2 trang tính; chỉ nhận đến 1 trang tính'],
  ])('too many %s, in words of their own', async (_name, limits, code, words) => {
    const problem = await readWorkbook(sound, { ...usualLimits, ...limits }).catch(
      (error: ProblemError) => error.problems[0],
    )
    expect(problem).toMatchObject({ code: `documents.${code}` })
    expect(tell('vi', problem as Problem)).toContain(words)
  })

  test('an archive that declares less than it unpacks to', async () => {
    const lying = await bomb()
    const view = new DataView(lying.buffer, lying.byteOffset)
    for (const entry of listEntries(lying)) view.setUint32(entry.recordAt + 24, 10, true)
    expect(await codeOf(readWorkbook(lying))).toBe('documents.broken')
  })
})

/** Two million unpacked bytes in a few thousand. */
async function bomb(): Promise<Uint8Array> {
  const out = new PassThrough()
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false })
  const sheet = book.addWorksheet('x')
  for (let row = 0; row < 100; row++) sheet.addRow(['0'.repeat(20_000)]).commit()
  const [bytes] = await Promise.all([buffer(out), book.commit()])
  return new Uint8Array(bytes)
}

describe('whatever the bytes, a problem or rows', () => {
  const allowed = /^(read|documents\.\w+)$/

  test('bytes changed anywhere', async () => {
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = sound.slice()
        for (const [at, value] of changes) bytes[at] = value
        expect(await codeOf(readWorkbook(bytes))).toMatch(allowed)
      }),
      { numRuns: 300 },
    )
  })

  test('changes in the directory, where all sizes and places stand', async () => {
    const from = listEntries(sound)[0]?.recordAt ?? 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: from, max: sound.length - 1 }), fc.nat(255), async (at, value) => {
        const bytes = sound.slice()
        bytes[at] = value
        expect(await codeOf(readWorkbook(bytes))).toMatch(allowed)
      }),
      { numRuns: 300 },
    )
  })

  test('changes inside the parts, under checksums that fit', async () => {
    const parts = await readParts(sound)
    expect(await codeOf(readWorkbook(packParts(parts)))).toBe('read')
    const piece = fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      '&',
      '&#x0;',
      '&lol;',
      '/',
      '-1',
      '1e999',
      'NaN',
      '\u0000',
      '<row>',
      '<c t="s"><v>9</v></c>',
      '%',
    )
    const change = fc.record({
      name: fc.constantFrom(...parts.keys()),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      gone: fc.nat(12),
      piece,
    })
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const changed = new Map(parts)
        for (const { name, at, gone, piece } of changes) {
          const text = changed.get(name) ?? ''
          const from = Math.floor(at * text.length)
          changed.set(name, text.slice(0, from) + piece + text.slice(from + gone))
        }
        const code = await codeOf(readWorkbook(packParts(changed)))
        seen.add(code)
        expect(code).toMatch(allowed)
      }),
      { numRuns: 500 },
    )
    expect(seen).toContain('read')
    expect(seen).toContain('documents.broken')
  })

  test('a document type, the way to entity bombs', async () => {
    const parts = await readParts(sound)
    const book = parts.get('xl/workbook.xml') ?? ''
    parts.set('xl/workbook.xml', book.replace('<workbook', '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook'))
    expect(await codeOf(readWorkbook(packParts(parts)))).toBe('documents.hasDoctype')
  })

  test('cut off anywhere, or followed by anything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length), fc.uint8Array(), async (length, tail) => {
        const bytes = new Uint8Array([...sound.subarray(0, length), ...tail])
        expect(await codeOf(readWorkbook(bytes))).toMatch(allowed)
      }),
    )
  })

  test('any bytes after the sign of a zip', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (tail) => {
        expect(await codeOf(readWorkbook(Uint8Array.of(0x50, 0x4b, ...tail)))).toMatch(allowed)
      }),
    )
  })
})

test('column letters and numbers', () => {
  expect([1, 26, 27, 28, 702, 703, 16384].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA', 'XFD'])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (column) => columnNumber(columnLetters(column)) === column),
  )
})
