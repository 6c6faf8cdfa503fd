/** What a total compares with, and the order of units. */
import { describe, expect, test } from 'vitest'
import { duty, unit } from '#test/worlds/report.ts'
import { earlierTotals, inOrderOfPlan } from './rules.ts'

describe('the year before', () => {
  const now = [
    { unitId: 'a', measure: 'm', isSample: false },
    { unitId: 'b', measure: 'm', isSample: false },
  ]
  const former = (unitId: string, amount: number, isSample = false) => ({ unitId, measure: 'm', amount, isSample })
  const published = { measure: 'm', amount: 100, source: 'Báo A', isSample: false }

  test.each([
    ['the very units', [former('a', 1), former('b', 2)], [published], { amount: 3, source: null, isSample: false }],
    [
      'other units do not count',
      [former('a', 1), former('b', 2), former('c', 9)],
      [],
      { amount: 3, source: null, isSample: false },
    ],
    [
      'one did not report: the publication',
      [former('a', 1)],
      [published],
      { amount: 100, source: 'Báo A', isSample: false },
    ],
    ['one did not report, nothing published', [former('a', 1)], [], undefined],
    [
      'a publication before sample sums',
      [former('a', 1, true), former('b', 2)],
      [published],
      { amount: 100, source: 'Báo A', isSample: false },
    ],
  ])('%s', (_, values, publications, expected) => {
    expect(earlierTotals(now, values, publications).m).toEqual(expected)
  })
})

test('agencies stand in the order in which the plan names them', () => {
  const agencies = ['Z', 'SVHTT', 'A'].map((code) => unit(code, null, { audience: 'agency' }))
  const ordered = inOrderOfPlan([...agencies, unit('1', null)], [duty])
  expect(ordered.map((each) => each.code)).toEqual(['1', 'SVHTT', 'Z', 'A'])
})
