/** Units in the address of a comparison: each once, in their order, never more than asked for. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codesIn, spanOf } from './unit-choice.rules.ts'

test.each([
  [undefined, [], false],
  ['', [], false],
  [' , ,', [], false],
  ['00004', ['00004'], false],
  [' 00004 ,SO-GD,00004', ['00004', 'SO-GD'], false],
  ['a,b,c', ['a', 'b', 'c'], false],
  ['a,b,c,a', ['a', 'b', 'c'], false],
  ['a,b,c,d', ['a', 'b', 'c'], true],
])('“%s”', (text, codes, more) => {
  expect(codesIn(text, 3)).toEqual({ codes, more })
})

test('what an address lists is read back from it', () => {
  const code = fc.stringMatching(/^[\p{L}\d._-]{1,20}$/u)
  fc.assert(
    fc.property(fc.uniqueArray(code, { maxLength: 6 }), (codes) => {
      expect(codesIn(codes.join(','), 6)).toEqual({ codes, more: false })
    }),
  )
})

test('a span is from the first to the last year, and two years where there is one', () => {
  expect(spanOf([2026])).toEqual([2026, 2027])
  expect(spanOf([2026, 2021, 2024])).toEqual([2021, 2026])
  fc.assert(
    fc.property(fc.array(fc.nat(3000), { minLength: 1 }), (years) => {
      const [from, to] = spanOf(years)
      return from < to && years.every((year) => from <= year && year <= to)
    }),
  )
})
