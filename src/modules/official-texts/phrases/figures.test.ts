/** The figures of a sentence: what they measure, what compares them, and which numbers set nothing. */
import { describe, expect, test } from 'vitest'
import { flatten } from '../lines/lines.rules.ts'
import { amountOf, cellFigure, type Figure, figuresIn } from './figures.rules.ts'

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

describe('how much something changes', () => {
  const isChange = (text: string) => figuresIn(flatten(text), 'all').map((figure) => figure.isChange)
  test.each([
    'Số người học tăng 10%/năm',
    'Mỗi năm giảm 0,3% số người mù chữ',
    'tăng bình quân hằng năm 5%',
    'tăng từ 10%/năm trở lên',
    'tăng 3% so với năm 2025',
    'vượt 5% so với kế hoạch',
  ])('a pace, or a change against a year: %s', (text) => {
    expect(isChange(text)).toEqual([true])
  })
  test.each(['Mỗi năm có 90% học sinh tham gia', 'tăng lên 50%', 'Tốc độ tăng đạt 8%/năm', 'mỗi năm mở 12 lớp'])(
    'a state to be reached: %s',
    (text) => {
      expect(isChange(text)).toEqual([false])
    },
  )
})

test.each([
  ['1.200,5', 1200.5],
  ['99,5', 99.5],
  ['99.5', 99.5],
  ['1.500', 1500],
  ['1,500', null],
  ['1 500', null],
  ['0,125', 0.125],
])('amount %s', (digits, value) => {
  expect(amountOf(digits)).toBe(value)
})

test('a percentage has no thousands', () => {
  expect([amountOf('99.500', true), amountOf('99.50', true)]).toEqual([null, 99.5])
})

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
