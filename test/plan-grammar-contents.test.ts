/** Tables of contents typed by hand: left out of the plan, and told; what only looks a little like one stays. */
import { describe, expect, test } from 'vitest'
import { readDraft } from '#modules/official-texts'

const head = ['ỦY BAN NHÂN DÂN TỈNH AN LẠC', 'Số: 12/KH-UBND', 'KẾ HOẠCH', 'Xây dựng xã hội học tập năm 2024']
const body = [
  'I. MỤC TIÊU',
  '1. Mục tiêu chung',
  '- Phấn đấu 65% gia đình đạt danh hiệu gia đình học tập.',
  'II. TỔ CHỨC THỰC HIỆN',
  '1. Sở Giáo dục và Đào tạo chủ trì theo dõi.',
]
const refsOf = (lines: readonly string[]) => readDraft(lines.join('\n')).items.map(({ ref }) => ref)
const toldOf = (lines: readonly string[]) =>
  readDraft(lines.join('\n'))
    .doubts.filter(({ kind }) => kind === 'left-out-contents')
    .map(({ line, text }) => `${line}: ${text}`)
const plain = refsOf([...head, ...body])

describe('a table of contents', () => {
  test.each([
    [
      'with dots',
      ['MỤC LỤC', 'I. MỤC TIÊU ................ 1', '1. Mục tiêu chung……………1', 'II. TỔ CHỨC THỰC HIỆN . . . . . 2'],
    ],
    [
      'with tabs, and a heading of its columns',
      ['M Ụ C L Ụ C', 'Trang', 'I. MỤC TIÊU\t1', 'II. TỔ CHỨC THỰC HIỆN\t12'],
    ],
    ['with a long entry', ['Mục lục', 'I. MỤC TIÊU.....1', 'II. TỔ CHỨC', 'THỰC HIỆN.....3']],
    [
      'without a heading',
      ['I. MỤC TIÊU ....... 1', '', '1. Mục tiêu chung ....... 1', 'II. TỔ CHỨC THỰC HIỆN ..... 2'],
    ],
  ])('%s is left out and told', (_, contents) => {
    expect(refsOf([...head, ...contents, ...body])).toEqual(plain)
    const texts = contents.filter((line) => line !== '').map((line) => line.replaceAll('\t', ' '))
    expect(toldOf([...head, ...contents, ...body])).toEqual([`${head.length + 1}: ${texts.join(' · ')}`])
  })

  test('before the head as well', () => {
    const contents = ['MỤC LỤC', 'I. MỤC TIÊU ....... 1', 'II. TỔ CHỨC THỰC HIỆN ..... 2']
    expect(refsOf([...contents, ...head, ...body])).toEqual(plain)
    expect(toldOf([...contents, ...head, ...body])).toHaveLength(1)
  })

  test.each([
    ['a heading with nothing under it', ['MỤC LỤC']],
    ['two lines with dots', ['- Tổng số lớp ...... 5', '- Tổng số trường ...... 7']],
    ['a table whose last column is a number', ['1. Lớp xóa mù chữ\t5', '2. Trung tâm\t7', '3. Trường\t9']],
    ['amounts that go down', ['- Lớp ...... 9', '- Trường ...... 7', '- Xã ...... 5']],
  ])('%s is none', (_, lines) => {
    expect(toldOf([...head, ...body.slice(0, 2), ...lines, ...body.slice(2)])).toEqual([])
  })
})
