/** Every doubt is shown at some piece: one of what was not read at all, at the clause it stands in. */
import { expect, test } from 'vitest'
import { readDraft } from '#modules/official-texts'
import { piecesOf } from './pieces.rules.ts'

const text = [
  'KẾ HOẠCH',
  'Thử năm 2026',
  'I. MỤC TIÊU',
  '1. Nâng cao chất lượng dạy học.',
  '2. 80% xã có thư viện, tăng 5% so với năm 2025.',
  'Địa phương\tLần 1\tLần 2',
  'Xã Mẫu Một\t40\t70',
  'II. TỔ CHỨC THỰC HIỆN',
  '1. Kiểm tra, đánh giá: báo cáo trước ngày 15/6 và 15/12 hằng năm.',
]

const draft = readDraft(text.join('\n'))
const pieces = piecesOf(draft)

test.each([
  ['unsure-target', 'item I.1'],
  ['unsure-target', 'target I.2 1'],
  ['unsure-table', 'item I.2.1'],
  ['agency-missing', 'item II.1'],
  ['unsure-deadline', 'item II.1'],
])('%s at %s', (kind, key) => {
  const piece = pieces.find((each) => each.key === key)
  expect(piece?.doubts.map((doubt) => doubt.kind)).toContain(kind)
})

test('no doubt is left without a piece', () => {
  const shown = new Set(pieces.flatMap(({ doubts }) => doubts))
  expect(draft.doubts.filter((doubt) => !shown.has(doubt))).toEqual([])
})
