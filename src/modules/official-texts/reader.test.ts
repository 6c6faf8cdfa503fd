/** The reader as a whole: what is a plan, what a head leaves out, and that no text is too strange for it. */
import { describe, expect, test } from 'vitest'
import { Draft } from './draft.model.ts'
import { mostLines, mostSigns, readDraft } from './reader.rules.ts'

const head = ['UBND XÃ AN KHÊ', 'Số: 27/KH-UBND', 'An Khê, ngày 05 tháng 3 năm 2026']
const body = [
  ...['I. MỤC TIÊU', '1. Đến năm 2030, 90% hộ học tập.', '2. Mở 12 lớp.', 'II. TỔ CHỨC THỰC HIỆN'],
  ...['1. Phòng Nội vụ: Mở lớp trước ngày 15/6/2026.'],
]
const foot = ['Nơi nhận:', '- Lưu: VT.', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Nguyễn Văn An']
const plan = [...head, 'KẾ HOẠCH', 'Khuyến học giai đoạn 2026 - 2030', ...body, ...foot].join('\n')

test('a plan, with all that rests on it, in the shape that is promised', () => {
  const draft = readDraft(plan)
  expect(Draft.parse(draft)).toEqual(draft)
  expect(draft.document).toMatchObject({ isPlan: true, reason: null, confidence: 0.98, lines: 15 })
  expect([draft.targets.length, draft.duties.length, draft.deadlines.length]).toEqual([2, 1, 1])
  expect(draft.items.map(({ ref }) => ref)).toEqual(['I', 'I.1', 'I.2', 'II', 'II.1'])
})

describe('what is taken for a plan', () => {
  const verdict = (rows: readonly string[]) => {
    const { isPlan, reason, confidence } = readDraft(rows.join('\n')).document
    return isPlan ? confidence : reason
  }
  test.each([
    ['a plan', ['KẾ HOẠCH', 'Khuyến học', ...body], 0.98],
    ['a programme', ['CHƯƠNG TRÌNH HÀNH ĐỘNG', ...body], 0.98],
    ['a scheme in parts that no other has', ['ĐỀ ÁN', 'Khuyến học', 'I. MỘT', '1. A', '2. B', 'II. HAI', '1. C'], 0.75],
    ['known by its parts alone', body, 0.6],
    ['a decision', ['QUYẾT ĐỊNH', 'Điều 1. Mở lớp.', 'Điều 2. Thi.'], 'other-type'],
    ['a report', ['BÁO CÁO', 'Kết quả', ...body], 'other-type'],
    ['parts of nothing known', ['I. MỘT', '1. A', 'II. HAI', '1. B'], 'no-type'],
    ['a title alone', ['KẾ HOẠCH', 'Khuyến học năm 2026'], 'no-outline'],
    ['one point', ['KẾ HOẠCH', 'Khuyến học', 'I. MỤC TIÊU'], 'no-outline'],
    ['nothing', ['', '  ', ''], 'empty'],
  ])('%s', (_, rows, expected) => {
    expect(verdict(rows)).toBe(expected)
  })

  test('what is too long is not read at all', () => {
    const none = { items: [], targets: [], duties: [], legalBases: [], deadlines: [], doubts: [], componentPlans: [] }
    const lines = readDraft('\n'.repeat(mostLines))
    expect(lines).toMatchObject({ document: { isPlan: false, reason: 'too-long', lines: mostLines + 1 }, ...none })
    expect(readDraft('a'.repeat(mostSigns + 1))).toMatchObject({ document: { reason: 'too-long', lines: 0 }, ...none })
    expect(readDraft('\n'.repeat(mostLines - 1)).document.reason).toBe('empty')
  })
})

describe('what the head should say', () => {
  const unsure = (text: string) =>
    readDraft(text).doubts.flatMap(({ kind, about }) => (kind === 'unsure-head' ? [about] : []))
  test.each([
    ['nothing is missing', plan, []],
    ['no number', plan.replace('Số: 27/KH-UBND\n', ''), ['symbol']],
    ['no date', plan.replace(', ngày 05 tháng 3 năm 2026', ''), ['issuedOn']],
    ['no years', plan.replace(' giai đoạn 2026 - 2030', ''), ['period']],
    ['nobody signed', plan.replace('Nguyễn Văn An', ''), ['signatory']],
    // A number without its symbol is there, and unsure.
    ['half a number', plan.replace('27/KH-UBND', '27'), ['symbol']],
  ])('%s', (_, text, about) => {
    expect(unsure(text)).toEqual(about)
  })

  test('of what is no plan nothing is asked', () => {
    expect(unsure(plan.replace('KẾ HOẠCH\n', 'BÁO CÁO\n'))).toEqual([])
  })
})

test('doubts stand in the order of the text, each at a line of it', () => {
  const { doubts, document } = readDraft(`${plan.replace('II. TỔ', 'III. TỔ')}\n2\nKê hoạch`)
  const lines = doubts.map(({ line }) => line)
  expect(lines).toEqual([...lines].sort((a, b) => a - b))
  expect(lines.every((line) => line >= 1 && line <= document.lines)).toBe(true)
  expect(doubts.map(({ kind }) => kind)).toContain('skipped-number')
})

test('any part of a plan is read without fail, the same each time', () => {
  for (let length = 0; length < plan.length; length += 7) {
    const text = plan.slice(length) + plan.slice(0, length)
    for (const own of [plan.slice(0, length), text]) {
      const draft = readDraft(own)
      expect(Draft.safeParse(draft).success).toBe(true)
      expect(readDraft(own)).toEqual(draft)
    }
  }
})
