/** Which groups are somebody in particular. */
import { expect, test } from 'vitest'
import { isBody } from './agency-groups.rules.ts'

test.each([
  ['Nhóm Ba', false, true],
  ['các sở, ngành', true, true],
  ['Các trường', true, true],
  ['các doanh nghiệp', true, true],
  ['các tổ chức, cá nhân', true, false],
  ['các đơn vị liên quan', true, false],
])('%s', (name, isGroup, expected) => {
  expect(isBody({ name, from: 0, to: name.length, isGroup })).toBe(expected)
})
