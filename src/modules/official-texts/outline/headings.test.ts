/** What the headings above a clause say of it. */
import { expect, test } from 'vitest'
import { linesOf } from '../lines/lines.rules.ts'
import { topicOf, yearAbove } from './headings.rules.ts'
import { growOutline } from './outline.rules.ts'
import { zonesOf } from './zones.rules.ts'

function lastOf(body: readonly string[]) {
  const { nodes } = growOutline(zonesOf(linesOf(['KẾ HOẠCH', 'Thử giai đoạn 2026-2030', ...body].join('\n'))))
  const last = nodes.at(-1)
  if (!last) throw new Error('no nodes')
  return last
}

test.each([
  [['I. MỤC TIÊU', '1. Mục tiêu chung', '- X'], 'general-aims'],
  [['I. MỤC TIÊU', '1. Đến năm 2028', '- X'], 'aims'],
  // "Tổ chức Hội" and "Nguồn lực" are names under aims, no headings of another part.
  [['I. CHỈ TIÊU', '1. Tổ chức Hội', '- X'], 'aims'],
  [['I. MỤC TIÊU', '1. Nguồn lực', '- X'], 'aims'],
  [['I. MỤC TIÊU', '1. Kinh phí', '- X'], 'money'],
  [['I. KẾT QUẢ GIAI ĐOẠN 2021 - 2025', '1. X'], 'state'],
  [['I. KẾT QUẢ CẦN ĐẠT', '1. X'], 'other'],
  [['I. KIỂM TRA, ĐÁNH GIÁ', '1. X'], 'other'],
  [['I. NHIỆM VỤ', '1. X'], 'tasks'],
  [['I. TỔ CHỨC THỰC HIỆN', '1. X'], 'organisation'],
  [['I. TỔ CHỨC', '1. X'], 'organisation'],
])('%j', (body, topic) => {
  expect(topicOf(lastOf(body))).toBe(topic)
})

test.each([
  [['I. MỤC TIÊU', '1. Đến năm 2028', '- X'], { year: 2028, isSure: true }],
  [['I. MỤC TIÊU', 'Phấn đấu đến năm 2027:', '- X'], { year: 2027, isSure: true }],
  [['I. MỤC TIÊU NĂM 2027 VÀ NĂM 2030', '1. X'], { year: 2030, isSure: false }],
  [['I. MỤC TIÊU', '1. X'], null],
])('year of %j', (body, year) => {
  expect(yearAbove(lastOf(body))).toEqual(year)
})
