/** Whom a clause speaks to. */
import { expect, test } from 'vitest'
import { wordsOf } from '../lines/spans.rules.ts'
import { addressedBy, bodyAmongOthers } from './addressees.rules.ts'

function said(text: string, isHeading = false, isUnder = false) {
  const own = addressedBy(wordsOf([{ line: 1, text }]), isHeading, isUnder)
  return (
    own && [own.agencies.map(({ name }) => name).join(' + '), own.isRequested ? 'asked' : 'told', text.slice(own.from)]
  )
}

test.each([
  ['Sở Y tế: Mở lớp', ['Sở Y tế', 'told', 'Mở lớp']],
  ['Sở Y tế, Sở Nội vụ mở lớp', ['Sở Y tế + Sở Nội vụ', 'told', 'mở lớp']],
  ['Đề nghị Hội Khuyến học tỉnh vận động', ['Hội Khuyến học tỉnh', 'asked', 'vận động']],
  ['Già làng, người có uy tín: Vận động', ['Già làng, người có uy tín', 'told', 'Vận động']],
  ['Giáo viên chủ nhiệm nắm bắt tình hình', ['Giáo viên chủ nhiệm', 'told', 'nắm bắt tình hình']],
  ['Kinh phí: Mở lớp', null],
  ['Mở lớp học', null],
])('%s', (text, expected) => {
  expect(said(text)).toEqual(expected)
})

test.each([
  ['CÔNG AN TỈNH', 'CÔNG AN TỈNH', ''],
  ['Các trung tâm ngoại ngữ, tin học', 'Các trung tâm ngoại ngữ, tin học', ''],
  ['Ban Chỉ đạo phổ cập giáo dục, xóa mù chữ xã', 'Ban Chỉ đạo phổ cập giáo dục, xóa mù chữ xã', ''],
  // Who goes on after a body with its place is another, and left to be told.
  ['Công an tỉnh, nhóm nòng cốt', 'Công an tỉnh', 'nhóm nòng cốt'],
])('heading: %s', (text, names, rest) => {
  expect(said(text, true)).toEqual([names, 'told', rest])
})

test('under the heading of a body it is itself spoken to, and others only where they are told to lead', () => {
  expect(said('Cơ quan thường trực, chủ trì tổng hợp', false, true)).toBeNull()
  expect(said('Giáo viên chủ nhiệm nắm bắt tình hình', false, true)).toBeNull()
  expect(said('Giáo viên bộ môn chủ trì tập huấn', false, true)?.[0]).toBe('Giáo viên bộ môn')
})

test('members are reached through the body that is named, which is told', () => {
  const words = wordsOf([{ line: 1, text: 'Hội Khuyến học tỉnh và các tổ chức thành viên vận động' }])
  expect(addressedBy(words, false)?.leftOut?.map(({ name }) => name)).toEqual(['các tổ chức thành viên'])
})

test.each([
  ['Tổng phụ trách Đội', 'Tổng phụ trách Đội'],
  ['Già làng, người có uy tín:', 'Già làng, người có uy tín'],
  ['Kiểm tra, giám sát', undefined],
  ['Sơ kết, tổng kết', undefined],
  ['Chế độ thông tin', undefined],
  ['Xây dựng kế hoạch', undefined],
  ['Đội', undefined],
  ['Tổng phụ trách Đội mở lớp.', 'Tổng phụ trách Đội mở lớp'],
  ['Nhóm 12 hộ', undefined],
  ['Nhóm nòng cốt: ông An', undefined],
  [`Nhóm ${'nòng cốt '.repeat(9)}`, undefined],
])('among headings of bodies "%s" is one too', (text, name) => {
  const own = bodyAmongOthers(wordsOf([{ line: 1, text }]))
  expect(own?.agencies.map((agency) => [agency.name, agency.isUnknown])).toEqual(name && [[name, true]])
})
