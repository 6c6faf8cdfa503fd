/** Clause after clause: which of them are headings, whom each speaks to, how it is divided, and what is told of it. */
import { describe, expect, test } from 'vitest'
import { linesOf, longestRead } from '../lines/lines.rules.ts'
import { growOutline } from '../outline/outline.rules.ts'
import { zonesOf } from '../outline/zones.rules.ts'
import { readClauses } from './clauses.rules.ts'

const many = { from: 2026, year: 2030, isOnly: false }
const read = (rows: readonly string[]) =>
  readClauses(growOutline(zonesOf(linesOf(['KẾ HOẠCH', 'Thử', ...rows].join('\n')))).nodes, many)
/** What rests on the clauses of the part on who does what. */
function told(rows: readonly string[]) {
  const { duties, doubts } = read(['I. TỔ CHỨC THỰC HIỆN', ...rows])
  return {
    duties: duties.map(({ ref, role, agency }) => `${ref} ${role} ${agency}`),
    doubts: doubts.filter(({ kind }) => kind !== 'role-implied').map(({ ref, kind, text }) => `${ref} ${kind} ${text}`),
  }
}

describe('whom a clause speaks to', () => {
  test.each([
    ['those of its own words', ['1. Sở Y tế: Mở lớp.'], ['I.1 lead Sở Y tế']],
    [
      'those of the heading above',
      ['1. Sở Y tế', '- Mở lớp.', '- Vận động.'],
      ['I.1.1 lead Sở Y tế', 'I.1.2 lead Sở Y tế'],
    ],
    ['those of a line in capitals', ['SỞ Y TẾ', 'Mở lớp.'], ['I.2 lead SỞ Y TẾ']],
    [
      'those of a line without a number, until the next',
      ['Sở Y tế', '- Mở lớp.', 'Sở Nội vụ', '- Thi.'],
      ['I.2 lead Sở Y tế', 'I.4 lead Sở Nội vụ'],
    ],
    ['those asked above', ['1. Đề nghị Hội Khuyến học tỉnh', '- Mở lớp.'], ['I.1.1 requested Hội Khuyến học tỉnh']],
    [
      'all are asked under a heading of requests',
      ['1. Đề nghị các hội', 'a) Hội Khuyến học tỉnh: Mở lớp.'],
      ['I.1.a requested Hội Khuyến học tỉnh'],
    ],
    [
      'a line that only says who leads or helps',
      ['1. Mở lớp', '- Cơ quan chủ trì: Sở Y tế', '- Cơ quan phối hợp: Sở Nội vụ'],
      ['I.1 lead Sở Y tế', 'I.1 coordinate Sở Nội vụ'],
    ],
  ])('%s', (_, rows, duties) => {
    expect(told(rows).duties).toEqual(duties)
  })
})

test('where who or how differs each half has a ref of its own, which is free', () => {
  const rows = ['I. TỔ CHỨC THỰC HIỆN', '1. Sở Y tế: Chủ trì mở lớp; phối hợp với Sở Nội vụ thi.']
  const { items, duties } = read(rows)
  expect(items.map(({ ref, kind, parent }) => [ref, kind, parent])).toEqual([
    ['I', 'part', null],
    ['I.1', 'section', 'I'],
    ['I.1.1', 'statement', 'I.1'],
    ['I.1.2', 'statement', 'I.1'],
  ])
  expect(duties.map(({ ref, role }) => [ref, role])).toEqual([
    ['I.1.1', 'lead'],
    ['I.1.2', 'coordinate'],
  ])
  const broken = ['I. MỤC TIÊU', 'II. TỔ CHỨC THỰC HIỆN', '1.1. Sở Tài chính: Chi.', rows[1] ?? '']
  expect(read(broken).items.map(({ ref }) => ref)).toEqual(['I', 'II', 'II.1.1', 'II.1', 'II.1.1-2', 'II.1.2'])
})

test('a task begins with whoever does it, in no other part', () => {
  const tasks = (heading: string) =>
    read([heading, '1. Trường Tiểu học An bố trí phòng học.']).duties.map(({ role, agency, isStated }) => [
      role,
      agency,
      isStated,
    ])
  expect(tasks('I. NHIỆM VỤ')).toEqual([['lead', 'Trường Tiểu học An', false]])
  expect(read(['I. NHIỆM VỤ', '1. Trường Tiểu học An bố trí phòng học.']).spokenTo.size).toBe(0)
  expect(read(['I. NHIỆM VỤ', '1. Giao Trường Tiểu học An bố trí phòng học.']).spokenTo.size).toBe(1)
  const { duties, doubts } = read(['I. NHIỆM VỤ', '1. Các trường bố trí phòng học.'])
  expect([duties, doubts.map(({ kind }) => kind)]).toEqual([[], ['unsure-duty']])
  expect(['I. MỤC TIÊU', 'I. KẾT QUẢ ĐẠT ĐƯỢC', 'I. KINH PHÍ'].flatMap(tasks)).toEqual([])
})

