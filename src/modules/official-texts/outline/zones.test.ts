/** The zones of an official document. */
import { expect, test } from 'vitest'
import { linesOf } from '../lines/lines.rules.ts'
import { joinLines, splitCells, zonesOf } from './zones.rules.ts'

const text = `UBND XÃ AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-UBND\tAn, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Thử giai đoạn 2026-2030
Căn cứ Luật Giáo dục ngày 14/6/2019;
I. MỤC TIÊU
1. X
2
Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
PHỤ LỤC
1. Y`

test('each line is in the zone it belongs to', () => {
  const { type, head, title, preamble, body, after, appendices, pageMarks } = zonesOf(linesOf(text))
  const numbers = (lines: readonly { readonly number: number }[]) => lines.map(({ number }) => number)
  expect(type?.value).toBe('plan')
  expect([head, title, preamble, body, after, appendices.flat(), pageMarks].map(numbers)).toEqual([
    [1, 2, 3],
    [4],
    [5],
    [6, 7],
    [9, 10, 11],
    [12, 13],
    [8],
  ])
})

test.each([
  ['QUYẾT ĐỊNH', 'decision'],
  ['K Ế  H O Ạ C H', 'plan'],
  ['K Ế H O Ạ C H', 'plan'],
  ['CHƯƠNG TRÌNH HÀNH ĐỘNG', 'programme'],
  ['Kế hoạch của xã', undefined],
])('type of %s', (line, type) => {
  expect(zonesOf(linesOf(`${line}\nI. A`)).type?.value).toBe(type)
})

test('cells side by side', () => {
  const [line] = linesOf('a\tb')
  expect(line && splitCells(line).map((own) => own.text)).toEqual(['a', 'b'])
  expect(joinLines(linesOf('a\tb\nc'))).toBe('a b c')
})
