/** Uploaded workbooks: what is read, what is refused, and that nothing else can happen. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { sampleDocument } from './official/sample.fixture.ts'
import { renderWord } from './official/word.ts'
import { columnLetters, columnNumber } from './read-sheet.ts'
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
  test.each([
    ['nothing', new Uint8Array(), 'documents.notExcel'],
    ['text', new TextEncoder().encode('Đơn vị;Số người\n'), 'documents.notExcel'],
    ['an old or locked file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'documents.oldOrLocked'],
    ['a zip cut short', Uint8Array.of(0x50, 0x4b, 3, 4, 0), 'documents.broken'],
  ])('%s', async (_name, bytes, code) => {
    expect(await codeOf(readWorkbook(bytes))).toBe(code)
  })

  test('a Word file', async () => {
    expect(await codeOf(readWorkbook(await renderWord(sampleDocument)))).toBe('documents.notExcel')
  })

  test.each([
    ['bytes', { bytes: 100 }],
    ['rows', { rows: 2 }],
    ['columns', { columns: 27 }],
    ['cells', { cells: 8 }],
    ['sheets', { sheets: 1 }],
  ])('too many %s', async (_name, limits) => {
    expect(await codeOf(readWorkbook(sound, { ...usualLimits, ...limits }))).toBe('documents.tooLarge')
  })

  test('too many unpacked bytes', async () => {
    expect(await codeOf(readWorkbook(sound, { ...usualLimits, unpackedBytes: 1000 }))).toBe(
      'documents.unpackedTooLarge',
    )
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
  const allowed =
    /^(read|documents\.(broken|notExcel|tooLarge|oldOrLocked|unpackedTooLarge|partTooLarge|partLocked|partTwice|partsOverlap|unknownEncoding|nameTooLong|tooManyParts))$/

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
