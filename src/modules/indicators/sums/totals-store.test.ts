/** What each place gave of a measure: the best figure of each, none where it gave none, case by case. */
import { describe, expect, test } from 'vitest'
import { addValue, mergedOn } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import * as store from './totals.store.ts'

const { database, within, unit } = await openStores()
const [city, hill] = [unit('01'), unit('102')]

const input = { measure: 'classes', category: 'total', kind: 'commune' }
async function given(year: number, on: string, more: object = {}) {
  const rows = await within((tx) => store.listGiven(tx, { ...input, under: city, year, on, ...more }))
  return rows.map(({ unitName, amount }) => [unitName, amount?.amount ?? null])
}

test('the places are those of the kind under the unit on the day, by name, whether they gave anything or not', async () => {
  await addValue(database, unit('101'), { year: 2026, amount: 1 })
  await addValue(database, unit('101', mergedOn), { year: 2026, amount: 2 })
  await addValue(database, city, { year: 2026, amount: 3 })
  expect(await given(2026, '2026-11-14')).toEqual([
    ['Phường Chợ', null],
    ['Phường Sông', 1],
    ['Xã Đồi', null],
  ])
  expect(await given(2026, mergedOn)).toEqual([
    ['Phường Sông Chợ', 2],
    ['Xã Đồi', null],
  ])
  expect(await given(2026, '2025-06-30', { kind: 'district' })).toEqual([['Quận Cũ', null]])
  expect(await given(2026, mergedOn, { under: hill })).toEqual([['Xã Đồi', null]])
})

describe('of several figures of a place', () => {
  let year = 2000
  const form = { source_id: 'form' }
  const register = { source_id: 'register' }
  test.each<[string, Record<string, unknown>[]]>([
    ['no sample where there is another', [register, { ...form, is_sample: true }]],
    ['the surest source', [form, { ...register, as_of: '2020-12-31' }]],
    ['the latest of one source', [{ as_of: '2020-12-31' }, { as_of: '2020-06-30' }]],
    ['any day before none', [{ as_of: '2020-01-01' }, {}]],
  ])('%s', async (_, values) => {
    for (const inOrder of [values, values.toReversed()]) {
      year += 1
      for (const value of inOrder) await addValue(database, hill, { ...value, year, amount: values.indexOf(value) })
      expect((await given(year, mergedOn)).at(-1)).toEqual(['Xã Đồi', 0])
    }
  })

  test('all else equal, what was recorded last; of the year and the category alone', async () => {
    year += 1
    for (const amount of [5, 9, 7]) await addValue(database, hill, { year, amount })
    await addValue(database, hill, { year, category: 'sex:female', amount: 1 })
    await addValue(database, hill, { year, subject: 'learners', amount: 2 })
    expect((await given(year, mergedOn)).at(-1)).toEqual(['Xã Đồi', 7])
    expect((await given(year, mergedOn, { category: 'sex:female' })).at(-1)).toEqual(['Xã Đồi', 1])
  })
})

test('years are those in which a place of the kind gave the measure, newest first, each once', async () => {
  const value = (unitId: string, year: number | null, more: object = {}) =>
    addValue(database, unitId, { subject: 'books', year, amount: 1, ...more })
  await value(hill, 2011)
  await value(unit('103'), 2012)
  await value(hill, 2012)
  await value(hill, null)
  await value(city, 2013)
  await value(hill, 2014, { category: 'sex:female' })
  const years = await within((tx) => store.listYears(tx, { ...input, measure: 'books' }))
  expect(years.map(({ year }) => year)).toEqual([2012, 2011])
})

test('a category is named by its dimension and code', async () => {
  expect(await within((tx) => store.findCategory(tx, { category: 'sex:female' }))).toEqual([
    { name: { vi: 'Nữ', en: 'Women' } },
  ])
  expect(await within((tx) => store.findCategory(tx, { category: 'female' }))).toEqual([])
})
