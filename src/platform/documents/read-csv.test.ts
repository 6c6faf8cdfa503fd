/** Uploaded CSV files: what is read, what is refused, and that nothing else can happen. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvFaultError, type CsvRow, csvIn, csvRows, openCsv } from './read-csv.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** All rows of a file, or why there are none. */
async function read(bytes: Uint8Array, rows = 100_000): Promise<CsvRow[] | CsvFaultError> {
  try {
    const all: CsvRow[] = []
    for await (const row of csvRows(await openCsv(csvIn(bytes)), { rows, cells: 2_000_000 })) all.push(row)
    return all
  } catch (error) {
    if (error instanceof CsvFaultError) return error
    throw error
  }
}

async function cellsOf(bytes: Uint8Array) {
  const answer = await read(bytes)
  return answer instanceof CsvFaultError ? answer.why : answer.map((row) => row.cells)
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
  ])('%s', async (_, text) => {
    expect(await cellsOf(bytesOf(text))).toEqual(table)
  })

  test('UTF-16 with its mark, both ways round', async () => {
    const little = Buffer.from('\uFEFFmã\ttên\n00004\tPhường Ba Đình\n', 'utf16le')
    expect(await cellsOf(little)).toEqual(table)
    expect(await cellsOf(Buffer.from(little).swap16())).toEqual(table)
  })

  test('rows say their line, and a cell may hold a comma, a quote and a line end', async () => {
    expect(await read(bytesOf('a,b\n"x, ""y""\nz",1\n\n2,3\n'))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['x, "y"\nz', '1'] },
      { line: 5, cells: ['2', '3'] },
    ])
  })
})

describe('what is refused', () => {
  test.each([
    // "Phường" as Windows-1258 writes it: single bytes that are no UTF-8.
    ['Windows-1258', Uint8Array.of(0x50, 0x68, 0xfd, 0xf5, 0xcc, 0x6e, 0x67, 0x2c, 0x31), 'encoding'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'encoding'],
    ['UTF-16 without its mark', Buffer.from('a,b\n', 'utf16le'), 'not-text'],
    ['a quote that never closes', bytesOf('a,b\n"x,1\n'), 'quotes'],
  ])('%s', async (_, bytes, why) => {
    expect(await cellsOf(bytes)).toBe(why)
  })

  test('more rows than asked for', async () => {
    expect(await read(bytesOf('a\n1\n2\n3\n'), 3)).toMatchObject({ why: 'rows', line: 4, most: 3 })
  })
})

test('any bytes are read or refused, never a defect', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const answer = await read(bytes)
      expect(answer instanceof CsvFaultError || Array.isArray(answer)).toBe(true)
    }),
  )
})

describe('the separator is found', () => {
  test.each([
    ['a title with a comma above the headings', 'Phụ lục: Danh sách sắp xếp, nhập xã\nmã;tên\n00004;Phường Ba Đình\n'],
    ['a plain title', 'PHỤ LỤC\nmã;tên\n00004;Phường Ba Đình\n'],
    ['several titles and an empty line', 'UBND, HĐND\nPhụ lục, biểu 1\n\nmã;tên\n00004;Phường Ba Đình\n'],
    ['a line that names it', 'sep=;\nmã;tên\n00004;Phường Ba Đình\n'],
    ['bars', 'mã|tên\n00004|Phường Ba Đình\n'],
    ['old line ends', 'Phụ lục, 1\rmã;tên\r00004;Phường Ba Đình\r'],
  ])('under %s', async (_, text) => {
    expect(await cellsOf(bytesOf(text))).toEqual(expect.arrayContaining(table))
  })

  test('decimal commas, lists within cells and a title with a comma do not decide', async () => {
    const text = 'Danh sách, năm 2027\ntên;tỷ lệ\nA;51,6\nB;48,4\n'
    expect(await cellsOf(bytesOf(text))).toContainEqual(['A', '51,6'])
    const lists = 'hanh_dong,tu,den\nnhap,00001; 00004,99001\nnhap,00006; 00008; 1; 2,99002\n'
    expect(await cellsOf(bytesOf(lists))).toContainEqual(['nhap', '00001; 00004', '99001'])
    expect(await cellsOf(bytesOf('tên,ghi chú\n"A; B; C; D","x;y;z;t"\n'))).toContainEqual(['A; B; C; D', 'x;y;z;t'])
  })
})

describe('what is past a bound is refused before it is cut into cells', () => {
  const bomb = 12_000_000
  test.each([
    ['one cell', 'a'.repeat(bomb), 'cell', 1],
    ['one cell of marks', `x\na${'\u0323\u0301'.repeat(bomb / 4)}`, 'cell', 2],
    ['one quoted cell that spans lines', `a\n"${'b\n'.repeat(bomb / 2)}"`, 'cell', undefined],
    ['one row of empty cells', `a;b\n${';'.repeat(bomb)}`, 'columns', 2],
    ['rows', 'a\n'.repeat(bomb / 2), 'rows', 100_001],
    ['rows of cells', `a${','.repeat(400)}\n`.repeat(bomb / 402), 'cells', undefined],
  ])('%s', async (_, text, why, line) => {
    const before = process.memoryUsage().heapUsed
    const bytes = bytesOf(text)
    const from = performance.now()
    expect(await read(bytes)).toMatchObject({ why, ...(line ? { line } : {}) })
    expect(performance.now() - from).toBeLessThan(3000)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000)
  })

  test('millions of empty lines are no rows', async () => {
    expect(await read(bytesOf(`a,b\n${'\n'.repeat(2_000_000)}1,2\n`))).toMatchObject([{}, { line: 2_000_002 }])
  })

  test('nor are rows of nothing but separators, which Excel writes below a table', async () => {
    const text = `a;b;c\n${';;\n'.repeat(1_000_000)}1;2;3\n`
    expect(await read(bytesOf(text))).toMatchObject([{}, { line: 1_000_002, cells: ['1', '2', '3'] }])
  })

  test('marks piled on a letter are composed in no time', async () => {
    const from = performance.now()
    expect(await read(bytesOf(`a${'\u0301\u0323'.repeat(10_000)},b\n`))).toHaveLength(1)
    expect(performance.now() - from).toBeLessThan(500)
  })
})

test('a bound is told wherever the pieces of a file are cut, and a quote within a cell is no long cell', async () => {
  const rows = `a;b\n${'x;y\n'.repeat(20_000)}`
  expect(await read(bytesOf(`${rows}"${'z'.repeat(40_000)}";1\n`))).toMatchObject({ why: 'cell', line: 20_002 })
  expect(await read(bytesOf(`${rows}5" ống;1\n${rows}`))).toMatchObject({ why: 'quotes', line: 20_002 })
  const long = `${rows}"${'z""'.repeat(10_000)}";1\n`
  expect(await read(bytesOf(long))).toHaveLength(20_002)
})

test('an apostrophe before zeros is no part of a code', async () => {
  expect(await cellsOf(bytesOf("mã,tên\n'00004,'=A\n"))).toContainEqual(['00004', '=A'])
})
