/** The rules of re-basing as tables of cases: the lowest level, the weighted sum, the least sure basis; and their words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readerOf } from '#ui/reader.ts'
import type { Formula, PartAmount, PartSource } from '../indicators.model.ts'
import { choosePoint, levelFormulaOf, rolledUpOf, statusOfSum } from '../indicators.rules.ts'
import { Basis } from './boundary-day.model.ts'
import { convertedPart, dayOf, lowestLevel, weightedSum, worstBasis } from './conversion.rules.ts'
import { sourcesText } from './conversion.view.tsx'

test.each([
  ['the level of the only one', [2], 2],
  ['the lowest of several', [3, 1, 2], 1],
  ['yes only if all are', [1, 1], 1],
  ['no if any is', [1, 0], 0],
  ['unknown while one has given nothing', [3, null], null],
  ['unknown of none', [], null],
] as const)('the level of a place: %s', (_, levels, lowest) => {
  expect(lowestLevel(levels)).toBe(lowest)
})

test('the lowest meets a condition just where all do', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3 }), { minLength: 1 }), fc.nat({ max: 3 }), (levels, atLeast) => {
      expect((lowestLevel(levels) ?? -1) >= atLeast).toBe(levels.every((level) => level >= atLeast))
    }),
  )
})

test.each([
  [[], 'whole'],
  [['whole', 'people'], 'people'],
  [['share', 'people'], 'share'],
  [['even', 'share', 'whole'], 'even'],
] as const)('the least sure of %j is %s', (bases, worst) => {
  expect(worstBasis(bases)).toBe(worst)
})

test.each([
  [[], null],
  [[[100, 1]], 100],
  [
    [
      [100, 0.34],
      [7, 1],
    ],
    41,
  ],
  [
    [
      [1, 1 / 3],
      [1, 1 / 3],
    ],
    2 / 3,
  ],
] as const)('what belongs here of %j is %s, unrounded', (pieces, sum) => {
  expect(weightedSum(pieces.map(([amount, weight]) => ({ amount, weight })))).toBe(sum)
})

test.each([
  ['then', undefined],
  [undefined, undefined],
  ['2025-07-01', '2025-07-01'],
] as const)('the tree %s is that of %s', (boundaryDay, day) => {
  expect(dayOf(boundaryDay)).toBe(day)
})

const made = (basis: Basis) => ({ on: '2025-07-01', sources: 3, pieces: basis === 'whole' ? 0 : 1, basis })

describe('what a re-based figure is worth', () => {
  test.each([
    ['of whole places', 3, made('whole'), false, 'confirmed'],
    ['of whole places, one of them provisional', 3, made('whole'), true, 'provisional'],
    ['with some that have not reported', 2, made('whole'), false, 'estimate'],
    ...Basis.options.slice(1).map((basis) => [`with a piece by ${basis}`, 3, made(basis), false, 'estimate'] as const),
  ] as const)('%s', (_, reported, conversion, isProvisional, status) => {
    expect(statusOfSum({ reported, expected: 3, conversion }, isProvisional)).toBe(status)
  })

  test('goes with the figure shown, and not with a published one', () => {
    const sums = {
      year: 2024,
      numerator: 2,
      denominator: null,
      reported: 3,
      expected: 3,
      rank: 2,
      asOf: null,
      isSample: false,
    }
    const summed = rolledUpOf({ kind: 'level' }, { ...sums, isProvisional: false, conversion: made('share') })
    expect(choosePoint(2024, summed, [])).toMatchObject({ value: 2, status: 'estimate', conversion: made('share') })
  })
})

test('only levels and yes/no of units themselves are the lowest of what they were made from', () => {
  const level = { code: 'standing', kind: 'level', numerator: 'level' } as const
  expect(levelFormulaOf(level, 'commune')).toMatchObject({ isLowest: true, unitKind: 'commune', denominator: null })
  expect(levelFormulaOf({ ...level, kind: 'ratio' }, 'commune')).toBeUndefined()
  expect(levelFormulaOf({ ...level, numerator: null }, 'commune')).toBeUndefined()
})

const ratio: Formula = { code: 'r', numerator: 'n', denominator: 'd', atLeast: null, unitKind: 'commune' }

function amount(value: number, given: Partial<PartAmount> = {}): PartAmount {
  const firm = { status: 'confirmed', asOf: '2024-11-20', isSample: false, rank: 1, source: 'Forms' } as const
  return { id: '00000000-0000-7000-8000-000000000001', amount: value, ...firm, submissionId: null, ...given }
}

function source(
  unitName: string,
  weight: number,
  basis: Basis,
  of: [PartAmount | null, PartAmount | null],
): PartSource {
  return { unitCode: unitName, unitName, on: '2024-12-31', weight, basis, numerator: of[0], denominator: of[1] }
}

describe('a part put together', () => {
  const trucBach = source('Phường Trúc Bạch', 1, 'whole', [amount(30), amount(60)])
  const x = source('Phường X', 0.34, 'share', [
    amount(50, { status: 'provisional', asOf: '2024-12-01', rank: 3, source: 'Press' }),
    amount(100),
  ])
  const silent = source('Phường Z', 0.05, 'even', [amount(9), null])
  const placed = { unitCode: 'p', unitName: 'P', lon: null, lat: null }

  test('sums by weight, and is as trusted as its least trusted source', () => {
    const part = convertedPart(ratio, '2025-07-01', { ...placed, sources: [trucBach, x] }, false)
    expect(part.conversion).toEqual({ on: '2025-07-01', sources: 2, pieces: 1, basis: 'share' })
    expect(part.numerator).toMatchObject({
      id: null,
      amount: 47,
      status: 'estimate',
      rank: 3,
      asOf: '2024-12-01',
      source: 'Forms; Press',
    })
    expect(part.denominator).toMatchObject({ amount: 94 })
  })

  test('a source without both parts of a ratio gives nothing, and leaves an estimate', () => {
    const part = convertedPart(ratio, '2025-07-01', { ...placed, sources: [trucBach, silent] }, false)
    expect([part.numerator?.amount, part.denominator?.amount, part.numerator?.status]).toEqual([30, 60, 'estimate'])
    expect(convertedPart(ratio, '2025-07-01', { ...placed, sources: [silent] }, false).numerator).toBeNull()
  })

  test('says in words what it has from where', () => {
    const people = source('Xã Y', 1, 'people', [null, null])
    expect(sourcesText(readerOf('vi'), [trucBach, x, people, silent])).toBe(
      'từ: Phường Trúc Bạch (toàn bộ), Phường X (ước tính 34% diện tích), Xã Y (ước tính: toàn bộ dân), Phường Z (ước tính 5%, chia đều)',
    )
    expect(sourcesText(readerOf('en'), [])).toBe('')
  })
})
