/** One key for the ways a document writes one agency. */
import { expect, test } from 'vitest'
import { agencyKey } from './agency-keys.rules.ts'

test.each([
  ['UBND tỉnh', 'Ủy ban nhân dân tỉnh An Lạc'],
  ['Sở GD&ĐT', 'Sở Giáo dục và Đào tạo'],
  ['Giám đốc Sở Y tế', 'Sở Y tế tỉnh An Lạc'],
  ['MTTQ Việt Nam tỉnh', 'Ủy ban Mặt trận Tổ quốc tỉnh'],
  ['Tỉnh đoàn', 'Đoàn TNCS Hồ Chí Minh tỉnh'],
  ['Các Sở, ngành', 'các sở, ban, ngành tỉnh'],
])('%s is %s', (one, other) => {
  expect(agencyKey(one)).toBe(agencyKey(other))
})

test('others are not one', () => {
  const names = ['Sở Y tế', 'Sở Nội vụ', 'Hội Khuyến học tỉnh', 'Công an tỉnh']
  expect(new Set(names.map(agencyKey)).size).toBe(names.length)
})
