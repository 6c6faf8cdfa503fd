/** The words that compare a figure, and those that say by how much something is to change. */
import { describe, expect, test } from 'vitest'
import { flatten } from '../lines/lines.rules.ts'
import { compared } from './comparisons.rules.ts'
import { figuresIn } from './figures.rules.ts'

/** How the one figure of a text compares, with the words that say so. */
function comparedIn(text: string) {
  const flat = flatten(text)
  const match = /\d+(?:,\d+)?%?/.exec(flat)
  if (!match) throw new Error(`no figure: ${text}`)
  const unit = match[0].endsWith('%') ? 'percent' : 'count'
  const { comparator, words, ...rest } = compared(flat, match, { unit, unitText: '', value: 1, valueTo: null })
  return { ...rest, comparator, words: words.map(({ from, to }) => text.slice(from, to).trim()) }
}

test.each([
  ['đạt 85% số hộ', '>=', []],
  ['ít nhất 85% số hộ', '>=', ['ít nhất']],
  ['tối thiểu là 85%', '>=', ['tối thiểu là']],
  ['không dưới 85%', '>=', ['không dưới']],
  ['từ 85% số hộ', '>=', ['từ']],
  ['85% trở lên', '>=', ['trở lên']],
  ['từ 85% trở lên', '>=', ['từ', 'trở lên']],
  ['không quá 5%', '<=', ['không quá']],
  ['không để quá 5%', '<=', ['quá']],
  ['không để học viên bỏ học quá 5%', '<=', ['quá']],
  ['tối đa 5%', '<=', ['tối đa']],
  ['giảm còn 5%', '<=', ['giảm còn']],
  ['Giảm tỷ lệ tái mù chữ còn 5%', '<=', ['còn']],
  ['5% trở xuống', '<=', ['trở xuống']],
  ['khoảng 85%', '~', ['khoảng']],
  ['trên 85%', '>', ['trên']],
  ['vượt 85%', '>', ['vượt']],
  ['dưới 5%', '<', ['dưới']],
  ['thấp hơn 5%', '<', ['thấp hơn']],
  ['ít hơn 5%', '<', ['ít hơn']],
  ['cao hơn 85%', '>', ['cao hơn']],
  ['hơn 85%', '>', ['hơn']],
  ['không thấp hơn 85%', '>=', ['không thấp hơn']],
  ['không nhỏ hơn 85%', '>=', ['không nhỏ hơn']],
  ['không cao hơn 5%', '<=', ['không cao hơn']],
  ['không nhiều hơn 5%', '<=', ['không nhiều hơn']],
  // Only words that touch the figure compare it.
  ['trẻ dưới tuổi học: 85%', '>=', []],
  ['trên địa bàn xã 85%', '>=', []],
])('%s', (text, comparator, words) => {
  expect(comparedIn(text)).toMatchObject({ comparator, words })
})

test('a figure with its words is a stretch of the text', () => {
  const text = 'đạt trên 85% trở lên số hộ'
  const { from, to, at } = comparedIn(text)
  expect([text.slice(from, to), text.slice(at, at + 2)]).toEqual(['trên 85% trở lên', '85'])
})

test.each([
  ['đạt 85%', 0.95],
  // Two words that say different things, and a rise to or by a figure, are left to a person.
  ['trên 85% trở xuống', 0.5],
  ['tăng 5% số hộ', 0.5],
  ['tăng lên 85%', 0.95],
  ['giảm 5%', 0.5],
  ['giảm xuống dưới 5%', 0.95],
])('how sure: %s', (text, confidence) => {
  expect(comparedIn(text).confidence).toBe(confidence)
})

test('a range is sure by half', () => {
  const [range] = figuresIn(flatten('từ 80% đến 90%'), 'all')
  expect(range?.confidence).toBe(0.6)
})

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
