/** The units of a clause, as they come out of the reader: who is spoken to in each, and what the aims of each are of. */
import { expect, test } from 'vitest'
import { readDraft } from '../reader.rules.ts'

function planOf(aims: readonly string[], duties: readonly string[] = []) {
  const head = ['KẾ HOẠCH', 'Học tập năm 2026', 'I. MỤC TIÊU']
  return readDraft([...head, ...aims, 'II. TỔ CHỨC THỰC HIỆN', ...duties, 'Nơi nhận:', '- Lưu: VT.'].join('\n'))
}

test('pieces with the same answer are one, others are statements', () => {
  const same = planOf([], ['1. Sở Y tế: Mở lớp; tuyên truyền; vận động.'])
  const two = planOf([], ['1. Sở Y tế: Mở lớp; Sở Tài chính bố trí kinh phí; Sở Tài chính quyết toán.'])
  expect(same.duties.map(({ ref }) => ref)).toEqual(['II.1'])
  expect(two.duties.map(({ ref, agency }) => `${ref} ${agency}`)).toEqual(['II.1.1 Sở Y tế', 'II.1.2 Sở Tài chính'])
})

test.each([
  [['1. Tỷ lệ người biết chữ:', '- Năm 2026: 96%.'], ['96 Tỷ lệ người biết chữ']],
  [
    ['1. 60% người dân biết chữ.', '2. Tỷ lệ này đạt 85%.'],
    ['60 người dân biết chữ', '85 người dân biết chữ'],
  ],
  [
    ['1. 20 lớp học.', '2. Tỷ lệ này đạt 85%.'],
    ['20 lớp học', '85 Tỷ lệ này'],
  ],
])('what figures are of: %j', (aims, texts) => {
  expect(planOf(aims).targets.map(({ value, subject }) => `${value} ${subject}`)).toEqual(texts)
})

test('what is kept is kept until something else is done', () => {
  const modes = (line: string) => planOf([`1. ${line}`]).targets.map(({ mode }) => mode)
  expect(modes('Duy trì 09 câu lạc bộ, 12 tủ sách cộng đồng.')).toEqual(['keep', 'keep'])
  expect(modes('Duy trì 09 câu lạc bộ, mở mới 12 tủ sách cộng đồng.')).toEqual(['keep', 'reach'])
})
