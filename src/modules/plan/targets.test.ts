/** How targets stand, forecasts, headlines and holders, as tables of cases and as properties. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countStatuses,
  currentTarget,
  forecastOf,
  headlinesOf,
  holderOn,
  isMet,
  standingOf,
  type YearValue,
} from './targets.rules.ts'

const target = (value: number | null, year = 2030, comparator: '>=' | '>' | 'yes' = '>=') => ({
  year,
  comparator,
  value,
})
const at = (year: number, value: number, qualifier: '>' | '<' | null = null): YearValue => ({ year, value, qualifier })

describe('how a target stands', () => {
  test.each([
    ['nothing known', target(70), [], 'no-data', 'no-values'],
    ['one point draws no path', target(70), [at(2024, 50)], 'no-data', 'one-point'],
    ['one point that meets it', target(70), [at(2024, 72)], 'reached', 'met'],
    ['met exactly', target(70), [at(2021, 40), at(2026, 70)], 'reached', 'met'],
    ['“more than 90” is not 90', target(90, 2026, '>'), [at(2021, 80), at(2026, 90)], 'off-track', 'missed'],
    ['above the path', target(70), [at(2020, 40), at(2025, 56)], 'on-track', 'above-path'],
    ['on the path', target(70), [at(2020, 40), at(2025, 55)], 'on-track', 'above-path'],
    ['a tenth of the way below', target(70), [at(2020, 40), at(2025, 52)], 'at-risk', 'near-path'],
    ['more than a tenth below', target(70), [at(2020, 40), at(2025, 51.9)], 'off-track', 'below-path'],
    ['its own year does not meet it', target(70, 2025), [at(2020, 40), at(2025, 69)], 'off-track', 'missed'],
    ['over, without its own year', target(70, 2025), [at(2020, 40), at(2024, 69)], 'no-data', 'outdated'],
    ['later values do not count for it', target(70, 2025), [at(2020, 40), at(2026, 80)], 'no-data', 'outdated'],
    ['yes', target(null, 2030, 'yes'), [at(2025, 1)], 'reached', 'met'],
    ['no, not yet', target(null, 2030, 'yes'), [at(2025, 0)], 'no-data', 'one-point'],
    ['“over 99” leaves 99,5 open', target(99.5), [at(2024, 99, '>')], 'no-data', 'no-values'],
    ['“over 99” settles 98', target(98), [at(2024, 99, '>')], 'reached', 'met'],
    [
      '“under 60” settles that 70 is not met',
      target(70, 2025),
      [at(2024, 50), at(2025, 60, '<')],
      'off-track',
      'missed',
    ],
  ] as const)('%s', (_, goal, values, status, reason) => {
    expect(standingOf(goal, values, 2026)).toMatchObject({ status, reason })
  })

  const series = fc
    .uniqueArray(
      fc.record({ year: fc.integer({ min: 2017, max: 2030 }), value: fc.double({ min: 0, max: 100, noNaN: true }) }),
      {
        selector: (point) => point.year,
        maxLength: 10,
      },
    )
    .map((points) => points.map(({ year, value }) => at(year, value)))

  test('raising the latest value never makes it worse', () => {
    const order = ['off-track', 'at-risk', 'on-track', 'reached']
    fc.assert(
      fc.property(series, fc.double({ min: 0, max: 50, noNaN: true }), (values, more) => {
        const latest = values.reduce<YearValue | undefined>(
          (last, one) => (last && last.year > one.year ? last : one),
          undefined,
        )
        fc.pre(values.length > 1 && latest !== undefined)
        const raised = values.map((point) => (point === latest ? { ...point, value: point.value + more } : point))
        const before = standingOf(target(70), values, 2026).status
        const after = standingOf(target(70), raised, 2026).status
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before))
      }),
    )
  })

  test('does not depend on the order of the values', () => {
    fc.assert(
      fc.property(series, (values) => {
        const [there, back] = [values, [...values].reverse()].map((each) => standingOf(target(70), each, 2026))
        expect(back?.status).toBe(there?.status)
      }),
    )
  })

  test('is reached exactly when the latest value meets it', () => {
    fc.assert(
      fc.property(series, (values) => {
        const latest = [...values].sort((a, b) => a.year - b.year).at(-1)
        const isReached = standingOf(target(70), values, 2026).status === 'reached'
        expect(isReached).toBe(latest !== undefined && isMet(target(70), latest))
      }),
    )
  })
})

describe('the forecast', () => {
  test.each([
    ['two points are too few', [at(2024, 50), at(2025, 60)], null],
    ['goes on along a line', [at(2020, 40), at(2022, 44), at(2024, 48)], { value: 60, points: 3 }],
    ['does not pass 100', [at(2020, 40), at(2022, 70), at(2024, 99)], { value: 100, points: 3 }],
    ['does not pass 0', [at(2020, 90), at(2022, 50), at(2024, 10)], { value: 0, points: 3 }],
  ] as const)('%s', (_, values, forecast) => {
    const result = forecastOf(target(70), values)
    expect(result && { ...result, value: Math.round(result.value) }).toEqual(forecast)
  })

  test('of a yes or no there is none', () => {
    expect(forecastOf(target(null, 2030, 'yes'), [at(2022, 0), at(2023, 0), at(2024, 1)])).toBeNull()
  })

  test('lies on the line that made the values', () => {
    const slope = fc.integer({ min: -3, max: 3 })
    fc.assert(
      fc.property(slope, fc.integer({ min: 40, max: 60 }), (rise, start) => {
        const values = [0, 1, 2, 3].map((step) => at(2020 + step, start + rise * step))
        expect(forecastOf(target(70), values)?.value).toBeCloseTo(start + rise * 10, 6)
      }),
    )
  })
})

describe('headlines', () => {
  const assessment = { status: 'reached', reason: 'met', expected: null, forecast: null } as const
  const row = (key: string, ...years: number[]) => ({ key, targets: years.map((year) => ({ year, assessment })) })

  test('each key has one: the next target ahead, else the last', () => {
    const rows = [row('a.1', 2025, 2030), row('d.4', 2025), row('d.4', 2030), row('b.9', 2025)]
    expect(headlinesOf(rows, 2026).map(({ key, target: { year } }) => [key, year])).toEqual([
      ['a.1', 2030],
      ['d.4', 2030],
      ['b.9', 2025],
    ])
    expect(headlinesOf(rows, 2025).map(({ target: { year } }) => year)).toEqual([2025, 2025, 2025])
  })

  test('a target counts to the end of its year', () => {
    expect(currentTarget([{ year: 2030 }, { year: 2025 }], 2025)?.year).toBe(2025)
    expect(currentTarget([], 2025)).toBeUndefined()
  })

  test('every status is counted, also with none', () => {
    expect(countStatuses([assessment, assessment])).toEqual({
      reached: 2,
      'on-track': 0,
      'at-risk': 0,
      'off-track': 0,
      'no-data': 0,
    })
  })
})

test.each([
  ['2021-12-15', undefined],
  ['2021-12-16', 'SLDTBXH'],
  ['2025-02-28', 'SLDTBXH'],
  ['2025-03-01', 'SNV'],
  ['2030-01-01', 'SNV'],
])('on %s the duty is held by %s', (on, code) => {
  const holders = [
    { code: 'SLDTBXH', name: 'a', validFrom: '2021-12-16', validTo: '2025-03-01', verified: true },
    { code: 'SNV', name: 'b', validFrom: '2025-03-01', validTo: null, verified: true },
  ]
  expect(holderOn(holders, on)?.code).toBe(code)
})
