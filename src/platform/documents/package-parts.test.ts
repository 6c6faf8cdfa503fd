/** Honest files of unusual make are read all the same, and what a part is cannot be told twice. */
import { describe, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { excelFile, packed, wordFile } from './bombs.fixture.ts'
import { readDocument } from './read-document.ts'
import { readWorkbook } from './read-workbook.ts'

const body = '<w:document><w:body><w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p></w:body></w:document>'
const sheet = '<worksheet><sheetData><row><c t="inlineStr"><is><t>Kế hoạch</t></is></c></row></sheetData></worksheet>'

type Part = ReturnType<typeof wordFile>[number]
const inUtf16 = (text: string) => Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${text}`, 'utf16le')
const makes: [string, (part: Part) => Part][] = [
  ['as usual', (part) => part],
  ['with backslashes in names', ({ path, data }) => ({ path: path.replaceAll('/', '\\'), data })],
  ['with a slash before names', ({ path, data }) => ({ path: `/${path}`, data })],
  ['with names in capitals', ({ path, data }) => ({ path: path.toUpperCase(), data })],
  ['with escaped names', ({ path, data }) => ({ path: path.replace('e', '%65'), data })],
  ['in UTF-16', ({ path, data }) => ({ path, data: inUtf16(Buffer.from(data).toString()) })],
  ['in UTF-16 the other way', ({ path, data }) => ({ path, data: inUtf16(Buffer.from(data).toString()).swap16() })],
]

test.each(makes)('a Word file %s', async (_, make) => {
  expect((await readDocument(packed(wordFile(body).map(make)))).text).toBe('Kế hoạch')
})

test.each(makes)('an Excel file %s', async (_, make) => {
  const sheets = await readWorkbook(packed(excelFile(sheet).map(make)))
  expect(sheets[0]?.rows[0]?.cells[0]?.value).toBe('Kế hoạch')
})

describe('refused in words of its own', () => {
  const codeOf = (reading: Promise<unknown>) =>
    reading.then(
      () => 'read',
      (error: unknown) => (error instanceof ProblemError ? error.message : `defect: ${String(error)}`),
    )

  test('an encoding that is neither UTF-8 nor UTF-16', async () => {
    const part = (text: string) => `<?xml version="1.0" encoding="windows-1258"?>${text}`
    expect(await codeOf(readDocument(packed(wordFile(part(body)))))).toBe('documents.unknownEncoding')
    expect(await codeOf(readWorkbook(packed(excelFile(part(sheet)))))).toBe('documents.unknownEncoding')
  })

  test('bytes that are no signs, rather than signs that were never written', async () => {
    const torn = Buffer.from(body, 'latin1')
    expect(await codeOf(readDocument(packed(wordFile(torn))))).toBe('documents.brokenWord')
  })

  test('a part with a password', async () => {
    const bytes = packed(wordFile(body))
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true)
    expect(await codeOf(readDocument(bytes))).toBe('documents.partLocked')
  })
})

test('the declaration of a namespace is no attribute', async () => {
  const spaced = sheet.replace('<c ', '<c xmlns:r="urn:x" r="C4" xmlns:t="urn:y" ')
  const sheets = await readWorkbook(packed(excelFile(spaced)))
  expect(sheets[0]?.rows[0]?.cells[0]).toMatchObject({ address: 'C1', value: 'Kế hoạch' })
})
