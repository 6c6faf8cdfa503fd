/** The figures of a sentence: what they measure, what compares them, and which numbers set nothing. */
import { expect, test } from 'vitest'
import { flatten } from '../lines/lines.rules.ts'
import type { Figure } from './comparisons.rules.ts'
import { cellFigure, figuresIn } from './figures.rules.ts'

const brief = ({ comparator, value, valueTo, unit }: Figure) =>
  `${comparator} ${value}${valueTo === null ? '' : `..${valueTo}`} ${unit}`
const figuresOf = (text: string) => figuresIn(flatten(text), 'all').map(brief)

test.each([
  ['trên 85% người dân', ['> 85 percent']],
  ['không dưới 1,5% tổng chi', ['>= 1.5 percent']],
  ['từ 80% đến 90% số hộ', ['>= 80..90 percent']],
  ['85 - 90% số hộ', ['>= 85..90 percent']],
  ['giảm xuống dưới 2%', ['< 2 percent']],
  ['không quá 5 phần trăm', ['<= 5 percent']],
  ['50% trở lên số hộ', ['>= 50 percent']],
  ['60/74 xã đạt chuẩn', ['>= 0.8108 fraction']],
  ['đạt 1,2 tỷ đồng', ['>= 1200000000 money']],
  ['mở 12 lớp với 1.500 học viên', ['>= 12 count', '>= 1500 count']],
  ['có 2,5 triệu lượt truy cập', ['>= 2500000 count']],
  ['đạt mức độ 3', ['>= 3 level']],
  ['90% xã đạt mức độ 2', ['>= 90 percent']],
  ['Số thẻ bạn đọc: 2.500 thẻ', ['>= 2500 count']],
  ['Số năm đi học bình quân đạt 11,5 năm', ['>= 11.5 count']],
  ['Tuổi thọ đạt 75 tuổi', ['>= 75 count']],
  ['40% doanh nghiệp có từ 500 lao động trở lên', ['>= 40 percent']],
])('%s', (text, figures) => {
  expect(figuresOf(text)).toEqual(figures)
})

test.each(['người từ 15 tuổi', 'trong 3 năm', 'ngày 05/3', 'Quyết định 12 của tỉnh', 'lớp 5 trường A', 'năm 2030'])(
  'no aim: %s',
  (text) => {
    expect(figuresOf(text)).toEqual([])
  },
)

test('a number with a doubtful separator has no value, and little confidence', () => {
  expect(figuresIn(flatten('đạt 99.500% số hộ'), 'all')).toMatchObject([{ value: null, confidence: 0.5 }])
})

test.each([
  ['≥ 90', '>= 90 count'],
  ['80-85', '>= 80..85 count'],
  ['2/3', '>= 0.6667 fraction'],
  ['< 2,5', '< 2.5 count'],
  ['90 (2025), 95 (2030)', null],
  ['theo nhu cầu', null],
])('cell %s', (text, expected) => {
  const figure = cellFigure(flatten(text), true)
  expect(figure && brief(figure)).toBe(expected)
})
