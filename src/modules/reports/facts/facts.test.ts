/** What a total compares with, the order of units, and which target a report of a year tells. */
import { describe, expect, test } from 'vitest'
import type { ProgressRow } from '#modules/plan'
import { duty, unit } from '#test/worlds/report.ts'
import { earlierTotals, inOrderOfPlan, targetOf } from './facts.rules.ts'

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

describe('a report tells what the plan asked in its own year', () => {
  const words = { vi: 'x', en: 'x' }
  const amendment = { number: 2, symbol: '9/QĐ', issuedOn: '2026-02-20', effectiveOn: '2026-03-01' }
  const standing = { status: 'on-track' as const, reason: 'above-path' as const, expected: null, forecast: null }
  const target: ProgressRow['targets'][number] = {
    id: '00000000-0000-7000-8000-000000000001',
    ref: 'II.2.d.1',
    key: 'd.1',
    group: 'd',
    year: 2030,
    indicator: 'i',
    comparator: '>=',
    value: 60,
    mode: 'reach',
    subject: words,
    note: null,
    since: null,
    until: { ...amendment, replacedBy: null },
    assessment: standing,
    lastDay: '2026-02-28',
  }
  const indicator: ProgressRow['indicator'] = {
    code: 'i',
    kind: 'ratio',
    unit: 'percent',
    numerator: 'm',
    denominator: 'n',
    atLeast: null,
    unitKind: 'commune',
    direction: 'up',
    decimals: 0,
    name: words,
    explanation: words,
    legal: null,
    endedOn: null,
  }
  const row: ProgressRow = {
    key: 'd.1',
    group: 'd',
    subject: words,
    note: null,
    indicator,
    targets: [{ ...target, value: 75, since: amendment, until: null, lastDay: null }],
    former: [target],
    isHistory: false,
    points: [],
    lastDay: null,
  }

  test.each([
    [2025, 60],
    [2026, 75],
    [2030, 75],
  ])('that of %d asks for %d', (year, value) => {
    expect(targetOf(row, year).goal?.value).toBe(value)
  })

  test('and nothing that an amendment has ended', () => {
    const ended = { ...row, targets: [target], former: [], isHistory: true }
    expect(targetOf(ended, 2026).goal).toBeNull()
    expect(targetOf(ended, 2025).goal?.value).toBe(60)
  })
})
