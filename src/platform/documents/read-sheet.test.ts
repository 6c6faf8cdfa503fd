/** Cells of sheets by their XML, as Excel and other programs write it: what each means, and the bounds. */
import { expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { bookOf } from './book.fixture.ts'
import { readWorkbook } from './read-workbook.ts'

const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof ProblemError ? error.message : `defect: ${String(error)}`),
  )

const rowOf = async (cells: string) => {
  const [sheet] = await readWorkbook(bookOf(`<sheetData><row r="1">${cells}</row></sheetData>`))
  return sheet?.rows[0]?.cells.map(({ address, kind, value }) => [address, kind, value]) ?? []
}

test.each<[string, string, unknown[]]>([
  ['a formula never computed', '<c r="A1"><f>7+4</f><v></v></c>', ['A1', 'uncomputed', '=7+4']],
  ['a formula without a value element', '<c r="A1"><f>SUM(B1:B2)</f></c>', ['A1', 'uncomputed', '=SUM(B1:B2)']],
  ['a text formula never computed', '<c r="A1" t="str"><f>B1&amp;""</f></c>', ['A1', 'uncomputed', '=B1&""']],
  ['a shared formula never computed', '<c r="A1"><f t="shared" si="0"/></c>', ['A1', 'uncomputed', '=']],
  ['an array formula', '<c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>4</v></c>', ['A1', 'number', 4]],
  ['a formula of another file', '<c r="A1"><f>[1]Sheet1!A1</f><v>9</v></c>', ['A1', 'number', 9]],
  ['a formula that gave text', '<c r="A1" t="str"><f>"a"</f><v>a</v></c>', ['A1', 'text', 'a']],
  ['a formula that gave an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', ['A1', 'error', '#DIV/0!']],
  ['a share', '<c r="A1" s="1"><v>0.125</v></c>', ['A1', 'percent', 0.125]],
  ['a date', '<c r="A1" s="2"><v>46357</v></c>', ['A1', 'date', '2026-12-01']],
  ['a number that no calendar knows, seen as a date', '<c r="A1" s="2"><v>0</v></c>', ['A1', 'date', '0']],
  ['a date of a strict file', '<c r="A1" t="d"><v>2026-12-01T00:00:00</v></c>', ['A1', 'date', '2026-12-01']],
  ['an exponent', '<c r="A1"><v>1.2E3</v></c>', ['A1', 'number', 1200]],
  ['signs that are no text', '<c r="A1" t="inlineStr"><is><t>a_x0000__x0001_b</t></is></c>', ['A1', 'text', 'ab']],
  ['cells without addresses', '<c><v>1</v></c>', ['A1', 'number', 1]],
])('%s', async (_, xml, expected) => {
  expect(await rowOf(xml)).toEqual([expected])
})

test('a formula that gave an empty text is empty', async () => {
  expect(await rowOf('<c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c>')).toEqual([['B1', 'number', 1]])
})

test('merged ranges and hidden rows are told', async () => {
  const [sheet] = await readWorkbook(
    bookOf(
      '<sheetData><row r="2" hidden="1"><c r="A2"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells>',
    ),
  )
  expect(sheet?.rows[0]).toMatchObject({ number: 2, hidden: true })
  expect(sheet?.merges).toEqual([{ from: { row: 2, column: 1 }, to: { row: 3, column: 2 } }])
  expect(structuredClone(sheet)).toEqual(sheet)
})

test('what the sheet says of its size is not believed', async () => {
  const xml =
    '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
  expect(
    (await readWorkbook(bookOf(`${xml}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`)))[0]?.rows,
  ).toHaveLength(1)
})

const many = (count: number, of: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => of(index)).join('')
test.each([
  [
    'a cell at the last place',
    '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    'tooManyColumns',
  ],
  ['a row past the last', '<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>', 'broken'],
  ['a row far past the last', '<sheetData><row r="900719925474099"><c><v>1</v></c></row></sheetData>', 'broken'],
  [
    'a cell that stands twice',
    '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>',
    'broken',
  ],
  [
    'merges',
    `<mergeCells>${many(30_000, (row) => `<mergeCell ref="A${row + 1}:B${row + 1}"/>`)}</mergeCells>`,
    'tooManyMerges',
  ],
  [
    'one long text',
    `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(3_000_000)}</t></is></c></row></sheetData>`,
    'cellTooLong',
  ],
  [
    'a long number',
    `<sheetData><row r="1"><c r="A1"><v>${'1'.repeat(100_000)}</v></c></row></sheetData>`,
    'cellTooLong',
  ],
  ['rows', `<sheetData>${many(101_000, () => '<row><c><v>1</v></c></row>')}</sheetData>`, 'tooManyRows'],
])('is refused at its bound: %s', async (_, xml, code) => {
  expect(await codeOf(readWorkbook(bookOf(xml)))).toBe(`documents.${code}`)
})

test('a text of shared texts that is too long, and marks piled on a letter', async () => {
  const shared = (text: string) => ({
    'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="s" Type="a/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="x" Type="a/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
  })
  const sheet = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
  expect(await codeOf(readWorkbook(bookOf(sheet, shared('a'.repeat(40_000)))))).toBe('documents.cellTooLong')
  const from = performance.now()
  expect(await codeOf(readWorkbook(bookOf(sheet, shared(`a${'\u0301\u0323'.repeat(15_000)}`))))).toBe('read')
  expect(performance.now() - from).toBeLessThan(1000)
})
