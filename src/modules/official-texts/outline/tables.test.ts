/** Tables in the text of a plan: their rows and what their columns hold. */
import { expect, test } from 'vitest'
import { linesOf } from '../lines/lines.rules.ts'
import { tableAt } from './tables.rules.ts'

const table = (rows: readonly string[]) => tableAt(linesOf(rows.join('\n')), 0)
const columns = (head: string, row: string) =>
  table([head, row])?.columns.map(({ meaning, year }) => (year ? `${meaning} ${year}` : meaning))

test('columns, rows and what follows them', () => {
  const own = table(['TT\tChỉ tiêu\tĐVT\tNăm 2025\tNăm 2030', '1\tTỷ lệ\t%\t90\t95', '2\tSố\tXã\t1\t2', 'Hết.'])
  expect([own?.isNamed, own?.length]).toEqual([true, 3])
  expect(own?.rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)])).toEqual([
    ['1', 'Tỷ lệ', '%', '90', '95'],
    ['2', 'Số', 'Xã', '1', '2'],
  ])
})

test.each([
  ['TT\tChỉ tiêu\tĐVT\tNăm 2030', '1\tA\t%\t9', ['number', 'target', 'unit', 'goal 2030']],
  ['TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian', '1\tA\tB\tC\tD', ['number', 'task', 'lead', 'coordinators', 'time']],
  ['TT\tChỉ tiêu\tHiện trạng năm 2025\tNăm 2030', '1\tA\t8\t9', ['number', 'target', 'other', 'goal 2030']],
  ['TT\tChỉ tiêu\tKết quả', '1\tA\t9', ['number', 'target', 'goal']],
])('%s', (head, row, meanings) => {
  expect(columns(head, row)).toEqual(meanings)
})

test('a number and its words with a tab between are no table', () => {
  expect(table(['1.\tMục đích', '2.\tYêu cầu'])).toBeNull()
})