describe('what is told', () => {
  test.each([
    ['a section that names nobody', ['1. Lớp học ban đêm', '- Mở lớp.'], ['I.1 agency-missing Lớp học ban đêm']],
    ['a name alone', ['1. Sở Y tế'], ['I.1 unsure-duty Sở Y tế']],
    ['a name that heads those after it', ['Sở Y tế', '- Mở lớp.'], []],
    [
      'what goes on after the names',
      ['1. Công an tỉnh, nhóm nòng cốt', '- Mở lớp.'],
      ['I.1 unsure-duty nhóm nòng cốt', 'I.1.1 unsure-agency Mở lớp.'],
    ],
    [
      'members that are reached through a body',
      ['1. Hội Khuyến học tỉnh và các tổ chức thành viên: Mở lớp.'],
      ['I.1 group-agency các tổ chức thành viên'],
    ],
    [
      'a role that nobody has',
      ['- Việc này do người đứng đầu chịu trách nhiệm.'],
      ['I.1 unsure-duty Việc này do người đứng đầu chịu trách nhiệm.'],
    ],
    ['a day in a heading', ['1. Sở Y tế', 'a) Trong quý II/2026:', '- Mở lớp.'], ['I.1.a unsure-deadline quý II']],
    [
      'another that leads',
      ['1. Sở Y tế: Mở lớp, UBND xã Ba chủ trì phần pháp luật.'],
      ['I.1 unsure-duty Mở lớp, UBND xã Ba chủ trì phần pháp luật.'],
    ],
  ])('%s', (_, rows, doubts) => {
    expect(told(rows).doubts).toEqual(doubts)
  })

  test('a clause that is far too long is kept and not read', () => {
    const long = `Sở Y tế: Mở lớp ${'học tập '.repeat(longestRead / 8)}`
    const { items, duties, doubts } = read(['I. TỔ CHỨC THỰC HIỆN', `1. ${long}`])
    expect([items.at(-1)?.text, duties]).toEqual([long.trim(), []])
    expect(doubts.map(({ kind, ref }) => [kind, ref])).toEqual([['unread-line', 'I.1']])
  })
})

describe('aims', () => {
  const aims = (rows: readonly string[]) => {
    const { targets, doubts, deadlines } = read(['I. MỤC TIÊU', '1. Đến năm 2028', ...rows])
    return [
      targets.map(({ ref, value, subject }) => `${ref} ${value} ${subject}`),
      doubts.map(({ kind }) => kind),
      deadlines.length,
    ]
  }
  test.each([
    [['- 80% hộ học tập.'], [['I.1.1 80 hộ học tập'], [], 0]],
    [['- 80% hộ nghèo, 90% xã học tập.'], [['I.1.1.1 80 hộ nghèo', 'I.1.1.2 90 xã học tập'], [], 0]],
    // A heading that counts sets an aim itself.
    [
      ['a) Mở 20 lớp học, trong đó:', '- 12 lớp ban đêm.'],
      [['I.1.a 20 lớp học', 'I.1.a.1 12 lớp ban đêm'], [], 0],
    ],
    // A figure in no aim, and an aim too vague to be one.
    [['- Nâng cao dân trí.'], [[], ['unsure-target'], 0]],
    [['- Hiện nay 60% hộ học tập.'], [[], ['unsure-target'], 0]],
  ])('%j', (rows, expected) => {
    expect(aims(rows)).toEqual(expected)
  })
})

test('a figure of a general aim that is in no target is told', () => {
  const { targets, doubts } = read(['I. MỤC TIÊU', '1. Mục tiêu chung', '- Đáp ứng nhu cầu của người dân 07 xã.'])
  expect([targets, doubts.map(({ ref, kind }) => `${ref} ${kind}`)]).toEqual([[], ['I.1.1 unsure-target']])
})

test('tables, the preamble and appendices have no duties of their own', () => {
  const { items, duties } = read([
    ...['Căn cứ Kế hoạch số 2/KH-UBND giao Sở Y tế chủ trì;', 'I. TỔ CHỨC THỰC HIỆN', 'TT\tViệc\tSở Y tế chủ trì'],
    ...['1\tSở Y tế chủ trì\tx', 'Nơi nhận:', '- Lưu.', 'PHỤ LỤC', 'SỞ Y TẾ CHỦ TRÌ'],
  ])
  expect(items.map(({ ref }) => ref)).toEqual(['CC', 'I', 'I.1', 'PL'])
  expect(duties).toEqual([])
})
