/** What is summed below a unit: which figure of each place, on the tree of the year or of a day, in which order, case by case. */
import { beforeAll, describe, expect, test } from 'vitest'
import { rebuildCrosswalkOperation } from '#modules/organisation'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testMachine } from '#test/machine.ts'
import { addValue, mergedOn } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import type { Formula } from '../indicators.model.ts'
import { sumsOf } from './sums.store.ts'

const { database, within, unit } = await openStores()
const [city, river, market, hill] = [unit('01'), unit('101'), unit('103'), unit('102')]
const merged = unit('101', mergedOn)
const count: Formula = { code: 'count', numerator: 'classes', denominator: null, atLeast: null, unitKind: 'commune' }
const rate: Formula = { ...count, code: 'rate', denominator: 'books' }

const give = (unitId: string, amount: number, more: object = {}) => addValue(database, unitId, { amount, ...more })
type Asked = Partial<Parameters<typeof sumsOf>[1]>
const sums = (more: Asked = {}) =>
  within((tx) => sumsOf(tx, { formulas: [count], years: [2025], under: city, ...more }))

describe('of several figures of a place', () => {
  const form = { source_id: 'form' }
  const register = { source_id: 'register' }
  test.each<[string, object[]]>([
    ['no sample where there is another', [register, { ...form, is_sample: true }]],
    ['the surest source', [form, { ...register, as_of: '2025-12-31' }]],
    ['the latest of one source', [{ as_of: '2025-12-31' }, { as_of: '2025-06-30' }]],
    ['any day before none', [{ as_of: '2025-01-01' }, {}]],
  ])('%s', async (_, values) => {
    const places = [hill, river]
    for (const [index, inOrder] of [values, values.toReversed()].entries()) {
      // Which is first in the table says nothing.
      for (const value of inOrder) await give(places[index] ?? '', values.indexOf(value) === 0 ? 5 : 100, value)
    }
    expect((await sums())[0]?.numerator).toBe(10)
  })

  test('all else equal, what was recorded last; of the year and the category alone', async () => {
    for (const amount of [5, 9, 7]) await give(hill, amount)
    await give(hill, 100, { year: 2024 })
    await give(hill, 2, { category: 'sex:female' })
    expect((await sums())[0]?.numerator).toBe(7)
    expect((await sums({ category: 'sex:female' }))[0]?.numerator).toBe(2)
  })
})

describe('a sum', () => {
  test('has what its places gave and how many did of how many; nothing is none, not nought', async () => {
    expect((await sums()).map((row) => [row.numerator, row.denominator, row.reported, row.expected])).toEqual([
      [null, null, 0, 3],
    ])
    await give(hill, 0)
    expect((await sums()).map((row) => [row.numerator, row.denominator, row.reported, row.expected])).toEqual([
      [0, null, 1, 3],
    ])
    await give(city, 50)
    await give(unit('SO'), 50)
    expect((await sums())[0]?.numerator).toBe(0)
  })

  test('of a ratio has the places that gave both parts', async () => {
    await give(hill, 3)
    await give(hill, 6, { subject: 'books' })
    await give(river, 100)
    await give(market, 100, { subject: 'books' })
    const [row] = await sums({ formulas: [rate] })
    expect([row?.numerator, row?.denominator, row?.reported]).toEqual([3, 6, 1])
  })

  test('of a condition counts the places that meet it among those that gave a figure', async () => {
    await give(hill, 2)
    await give(river, 1)
    await give(market, 3)
    const [row] = await sums({ formulas: [{ ...count, atLeast: 2 }] })
    expect([row?.numerator, row?.denominator]).toEqual([2, 3])
  })

  test('is as doubtful as the most doubtful figure in it, of either part', async () => {
    const trust = async () =>
      (await sums({ formulas: [rate] })).map((row) => [row.rank, row.isProvisional, row.isSample, row.asOf])
    for (const unitId of [hill, river]) {
      await give(unitId, 1, { as_of: '2025-06-30' })
      await give(unitId, 1, { subject: 'books' })
    }
    expect(await trust()).toEqual([[1, false, false, '2025-06-30']])
    await give(market, 1, { source_id: 'register', status: 'provisional' })
    await give(market, 1, { subject: 'books', source_id: 'news', is_sample: true, as_of: '2025-12-31' })
    expect(await trust()).toEqual([[5, true, true, '2025-12-31']])
  })

  test('comes by indicator, year and place; of several places, or of each of a kind below one', async () => {
    const formulas = [rate, count]
    const rows = await sums({ formulas, years: [2025, 2024], kind: 'commune' })
    expect(rows.map(({ indicator, year, unitCode }) => `${indicator} ${year} ${unitCode}`)).toEqual([
      ...['count 2024 101', 'count 2024 102', 'count 2024 103', 'count 2024 901', 'count 2025 101', 'count 2025 102'],
      ...['count 2025 103', 'rate 2024 101', 'rate 2024 102', 'rate 2024 103', 'rate 2024 901', 'rate 2025 101'],
      ...['rate 2025 102', 'rate 2025 103'],
    ])
    const several = await sums({ under: [river, hill] })
    expect(several.map(({ unitCode, expected }) => [unitCode, expected])).toEqual([
      ['101', 1],
      ['102', 1],
    ])
    expect(await sums({ formulas: [] })).toEqual([])
    expect(await sums({ years: [] })).toEqual([])
  })
})

