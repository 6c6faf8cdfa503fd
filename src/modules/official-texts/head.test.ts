/** The facts of a document's head and foot, and how sure each is. */
import { describe, expect, test } from 'vitest'
import { isPersonName, readHead } from './head.rules.ts'
import { linesOf } from './lines/lines.rules.ts'
import { growOutline } from './outline/outline.rules.ts'
import { zonesOf } from './outline/zones.rules.ts'

function headOf(rows: readonly string[]) {
  const zones = zonesOf(linesOf(rows.join('\n')))
  return readHead(zones, growOutline(zones).nodes)
}

const head = [
  'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'XÃ AN KHÊ\tĐộc lập - Tự do - Hạnh phúc',
  'Số: 27/KH-UBND\tAn Khê, ngày 05 tháng 3 năm 2026',
]
const body = ['I. MỤC TIÊU', '1. Mở 12 lớp.', '2. Mở 3 thư viện.']
const title = ['KẾ HOẠCH', 'Khuyến học giai đoạn 2026 - 2030']
const foot = [
  'Nơi nhận:\tTM. ỦY BAN NHÂN DÂN',
  '- UBND tỉnh;\tKT. CHỦ TỊCH',
  '- Các thôn;\tPHÓ CHỦ TỊCH',
  '- Lưu: VT.\tNguyễn Văn An',
]

