/** Roles that a label gives. */
import { expect, test } from 'vitest'
import { wholeOf, wordsOf } from '../lines/spans.rules.ts'
import { isLabelled, labelsIn } from './labelled-roles.rules.ts'

const said = (text: string) => {
  const words = wordsOf([{ line: 1, text }])
  return labelsIn(words, wholeOf(words)).map(({ role, agencies }) =>
    [role, ...agencies.map(({ name }) => name)].join(' '),
  )
}

test.each([
  ['Cơ quan chủ trì: Sở Y tế', ['lead Sở Y tế']],
  ['Đơn vị chủ trì: Sở Y tế; đơn vị phối hợp: Sở A, Sở B. Thời gian: quý I', ['lead Sở Y tế', 'coordinate Sở A Sở B']],
  ['Mở lớp. Đơn vị thực hiện: Sở Y tế.', ['lead Sở Y tế']],
  ['Mở lớp (Chủ trì: Sở Y tế; phối hợp: Công an tỉnh)', ['lead Sở Y tế', 'coordinate Công an tỉnh']],
  ['Bộ phận phụ trách: Phòng Kinh tế - Thời gian: quý I', ['lead Phòng Kinh tế']],
  ['Chủ trì thực hiện: Sở Y tế; Đơn vị phối hợp: Sở A', ['lead Sở Y tế', 'coordinate Sở A']],
  ['Lớp (Người thực hiện: bà Lê Thị Hoa)', ['lead bà Lê Thị Hoa']],
  ['Cơ quan tham mưu: Sở Y tế', ['advise Sở Y tế']],
  ['Đơn vị chủ trì tham mưu: Sở Y tế', ['lead Sở Y tế']],
  ['Phân công: Sở Y tế', ['lead Sở Y tế']],
  ['Thời gian: 2026', []],
  ['Đơn vị thực hiện: theo phân cấp', []],
  ['Kết quả thực hiện: Sở Y tế mở 12 lớp', []],
])('%s', (text, roles) => {
  expect(said(text)).toEqual(roles)
})

test('whether a stretch begins with one', () => {
  const begins = (text: string) => isLabelled(wordsOf([{ line: 1, text }]), { from: 0, to: text.length })
  expect([begins('Đơn vị phối hợp: Sở A'), begins('Mở lớp. Đơn vị phối hợp: Sở A')]).toEqual([true, false])
})
