/** The aims in the row of a table: one for each cell of a year, in the unit of its row. */
import { describe, expect, test } from 'vitest'
import { linesOf } from '../lines/lines.rules.ts'
import { growOutline } from '../outline/outline.rules.ts'
import { zonesOf } from '../outline/zones.rules.ts'
import { goalsOf, type Lent } from './table-aims.rules.ts'

const many = { from: 2026, year: 2030, isOnly: false }
const one = { from: 2026, year: 2026, isOnly: true }

/** The aims of the one row of a table under a heading. */
function goalsIn(
  head: string,
  row: string,
  { heading = 'I. CHỈ TIÊU', ...own }: Partial<Lent> & { heading?: string } = {},
) {
  const { nodes } = growOutline(zonesOf(linesOf(['KẾ HOẠCH', 'Thử', heading, head, row].join('\n'))))
  const node = nodes.at(-1)
  if (!node?.row) throw new Error(`no row: ${row}`)
  return goalsOf(node, node.row.row, { planYear: many, unit: null, ...own })
}
const brief = (head: string, row: string, own: Partial<Lent> & { heading?: string } = {}) =>
  goalsIn(head, row, own).targets.map(
    ({ year, comparator, value, valueTo, unit, unitText, mode }) =>
      `${year} ${comparator} ${value}${valueTo === null ? '' : `..${valueTo}`} ${unit} ${unitText} ${mode}`,
  )

const head = 'TT\tChỉ tiêu\tĐVT\tNăm 2028\tNăm 2030'

describe('what a cell sets', () => {
  test.each([
    ['1\tHộ học tập\t%\t80\t90', ['2028 >= 80 percent % reach', '2030 >= 90 percent % reach']],
    ['1\tHộ học tập\t%\t> 80\t85-90', ['2028 > 80 percent % reach', '2030 >= 85..90 percent % reach']],
    ['1\tHộ học tập\t\t80%\t≥ 90%', ['2028 >= 80 percent % reach', '2030 >= 90 percent % reach']],
    ['1\tLớp học\tLớp\t12\t1.500', ['2028 >= 12 count Lớp reach', '2030 >= 1500 count Lớp reach']],
    ['1\tXã đạt chuẩn\tXã\t2/4\t4/4', ['2028 >= 0.5 fraction Xã reach', '2030 >= 1 fraction Xã reach']],
    [
      '1\tQuỹ\tTriệu đồng\t200\t1.500',
      ['2028 >= 200000000 money Triệu đồng reach', '2030 >= 1500000000 money Triệu đồng reach'],
    ],
    ['1\tPhổ cập\tMức độ\t2\t3', ['2028 >= 2 level Mức độ reach', '2030 >= 3 level Mức độ reach']],
    // At least none would be no aim.
    ['1\tHộ mù chữ\tHộ\t5\t0', ['2028 >= 5 count Hộ reach', '2030 = 0 count Hộ reach']],
    ['1\tXã đạt chuẩn\t\tx\tDuy trì', ['2028 yes null yes null reach', '2030 yes null yes null keep']],
    ['1\tHộ học tập\t%\t-\t90', ['2030 >= 90 percent % reach']],
    ['1\tHộ học tập\t%\t…\t', []],
    ['1\tTỷ lệ hộ học tập\t-\t80\t90', ['2028 >= 80 percent % reach', '2030 >= 90 percent % reach']],
  ])('%s', (row, goals) => {
    expect(brief(head, row)).toEqual(goals)
  })
})

test('what no figure is, is told', () => {
  const { targets, unread } = goalsIn(head, '1\tHộ học tập\t%\ttheo nhu cầu\t80 (2028), 90 (2030)')
  expect([targets, unread]).toEqual([[], ['theo nhu cầu', '80 (2028), 90 (2030)']])
})

test('a row that says nothing of what it is about sets nothing', () => {
  expect(goalsIn(head, '1\t\t%\t80\t90')).toEqual({ targets: [], unread: [] })
})

test.each([
  ['of the row', 'TT\tChỉ tiêu\tĐVT\tNăm 2030 (Lớp)', '1\tA\tXã\t9', { unit: '%' }, ['2030 >= 9 count Xã reach']],
  ['else of the column', 'TT\tChỉ tiêu\tNăm 2030 (%)', '1\tA\t9', { unit: 'Lớp' }, ['2030 >= 9 percent % reach']],
  ['else above the table', 'TT\tChỉ tiêu\tNăm 2030', '1\tA\t9', { unit: 'Lớp' }, ['2030 >= 9 count Lớp reach']],
  ['else nothing certain', 'TT\tChỉ tiêu\tNăm 2030', '1\tA\t9', {}, ['2030 >= 9 count null reach']],
])('the unit %s', (_, titles, row, own, goals) => {
  expect(brief(titles, row, own)).toEqual(goals)
})

test.each([
  ['of the column', 'TT\tChỉ tiêu\tNăm 2030', {}, 2030, 'heading'],
  ['of the heading', 'TT\tChỉ tiêu\tKết quả', { heading: 'I. CHỈ TIÊU ĐẾN NĂM 2027' }, 2027, 'heading'],
  ['of a plan for one year', 'TT\tChỉ tiêu\tKết quả', { planYear: one }, 2026, 'heading'],
  ['of none', 'TT\tChỉ tiêu\tKết quả', {}, null, null],
  [
    'of none, where the heading has several',
    'TT\tChỉ tiêu\tKết quả',
    { heading: 'I. CHỈ TIÊU NĂM 2027, NĂM 2028' },
    null,
    null,
  ],
])('the year %s', (_, titles, own, year, yearFrom) => {
  expect(goalsIn(titles, '1\tA\t9', own).targets).toMatchObject([{ year, yearFrom }])
})

test.each([
  ['1\tHộ học tập\t%\t80', 0.85],
  ['1\tHộ học tập\t\t80%', 0.85],
  ['1\tTỷ lệ hộ học tập\t\t80', 0.85],
  ['1\tSố lớp học\t\t80', 0.85],
  ['1\tXã\t\t2/3', 0.85],
  ['1\tXã\t\tĐạt', 0.8],
  // A number of nothing certain, and a range, are left to a person.
  ['1\tXã\t\t80', 0.6],
  ['1\tXã\tXã\t80-90', 0.6],
])('how sure: %s', (row, confidence) => {
  expect(goalsIn('TT\tChỉ tiêu\tĐVT\tNăm 2030', row).targets.map((own) => own.confidence)).toEqual([confidence])
})
