/** Faults of scanning and typing: what is doubted, and what it should perhaps be. */
import { describe, expect, test } from 'vitest'
import type { DraftDocument } from './draft.model.ts'
import { linesOf } from './lines/lines.rules.ts'
import { growOutline } from './outline/outline.rules.ts'
import { zonesOf } from './outline/zones.rules.ts'
import { doubtsOf, faultsIn, faultsInNames, openBrackets, pageMarks } from './scan-faults.rules.ts'

const nodesOf = (rows: readonly string[]) =>
  growOutline(zonesOf(linesOf(['KẾ HOẠCH', 'Học tập năm 2026', 'I. NHIỆM VỤ', ...rows].join('\n')))).nodes
const faultsOf = (rows: readonly string[]) =>
  faultsIn(nodesOf(rows)).map(({ kind, line, text, suggestion }) => `${line} ${kind} ${text} > ${suggestion}`)

describe('misread words', () => {
  test.each([
    ['Đẩy mạnh kê hoạch học tập.', ['4 misread-word kê hoạch > kế hoạch']],
    ['PHỐI HỢP VÀ PHÓI HỢP.', ['4 misread-word PHÓI HỢP > PHỐI HỢP']],
    ['Phồi hợp mở lớp.', ['4 misread-word Phồi hợp > Phối hợp']],
    ['Tham mưu, tham mưư mở lớp.', ['4 misread-word tham mưư > tham mưu']],
    // The tone on either letter is one spelling; so are words that only begin or end alike.
    ['Xã hội hoá và xã hội hóa.', []],
    ['Bầu đơn vị viên.', []],
    // "Phần đầu" is the first part of something, but where an aim follows.
    ['Phần đầu của lớp học.', []],
    ['Phần đầu 80% người dân biết chữ.', ['4 misread-word Phần đầu > Phấn đấu']],
    ['Phần đầu đến năm 2030 hoàn thành.', ['4 misread-word Phần đầu > Phấn đấu']],
  ])('%s', (row, faults) => {
    expect(faultsOf([`1. ${row}`])).toEqual(faults)
  })

  test('a text without tone marks is doubted less', () => {
    const sure = (row: string) => faultsIn(nodesOf([`1. ${row}`])).map(({ confidence }) => confidence)
    expect([sure('Mo lop, ke hoach nam.'), sure('Mở lớp, kê hoạch năm.')]).toEqual([[0.7], [0.9]])
  })
})

describe('what is opened and not closed', () => {
  test.each([
    [
      'Phong trào “Gia đình học tập.',
      ['4 missing-quote Phong trào “Gia đình học tập. > Phong trào “Gia đình học tập.”'],
    ],
    ['Phong trào Gia đình” mới.', ['4 missing-quote Phong trào Gia đình” mới. > “Phong trào Gia đình” mới.']],
    ['Phong trào "Gia đình.', ['4 missing-quote Phong trào "Gia đình. > null']],
    ['Mở lớp (ban đêm.', ['4 missing-bracket Mở lớp (ban đêm. > Mở lớp (ban đêm.)']],
    ['Mở lớp ban đêm).', ['4 missing-bracket Mở lớp ban đêm). > (Mở lớp ban đêm).']],
    ['Mở lớp (ban đêm), “Gia đình” và "Dòng họ".', []],
    // The bracket of a letter opens nothing.
    ['Gồm: a) lớp, b) thư viện.', []],
  ])('%s', (row, faults) => {
    expect(faultsOf([`1. ${row}`])).toEqual(faults)
  })

  test('each cell of a row by itself', () => {
    const rows = ['TT\tNhiệm vụ\tChủ trì', '1\tMở lớp (đêm\tSở Y tế) tỉnh', '2\tMở (x)\tSở B']
    expect(faultsOf(rows)).toEqual([
      '5 missing-bracket Mở lớp (đêm > Mở lớp (đêm)',
      '5 missing-bracket Sở Y tế) tỉnh > (Sở Y tế) tỉnh',
    ])
  })

  test('the bracket of an attachment', () => {
    const lines = linesOf('(Kèm theo Quyết định\nKèm theo Quyết định)\n(Kèm theo Quyết định)\n(Mở lớp')
    expect(openBrackets(lines).map(({ line, suggestion }) => [line, suggestion])).toEqual([
      [1, '(Kèm theo Quyết định)'],
      [2, '(Kèm theo Quyết định)'],
    ])
  })
})

