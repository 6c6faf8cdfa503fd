/** Which days and years are before their document. */
import { expect, test } from 'vitest'
import { earlyDates } from './early-dates.rules.ts'
import { readDraft } from './reader.rules.ts'

const text = (due: string, year: string, basis: string) =>
  [
    'Số: 12/KH-UBND',
    'An Lạc, ngày 05 tháng 3 năm 2026',
    'KẾ HOẠCH',
    'Học tập giai đoạn 2026 - 2030',
    `Căn cứ Quyết định số 9/QĐ-UBND ngày ${basis} của UBND tỉnh;`,
    'I. MỤC TIÊU',
    `1. 85% người dân biết chữ vào năm ${year}.`,
    'II. TỔ CHỨC THỰC HIỆN',
    `1. Sở Y tế tổng kết trước ngày ${due}.`,
  ].join('\n')

test.each([
  ['15/01/2026', '2024', '06/4/2026', ['unsure-deadline', 'unsure-target', 'unsure-basis']],
  ['05/3/2026', '2026', '05/3/2026', []],
  ['15/6/2026', '2030', '01/01/2026', []],
])('%s, %s, %s', (due, year, basis, kinds) => {
  const draft = readDraft(text(due, year, basis))
  expect(draft.document.issuedOn?.value).toBe('2026-03-05')
  expect(earlyDates(draft.document, draft).map(({ kind }) => kind)).toEqual(kinds)
})

test('without a date of its own a document says nothing', () => {
  const draft = readDraft(text('15/01/2026', '2024', '06/4/2026'))
  expect(earlyDates({ issuedOn: null }, draft)).toEqual([])
})
