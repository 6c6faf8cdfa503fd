/** What the rows of tables say, and what is told of those that say nothing that is known. */
import { describe, expect, test } from 'vitest'
import { linesOf } from '../lines/lines.rules.ts'
import { growOutline } from '../outline/outline.rules.ts'
import { zonesOf } from '../outline/zones.rules.ts'
import { readRows } from './table-rows.rules.ts'

const one = { from: 2026, year: 2026, isOnly: true }
const many = { from: 2026, year: 2030, isOnly: false }

const rowsOf = (rows: readonly string[], planYear = many) =>
  readRows(growOutline(zonesOf(linesOf(['KẾ HOẠCH', 'Thử', 'I. PHÂN CÔNG', ...rows].join('\n')))).nodes, planYear)
const told = (rows: readonly string[], planYear = many) =>
  rowsOf(rows, planYear).doubts.map(({ kind, line, about }) => [line, kind, about].join(' ').trim())

const tasks = 'TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian'

describe('tasks', () => {
  const duties = (row: string) => rowsOf([tasks, row]).duties.map(({ role, agency }) => `${role} ${agency}`)
  const dues = (row: string) => rowsOf([tasks, row]).deadlines.map(({ due }) => ('by' in due ? due.by : due.every))

  test.each([
    [
      '1\tMở lớp\tSở Y tế\tSở Nội vụ, Sở Tài chính\tQuý II/2026',
      ['lead Sở Y tế', 'coordinate Sở Nội vụ', 'coordinate Sở Tài chính'],
    ],
    ['1\tMở lớp\tSở Y tế\t\t', ['lead Sở Y tế']],
    ['1\tMở lớp\t\tSở Nội vụ\t', ['coordinate Sở Nội vụ']],
    ['1\tMở lớp\tNhóm Ba\t\t', ['lead Nhóm Ba']],
  ])('%s', (row, expected) => {
    expect(duties(row)).toEqual(expected)
  })

  test.each([
    ['1\tA\tSở Y tế\t\tQuý II/2026', ['2026-06-30']],
    ['1\tA\tSở Y tế\t\t12/2026', ['2026-12-31']],
    ['1\tA\tSở Y tế\t\t15/9/2026', ['2026-09-15']],
    ['1\tA\tSở Y tế\t\tNăm 2027', ['2027-12-31']],
    ['1\tA\tSở Y tế\t\tHằng năm', ['year']],
    ['1\tA\tSở Y tế\t\tThường xuyên', []],
  ])('%s', (row, expected) => {
    expect(dues(row)).toEqual(expected)
  })

  test('partners are those of the other column, and the duty is due when its row is', () => {
    const [lead, helper] = rowsOf([tasks, '1\tMở lớp\tSở Y tế\tSở Nội vụ\tQuý II/2026']).duties
    expect([lead?.partners, helper?.partners, lead?.due]).toEqual([['Sở Nội vụ'], ['Sở Y tế'], { by: '2026-06-30' }])
  })

  test.each([
    ['1\tMở lớp\tSở Y tế\t\t', []],
    ['1\tMở lớp\t\t\t', ['5 agency-missing']],
    ['1\tMở lớp\tCác Sở\t\t', ['5 group-agency Các Sở']],
    ['1\tMở lớp\tNhóm Ba\t\t', ['5 unsure-duty Nhóm Ba']],
    ['1\tMở lớp\tSở Y tế và\t\t', ['5 unsure-agency Sở Y tế và']],
    ['1\tMở lớp\tSở Y tế\t\t32/13/2026', ['5 unsure-deadline']],
    // A cell too many: what stands where is uncertain.
    ['1\tMở lớp\tSở Y tế\t\t\tX', ['5 unsure-row']],
    ['1\tMở lớp\tSở Y tế', ['5 unsure-row']],
  ])('told of %s', (row, expected) => {
    expect(told([tasks, row])).toEqual(expected)
  })
})

describe('component plans', () => {
  const head = 'TT\tTên kế hoạch\tNội dung\tChủ trì\tPhối hợp\tThời gian phê duyệt'
  test('with lead, helpers and when they are to be approved', () => {
    const { componentPlans, duties, doubts } = rowsOf([head, '1\tKế hoạch A\tLớp\tSở Y tế\tSở B, Sở C\tQuý IV/2026'])
    expect(componentPlans).toMatchObject([
      {
        ...{ ref: 'I.1', title: 'Kế hoạch A', content: 'Lớp', lead: 'Sở Y tế', coordinators: ['Sở B', 'Sở C'] },
        ...{ approvalDue: { year: 2026, quarter: 4, month: null, on: null }, line: 5, confidence: 0.95 },
      },
    ])
    expect([duties, doubts]).toEqual([[], []])
  })

  test.each([
    ['1\t\tLớp\tSở Y tế\t\tQuý IV/2026', ['5 unsure-row']],
    ['1\tKế hoạch A\tLớp\t\t\tQuý IV/2026', ['5 agency-missing']],
    ['1\tKế hoạch A\tLớp\tSở Y tế\t\tThường xuyên', ['5 unsure-row']],
  ])('told of %s', (row, expected) => {
    expect(told([head, row])).toEqual(expected)
  })
})

describe('aims', () => {
  test('with the bodies that answer for them', () => {
    const { targets, duties } = rowsOf(['TT\tChỉ tiêu\tNăm 2030\tChủ trì', '1\tTỷ lệ hộ\t90\tSở Y tế'])
    expect(targets.map(({ year, value }) => [year, value])).toEqual([[2030, 90]])
    expect(duties.map(({ agency }) => agency)).toEqual(['Sở Y tế'])
  })

  test('the unit above the table', () => {
    const rows = ['Đơn vị tính: %', 'TT\tChỉ tiêu\tNăm 2030', '1\tHộ học tập\t90']
    expect(rowsOf(rows).targets).toMatchObject([{ unit: 'percent' }])
    expect(rowsOf(['Xem: %', ...rows.slice(1)]).targets).toMatchObject([{ unit: 'count' }])
  })

  test.each([
    ['TT\tChỉ tiêu\tNăm 2030', '1\tHộ\ttheo nhu cầu', many, ['5 unsure-target']],
    ['TT\tChỉ tiêu\tNăm 2030', '1\tHộ\t80', many, ['5 unsure-target']],
    ['TT\tChỉ tiêu\tKết quả', '1\tTỷ lệ hộ\t80', many, ['5 year-missing']],
    ['TT\tChỉ tiêu\tKết quả', '1\tTỷ lệ hộ\t80', one, []],
  ])('told of %s: %s', (head, row, planYear, expected) => {
    expect(told([head, row], planYear)).toEqual(expected)
  })
})

test.each([
  // A table that holds nothing known is told once, but for one that is named otherwise and sets no figure.
  [['a\tb\tc', 'd\te\tf', 'g\th\ti'], ['4 unsure-table']],
  [['TT\tNhiệm vụ\tGhi chú', '1\tA\tB', '2\tC\tD'], ['4 unsure-table']],
  [['TT\tNội dung\tĐơn vị tính', '1\tA\tB'], ['4 unsure-table']],
])('%j', (rows, expected) => {
  expect(told(rows)).toEqual(expected)
})

test('nothing is told of costs', () => {
  const { nodes } = growOutline(zonesOf(linesOf('KẾ HOẠCH\nThử\nI. KINH PHÍ\na\tb\tc\nd\te\tf')))
  expect(readRows(nodes, many).doubts).toEqual([])
})
