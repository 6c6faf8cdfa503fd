/** The measures of a page: rules and columns. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { motto, nationalLine } from './compose.ts'
import { boldLength, fitColumns, headColumns, ruleLength, shareOut } from './page.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

test('the national line and the motto fit in one line of their column', () => {
  expect(boldLength(nationalLine, 12)).toBeLessThan(headColumns[1])
  expect(boldLength(motto, 13)).toBeLessThan(headColumns[1])
})

test('a rule is one third to one half of the line above it', () => {
  const length = boldLength('SỞ NỘI VỤ', 12)
  expect(ruleLength('SỞ NỘI VỤ', 12, 9999)).toBeGreaterThan(length / 3)
  expect(ruleLength('SỞ NỘI VỤ', 12, 9999)).toBeLessThan(length / 2)
})

test('shared columns add up to the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 30 }), (weights) => {
      expect(sum(shareOut(9354, weights))).toBe(9354)
    }),
  )
})

test('fitted columns add up to the whole, and none is too narrow while there is room', () => {
  const column = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 800 }))
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 30 }), (columns) => {
      const least = columns.map(([, width]) => width)
      const widths = fitColumns(
        9354,
        columns.map(([weight]) => weight),
        least,
      )
      expect(sum(widths)).toBe(9354)
      const narrow = widths.filter((width, index) => width < (least[index] ?? 0) - 1)
      if (sum(least) <= 9354) expect(narrow).toEqual([])
    }),
  )
})
