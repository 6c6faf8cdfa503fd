/** Periods in titles: neither Word nor a browser may break a line within one. */
import { expect, test } from 'vitest'
import { readParts } from '../zip.fixture.ts'
import { renderHtml } from './html.tsx'
import type { OfficialDocument } from './model.ts'
import { unbroken } from './periods.ts'
import { sampleDocument } from './sample.fixture.ts'
import { renderWord } from './word.ts'

test.each([
  ['giai đoạn 2021-2025', 'giai đoạn 2021\u20112025'],
  ['giai đoạn 2021 - 2025', 'giai đoạn 2021\u00a0\u2011\u00a02025'],
  ['giai đoạn 2021 – 2030, 2026–2030', 'giai đoạn 2021\u00a0–\u00a02030, 2026\u2060–\u20602030'],
  ['2021-2025-2030', '2021\u20112025\u20112030'],
  ['năm học 2024-2025', 'năm học 2024\u20112025'],
  // No period: a number of a document, a day, a dash between words.
  ['Kế hoạch 290/KH-UBND ngày 2021-12-31 - Hà Nội', 'Kế hoạch 290/KH-UBND ngày 2021-12-31 - Hà Nội'],
])('%s', (text, expected) => {
  expect(unbroken(text)).toBe(expected)
})

const subject = 'Xây dựng xã hội học tập giai đoạn 2021-2025 và 2021 – 2030'
const annexes = [{ title: 'Kết quả 2021-2025', body: [] }]
const titled: OfficialDocument = { ...sampleDocument, subject, annexes, keepsPeriods: true }

test('a Word file writes them with hyphens that hold a line together', async () => {
  const parts = await readParts(await renderWord(titled))
  const xml = parts.get('word/document.xml') ?? ''
  const held = '<w:noBreakHyphen/>'
  expect(xml).toContain(`giai đoạn 2021</w:t>${held}<w:t xml:space="preserve">2025 và 2021\u00a0–\u00a02030</w:t>`)
  expect(xml).toContain(`KẾT QUẢ 2021</w:t>${held}<w:t xml:space="preserve">2025</w:t>`)
  // Where a file is looked for by its title, the title is what people type.
  expect(parts.get('docProps/core.xml')).toContain(subject)
})

test('a page writes them with characters that hold a line together', () => {
  const html = renderHtml(titled)
  expect(html).toContain('giai đoạn 2021\u20112025 và 2021\u00a0–\u00a02030')
  expect(html).toContain('KẾT QUẢ 2021\u20112025')
})

test('a document that does not ask for it is written as it always was', async () => {
  const former = { ...titled, keepsPeriods: undefined }
  expect(renderHtml(former)).toContain('giai đoạn 2021-2025 và 2021 – 2030')
  const xml = (await readParts(await renderWord(former))).get('word/document.xml') ?? ''
  expect(xml).toContain('>Xây dựng xã hội học tập giai đoạn 2021-2025 và 2021 – 2030<')
})