describe('the tree of a year', () => {
  test('is that of its last day: who ended in it counts no more, who began in it does', async () => {
    await give(river, 1, { year: 2026 })
    await give(market, 2, { year: 2026 })
    await give(merged, 4, { year: 2026 })
    const [row] = await sums({ years: [2026] })
    expect([row?.numerator, row?.expected]).toEqual([4, 2])
  })

  test('of a kind that ended is that of the last day on which it was there, and none in later years', async () => {
    const districts = { ...count, unitKind: 'district' }
    await give(unit('011', '2025-01-01'), 7)
    await give(unit('011', '2025-01-01'), 8, { year: 2026 })
    const rows = await sums({ formulas: [districts], years: [2024, 2025, 2026] })
    expect(rows.map(({ year, numerator }) => [year, numerator])).toEqual([
      [2024, null],
      [2025, 7],
    ])
  })
})

describe('on the tree of one day', () => {
  beforeAll(async () => {
    // On the connection of the tests, as every write here.
    await perform(await testMachine(database), rebuildCrosswalkOperation, operatorCaller('command'), {})
  })
  const placed = async (more: Asked = {}) =>
    (await sums({ boundaries: mergedOn, kind: 'commune', ...more })).map((row) => [
      ...[row.unitCode, row.numerator, row.reported, row.expected, row.conversion?.sources ?? null],
    ])

  test('places have what the places they were made from gave; one that is itself says of no conversion', async () => {
    await give(river, 1)
    await give(market, 2)
    await give(hill, 4)
    expect(await placed()).toEqual([
      ['101', 3, 2, 2, 2],
      ['102', 4, 1, 1, null],
    ])
    expect((await sums({ boundaries: mergedOn }))[0]?.numerator).toBe(7)
  })

  test('levels do not add up: the lowest of the places it was made from, and only once all have told', async () => {
    const levels = { ...count, isLowest: true }
    await give(river, 3)
    await give(hill, 4)
    expect(await placed({ formulas: [levels] })).toEqual([
      ['101', null, 1, 2, 2],
      ['102', 4, 1, 1, null],
    ])
    await give(market, 2)
    expect((await placed({ formulas: [levels] }))[0]).toEqual(['101', 2, 2, 2, 2])
    // A condition is met where all meet it.
    const met = async (atLeast: number) => (await placed({ formulas: [{ ...count, atLeast }] }))[0]?.[1]
    expect([await met(2), await met(3)]).toEqual([1, 0])
  })

  test('a kind that is not there on the day is shown on its own tree', async () => {
    const districts = { ...count, unitKind: 'district' }
    await give(unit('011', '2025-01-01'), 7, { year: 2024 })
    const rows = await sums({ formulas: [districts], years: [2024], boundaries: mergedOn })
    expect(rows.map(({ numerator, conversion }) => [numerator, conversion])).toEqual([[7, null]])
  })
})
