/** Uploaded CSV files: what is read, what is refused, and that nothing else can happen. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const cellsOf = (bytes: Uint8Array) => {
  const read = readCsv(bytes)
  return read.ok ? read.rows.map((row) => row.cells) : read.why
}

const table = [
  ['mã', 'tên'],
  ['00004', 'Phường Ba Đình'],
]

describe('what is read', () => {
  test.each([
    ['commas', 'mã,tên\r\n00004,Phường Ba Đình\r\n'],
    ['semicolons', 'mã;tên\n00004;Phường Ba Đình'],
    ['tabs', 'mã\ttên\n00004\tPhường Ba Đình\n'],
    ['a byte order mark', '\uFEFFmã,tên\n00004,Phường Ba Đình\n'],
    ['decomposed letters', 'mã,tên\n00004,Phường Ba Đình\n'.normalize('NFD')],
    ['blanks and empty lines', ' mã , tên\n\n , \n00004,  Phường Ba Đình  \n\n'],
    ['quotes', '"mã","tên"\n"00004","Phường Ba Đình"'],
  ])('%s', (_, text) => {
    expect(cellsOf(bytesOf(text))).toEqual(table)
  })

  test('UTF-16 with its mark, both ways round', () => {
    const little = Buffer.from('\uFEFFmã\ttên\n00004\tPhường Ba Đình\n', 'utf16le')
    expect(cellsOf(little)).toEqual(table)
    expect(cellsOf(Buffer.from(little).swap16())).toEqual(table)
  })

  test('rows say their line, and a cell may hold a comma, a quote and a line end', () => {
    const read = readCsv(bytesOf('a,b\n"x, ""y""\nz",1\n\n2,3\n'))
    expect(read).toEqual({
      ok: true,
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 3, cells: ['x, "y"\nz', '1'] },
        { line: 5, cells: ['2', '3'] },
      ],
    })
  })
})

describe('what is refused', () => {
  test.each([
    // "Phường" as Windows-1258 writes it: single bytes that are no UTF-8.
    ['Windows-1258', Uint8Array.of(0x50, 0x68, 0xfd, 0xf5, 0xcc, 0x6e, 0x67, 0x2c, 0x31), 'encoding'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'encoding'],
    ['UTF-16 without its mark', Buffer.from('a,b\n', 'utf16le'), 'not-text'],
    ['a quote that never closes', bytesOf('a,b\n"x,1\n'), 'quotes'],
  ])('%s', (_, bytes, why) => {
    expect(cellsOf(bytes)).toBe(why)
  })

  test('more rows than asked for', () => {
    expect(readCsv(bytesOf('a\n1\n2\n3\n'), 3)).toEqual({ ok: false, why: 'too-large' })
  })
})

test('any bytes are read or refused, never a defect', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(typeof readCsv(bytes).ok).toBe('boolean')
    }),
  )
})
