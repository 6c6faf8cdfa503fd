/** Headings in capitals, set as names stand in running text. */
import { expect, test } from 'vitest'
import { asSentence } from './capitals.rules.ts'

test.each([
  ['SỞ GIÁO DỤC VÀ ĐÀO TẠO', 'Sở Giáo Dục và Đào Tạo'],
  ['CÁC SỞ, BAN, NGÀNH', 'Các sở, ban, ngành'],
  ['HỘI KHUYẾN HỌC: Vận động', 'Hội khuyến học: Vận động'],
  ['ỦY BAN NHÂN DÂN CÁC XÃ', 'Ủy ban Nhân Dân các xã'],
  ['Sở Y tế', 'Sở Y tế'],
])('%s', (text, expected) => {
  expect(asSentence(text)).toBe(expected)
})

test('letter for letter, so that places stay', () => {
  const text = 'LIÊN ĐOÀN LAO ĐỘNG TỈNH, THÀNH ĐOÀN'
  expect(asSentence(text)).toHaveLength(text.length)
  expect(asSentence('A'.repeat(300))).toBe('A'.repeat(300))
})
