/** What one cell of a table says. */
import { expect, test } from 'vitest'
import { agenciesOfCell, duesOfCell } from './table-cells.rules.ts'

test.each([
  ['Sở Y tế; Sở Nội vụ', ['Sở Y tế', 'Sở Nội vụ']],
  ['- Sở Y tế\v- Sở Nội vụ', ['Sở Y tế', 'Sở Nội vụ']],
  ['Sở Y tế và Nhóm Ba', ['Sở Y tế', 'Nhóm Ba?']],
  ['Nhóm Ba, Nhóm Bốn', ['Nhóm Ba?', 'Nhóm Bốn?']],
  ['Nhóm Ba và Sở Y tế', ['Nhóm Ba?', 'Sở Y tế']],
  ['Sở Lao động - Thương binh và Xã hội', ['Sở Lao động - Thương binh và Xã hội']],
  ['Các tổ hòa giải', ['Các tổ hòa giải']],
  ['', []],
  [null, []],
])('the agencies of %j', (cell, names) => {
  expect(agenciesOfCell(cell).map(({ name, isUnknown }) => `${name}${isUnknown ? '?' : ''}`)).toEqual(names)
})

test.each([
  ['Quý II/2026', ['2026-06-30']],
  ['12/2026', ['2026-12-31']],
  ['Năm 2027', ['2027-12-31']],
  ['Thường xuyên', []],
])('the last days of %s', (cell, days) => {
  expect(duesOfCell(cell).map((due) => 'by' in due && due.by)).toEqual(days)
})
