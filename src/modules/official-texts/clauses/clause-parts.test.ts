/** The smallest pieces of a clause. */
import { expect, test } from 'vitest'
import { wordsOf } from '../lines/spans.rules.ts'
import { piecesOf } from './clause-parts.rules.ts'

const pieces = (text: string, isAim: boolean) =>
  piecesOf(wordsOf([{ line: 1, text }]), { from: 0, to: text.length }, isAim).map(({ from, to }) =>
    text.slice(from, to),
  )

test.each([
  ['Mở lớp; hoàn thành trước ngày 31/12. Báo cáo.', ['Mở lớp; hoàn thành trước ngày 31/12.', 'Báo cáo.']],
  ['Mở lớp; vận động.', ['Mở lớp;', 'vận động.']],
  ['sơ kết vào năm 2028, tổng kết vào năm 2030', ['sơ kết vào năm 2028', 'tổng kết vào năm 2030']],
])('%s', (text, expected) => {
  expect(pieces(text, false)).toEqual(expected)
})

test.each([
  ['80% xã; năm 2030: 90%.', ['80% xã; năm 2030: 90%.']],
  ['100% trường, 80% thôn có thư viện', ['100% trường', '80% thôn có thư viện']],
  ['98% người biết chữ, trong đó nữ đạt 95%', ['98% người biết chữ', 'trong đó nữ đạt 95%']],
  ['95% hộ (năm 2025: 85%, 66%)', ['95% hộ (năm 2025: 85%, 66%)']],
])('aims: %s', (text, expected) => {
  expect(pieces(text, true)).toEqual(expected)
})
