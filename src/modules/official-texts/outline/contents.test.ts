/** Tables of contents typed by hand: which lines are one, and what is told of it. */
import { expect, test } from 'vitest'
import { linesOf } from '../lines/lines.rules.ts'
import { withoutContents } from './contents.rules.ts'

/** The numbers of the lines that are left out. */
function leftOut(rows: readonly string[]): number[] {
  const before = linesOf(rows.join('\n'))
  const { lines } = withoutContents(before)
  expect(lines.map(({ number }) => number)).toEqual(before.map(({ number }) => number))
  return lines.flatMap(({ number, text }, index) => (text === '' && before[index]?.text !== '' ? [number] : []))
}

test.each([
  ['one entry under a heading', ['MỤC LỤC', 'I. Mục tiêu ..... 3', 'I. MỤC TIÊU'], [1, 2]],
  ['a heading set with spaces', ['M Ụ C  L Ụ C', 'I. Mục tiêu……… 3', 'I. MỤC TIÊU'], [1, 2]],
  ['a tab leads to a page under the heading', ['Mục lục:', 'I. Mục tiêu\t3', 'II. Kinh phí\t5'], [1, 2, 3]],
  ['and nowhere else', ['I. Mục tiêu\t3', 'II. Kinh phí\t5', 'III. Tổ chức\t7'], []],
  ['three entries without a heading', ['A ... 1', 'B ... 2', 'C ... 2', 'D'], [1, 2, 3]],
  ['two are too few', ['A ... 1', 'B ... 2', 'D'], []],
  ['a head of columns', ['MỤC LỤC', 'Nội dung\tTrang', 'A\t1'], [1, 2, 3]],
  ['an empty line between', ['MỤC LỤC', '', 'A ... 1', '', 'B ... 2', 'C'], [1, 3, 5]],
  ['an entry over three lines', ['MỤC LỤC', 'A', 'b', 'c ... 1', 'D'], [1, 2, 3, 4]],
  ['over four it is text', ['MỤC LỤC', 'A', 'b', 'c', 'd ... 1'], []],
  ['pages only rise', ['MỤC LỤC', 'A ... 3', 'B ... 5', 'Cộng ... 2'], [1, 2, 3]],
  ['a heading over text', ['MỤC LỤC', 'Mở lớp.'], []],
  ['words on contents', ['Mục lục hồ sơ lưu trữ', 'A\t1', 'B\t2'], []],
  ['dots that lead to no page', ['Họ tên .........', 'Chức vụ .........', 'Đơn vị .........'], []],
])('%s', (_, rows, numbers) => {
  expect(leftOut(rows)).toEqual(numbers)
})

test('each table is told once, with its first line and its words', () => {
  const rows = ['MỤC LỤC', 'A ... 1', 'B\t2', 'I. X', 'C ... 1', 'D ... 1', 'E ... 4', 'II. Y']
  expect(withoutContents(linesOf(rows.join('\n'))).doubts).toEqual([
    expect.objectContaining({ kind: 'left-out-contents', line: 1, text: 'MỤC LỤC · A ... 1 · B 2' }),
    expect.objectContaining({ kind: 'left-out-contents', line: 5, text: 'C ... 1 · D ... 1 · E ... 4' }),
  ])
})

test('of a long one the first words are told', () => {
  const rows = Array.from({ length: 40 }, (_, index) => `Mục thứ ${index} của kế hoạch ..... ${index + 1}`)
  const [doubt] = withoutContents(linesOf(rows.join('\n'))).doubts
  expect([doubt?.text.length, doubt?.text.startsWith('Mục thứ 0')]).toEqual([300, true])
})

test('a text without one is handed on as it is', () => {
  const lines = linesOf('I. Mục tiêu\n1. Mở 12 lớp')
  expect(withoutContents(lines)).toEqual({ lines, doubts: [] })
})
