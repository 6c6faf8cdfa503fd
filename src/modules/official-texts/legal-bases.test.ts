/** The legal bases of a preamble: which words are documents, and what each is. */
import { describe, expect, test } from 'vitest'
import { readBases } from './legal-bases.rules.ts'
import { wordsOf } from './lines/spans.rules.ts'
import type { Node } from './outline/nodes.model.ts'

function basesOf(rows: readonly string[]) {
  const pieces = rows.map((text, index) => ({ line: index + 1, text }))
  const node: Node = {
    ...{ style: 'preamble', kind: 'paragraph', label: 'CC', parent: null, path: [], children: [], row: null, pieces },
    ...{ ref: 'CC', confidence: 1, words: wordsOf(pieces), opener: null },
  }
  return readBases(node)
}
const brief = (rows: readonly string[]) =>
  basesOf(rows).legalBases.map(({ type, number, issuedOn }) => [type, number, issuedOn].join(' | '))

test('all that a basis says, at its line', () => {
  const { legalBases, doubts } = basesOf([
    'Căn cứ Luật Giáo dục ngày 14/6/2019;',
    'Thực hiện Quyết định số 1373/QĐ-TTg ngày 30 tháng 7 năm 2021 của Thủ tướng Chính phủ về việc phê duyệt Đề án;',
  ])
  expect(legalBases).toEqual([
    {
      ...{ ref: 'CC', type: 'Luật', number: null, issuedOn: '2019-06-14', issuer: null, subject: 'Giáo dục' },
      ...{ line: 1, endLine: 1, text: 'Luật Giáo dục ngày 14/6/2019', confidence: 0.75 },
    },
    expect.objectContaining({
      ...{ type: 'Quyết định', number: '1373/QĐ-TTg', issuedOn: '2021-07-30', issuer: 'Thủ tướng Chính phủ' },
      ...{ subject: 'phê duyệt Đề án', line: 2, confidence: 0.95 },
    }),
  ])
  expect(doubts).toEqual([])
})

describe('which words are documents', () => {
  test.each([
    [['Căn cứ Chỉ thị số 11-CT/TW ngày 13/4/2007 của Bộ Chính trị;'], ['Chỉ thị | 11-CT/TW | 2007-04-13']],
    [['Căn cứ Công văn 4521/BGDĐT-GDTX ngày 05-9-2025;'], ['Công văn | 4521/BGDĐT-GDTX | 2025-09-05']],
    [['Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;'], ['Luật | 72/2025/QH15 | ']],
    // Joined in one sentence.
    [
      ['Thực hiện Nghị quyết số 5-NQ/TU ngày 02/3/2026 và Kế hoạch số 12/KH-UBND ngày 09/3/2026 của UBND tỉnh;'],
      ['Nghị quyết | 5-NQ/TU | 2026-03-02', 'Kế hoạch | 12/KH-UBND | 2026-03-09'],
    ],
    // Each number after the first is one more of the same type.
    [
      ['Căn cứ các Quyết định: số 677/QĐ-TTg ngày 03/6/2022; số 387/QĐ-TTg ngày 25/3/2022 của Thủ tướng;'],
      ['Quyết định | 677/QĐ-TTg | 2022-06-03', 'Quyết định | 387/QĐ-TTg | 2022-03-25'],
    ],
    [
      [
        'Thực hiện Luật Giáo dục ngày 14/6/2019; các Quyết định của UBND tỉnh số 4/QĐ-UBND ngày 17/3/2026 và số 5/QĐ-UBND;',
      ],
      ['Luật |  | 2019-06-14', 'Quyết định | 4/QĐ-UBND | 2026-03-17', 'Quyết định | 5/QĐ-UBND | '],
    ],
    [
      ['Căn cứ Luật Giáo dục ngày 14/6/2019, Kế hoạch của Tỉnh ủy số 9-KH/TU ngày 02/3/2026;'],
      ['Luật |  | 2019-06-14', 'Kế hoạch | 9-KH/TU | 2026-03-02'],
    ],
    // What another amends, or is about, belongs to its name.
    [
      ['Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công và Luật Giáo dục ngày 25/11/2024;'],
      ['Luật |  | 2024-11-25'],
    ],
    [
      ['Thực hiện Kết luận số 49-KL/TW ngày 10/5/2019 về tiếp tục thực hiện Chỉ thị số 11-CT/TW về khuyến học;'],
      ['Kết luận | 49-KL/TW | 2019-05-10'],
    ],
    [
      ['Căn cứ Quyết định số 2/QĐ-UBND ngày 09/3/2026 phê duyệt Kế hoạch phát triển giáo dục;'],
      ['Quyết định | 2/QĐ-UBND | 2026-03-09'],
    ],
    // The plan itself is no basis.
    [
      ['Căn cứ Công văn số 9/SGDĐT ngày 02/3/2026; UBND xã An Khê ban hành Kế hoạch năm 2026 như sau:'],
      ['Công văn | 9/SGDĐT | 2026-03-02'],
    ],
    [['Căn cứ tình hình thực tế của địa phương;'], []],
    [['Căn cứ kế hoạch học tập của người dân;'], []],
  ])('%j', (rows, expected) => {
    expect(brief(rows)).toEqual(expected)
  })

  test('words without tone marks', () => {
    expect(brief(['Can cu Quyet dinh so 12/QD-UBND ngay 05/3/2026 cua UBND tinh;'])).toEqual([
      'Quyet dinh | 12/QD-UBND | 2026-03-05',
    ])
  })
})

test.each([
  ['Căn cứ Quyết định số 12/QĐ-UBND ngày 05/3/2026 của UBND tỉnh;', 'UBND tỉnh', null],
  ['Căn cứ Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh về khuyến học;', 'Ủy ban nhân dân tỉnh', 'khuyến học'],
  ['Căn cứ Quyết định số 12/QĐ-UBND ngày 05/3/2026 ban hành Quy chế thi đua;', null, 'ban hành Quy chế thi đua'],
  ['Căn cứ Luật Thư viện số 46/2019/QH14 ngày 21/11/2019;', null, 'Thư viện'],
])('who issued it, and on what: %s', (row, issuer, subject) => {
  expect(basesOf([row]).legalBases).toMatchObject([{ issuer, subject }])
})

test.each([
  // Neither number nor date; a number that is in no basis that was read.
  ['Căn cứ Luật Giáo dục;', ['Luật Giáo dục'], 1],
  ['Căn cứ Luật Giáo dục ngày 14/6/2019;', [], 1],
  ['Theo đề nghị tại văn thư 15/TTr-PGD của Phòng Giáo dục;', ['15/TTr-PGD'], 0],
])('told as unsure: %s', (row, texts, count) => {
  const { legalBases, doubts } = basesOf([row])
  expect(doubts.map(({ kind, text }) => [kind, text])).toEqual(texts.map((text) => ['unsure-basis', text]))
  expect(legalBases).toHaveLength(count)
})

test('no basis runs into the next, and each is words of the preamble', () => {
  const rows = ['A', 'B', 'C', 'D'].map(
    (name, index) => `Căn cứ Quyết định số ${index + 1}/QĐ-${name} ngày 0${index + 1}/3/2026;`,
  )
  for (let count = 1; count <= rows.length; count++) {
    const { legalBases } = basesOf(rows.slice(0, count))
    expect(legalBases.map(({ line, endLine, text }) => [line, endLine, `Căn cứ ${text};`])).toEqual(
      rows.slice(0, count).map((row, index) => [index + 1, index + 1, row]),
    )
  }
})
