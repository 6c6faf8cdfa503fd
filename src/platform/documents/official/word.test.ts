/** Each rule of NĐ 30/2020/NĐ-CP, looked for in the Word file itself. */
import { beforeAll, describe, expect, test } from 'vitest'
import { readParts } from '../zip.fixture.ts'
import type { OfficialDocument } from './model.ts'
import { textWidth } from './page.ts'
import { sampleDocument } from './sample.fixture.ts'
import { renderWord } from './word.ts'

let parts: Map<string, string>
let body: string
const part = (name: string) => parts.get(name) ?? ''
const render = async (changes: Partial<OfficialDocument>) =>
  readParts(await renderWord({ ...sampleDocument, ...changes }))
/** The paragraph that holds a text. */
const paragraphOf = (text: string, xml = body) =>
  xml.split('<w:p>').find((paragraph) => paragraph.includes(`>${text}<`)) ?? ''
const attributes = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<${tag}( [^>]*)/>`, 'g'))].map(([, list = '']) =>
    Object.fromEntries([...list.matchAll(/w:(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])),
  )
const inMillimetres = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 254) / 10

beforeAll(async () => {
  parts = await render({})
  body = part('word/document.xml')
})

describe('page', () => {
  test('A4 with margins of 20-25, 30-35 and 15-20 mm; a landscape annex turns it', () => {
    const sizes = attributes(body, 'w:pgSz')
    expect(sizes.map(({ w, h }) => [inMillimetres(w), inMillimetres(h)])).toEqual([
      [210, 297],
      [210, 297],
      [297, 210],
    ])
    for (const { top, bottom, left, right } of attributes(body, 'w:pgMar')) {
      expect([top, right, bottom, left].map(inMillimetres)).toEqual([20, 15, 20, 30])
    }
  })

  test('no page number on the first page, a centred one in the top margin of all others', () => {
    const kinds = attributes(body, 'w:headerReference')
    expect(kinds.map(({ type }) => type).sort()).toEqual(['default', 'default', 'default', 'first'])
    expect(body.match(/<w:titlePg/g)).toHaveLength(1)
    const headers = [...parts].filter(([name]) => /word\/header\d/.test(name)).map(([, xml]) => xml)
    expect(headers.filter((xml) => xml.includes('PAGE'))).toHaveLength(3)
    expect(headers.every((xml) => xml.includes('<w:tab w:val="center"'))).toBe(true)
    expect(body).not.toContain('footerReference')
  })

  test('every annex begins on a new page', () => {
    expect(attributes(body, 'w:type').filter(({ val }) => val === 'nextPage')).toHaveLength(2)
  })
})

describe('type', () => {
  test('Times New Roman, black, 14 points, justified, first line 1.27 cm, 6 points between', () => {
    const defaults = part('word/styles.xml').split('</w:docDefaults>')[0] ?? ''
    expect(defaults).toContain('w:ascii="Times New Roman"')
    expect(defaults).toContain('<w:sz w:val="28"/>')
    expect(defaults).toContain('<w:color w:val="000000"/>')
    expect(defaults).toContain('<w:jc w:val="both"/>')
    expect(defaults).toMatch(/<w:spacing w:after="120" w:before="0" w:line="264" w:lineRule="auto"\/>/)
    expect(paragraphOf('Trên đây là báo cáo của Sở Nội vụ./.')).toContain('<w:ind w:firstLine="720"/>')
    const used = part('word/styles.xml')
      .split('<w:style ')
      .filter((style) => /w:styleId="(Heading[123]|Plain)"/.test(style))
    const colours = [body, ...used].flatMap((xml) => attributes(xml, 'w:color').map(({ val }) => val))
    expect(used).toHaveLength(4)
    expect(new Set(colours)).toEqual(new Set(['000000']))
  })

  test.each([
    ['UBND THÀNH PHỐ SÔNG HỒNG', 24, false, false],
    ['SỞ NỘI VỤ', 24, true, false],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 24, true, false],
    ['Độc lập - Tự do - Hạnh phúc', 26, true, false],
    ['Số: 05/BC-SNV', 26, false, false],
    ['Sông Hồng, ngày 03 tháng 02 năm 2026', 26, false, true],
    ['BÁO CÁO', 28, true, false],
    ['Kết quả công tác năm 2025', 28, true, false],
    ['PHÓ GIÁM ĐỐC', 28, true, false],
    ['Nguyễn Văn Khuyến', 28, true, false],
    ['Nơi nhận:', 24, true, true],
    ['- Bộ Nội vụ;', 22, false, false],
    ['Phụ lục I', 28, true, false],
    ['CHI TIẾT THEO ĐƠN VỊ', 26, true, false],
  ])('%s', (text, halfPoints, bold, italic) => {
    const paragraph = paragraphOf(text)
    expect(paragraph).toContain(`<w:sz w:val="${halfPoints}"/>`)
    expect(/<w:b\/>|<w:b w:val="true"\/>/.test(paragraph)).toBe(bold)
    expect(/<w:i\/>|<w:i w:val="true"\/>/.test(paragraph)).toBe(italic)
  })

  test('headings I and 1 are bold, points are not', () => {
    const styles = part('word/styles.xml')
      .split('<w:style ')
      .filter((style) => /w:styleId="Heading[123]"/.test(style))
    expect(styles.map((style) => /<w:b\/>/.test(style))).toEqual([true, true, false])
    expect(styles.some((style) => /<w:i\/>/.test(style))).toBe(false)
  })

  test('legal bases are in italics', () => {
    expect(paragraphOf('Căn cứ Luật số 01/2025/QH15;')).toMatch(/<w:i\/>/)
  })
})

describe('tables', () => {
  const table = () => body.split('<w:tbl>').find((each) => each.includes('Tổng cộng')) ?? ''

  test('header rows repeat, no row is split', () => {
    const rows = table().split('<w:tr>').slice(1)
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, true, false, false, false, false])
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
  })

  test('all tables have a fixed layout and a grid as wide as the text', () => {
    for (const each of body.split('<w:tbl>').slice(1)) {
      expect(each).toContain('<w:tblLayout w:type="fixed"/>')
      const grid = attributes(each.split('</w:tblGrid>')[0] ?? '', 'w:gridCol').map(({ w }) => Number(w))
      expect(grid.reduce((sum, width) => sum + width, 0)).toBe(textWidth.portrait)
      for (const row of each.split('</w:tbl>')[0]?.split('<w:tr>').slice(1) ?? []) {
        expect(attributes(row, 'w:tcW').reduce((sum, { w }) => sum + Number(w), 0)).toBe(textWidth.portrait)
      }
    }
  })

  test('figures stand right', () => {
    expect(paragraphOf('3.830.096')).toContain('<w:jc w:val="right"/>')
  })

  test('many wide figures shrink the type before they break', async () => {
    const columns = Array.from({ length: 12 }, (_, index) => ({ header: `Cột ${index}`, weight: 1 }))
    const wide = { kind: 'table', columns, rows: [{ cells: columns.map(() => 1234567.89) }] } as const
    const xml = (await render({ body: [wide], annexes: [] })).get('word/document.xml') ?? ''
    const size = Number(/<w:sz w:val="(\d+)"\/>/.exec(paragraphOf('1.234.567,89', xml))?.[1])
    expect(size).toBeLessThan(22)
    expect(size).toBeGreaterThanOrEqual(16)
  })
})

test('a bar is a shaded cell as long as its share', () => {
  const bars = body.split('<w:tbl>').find((table) => table.includes('60,09%')) ?? ''
  const track = attributes(bars.split('</w:tblGrid>')[0] ?? '', 'w:gridCol')
    .map(({ w }) => Number(w))
    .slice(1, -1)
  const bar = Number(/<w:tcW w:type="dxa" w:w="(\d+)"\/>(?:(?!<\/w:tcPr>).)*w:fill="7F7F7F"/.exec(bars)?.[1])
  expect(bar / track.reduce((sum, width) => sum + width, 0)).toBeCloseTo(0.6, 2)
})

test('labels of drafts and samples stand on every page, the first too', async () => {
  const labelled = await render({ draft: true, watermarkLabel: 'Số liệu mẫu' })
  const headers = [...labelled].filter(([name]) => /word\/header\d/.test(name)).map(([, xml]) => xml)
  expect(headers).toHaveLength(4)
  expect(headers.every((xml) => xml.includes('SỐ LIỆU MẪU') && xml.includes('DỰ THẢO'))).toBe(true)
})

test('the same document gives the same bytes, stamped with its own date', async () => {
  const [first, second] = [await renderWord(sampleDocument), await renderWord(structuredClone(sampleDocument))]
  expect(Buffer.compare(first, second)).toBe(0)
  expect(part('docProps/core.xml')).toContain('>2026-02-03T00:00:00Z</dcterms:created>')
  expect([...parts.values()].join()).not.toContain(`${new Date().toISOString().slice(0, 10)}T`)
})
