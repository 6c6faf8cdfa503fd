/** Last days and rhythms in the words of a plan, and when a table says something is to be approved. */
import { describe, expect, test } from 'vitest'
import type { DraftDue } from '../draft.model.ts'
import { flatten } from '../lines/lines.rules.ts'
import { dateIn, isRealDate } from './calendar.rules.ts'
import { approvalIn, dueIn, duesIn } from './deadlines.rules.ts'

const said = (due: DraftDue) => ('by' in due ? due.by : `${due.every} ${due.before}`)
const duesOf = (text: string, onlyYear: number | null = null) =>
  duesIn(flatten(text), onlyYear).map(({ due }) => said(due))

test.each([
  ['hoàn thành trước ngày 31/12/2026', ['2026-12-31']],
  ['chậm nhất ngày 05 tháng 3 năm 2027', ['2027-03-05']],
  ['báo cáo trước ngày 15/6 và 15/12 hằng năm', ['year 06-15', 'year 12-15']],
  ['trước ngày 20 hằng tháng', ['month 20']],
  ['định kỳ 6 tháng, năm báo cáo', ['half-year null']],
  ['định kỳ quý, năm báo cáo', ['quarter null']],
  ['hoàn thành trong quý II/2026', ['2026-06-30']],
  ['xong trong quý I, II năm 2026', ['2026-06-30']],
  ['trước tháng 9/2026', ['2026-08-31']],
  ['vào tháng 10 hằng năm', ['year 10-31']],
  ['họp vào tháng 6 và tháng 12 hằng năm', ['year 06-30', 'year 12-31']],
  ['họp tháng 3, tháng 6, tháng 9 mỗi năm', ['year 03-31', 'year 06-30', 'year 09-30']],
  // Within one year such months may be one stretch of time, and so is what begins in the first.
  ['tháng 4 và tháng 5 năm 2026', ['2026-05-31']],
  ['từ tháng 4, tháng 5 hằng năm', ['year 05-31']],
  ['vào tháng 13 và tháng 12 hằng năm', ['year 12-31']],
  ['sơ kết vào năm 2028, tổng kết vào năm 2030', ['2028-12-31', '2030-12-31']],
  ['trước năm 2028', ['2027-12-31']],
  ['6 tháng đầu năm 2026', ['2026-06-30']],
  ['được bố trí trong dự toán giao hằng năm; hằng năm báo cáo', ['year null']],
  ['được bố trí trong dự toán giao hằng năm', []],
  ['trước ngày 30/02/2026', []],
  ['đến năm 2030', []],
  ['trong quý I tập huấn', []],
])('%s', (text, dues) => {
  expect(duesOf(text)).toEqual(dues)
})

describe('what a plan for one year leaves unsaid', () => {
  test.each([
    ['báo cáo trước ngày 15/11', ['2026-11-15']],
    ['Hoàn thành trong tháng 6', ['2026-06-30']],
    ['xong trước tháng 9', ['2026-08-31']],
    ['Thời gian: Tháng 9', ['2026-09-30']],
    ['Tập huấn (quý III)', ['2026-09-30']],
    ['Thời gian hoàn thành: Quý II', ['2026-06-30']],
    ['vào tháng 10 hằng năm', ['year 10-31']],
    ['Trong tháng 4, tháng 5 khảo sát', []],
    ['Trong quý I và quý II tập huấn', []],
    ['từ tháng 5 đến tháng 9', []],
    ['trước tháng 1', []],
  ])('%s', (text, dues) => {
    expect(duesOf(text, 2026)).toEqual(dues)
  })
})

test('a day without a year is sure only where the plan or the sentence has one', () => {
  const isSure = (text: string, year: number | null) => dueIn(flatten(text), year)?.isSure
  expect([
    isSure('trước ngày 15/11', null),
    isSure('trước ngày 15/11 hằng năm', null),
    isSure('trước ngày 15/11', 2026),
  ]).toEqual([false, true, true])
})

test('a year in which a measure is reached is no last day', () => {
  expect(duesOf('Số năm đi học bình quân đạt 11,5 năm vào năm 2030')).toEqual([])
  expect(duesOf('Tuổi thọ đạt 75 tuổi vào năm 2030')).toEqual([])
})

test.each([
  ['ngày 25/5/2021', '2021-05-25'],
  ['ngày 05 tháng 3 năm 2026', '2026-03-05'],
  ['16 / 12 / 2021', '2021-12-16'],
  ['ngày 31/4/2021', undefined],
  ['tháng 5/2021', undefined],
])('date: %s', (text, value) => {
  expect(dateIn(flatten(text))?.value).toBe(value)
})

test.each([
  ['Quý IV 2021', { year: 2021, quarter: 4, month: null, on: null }],
  ['12/2026', { year: 2026, quarter: null, month: 12, on: null }],
  ['Ngày 05/3/2026', { year: 2026, quarter: null, month: null, on: '2026-03-05' }],
  ['2026-2030', { year: 2030, quarter: null, month: null, on: null }],
  ['Hằng năm', null],
  // No calendar has these, and the year in them is not what they say.
  ['31/4/2026', null],
  ['32/13/2026', null],
  ['13/2026', null],
])('approval: %s', (text, expected) => {
  expect(approvalIn(flatten(text))).toEqual(expected)
})

test('days that the calendar has', () => {
  expect(['2028-02-29', '2026-02-29', '2026-04-31', '1899-01-01'].map(isRealDate)).toEqual([true, false, false, false])
})
