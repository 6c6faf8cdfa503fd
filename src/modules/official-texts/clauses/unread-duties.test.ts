/** Which sentences tell somebody something, in the part on who does what and elsewhere. */
import { expect, test } from 'vitest'
import { flatten } from '../lines/lines.rules.ts'
import { leavesDuty } from './unread-duties.rules.ts'

test.each([
  ['Việc này do người đứng đầu chịu trách nhiệm.', true, false],
  ['Các chủ rừng tạo điều kiện cho người lao động.', true, false],
  ['Giao các đơn vị tổng hợp.', true, false],
  ['Sở Y tế chủ trì.', true, true],
  ['Giáo viên bộ môn dạy học.', false, false],
  ['Theo bảng phân công.', false, false],
  ['Phát huy sự phối hợp của nhân dân.', false, false],
])('%s', (text, inOrganisation, elsewhere) => {
  const flat = flatten(text)
  expect([leavesDuty(text, flat, true), leavesDuty(text, flat, false)]).toEqual([inOrganisation, elsewhere])
})
