/** Lists of agencies in running text, each member by its full name. */
import { expect, test } from 'vitest'
import { flatten } from '../lines/lines.rules.ts'
import { agenciesAt } from './agency-lists.rules.ts'

const namesIn = (text: string, isSure = false) =>
  agenciesAt({ text, flat: flatten(text) }, 0, isSure).agencies.map(({ name }) => name)

test.each([
  ['Sở Y tế, Sở Tài chính và các đơn vị liên quan mở lớp', ['Sở Y tế', 'Sở Tài chính', 'các đơn vị liên quan']],
  ['Các Sở: Tài chính, Y tế và Nội vụ', ['Sở Tài chính', 'Sở Y tế', 'Sở Nội vụ']],
  ['Sở Văn hóa, Thể thao và Du lịch; Công an tỉnh', ['Sở Văn hóa, Thể thao và Du lịch', 'Công an tỉnh']],
  ['Báo và Đài Phát thanh - Truyền hình tỉnh An', ['Báo tỉnh An', 'Đài Phát thanh - Truyền hình tỉnh An']],
  ['UBND các xã, phường tổ chức', ['UBND các xã, phường']],
  ['Kế hoạch này', []],
  ['Các ngành: Y tế, Công Thương', ['Ngành Y tế', 'Ngành Công Thương']],
  ['Các huyện đoàn, thị đoàn tổ chức ra quân', ['Các huyện đoàn, thị đoàn']],
  ['các sở, ngành có liên quan mở lớp', ['các sở, ngành có liên quan']],
])('%s', (text, names) => {
  expect(namesIn(text)).toEqual(names)
})

test('a body of no known form is one within a list, and is told as unknown', () => {
  const list = (text: string) =>
    agenciesAt({ text, flat: flatten(text) }, 0).agencies.map(({ name, isUnknown }) => [name, isUnknown])
  expect(list('Sở Y tế, Nhóm Ba')).toEqual([
    ['Sở Y tế', undefined],
    ['Nhóm Ba', true],
  ])
  expect(list('Hội Nông dân xã, chùa Prek Chrou mở lớp').at(-1)).toEqual(['chùa Prek Chrou', true])
})

test('the first of a list is one of no known form only where a body must stand', () => {
  expect([namesIn('Nhóm Sao Mai mở lớp'), namesIn('Nhóm Sao Mai mở lớp', true)]).toEqual([[], ['Nhóm Sao Mai']])
})

test('a list that may go on is told as cut', () => {
  const text = 'Hội Nông dân xã, nhóm Sao Mai mở lớp'
  expect(agenciesAt({ text, flat: flatten(text) }, 0).agencies).toMatchObject([
    { name: 'Hội Nông dân xã', isCut: true },
  ])
})

test('which of a group are meant may belong to its name', () => {
  const cutOf = (text: string) => agenciesAt({ text, flat: flatten(text) }, 0).agencies.map(({ isCut }) => isCut)
  expect([cutOf('UBND các xã có khu công nghiệp mở lớp'), cutOf('UBND các xã có trách nhiệm mở lớp')]).toEqual([
    [true],
    [undefined],
  ])
})