test('the usual head and foot, each fact at its line', () => {
  const facts = headOf([...head, ...title, ...body, ...foot])
  const said = (fact: { readonly value: unknown; readonly line: number } | null) => fact && [fact.value, fact.line]
  expect([facts.number, facts.symbol, facts.issuedOn, facts.place, facts.issuer].map(said)).toEqual([
    ['27', 3],
    ['27/KH-UBND', 3],
    ['2026-03-05', 3],
    ['An Khê', 3],
    ['ỦY BAN NHÂN DÂN XÃ AN KHÊ', 2],
  ])
  expect([facts.title, facts.period].map(said)).toEqual([
    ['Khuyến học giai đoạn 2026 - 2030', 5],
    [{ from: 2026, to: 2030 }, 5],
  ])
  expect(facts.signatory).toMatchObject({
    value: { name: 'Nguyễn Văn An', position: 'PHÓ CHỦ TỊCH', authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'] },
    line: 12,
    confidence: 0.9,
  })
  expect(facts.recipients.map(said)).toEqual([
    ['UBND tỉnh', 10],
    ['Các thôn', 11],
    ['Lưu: VT', 12],
  ])
})

test('of a document without a head nothing is made up', () => {
  expect(headOf(body)).toMatchObject({
    ...{ number: null, symbol: null, issuedOn: null, place: null, issuer: null, title: null, period: null },
    ...{ signatory: null, recipients: [], appendices: [] },
  })
})

describe('number and symbol', () => {
  const symbolOf = (row: string) => {
    const { symbol, number } = headOf([row, ...title, ...body])
    return symbol && [symbol.value, number?.value, symbol.confidence]
  }
  test.each([
    ['Số: 27/KH-UBND', ['27/KH-UBND', '27', 0.98]],
    ['Số 27 /KH-UBND', ['27/KH-UBND', '27', 0.98]],
    ['Số: 05-KH/ĐU', ['05-KH/ĐU', '05', 0.98]],
    ['Số: 118/2026/KH-UBND', ['118/2026/KH-UBND', '118', 0.98]],
    ['Số: 12/KH-HKH&CCB', ['12/KH-HKH&CCB', '12', 0.98]],
    // A number without its symbol is told as unsure; without a number there is none.
    ['Số: 27', ['27', '27', 0.5]],
    ['Số:     /KH-UBND', null],
    ['Trường số 5 An Khê', null],
  ])('%s', (row, expected) => {
    expect(symbolOf(row)).toEqual(expected)
  })

  test('side by side with the place, or in the bracket of an attachment', () => {
    expect(symbolOf('Số: 27/KH-UBND An Khê, ngày 05 tháng 3 năm 2026')?.[0]).toBe('27/KH-UBND')
    const attached = '(Kèm theo Quyết định số 31/QĐ-UBND ngày 07/3/2026 của Ủy ban nhân dân xã An Khê)'
    const facts = headOf([...title, attached, ...body])
    expect([facts.symbol?.value, facts.symbol?.confidence, facts.issuedOn?.value]).toEqual([
      '31/QĐ-UBND',
      0.9,
      '2026-03-07',
    ])
    expect([facts.title?.value, facts.issuer?.value]).toEqual([title[1], 'Ủy ban nhân dân xã An Khê'])
  })
})

describe('issuer', () => {
  const issuerOf = (rows: readonly string[], after: readonly string[] = []) =>
    headOf([...rows, ...title, ...body, ...after]).issuer
  test.each([
    [['UBND HUYỆN AN LÃO', 'PHÒNG NỘI VỤ', 'Số: 3/KH-NV'], 'UBND HUYỆN AN LÃO PHÒNG NỘI VỤ'],
    [['HỘI KHUYẾN HỌC', 'CỘNG HÒA XÃ HỘI', 'CHỦ NGHĨA VIỆT NAM', 'Số: 3/KH-HKH'], 'HỘI KHUYẾN HỌC'],
    [['HỘI KHUYẾN HỌC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 3/KH-HKH'], 'HỘI KHUYẾN HỌC'],
    [['ĐẢNG BỘ XÃ AN KHÊ', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'An Khê, ngày 05/3/2026'], 'ĐẢNG BỘ XÃ AN KHÊ'],
  ])('%j', (rows, issuer) => {
    expect(issuerOf(rows)?.value).toBe(issuer)
  })

  test('else who signs, which is told as unsure', () => {
    expect(issuerOf([], ['Nơi nhận:', '- Lưu.', 'TM. ỦY BAN NHÂN DÂN XÃ', 'CHỦ TỊCH', 'Lê An'])).toMatchObject({
      value: 'ỦY BAN NHÂN DÂN XÃ',
      confidence: 0.7,
    })
  })
})

describe('period', () => {
  const periodOf = (row: string, preamble: readonly string[] = []) => {
    const { period } = headOf(['KẾ HOẠCH', row, ...preamble, ...body])
    return period && [period.value.from, period.value.to, period.confidence]
  }
  test.each([
    ['Khuyến học giai đoạn 2026-2030', [2026, 2030, 0.95]],
    ['Khuyến học năm 2026', [2026, 2026, 0.9]],
    ['Khuyến học 6 tháng cuối năm 2026 và năm 2027', [2026, 2027, 0.9]],
    ['Khuyến học đến năm 2030', [2030, 2030, 0.5]],
    ['Khuyến học năm học 2026-2027', [2026, 2027, 0.95]],
    ['Khuyến học', null],
  ])('%s', (row, expected) => {
    expect(periodOf(row)).toEqual(expected)
  })

  test('of the preamble it is unsure', () => {
    const basis = 'Căn cứ Kế hoạch số 2/KH-UBND về khuyến học giai đoạn 2026 - 2030;'
    expect(periodOf('Khuyến học', [basis])).toEqual([2026, 2030, 0.6])
  })
})

test('a title that is far too long is none to be sure of', () => {
  const confidence = (length: number) => headOf(['KẾ HOẠCH', 'Học '.repeat(length), ...body]).title?.confidence
  expect([confidence(100), confidence(200)]).toEqual([0.95, 0.4])
})

describe('signatory', () => {
  const signed = (rows: readonly string[]) => {
    const { signatory } = headOf([...title, ...body, 'Nơi nhận:', '- Lưu: VT.', ...rows])
    return signatory && [signatory.value.name, signatory.value.position, signatory.confidence]
  }
  test.each([
    [
      ['GIÁM ĐỐC', 'ThS. Lê Thị Bé'],
      ['ThS. Lê Thị Bé', 'GIÁM ĐỐC', 0.9],
    ],
    [
      ['TM. BAN CHẤP HÀNH', 'Đặng Hà'],
      ['Đặng Hà', null, 0.7],
    ],
    [
      ['TM. BAN CHẤP HÀNH', 'CHỦ TỊCH', '(đã ký)', 'Y Thuật Niê'],
      ['Y Thuật Niê', 'CHỦ TỊCH', 0.9],
    ],
    [['TM. BAN CHẤP HÀNH', 'CHỦ TỊCH'], null],
    [['Đặng Hà'], null],
  ])('%j', (rows, expected) => {
    expect(signed(rows)).toEqual(expected)
  })

  test.each([
    ['Nguyễn Văn An', true],
    ['H’Hen Niê', true],
    ['Y Bhăm', true],
    ['PGS. Trần An', true],
    ['PGS.TS. Đào Xuân Tiến', true],
    ['An', false],
    ['NGUYỄN VĂN AN', false],
    ['Ủy ban nhân dân xã', false],
    ['Lê Văn An Bình Minh Trí', false],
  ])('%s is the name of a person: %s', (text, isName) => {
    expect(isPersonName(text)).toBe(isName)
  })
})

test('appendices with their titles, and one without is unsure', () => {
  const { appendices } = headOf([
    ...[...title, ...body, 'Nơi nhận:', '- Lưu: VT.', 'PHỤ LỤC I', 'CHỈ TIÊU', 'TT\tChỉ tiêu\tNăm 2030', '1\tLớp\t12'],
    ...['PHỤ LỤC II', '1. Mở lớp.'],
  ])
  expect(appendices.map(({ value, confidence }) => [value.ref, value.title, confidence])).toEqual([
    ['PL', 'CHỈ TIÊU', 0.95],
    ['PL2', null, 0.7],
  ])
})
