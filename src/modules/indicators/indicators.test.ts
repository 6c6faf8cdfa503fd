/** Formulas and the choice among figures, as tables of cases and as properties. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordedValue, RolledUp } from './indicators.model.ts'
import {
  choosePoint,
  disagreeing,
  evaluate,
  evaluatePart,
  momentOf,
  rolledUpOf,
  seriesOf,
  statusOfSum,
  yearOf,
} from './indicators.rules.ts'

const ranks = { submission: 1, official: 2, press: 3 } as const
type Kind = keyof typeof ranks

function recorded(kind: Kind, given: Partial<RecordedValue> = {}): RecordedValue {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    subject: 'families_share',
    category: 'total',
    year: 2024,
    period: '2024',
    asOf: null,
    amount: 70,
    qualifier: null,
    status: 'confirmed',
    confidence: 'high',
    isSample: false,
    source: { id: kind, kind, rank: ranks[kind], title: kind, url: null },
    submissionId: null,
    note: null,
    recordedAt: '2026-01-01T00:00:00Z',
    seq: 1,
    ...given,
  }
}

function summed(given: Partial<RolledUp> = {}): RolledUp {
  const sums = { numerator: 60, denominator: 100, reported: 3, expected: 3, rank: 1 }
  return {
    year: 2024,
    value: 60,
    ...sums,
    status: 'confirmed',
    asOf: '2024-11-20',
    isSample: false,
    conversion: null,
    ...given,
  }
}

describe('evaluate', () => {
  test.each([
    ['ratio', 30, 40, 75],
    ['ratio', 0, 40, 0],
    ['ratio', 30, 0, null],
    ['ratio', null, 40, null],
    ['ratio', 30, null, null],
    ['share-of-units', 27, 30, 90],
    ['count', 27, null, 27],
    ['count', null, null, null],
    ['level', 2, null, null],
    ['yes-no', 1, null, null],
  ] as const)('%s of %s over %s is %s', (kind, numerator, denominator, value) => {
    expect(evaluate({ kind }, { numerator, denominator })).toBe(value)
  })

  test('a numerator within its denominator gives a percentage', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e7 }), fc.integer({ min: 1, max: 1e7 }), (part, rest) => {
        const value = evaluate({ kind: 'ratio' }, { numerator: part, denominator: part + rest })
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThan(100)
      }),
    )
  })
})

describe('the value of one unit by itself', () => {
  const amount = (value: number) => ({
    id: '00000000-0000-7000-8000-000000000001',
    amount: value,
    status: 'confirmed' as const,
    asOf: null,
    isSample: false,
    rank: 1,
    source: 'x',
    submissionId: null,
  })
  const ratio = { kind: 'ratio', atLeast: null, denominator: 'people' } as const
  const share = { kind: 'share-of-units', atLeast: 2, denominator: null } as const

  test.each([
    [ratio, 30, 40, 75],
    [ratio, 30, null, null],
    [ratio, null, 40, null],
    [share, 2, null, 100],
    [share, 1, null, 0],
    [share, null, null, null],
  ] as const)('%o: %s over %s is %s', (indicator, numerator, denominator, value) => {
    const part = {
      numerator: numerator === null ? null : amount(numerator),
      denominator: denominator === null ? null : amount(denominator),
    }
    expect(evaluatePart(indicator, part)).toBe(value)
  })
})

describe('the figure shown', () => {
  test.each([
    ['nothing known', undefined, [], undefined],
    ['only a sum', summed(), [], ['rolled-up', 60]],
    ['only a figure', undefined, [recorded('press')], ['published', 70]],
    ['approved forms before the press', summed(), [recorded('press')], ['rolled-up', 60]],
    ['approved forms before statistics', summed(), [recorded('official')], ['rolled-up', 60]],
    ['the press before a sum that rests on worse', summed({ rank: 4 }), [recorded('press')], ['published', 70]],
    ['a unit’s own approved figure before the sum below', summed(), [recorded('submission')], ['published', 70]],
    ['a real figure before a sample sum', summed({ isSample: true }), [recorded('press')], ['published', 70]],
    [
      'a real sum before a sample figure',
      summed({ rank: 3 }),
      [recorded('submission', { isSample: true })],
      ['rolled-up', 60],
    ],
    ['a sum without value is none', summed({ value: null }), [], undefined],
    ['a figure where the sum has no value', summed({ value: null }), [recorded('press')], ['published', 70]],
    [
      'statistics before the press',
      undefined,
      [recorded('press'), recorded('official', { amount: 71 })],
      ['published', 71],
    ],
    [
      'the surer',
      undefined,
      [recorded('press', { confidence: 'low' }), recorded('press', { amount: 71 })],
      ['published', 71],
    ],
    [
      'the later',
      undefined,
      [recorded('press', { asOf: '2024-08-01' }), recorded('press', { asOf: '2024-12-01', amount: 71 })],
      ['published', 71],
    ],
  ] as const)('%s', (_, sum, figures, expected) => {
    const point = choosePoint(2024, sum, figures)
    expect(point && [point.shown, point.value]).toEqual(expected)
  })

  const figures = fc.array(
    fc.record({
      kind: fc.constantFrom<Kind>('submission', 'official', 'press'),
      amount: fc.integer({ min: 0, max: 100 }),
      confidence: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
      isSample: fc.boolean(),
    }),
    { maxLength: 6 },
  )

  test('keeps every figure, shows one of them, and never a sample over something real', () => {
    fc.assert(
      fc.property(figures, fc.option(fc.boolean(), { nil: undefined }), (made, sampleSum) => {
        const rows = made.map(({ kind, ...given }) => recorded(kind, given))
        const sum = sampleSum === undefined ? undefined : summed({ isSample: sampleSum })
        const point = choosePoint(2024, sum, rows)
        expect(point === undefined).toBe(rows.length === 0 && sum === undefined)
        if (!point) return
        expect(point.recorded).toHaveLength(rows.length)
        expect([...rows.map((row) => row.amount), sum?.value]).toContain(point.value)
        const isReal = rows.some((row) => !row.isSample) || sum?.isSample === false
        if (isReal) expect(point.isSample).toBe(false)
      }),
    )
  })

  test('does not depend on the order in which figures come', () => {
    fc.assert(
      fc.property(figures, (made) => {
        const rows = made.map(({ kind, ...given }) => recorded(kind, given))
        const there = choosePoint(2024, undefined, rows)
        const back = choosePoint(2024, undefined, [...rows].reverse())
        expect([back?.source?.rank, back?.isSample]).toEqual([there?.source?.rank, there?.isSample])
      }),
    )
  })
})

test('a series has each year once, oldest first; figures without a year stand in none', () => {
  const points = seriesOf(
    [summed({ year: 2025 }), summed({ year: 2026 })],
    [recorded('press', { year: 2017 }), recorded('press', { year: 2025 }), recorded('press', { year: null })],
  )
  expect(points.map((point) => [point.year, point.recorded.length])).toEqual([
    [2017, 1],
    [2025, 1],
    [2026, 0],
  ])
})

test('a total is an estimate until every unit has reported', () => {
  expect(statusOfSum({ reported: 125, expected: 126 }, false)).toBe('estimate')
  expect(statusOfSum({ reported: 126, expected: 126 }, true)).toBe('provisional')
  expect(statusOfSum({ reported: 126, expected: 126 }, false)).toBe('confirmed')
})

test('a total of nothing has no value, even where the database sums to zero', () => {
  const nothing = {
    year: 2024,
    numerator: 0,
    denominator: 0,
    reported: 0,
    expected: 3,
    rank: null,
    asOf: null,
    conversion: null,
  }
  expect(rolledUpOf({ kind: 'count' }, { ...nothing, isProvisional: false, isSample: false }).value).toBeNull()
})

test.each([
  ['2024', 2024],
  ['2024-08', 2024],
  ['2024-2025', 2025],
  ['2019-04-01', 2019],
])('the period %s counts for %d', (period, year) => {
  expect(yearOf(period)).toBe(year)
})

test.each([
  ['published', null, '2024-08', '08/2024'],
  ['published', null, '2024-2025', '2024-2025'],
  ['published', '2024-12-15', '2024', '12/2024'],
  ['published', null, '2024', '2024'],
  ['rolled-up', '2024-11-20', '2024-08', '11/2024'],
  ['rolled-up', null, null, '2024'],
] as const)('a %s figure as of %s for %s is of %s', (shown, asOf, period, text) => {
  const row = period ? [recorded('press', { period })] : []
  expect(momentOf({ year: 2024, asOf, shown, recorded: row })).toBe(text)
})

test('figures that print alike do not disagree', () => {
  const rows = [
    recorded('press', { amount: 60.09 }),
    recorded('press', { amount: 60.091 }),
    recorded('press', { amount: 61 }),
  ]
  expect(disagreeing({ value: 60.09, recorded: rows, rolledUp: null })).toBe(1)
  expect(disagreeing({ value: 60.09, recorded: rows, rolledUp: summed({ value: 50 }) })).toBe(2)
  expect(disagreeing({ value: 60.09, recorded: rows, rolledUp: summed({ value: null }) })).toBe(1)
})

test('of two figures alike in source and date the one recorded last is shown, also when the clock was set back between', () => {
  const former = recorded('press', { amount: 1, seq: 7, recordedAt: '2026-11-02T00:00:00Z' })
  const later = recorded('press', { amount: 2, seq: 8, recordedAt: '2026-11-01T00:00:00Z' })
  expect(choosePoint(2024, undefined, [former, later])?.value).toBe(2)
  expect(choosePoint(2024, undefined, [later, former])?.value).toBe(2)
})
