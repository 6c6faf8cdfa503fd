/** The words of an official document: numbers, dates, endings, figures. */
import { describe, expect, test } from 'vitest'
import { compose } from './compose.ts'
import type { Block, OfficialDocument } from './model.ts'
import { sampleDocument } from './sample.fixture.ts'

const withDocument = (changes: Partial<OfficialDocument>) => compose({ ...sampleDocument, ...changes })
const texts = (body: readonly Block[]) =>
  withDocument({ body }).body.map((block) => {
    if ('spans' in block) return block.spans.map((span) => span.text).join('')
    return block.kind === 'heading' ? block.text : block.kind
  })

describe('number and date', () => {
  test.each([
    [5, '2026-02-03', 'Số: 05/BC-SNV', 'Sông Hồng, ngày 03 tháng 02 năm 2026'],
    [10, '2026-03-10', 'Số: 10/BC-SNV', 'Sông Hồng, ngày 10 tháng 3 năm 2026'],
    [123, '2026-12-31', 'Số: 123/BC-SNV', 'Sông Hồng, ngày 31 tháng 12 năm 2026'],
    [
      undefined,
      '2026-12-01',
      `Số: ${'\u00a0'.repeat(8)}/BC-SNV`,
      `Sông Hồng, ngày ${'\u00a0'.repeat(6)} tháng 12 năm 2026`,
    ],
  ])('%s of %s', (number, date, numberLine, placeAndDate) => {
    expect(withDocument({ number, date })).toMatchObject({ numberLine, placeAndDate })
  })
})

test('names are in capitals, legal bases and recipients closed by ";" and the last by "."', () => {
  const words = compose(sampleDocument)
  expect(words).toMatchObject({
    governingBody: 'UBND THÀNH PHỐ SÔNG HỒNG',
    issuingBody: 'SỞ NỘI VỤ',
    typeName: 'BÁO CÁO',
  })
  expect(words.bases).toEqual(['Căn cứ Luật số 01/2025/QH15;', 'Căn cứ Kế hoạch số 290/KH-UBND.'])
  expect(words.recipients).toEqual(['- Bộ Nội vụ;', '- UBND các xã, phường;', '- Lưu: VT, TH.'])
  expect(words.signature).toEqual({ lines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], name: 'Nguyễn Văn Khuyến' })
})

test('headings are numbered I, 1, a) and start again under a new one above', () => {
  const heading = (level: 1 | 2 | 3): Block => ({ kind: 'heading', level, text: 'x' })
  const levels = [1, 2, 3, 3, 2, 3, 1, 2, 1, 1] as const
  expect(texts(levels.map(heading))).toEqual([
    'I. X',
    '1. x',
    'a) x',
    'b) x',
    '2. x',
    'a) x',
    'II. X',
    '1. x',
    'III. X',
    'IV. X',
  ])
})

test('points follow the Vietnamese alphabet', () => {
  const points = texts(Array.from({ length: 7 }, () => ({ kind: 'heading', level: 3, text: 'x' }) as const))
  expect(points.map((point) => point[0])).toEqual(['a', 'b', 'c', 'd', 'đ', 'e', 'g'])
})

test.each([
  ['Kính báo cáo.', 'Kính báo cáo./.'],
  ['Kính báo cáo./.', 'Kính báo cáo./.'],
  ['Như sau:', 'Như sau:'],
])('the body "%s" ends "%s"', (text, ending) => {
  expect(texts([{ kind: 'paragraph', text }])).toEqual([ending])
})

test('figures are Vietnamese, missing ones "...", decimals exact where the column says so', () => {
  const table = compose(sampleDocument).body.find((block) => block.kind === 'table')
  expect(table?.rows.map((row) => row.cells)).toEqual([
    ['A. Phường'],
    ['1', 'Phường Ba Đình', '1.234.567,5', '60,0'],
    ['2', 'Phường Ngọc Hà', '...', '60,0'],
    ['', 'Tổng cộng', '3.830.096', '60,1'],
  ])
  expect(table?.columns.map((column) => column.align)).toEqual(['center', 'left', 'right', 'right'])
})

test('bars say their figures and targets, and never pass their ends', () => {
  const bars = compose({
    ...sampleDocument,
    body: [
      {
        kind: 'bars',
        caption: 'x',
        full: 100,
        suffix: '%',
        bars: [
          { label: 'a', value: 130, target: 60 },
          { label: 'b', value: null },
        ],
      },
    ],
  }).body[0]
  expect(bars).toMatchObject({
    bars: [
      { figure: '130% / 60%', length: 100, target: 60 },
      { figure: '...', length: 0, target: undefined },
    ],
  })
})

test('one annex has no number, several have Roman ones, and each says what it belongs to', () => {
  const reference = '(Kèm theo Báo cáo số 05/BC-SNV ngày 03 tháng 02 năm 2026 của Sở Nội vụ)'
  expect(compose(sampleDocument).annexes.map(({ label }) => label)).toEqual(['Phụ lục I', 'Phụ lục II'])
  expect(withDocument({ annexes: sampleDocument.annexes.slice(0, 1) }).annexes[0]).toMatchObject({
    label: 'Phụ lục',
    reference,
  })
})

test('signs that XML cannot hold are dropped', () => {
  expect(texts([{ kind: 'paragraph', text: 'Tốt\u0000\u000b\uFFFE:' }])).toEqual(['Tốt:'])
})
