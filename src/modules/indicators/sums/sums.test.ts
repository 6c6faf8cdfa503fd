/** Sums over a tree that changes, by hand: the small city has lost its district and merged a commune on 1 July 2025. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import { smallCity, unitIdOf } from '#test/worlds/small-city.ts'
import type { Formula, NewValue } from '../indicators.model.ts'
import { insertValues, recordedOf, withdrawValues } from '../indicators.store.ts'
import { listValues } from '../value-dump.store.ts'
import { historyOf } from '../value-history.store.ts'
import { categoriesOf, partsOf } from './parts.store.ts'
import { sumsOf } from './sums.store.ts'

let database: Database
const ids: Record<string, string> = {}
const at = new Date('2026-11-02T02:00:00Z')
const families: Formula = {
  code: 'families_share',
  numerator: 'families_learning',
  denominator: 'families_total',
  atLeast: null,
  unitKind: 'commune',
}
const recognised: Formula = {
  code: 'recognised_share',
  numerator: 'recognised',
  denominator: null,
  atLeast: 1,
  unitKind: 'commune',
}
const districts: Formula = { ...recognised, code: 'districts_share', unitKind: 'district' }
let made = 0
const nextId = () => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`

function value(unit: string, subject: string, year: number, amount: number, given: Partial<NewValue> = {}) {
  return {
    id: nextId(),
    unitId: ids[unit] ?? '',
    subject,
    category: 'total',
    year,
    period: String(year),
    asOf: `${year}-11-20`,
    amount,
    status: 'confirmed' as const,
    confidence: 'high' as const,
    sourceId: 'submission',
    isSample: false,
    ...given,
  }
}

beforeAll(async () => {
  database = await testDatabase(smallCity)
  for (const code of ['01', '011', '101', '102', '103', '901']) ids[code] = await unitIdOf(database, code)
  await database.pool.query(`
    insert into indicators.source (id, kind, rank, title) values
      ('submission', 'submission', 1, 'Forms'), ('press', 'press', 3, 'Newspaper');
    insert into indicators.dimension values ('sex', 1, 'Giới tính', 'Sex');
    insert into indicators.category values ('sex', 'male', 1, 'Nam', 'Male'), ('sex', 'female', 2, 'Nữ', 'Female')`)
  await record([
    // 2024: Cũ (901) still stands, under the district 011.
    ...[value('101', 'families_total', 2024, 100), value('101', 'families_learning', 2024, 50)],
    ...[value('102', 'families_total', 2024, 200), value('102', 'families_learning', 2024, 120)],
    ...[value('901', 'families_total', 2024, 40), value('901', 'families_learning', 2024, 10)],
    value('103', 'families_learning', 2024, 999),
    // 2025: Cũ has become a part of Đồi (102); a figure left under its old code is not summed.
    ...[
      value('101', 'families_total', 2025, 110),
      value('101', 'families_learning', 2025, 66, { status: 'provisional' }),
    ],
    ...[value('102', 'families_total', 2025, 240), value('102', 'families_learning', 2025, 144)],
    ...[value('103', 'families_total', 2025, 50), value('103', 'families_learning', 2025, 0, { sourceId: 'press' })],
    ...[value('901', 'families_total', 2025, 40), value('901', 'families_learning', 2025, 10)],
    ...[value('101', 'recognised', 2025, 1), value('102', 'recognised', 2025, 2), value('103', 'recognised', 2025, 0)],
    value('011', 'recognised', 2024, 1),
    value('101', 'families_learning', 2025, 30, { category: 'sex:female' }),
    value('102', 'families_learning', 2025, 70, { category: 'sex:female' }),
    value('101', 'families_learning', 2025, 36, { category: 'sex:male' }),
  ])
})

function record(values: ReturnType<typeof value>[], reason = 'test') {
  return database.kysely.transaction().execute((tx) => insertValues(tx, values, { at, reason }))
}

const sums = (formulas: Formula[], years: number[], unit = '01', kind?: string) =>
  database.kysely.transaction().execute((tx) => sumsOf(tx, { formulas, years, under: ids[unit] ?? '', kind }))

describe('the city', () => {
  test.each([
    // 50 + 120 + 10 of 100 + 200 + 40; Chợ gave no denominator, so it counts in neither.
    [2024, 180, 340, 3, 4],
    // 66 + 144 + 0 of 110 + 240 + 50; Cũ is no more.
    [2025, 210, 400, 3, 3],
  ])('in %d: %d of %d, from %d of %d communes', async (year, numerator, denominator, reported, expected) => {
    const [sum] = await sums([families], [year])
    expect(sum).toMatchObject({ numerator, denominator, reported, expected })
  })

  test('one statement gives several indicators and years', async () => {
    const rows = await sums([families, recognised], [2024, 2025])
    expect(rows.map((row) => [row.indicator, row.year])).toEqual([
      ['families_share', 2024],
      ['families_share', 2025],
      ['recognised_share', 2024],
      ['recognised_share', 2025],
    ])
  })

  test('is provisional while one part is, and as trusted as its least trusted part', async () => {
    expect((await sums([families], [2025]))[0]).toMatchObject({ isProvisional: true, rank: 3, asOf: '2025-11-20' })
    expect((await sums([families], [2024]))[0]).toMatchObject({ isProvisional: false, rank: 1 })
  })

  test('a share of units counts those that meet the condition among those that gave a figure', async () => {
    expect((await sums([recognised], [2025]))[0]).toMatchObject({
      numerator: 2,
      denominator: 3,
      reported: 3,
      expected: 3,
    })
  })

  test('districts are counted on their last day, and not in years after it', async () => {
    const rows = await sums([districts], [2024, 2025, 2026])
    expect(rows.map((row) => [row.year, row.reported, row.expected])).toEqual([
      [2024, 1, 1],
      [2025, 0, 1],
    ])
  })
})

test('a district sums its own communes', async () => {
  expect((await sums([families], [2024], '011'))[0]).toMatchObject({ numerator: 10, denominator: 40, expected: 1 })
})

test('each commune of a year by itself', async () => {
  const rows = await sums([families], [2024], '01', 'commune')
  expect(rows.map((row) => [row.unitCode, row.numerator, row.reported])).toEqual([
    ['101', 50, 1],
    ['102', 120, 1],
    ['103', null, 0],
    ['901', 10, 1],
  ])
})

test('the parts of a total are its units with what they gave, on the tree of the year', async () => {
  const before = await partsOf(database.kysely, { formula: families, year: 2024, under: ids['01'] ?? '' })
  const after = await partsOf(database.kysely, { formula: families, year: 2025, under: ids['01'] ?? '' })
  expect(before.map((part) => part.unitCode).sort()).toEqual(['101', '102', '103', '901'])
  expect(after.map((part) => [part.unitCode, part.numerator?.amount, part.denominator?.amount]).sort()).toEqual([
    ['101', 66, 110],
    ['102', 144, 240],
    ['103', 0, 50],
  ])
})

test('parts and sums tell the same', async () => {
  for (const year of [2024, 2025]) {
    const [sum] = await sums([families], [year])
    const parts = await partsOf(database.kysely, { formula: families, year, under: ids['01'] ?? '' })
    const whole = parts.filter((part) => part.numerator && part.denominator)
    expect(whole.reduce((total, part) => total + (part.numerator?.amount ?? 0), 0)).toBe(sum?.numerator)
    expect(parts).toHaveLength(sum?.expected ?? 0)
  }
})

test('totals by category, where units gave them', async () => {
  const rows = await categoriesOf(database.kysely, { formula: families, year: 2025, under: ids['01'] ?? '' })
  expect(rows.map((row) => [row.category.en, row.numerator, row.denominator, row.reported])).toEqual([
    ['Male', 36, null, 1],
    ['Female', 100, null, 2],
  ])
})

describe('a correction', () => {
  test('takes the place of the figure before it, which stays in its history', async () => {
    const unitId = ids['103'] ?? ''
    const first = value('103', 'corrected', 2025, 10)
    const second = value('103', 'corrected', 2025, 12)
    await record([first])
    expect(await record([{ ...first, id: nextId() }])).toBe(0)
    expect(await record([second], 'counted twice')).toBe(1)
    const current = await recordedOf(database.kysely, { unitId, subjects: ['corrected'] })
    expect(current.map((row) => row.amount)).toEqual([12])
    for (const id of [first.id, second.id]) {
      const rows = await historyOf(database.kysely, { unitCode: '103', id, today: '2026-11-02' })
      expect(rows.map((row) => [row.amount, row.reason])).toEqual([
        [12, 'counted twice'],
        [10, null],
      ])
    }
  })

  test('taken back, it counts no more, stays in its history, and can be given again', async () => {
    const submissionId = '00000000-0000-7000-9000-000000000001'
    const of = (subject: string, amount: number) => value('103', subject, 2026, amount, { submissionId })
    const stands = async () =>
      (await recordedOf(database.kysely, { unitId: ids['103'] ?? '' }))
        .filter((row) => row.submissionId === submissionId)
        .map((row) => [row.subject, row.amount])
    const first = of('seats', 40)
    await record([first, of('shelves', 7)])
    const kept = [{ subject: 'shelves', category: 'total' }]
    const back = { unitId: ids['103'] ?? '', submissionId, kept, newId: nextId }
    const takeBack = () =>
      database.kysely.transaction().execute((tx) => withdrawValues(tx, back, { at, reason: 'counted by mistake' }))
    expect([await takeBack(), await stands()]).toEqual([1, [['shelves', 7]]])
    expect(await takeBack()).toBe(0)
    await record([of('seats', 40)])
    expect(await stands()).toEqual([
      ['seats', 40],
      ['shelves', 7],
    ])
    const rows = await historyOf(database.kysely, { unitCode: '103', id: first.id, today: '2026-11-02' })
    expect(rows.map((row) => row.isWithdrawn)).toEqual([false, true, false])
  })

  test('nothing is overwritten or deleted', async () => {
    await expect(database.pool.query('update indicators.value set amount = 1')).rejects.toThrow()
    await expect(database.pool.query('delete from indicators.value')).rejects.toThrow()
  })
})

test('open data pages through every current value once', async () => {
  const { rows: all } = await listValues(database.kysely, {}, { limit: 1000 })
  const paged: string[] = []
  let after: string | undefined
  do {
    const page = await listValues(database.kysely, {}, { limit: 3, after })
    paged.push(...page.rows.map((row) => row.id))
    after = page.next
  } while (after)
  expect(paged).toEqual(all.map((row) => row.id))
  expect(new Set(paged).size).toBe(paged.length)
  expect(all.filter((row) => row.subject === 'corrected').map((row) => row.amount)).toEqual([12])
})
