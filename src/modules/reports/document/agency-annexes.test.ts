/** Annexes about agencies and the round: gaps told as gaps, days as they are written, numbers that begin anew. */
import { expect, test } from 'vitest'
import { data, unit } from '#test/worlds/report.ts'
import { dutiesAnnex, moneyAnnex, reportingAnnex } from './agency-annexes.rules.ts'

test('duties stand under their agency; of what was not reported every cell is a gap', () => {
  const { rows, columns } = dutiesAnnex(data)
  expect(rows.map(({ kind, cells }) => [kind, cells[0], cells.slice(3)])).toEqual([
    ['section', 'Sở Văn hóa và Thể thao (đã duyệt)', []],
    [undefined, 'V.3.1', ['Hoàn thành', 100, 'Mở 12 câu lạc bộ', 'Khó khăn: Thiếu người']],
    [undefined, 'V.3.2', [null, null, null, null]],
  ])
  for (const { kind, cells } of rows) if (kind !== 'section') expect(cells).toHaveLength(columns.length)
})

test('an agency that reports to nobody in this round says so', () => {
  const [head] = dutiesAnnex({ ...data, units: [] }).rows
  expect(head?.cells[0]).toContain('không báo cáo riêng trong đợt này')
  expect(dutiesAnnex({ ...data, duties: [] }).rows).toEqual([])
})

test('money: a total of all, agencies that gave some, and their share of what was planned', () => {
  const planned = { money_state_planned: 200, money_state_spent: 50 }
  const agency = unit('SO', planned, { audience: 'agency', name: 'Sở' })
  const silent = unit('IM', {}, { audience: 'agency', name: 'Im' })
  const { rows, source, columns } = moneyAnnex({ ...data, units: [unit('1', planned), agency, silent] })
  expect(rows[0]?.cells).toEqual(['', 'Tổng cộng', 400, 100, 25, null, null, null, null])
  expect(rows[1]?.cells.slice(0, 3)).toEqual(['I', 'Sở, ngành, tổ chức (1)', 200])
  expect(rows[2]?.cells.slice(0, 2)).toEqual([1, 'Sở'])
  expect(source).toContain('1/2 sở')
  for (const { kind, cells } of rows) if (kind !== 'section') expect(cells).toHaveLength(columns.length)
})

test('who reported when: counted by group, late and reopened ones marked', () => {
  const late = unit('9', { a: 1 }, { isLate: true, state: 'returned' })
  const rows = reportingAnnex({ ...data, units: [...data.units, late] }).rows
  expect(rows.filter(({ kind }) => kind === 'section').map(({ cells }) => cells[0])).toEqual([
    'Sở, ngành, tổ chức: đã duyệt 1/1',
    'Xã, phường: đã duyệt 3/4',
  ])
  expect(rows.at(-1)?.cells.slice(0, 4)).toEqual([4, 'Phường 9', 'Trả lại', '30/11/2026'])
  expect(rows.at(-1)?.cells.at(-1)).toBe('Gửi quá hạn. Đang sửa; số đã duyệt vẫn tính')
  expect(rows.at(-2)?.cells.slice(4)).toEqual(['–', '–', ''])
})
