/** The PDF of an official document, read by a stranger: its words, its type, its tags, and that it is for the archive. */

import { expect, test } from 'vitest'
import { readParts } from '../zip.fixture.ts'
import type { OfficialDocument } from './model.ts'
import { readPdf } from './pdf.fixture.ts'
import { renderPdf } from './pdf.ts'
import { sampleDocument } from './sample.fixture.ts'
import { drawable } from './typesetting.ts'
import { renderWord } from './word.ts'

async function read(document: OfficialDocument) {
  const bytes = renderPdf(document)
  const raw = Buffer.from(bytes).toString('latin1')
  const { pdf, pages } = await readPdf(bytes)
  return { bytes, raw, pdf, pages }
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean).toSorted()
const labelled = { ...sampleDocument, draft: true, watermarkLabel: 'Số liệu mẫu' }
const sample = await read(labelled)

test('PDF and Word hold the same words, every Vietnamese letter among them', async () => {
  const xml = (await readParts(await renderWord(sampleDocument))).get('word/document.xml') ?? ''
  const paragraphs = xml
    .split('</w:p>')
    .map((each) => [...each.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join(''))
  const decoded = paragraphs.join(' ').replace(/&(amp|lt|gt|quot);/g, (_, name: string) => signs[name] ?? '')
  const { pages } = await read(sampleDocument)
  const [first, ...others] = pages.map(({ text }) => text)
  // Every page but the first of the document and of an annex begins with its number.
  const written = [first, ...others.map((text) => text.replace(/^\s*\d+\n/, ''))].join('\n')
  expect(wordsOf(written)).toEqual(wordsOf(decoded))
})

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

test('is tagged PDF/A-2a in Vietnamese, with title, body of issue and its own day', async () => {
  const { raw, pdf } = sample
  expect(raw).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  const { info } = await pdf.getMetadata()
  expect(info).toMatchObject({ Title: 'BÁO CÁO Kết quả công tác năm 2025', Author: 'Sở Nội vụ', Language: 'vi-VN' })
  expect(JSON.stringify(info)).toContain('D:20260203000000')
})

test('has its fonts inside, and only Tinos', () => {
  const names = [...sample.raw.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name)
  expect(new Set(names)).toEqual(new Set(['Tinos-Regular', 'Tinos-Bold', 'Tinos-Italic', 'Tinos-BoldItalic']))
  expect(sample.raw.match(/\/FontFile2/g)).toHaveLength(new Set(names).size)
})

test('A4; a landscape annex turns it; headings, tables and their heads are tagged as what they are', () => {
  expect(sample.pages.map(({ view }) => view.slice(2).map(Math.round))).toEqual([
    [595, 842],
    [595, 842],
    [595, 842],
    [842, 595],
  ])
  expect(sample.pages[0]?.tree).toMatch(/"H1".*"H2".*"H3"/)
  expect(sample.pages[0]?.tree).toMatch(/"Table".*"THead".*"TH".*"TBody".*"TD"/)
})

test('labels stand on every page, numbers on all but the first; an annex counts by itself', async () => {
  for (const { text } of sample.pages) expect(text).toMatch(/DỰ THẢO[\s\S]*SỐ LIỆU MẪU/)
  const long = { kind: 'paragraph', text: 'Lời văn dài. '.repeat(300) } as const
  const { pages } = await read({ ...sampleDocument, body: [long], annexes: [{ title: 'Hai trang', body: [long] }] })
  expect(pages.map(({ text }) => /^\s*(\d+)\n/.exec(text)?.[1])).toEqual([undefined, '2', '3', undefined, '2'])
})

test('the head of a table is repeated on every page', async () => {
  const rows = Array.from({ length: 90 }, (_, index) => ({ cells: [`Xã ${index}`, index] }))
  const columns = [
    { header: 'Tên đơn vị', weight: 3 },
    { header: 'Số người', weight: 1 },
  ]
  const { pages } = await read({ ...sampleDocument, annexes: [], body: [{ kind: 'table', columns, rows }] })
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.filter(({ text }) => text.includes('Xã ')).every(({ text }) => text.includes('Tên đơn vị'))).toBe(true)
})

test('the same document gives the same bytes', () => {
  expect(Buffer.compare(renderPdf(structuredClone(labelled)), sample.bytes)).toBe(0)
})

test('a sign that the font lacks is written by its number, not left out', async () => {
  const { pages } = await read({ ...sampleDocument, body: [{ kind: 'paragraph', text: 'Đạt ✓ 😀\u200b, 5₫, ≥ 3.' }] })
  expect(pages[0]?.text).toContain('Đạt [U+2713] [U+1F600], 5₫, ≥ 3')
  expect(drawable('\ufeffab', () => false)).toBe('ab')
})

test('tables without end are refused in words', () => {
  const columns = [{ header: 'A', weight: 1 }]
  const rows = Array.from({ length: 40_001 }, () => ({ cells: [1] }))
  expect(() => renderPdf({ ...sampleDocument, body: [{ kind: 'table', columns, rows }] })).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ code: 'pdf.tooManyCells' })] }),
  )
})
