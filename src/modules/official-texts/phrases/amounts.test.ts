/** What written numbers amount to, and which could be two numbers. */
import { expect, test } from 'vitest'
import { amountOf, rangeOf, scaledAmount, scaleOf, writtenNumber } from './amounts.rules.ts'

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

test.each([
  ['12', 'trieu', 12e6],
  ['1,2', 'ty', 1.2e9],
  ['2', 'van', 20_000],
  ['300', 'nghin', 300_000],
  ['300', 'ngan', 300_000],
  ['300', undefined, 300],
  ['300', 'người', 300],
  ['1,500', 'trieu', null],
  [undefined, 'trieu', null],
])('%s %s', (digits, scale, value) => {
  expect(scaledAmount(digits, scale)).toBe(value)
})

test('what is no word of scale multiplies by one', () => {
  expect(['ty', 'tỷ', '', undefined].map(scaleOf)).toEqual([1e9, 1, 1, 1])
})

test.each([
  [80, 90, '90', { value: 80, valueTo: 90 }],
  [80, null, undefined, { value: 80, valueTo: null }],
  // A range that does not rise is two numbers, and which of them is meant only a person can tell.
  [90, 80, '80', { value: null, valueTo: null }],
  [80, 80, '80', { value: null, valueTo: null }],
  [80, null, '1,500', { value: null, valueTo: null }],
])('from %s to %s (%s)', (value, valueTo, second, range) => {
  expect(rangeOf(value, valueTo, second)).toEqual(range)
})

test.each([
  ['12.500 hộ', '12.500'],
  ['1.250.000 đồng', '1.250.000'],
  ['1 500 hộ', '1 500'],
  ['99,5%', '99,5'],
  ['12 lớp', '12'],
  ['2026 500', '2026'],
])('the number of "%s"', (text, digits) => {
  expect(new RegExp(writtenNumber).exec(text)?.[0]).toBe(digits)
})
