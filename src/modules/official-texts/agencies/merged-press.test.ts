/** Newspapers and stations that became one body. */
import { expect, test } from 'vitest'
import { isPressMerged, mergedPressIn } from './merged-press.rules.ts'

test.each([
  ['2026-03-06', true],
  ['2025-07-01', true],
  ['2025-06-30', false],
  [null, false],
])('issued on %s', (issuedOn, isMerged) => {
  expect(isPressMerged(issuedOn)).toBe(isMerged)
})

test.each([
  ['Báo và Đài Phát thanh - Truyền hình An Lạc mở chuyên mục', ['Báo và Đài Phát thanh - Truyền hình An Lạc']],
  ['Sở Y tế, Báo và Đài PT-TH tỉnh, Công an tỉnh', ['Báo và Đài PT-TH tỉnh']],
  ['BÁO VÀ ĐÀI PHÁT THANH, TRUYỀN HÌNH AN LẠC', ['BÁO VÀ ĐÀI PHÁT THANH, TRUYỀN HÌNH AN LẠC']],
  ['Báo An Lạc, Đài Phát thanh - Truyền hình tỉnh', []],
])('%s', (text, names) => {
  expect(mergedPressIn(text)).toEqual(names)
})
