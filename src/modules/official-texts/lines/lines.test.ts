/** Lines tidied, each with a shadow without tones of the same length. */
import { expect, test } from 'vitest'
import { flatten, isCapitals, isFinished, lineOf, linesOf, spaced, startsSmall } from './lines.rules.ts'

test('every line has its number, and the empty ones are lines too', () => {
  const lines = linesOf('\uFEFFĐến năm\r\n\n  2030 \u2028x')
  expect(lines.map(({ number, text }) => [number, text])).toEqual([
    [1, 'Đến năm'],
    [2, ''],
    [3, '2030'],
    [4, 'x'],
  ])
})

test.each([
  ['a\t b', ['a', 'b'], ['a', 'b']],
  ['| x | y |', ['x', 'y'], ['x', 'y']],
  ['A   B', ['A B'], ['A', 'B']],
  ['A  B', ['A B'], ['A B']],
  ['a | b', ['a | b'], ['a | b']],
])('cells and columns of %j', (raw, cells, columns) => {
  expect(lineOf(raw, 1)).toMatchObject({ cells, columns })
})

test('the shadow has a sign for each sign, composed or not', () => {
  for (const text of ['Đến năm 2030', 'Ủy ban', '≥ 90%', 'tại chỗ']) {
    expect(flatten(text)).toHaveLength(text.length)
  }
  expect([flatten('Đến năm 2030'), linesOf('Ti\u1EBFn \u0111o\u0302\u0323')[0]?.flat]).toEqual([
    'den nam 2030',
    'tien do',
  ])
})

test('signs without width and control signs are no part of a line', () => {
  expect(lineOf('a\u200Bb\u0007c\uF0B7d', 1).text).toBe('ab c•d')
})

test('how a text is set', () => {
  expect([isCapitals('SỞ Y TẾ'), isCapitals('A'), isCapitals('Sở')]).toEqual([true, false, false])
  expect([startsSmall('“mở'), startsSmall('Mở')]).toEqual([true, false])
  expect([isFinished('xong.”'), isFinished('gồm:'), isFinished('xong')]).toEqual([true, true, false])
  expect(spaced('a\t\vb\t')).toBe('a b')
})
