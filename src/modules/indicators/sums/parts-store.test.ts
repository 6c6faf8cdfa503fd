/** The parts of a total: which places, what each gave, which places of the year they were made from, in which order, case by case. */
import { describe, expect, test } from 'vitest'
import { insertRow } from '#test/worlds/small-city.ts'
import { addValue, mergedOn } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import type { Formula } from '../indicators.model.ts'
import * as store from './parts.store.ts'

const { database, within, unit } = await openStores()
const [city, river, market, hill] = [unit('01'), unit('101'), unit('103'), unit('102')]
const formula: Formula = {
  code: 'rate',
  numerator: 'classes',
  denominator: 'books',
  atLeast: null,
  unitKind: 'commune',
}
const asked = { formula, year: 2025, under: city }

const give = (unitId: string, amount: number, more: object = {}) => addValue(database, unitId, { amount, ...more })
const parts = async (more: object = {}) =>
  (await within((tx) => store.partsOf(tx, { ...asked, ...more }))).map((row) => [
    ...[row.unitName, row.on, row.numerator?.amount ?? null, row.denominator?.amount ?? null],
  ])

describe('the places of a total', () => {
  test('are those of the year’s last day by name, each with what it gave of either part', async () => {
    await give(hill, 3)
    await give(hill, 6, { subject: 'books' })
    await give(market, 0)
    await give(city, 9)
    const on = '2025-12-31'
    expect(await parts()).toEqual([
      ['Phường Chợ', on, 0, null],
      ['Phường Sông', on, null, null],
      ['Xã Đồi', on, 3, 6],
    ])
    expect(await parts({ under: hill })).toEqual([['Xã Đồi', on, 3, 6]])
    expect((await parts({ year: 2024 })).map(([name]) => name)).toEqual([
      'Phường Chợ',
      'Phường Sông',
      'Xã Cũ',
      'Xã Đồi',
    ])
  })

  test('of a kind that ended are those of its last day', async () => {
    const districts = { ...formula, unitKind: 'district' }
    await give(unit('011', '2025-01-01'), 7)
    expect(await parts({ formula: districts })).toEqual([['Quận Cũ', '2025-06-30', 7, null]])
  })

  test('on the tree of another day are those of that day, as they are called then', async () => {
    await give(river, 1)
    expect(await parts({ boundaries: mergedOn })).toEqual([
      ['Phường Sông Chợ', mergedOn, null, null],
      ['Xã Đồi', mergedOn, null, null],
    ])
    // Where none of the kind stands on that day, their own tree.
    const districts = { ...formula, unitKind: 'district' }
    expect((await parts({ formula: districts, boundaries: mergedOn })).map(([name]) => name)).toEqual(['Quận Cũ'])
  })

  test.each<[string, object[]]>([
    ['no sample where there is another', [{ source_id: 'register' }, { is_sample: true }]],
    ['the surest source', [{}, { source_id: 'register', as_of: '2025-12-31' }]],
    ['the latest of one source', [{ as_of: '2025-12-31' }, { as_of: '2025-06-30' }]],
    ['any day before none', [{ as_of: '2025-01-01' }, {}]],
  ])('of several figures give %s', async (_, values) => {
    for (const [unitId, inOrder] of [
      [hill, values],
      [river, values.toReversed()],
    ] as const) {
      for (const value of inOrder) await give(unitId, values.indexOf(value), value)
    }
    expect((await parts()).map(([, , amount]) => amount)).toEqual([null, 0, 0])
  })

  test('tell of a figure where it is from, and all else equal the one recorded last', async () => {
    await give(hill, 5)
    const id = await give(hill, 7, { status: 'provisional', as_of: null })
    const [, , row] = await within((tx) => store.partsOf(tx, asked))
    expect(row?.numerator).toMatchObject({
      id,
      amount: 7,
      status: 'provisional',
      asOf: null,
      isSample: false,
      rank: 1,
      source: 'Biểu của đơn vị',
    })
  })
})

describe('places that were made from others', () => {
  const placed = async (more: object = {}) =>
    (
      await within((tx) => store.placedPartsOf(tx, { ...asked, boundaries: mergedOn, today: '2026-11-20', ...more }))
    ).map((row) => ({
      name: row.unitName,
      isSame: row.isSame,
      sources: row.sources.map((each) => [each.unitName, each.on, each.weight, each.numerator?.amount ?? null]),
    }))

  test('name them by their share and then by name, as they were; one that is unchanged is itself', async () => {
    await give(river, 1)
    await give(market, 2)
    await give(hill, 4)
    const on = '2025-12-31'
    expect(await placed()).toEqual([
      {
        name: 'Phường Sông Chợ',
        isSame: false,
        sources: [
          ['Phường Chợ', on, 1, 2],
          ['Phường Sông', on, 1, 1],
        ],
      },
      { name: 'Xã Đồi', isSame: true, sources: [['Xã Đồi', on, 1, 4]] },
    ])
  })

  test('of a year to come are named as of today, or of the day from which they are', async () => {
    const days = async (today: string) =>
      (await placed({ year: 2026, today })).map(({ sources }) => sources.map(([, on]) => on))
    expect(await days('2026-11-20')).toEqual([['2026-11-20'], ['2026-11-20']])
    expect(await days('2026-10-01')).toEqual([[mergedOn], ['2026-10-01']])
  })
})

describe('totals by category', () => {
  const categories = async (more: object = {}) =>
    (await within((tx) => store.categoriesOf(tx, { ...asked, ...more }))).map((row) => [
      row.code,
      row.numerator,
      row.denominator,
      row.reported,
    ])
  const female = { category: 'sex:female' }

  test('come in the order of dimensions and of categories in them, of what was broken down alone', async () => {
    await insertRow(database, 'indicators.dimension', { code: 'age', position: 0, name_vi: 'Tuổi', name_en: 'Age' })
    for (const [dimension, code, position] of [
      ['sex', 'male', 0],
      ['age', 'old', 2],
      ['age', 'young', 1],
    ]) {
      await insertRow(database, 'indicators.category', { dimension, code, position, name_vi: 'x', name_en: 'x' })
    }
    for (const category of ['sex:female', 'age:old', 'sex:male', 'age:young']) await give(hill, 1, { category })
    await give(hill, 9)
    await give(hill, 5, { category: 'sex:female', subject: 'books' })
    expect(await categories()).toEqual([
      ['age:young', 1, null, 1],
      ['age:old', 1, null, 1],
      ['sex:male', 1, null, 1],
      ['sex:female', 1, 5, 1],
    ])
  })

  test('sum the best figure of each place that stands; of a category with a denominator alone there is none', async () => {
    await give(hill, 3, female)
    await give(hill, 100, { ...female, source_id: 'news' })
    await give(market, 4, female)
    await give(unit('901', '2025-01-01'), 50, female)
    await give(city, 50, female)
    await give(hill, 50, { ...female, year: 2024 })
    expect(await categories()).toEqual([['sex:female', 7, null, 2]])
    expect(await categories({ under: market })).toEqual([['sex:female', 4, null, 1]])
    await give(hill, 5, { ...female, subject: 'books', year: 2023 })
    expect(await categories({ year: 2023 })).toEqual([])
  })

  test('on the tree of another day weigh each place by what of it lies there', async () => {
    await give(river, 1, female)
    await give(market, 2, female)
    await give(hill, 4, female)
    expect(await categories({ boundaries: mergedOn })).toEqual([['sex:female', 7, null, 3]])
    expect(await categories({ boundaries: mergedOn, under: unit('101', mergedOn) })).toEqual([
      ['sex:female', 3, null, 2],
    ])
  })
})
