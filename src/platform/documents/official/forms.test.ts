/** Letters, decisions and minutes (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5, 1.2, 1.9): the same words in Word, PDF and HTML, each where its form has it. */
import { describe, expect, test } from 'vitest'
import { readParts } from '../zip.fixture.ts'
import { renderHtml } from './html.tsx'
import type { OfficialDocument } from './model.ts'
import { readPdf } from './pdf.fixture.ts'
import { renderPdf } from './pdf.ts'
import { sampleDecision, sampleLetter, sampleMinutes } from './sample.fixture.ts'
import { renderWord } from './word.ts'

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean).toSorted()
const textOfPdf = async (document: OfficialDocument) =>
  (await readPdf(renderPdf(document))).pages.map(({ text }) => text).join('\n')
const textOfWord = async (document: OfficialDocument) =>
  ((await readParts(await renderWord(document))).get('word/document.xml') ?? '')
    .split('</w:p>')
    .map((each) => [...each.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join(''))
    .join('\n')
const textOfHtml = (document: OfficialDocument) =>
  renderHtml(document)
    .replace(/<\/?(em|strong)>/g, '')
    .replace(/<[^>]+>/g, '\n')

describe.each([
  ['a letter', sampleLetter],
  ['a letter to one', { ...sampleLetter, addressees: ['Bộ Nội vụ'] }],
  ['a decision', sampleDecision],
  ['minutes', sampleMinutes],
])('%s', (_, document) => {
  test('has the same words in Word, PDF and HTML', async () => {
    const expected = wordsOf(textOfHtml(document))
    expect(wordsOf(await textOfWord(document))).toEqual(expected)
    expect(wordsOf(await textOfPdf(document))).toEqual(expected)
  })
})

/** Each of these stands after the one before. */
function expectInOrder(text: string, parts: readonly string[]) {
  const places = parts.map((part) => text.indexOf(part))
  expect(places, text).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

test('a letter has no title: its subject stands under the number, and to whom it goes above its text', async () => {
  const parts = [
    '05/SNV-TH',
    'V/v đôn đốc gửi báo cáo',
    'Kính gửi:',
    '- UBND phường Ba Đình;',
    '- UBND phường Ngọc Hà.',
  ]
  for (const text of [await textOfWord(sampleLetter), await textOfPdf(sampleLetter), textOfHtml(sampleLetter)]) {
    expectInOrder(text, [...parts, 'Đề nghị', 'Nơi nhận:', '- Như trên;'])
  }
  expect(await textOfPdf({ ...sampleLetter, addressees: ['Bộ Nội vụ'] })).toContain('Kính gửi: Bộ Nội vụ')
})

test('a decision says who decides above its bases, enacts below them, and numbers its articles', async () => {
  const authority = 'GIÁM ĐỐC SỞ NỘI VỤ'
  const parts = [authority, 'Căn cứ Luật', 'QUYẾT ĐỊNH:', 'Điều 1. Công nhận', 'Điều 2. Quyết định này', 'ngày ký./.']
  for (const text of [await textOfWord(sampleDecision), await textOfPdf(sampleDecision), textOfHtml(sampleDecision)]) {
    expectInOrder(text, parts)
  }
})

test('minutes are signed by secretary and chair, and have no place and day in their head', async () => {
  for (const text of [await textOfWord(sampleMinutes), await textOfPdf(sampleMinutes), textOfHtml(sampleMinutes)]) {
    expectInOrder(text, ['BIÊN BẢN', 'THƯ KÝ', 'Nơi nhận:'])
    expect(text).toMatch(/CHỦ TỌA/)
    expect(text).not.toContain('Sông Hồng, ngày')
  }
})