test('a point that begins small is a fault only where nearly all begin with a capital', () => {
  const capitals = Array.from({ length: 11 }, (_, index) => `${index + 1}. Mở lớp ${index}.`)
  expect(faultsOf([...capitals.slice(0, 9), '10. mở lớp.'])).toEqual(['13 lower-case-start mở > Mở'])
  expect(faultsOf(['a) mở lớp;', 'b) cấp sách.'])).toEqual([])
  expect(faultsOf(capitals)).toEqual([])
})

test.each([
  ['Mở l\uFFFDp.', '\uFFFD'],
  ['Má»Ÿ lớp.', 'á»Ÿ'],
  ['Má»\u009F lớp.', 'á» '],
  ['Há»™i khuyến học', 'á»™'],
  ['Ä‘á»c sách', 'Ä‘'],
  ['Ä\u0091ọc sách', 'Ä '],
  ['CÆ¡ sở', 'Æ¡'],
  ['Cháº¥t lượng', 'áº¥'],
  ['Mở lớp ở Ân Thi, Đà Nẵng.', undefined],
])('broken letters in %j', (row, text) => {
  const own = faultsIn(nodesOf([`1. ${row}`])).filter(({ kind }) => kind === 'broken-encoding')
  expect(own.map((doubt) => doubt.text)).toEqual(text === undefined ? [] : [text])
})

test('numbers of pages, and of scanners', () => {
  const marks = pageMarks(linesOf('2\n- 3 -\n2026'))
  expect(marks.map(({ line, confidence, suggestion }) => [line, confidence, suggestion])).toEqual([
    [1, 0.9, ''],
    [2, 0.9, ''],
    [3, 0.6, ''],
  ])
})

test('what was noticed while the tree grew is told with the ref of its node', () => {
  const { nodes, noticed } = growOutline(zonesOf(linesOf('KẾ HOẠCH\nI. A\nII. B\nIV. C')))
  expect(doubtsOf(noticed)).toEqual([
    { kind: 'skipped-number', line: 4, ref: 'IV', text: 'IV. C', suggestion: null, confidence: 0.8 },
  ])
  expect(doubtsOf([{ kind: 'unread-line', line: 1, node: null, text: 'A', suggestion: null, confidence: 1 }])).toEqual([
    { kind: 'unread-line', line: 1, ref: null, text: 'A', suggestion: null, confidence: 1 },
  ])
  expect(nodes).toHaveLength(3)
})

describe('names of persons', () => {
  const fact = <T>(value: T, line: number, text: string) => ({ value, line, endLine: line, text, confidence: 0.9 })
  function faults(signed: string | null, recipients: readonly string[]) {
    const document: Pick<DraftDocument, 'signatory' | 'recipients'> = {
      signatory: signed === null ? null : fact({ name: signed, position: null, authority: [] }, 20, signed),
      recipients: recipients.map((text, index) => fact(text, index + 1, text)),
    }
    return faultsInNames(document).map(({ line, text, suggestion }) => `${line} ${text} > ${suggestion}`)
  }
  test.each([
    ['Nguyễn Văn An', [], []],
    // No surname has these marks, and one has these letters.
    ['Nguyên Văn An', [], ['20 Nguyên Văn An > Nguyễn Văn An']],
    ['Trấn Văn An', [], ['20 Trấn Văn An > Trần Văn An']],
    // Letters that no surname has may be of another people.
    ['Niê Văn An', [], []],
    [null, ['Phó Chủ tịch Nguyển Văn An'], ['1 Nguyển Văn An > Nguyễn Văn An']],
    [null, ['Đồng chí Lê Thị Bé', 'Sở Giáo dục và Đào tạo'], []],
    // One name in two ways is told once, as it is signed.
    ['Hồ Văn Bé', ['Chủ tịch Hố Văn Bé'], ['1 Hố Văn Bé > Hồ Văn Bé']],
    ['Hồ Văn Bé', ['Chủ tịch Hồ Văn Bé'], []],
    ['Hồ Văn Bé', ['Chủ tịch Hồ Văn Lê'], []],
  ])('signed %s, sent to %j', (signed, recipients, texts) => {
    expect(faults(signed, recipients)).toEqual(texts)
  })
})
