/** The HTML of an official document: the same words as in Word, and nothing that a strict page refuses. */
import { expect, test } from 'vitest'
import { readParts } from '../zip.fixture.ts'
import { renderHtml } from './html.tsx'
import { sampleDocument } from './sample.fixture.ts'
import { renderWord } from './word.ts'

const html = renderHtml({ ...sampleDocument, watermarkLabel: 'Số liệu mẫu' })

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }
const decoded = (text: string) => text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity)
const wordsOf = (text: string) => decoded(text).split(/\s+/).filter(Boolean)

test('HTML and Word hold the same words', async () => {
  const xml = (await readParts(await renderWord(sampleDocument))).get('word/document.xml') ?? ''
  const paragraphs = xml
    .split('</w:p>')
    .map((each) => [...each.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join(''))
  const inline = renderHtml(sampleDocument).replace(/<\/?(em|strong)>/g, '')
  const written = wordsOf(inline.replace(/<[^>]+>/g, ' '))
  expect(written.toSorted()).toEqual(wordsOf(paragraphs.join(' ')).toSorted())
  const from = (words: string[]) => words.slice(words.indexOf('Căn'), words.indexOf('Nơi'))
  expect(from(written)).toEqual(from(wordsOf(paragraphs.join(' '))))
})

test('a strict Content-Security-Policy has nothing to refuse', () => {
  expect(html).not.toMatch(/ style=|<script|<style| on\w+=/)
})

test('text is escaped', () => {
  expect(html).toContain('&amp; &quot;đôn đốc&quot; &lt;kịp thời')
})

test('the label of samples stands at the top and on every annex', () => {
  expect(html.match(/SỐ LIỆU MẪU/g)).toHaveLength(3)
})

test('tables say which header belongs to what', () => {
  expect(html).toContain('<th scope="colgroup" colspan="2">Kế hoạch</th>')
  expect(html).toContain('<th scope="col" rowspan="2">Đơn vị</th>')
})
