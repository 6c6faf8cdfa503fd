/** Who is asked in a round, whose due day moves, where units stand and what sums to a total, case by case. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { addCell, addReport, addRound, addSubmission, addValue, mergedOn, smallIds } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import * as store from './rounds.store.ts'

const { database, within, unit } = await openStores()
/** Phường Sông and Phường Chợ, which became one; Xã Đồi; Phường Sông Chợ. */
const [river, market, hill, merged] = [unit('101'), unit('103'), unit('102'), unit('101', mergedOn)]
const agency = unit('SO')

describe('the units asked', () => {
  test.each<[string, string, boolean, string, string[]]>([
    ['communes of the day before two became one', 'commune', false, '2026-11-14', ['101', '102', '103']],
    ['communes of the day', 'commune', false, mergedOn, ['101', '102']],
    ['communes before there were fewer', 'commune', false, '2025-06-30', ['101', '102', '103', '901']],
    ['every agency, where the form asks of no duties', 'agency', false, mergedOn, ['SO', 'TRUONG']],
    ['of agencies those that hold duties', 'agency', true, mergedOn, ['SO']],
    ['none before any duty is held', 'agency', true, '2025-12-31', []],
    ['none of a kind that is no more', 'district', false, mergedOn, []],
  ])('%s', async (_, audience, perDuty, on, codes) => {
    const rows = await within((tx) => store.unitsAsked(tx, { audience, perDuty, on }))
    expect(rows.map(({ id }) => id)).toEqual(codes.map((code) => unit(code, on)))
  })
})

test('a unit gets one form in a round, however often forms are given', async () => {
  const roundId = await addRound(database, 2030)
  const of = { roundId, formId: smallIds.communeForm, dueOn: '2030-11-30', isSample: true }
  const row = (unitId: string) => ({ unitId, id: newId() })
  const first = row(hill)
  const give = (rows: store.NewSubmission[]) => within((tx) => store.insertSubmissions(tx, rows, of))
  expect(await give([first, row(river)])).toBe(2)
  expect(await give([row(hill), row(market)])).toBe(1)
  expect(await give([row(hill)])).toBe(0)
  expect(await give([])).toBe(0)
  const standing = await within((tx) => store.listFormStatuses(tx, { roundId }))
  expect(standing.map(({ unitId, state, dueOn, isSample }) => [unitId, state, dueOn, isSample])).toEqual(
    [market, river, hill].map((unitId) => [unitId, 'not-started', '2030-11-30', true]),
  )
  const { rows } = await database.pool.query('select from collection.submission where id = $1', [first.id])
  expect(rows).toHaveLength(1)
})

describe('a later due day', () => {
  let year = 2040
  test.each<[string, string, string, string]>([
    ['moves a form that was not begun', 'not-started', '2026-11-30', '2026-12-15'],
    ['moves a form that is being filled', 'in-progress', '2026-11-30', '2026-12-15'],
    ['leaves a form that has a day of its own', 'in-progress', '2026-12-05', '2026-12-05'],
    ['leaves a form that came back: its day was given with it', 'returned', '2026-11-30', '2026-11-30'],
    ['leaves what was sent', 'sent', '2026-11-30', '2026-11-30'],
    ['leaves what was approved', 'approved', '2026-11-30', '2026-11-30'],
    ['leaves what was closed', 'closed', '2026-11-30', '2026-11-30'],
  ])('%s', async (_, state, was, is) => {
    year += 1
    const [roundId, other] = [await addRound(database, year), await addRound(database, year + 100)]
    const ids = [
      await addSubmission(database, hill, roundId, { state, due_on: was }),
      await addSubmission(database, hill, other, { due_on: '2026-11-30' }),
    ]
    await within((tx) => store.moveDueDates(tx, roundId, '2026-11-30', '2026-12-15'))
    const { rows } = await database.pool.query<{ due: string }>(
      'select due_on::text as due from collection.submission where id = any($1) order by array_position($1, id)',
      [ids],
    )
    expect(rows.map(({ due }) => due)).toEqual([is, '2026-11-30'])
  })
})

describe('a round', () => {
  let roundId: string
  beforeAll(async () => {
    roundId = await addRound(database, 2026)
    await addSubmission(database, river, roundId, { state: 'closed' })
    const filled = await addSubmission(database, hill, roundId, { state: 'approved' })
    await addSubmission(database, merged, roundId, { state: 'sent' })
    const duties = await addSubmission(database, agency, roundId, { form_id: smallIds.agencyForm })
    await addCell(database, hill, filled, { measure: 'classes', entry: '' })
    await addCell(database, hill, filled, { measure: 'learners', entry: 'không rõ' })
    await addCell(database, hill, filled, { measure: 'learners', category: 'sex:female', entry: '10' })
    await addReport(database, agency, duties, {})
    await addRound(database, 2027, { state: 'draft' })
    await addRound(database, 2025, { state: 'closed' })
  })

  test('counts the forms that are not closed, and what waits and is approved among them; drafts where asked', async () => {
    const counts = async (drafts: boolean) =>
      (await within((tx) => store.listRounds(tx, { drafts })))
        .filter((row) => row.year < 2030)
        .map(({ year, units, approved, waiting }) => [year, units, approved, waiting])
    expect(await counts(false)).toEqual([
      [2026, 3, 1, 1],
      [2025, 0, 0, 0],
    ])
    expect((await counts(true)).map(([year]) => year)).toEqual([2027, 2026, 2025])
  })

  test('tells where each unit stands, by level and name, with what is typed of the totals and reported of the duties', async () => {
    const rows = await within((tx) => store.listFormStatuses(tx, { roundId }))
    expect(rows.map((row) => [row.name, row.state, row.asked, row.filled, row.dutiesAsked, row.dutiesFilled])).toEqual([
      ['Phường Sông Chợ', 'sent', 2, 0, 0, 0],
      ['Xã Đồi', 'approved', 2, 1, 0, 0],
      ['Sở Giáo dục và Đào tạo', 'not-started', 2, 0, 2, 1],
    ])
  })

  test('is named by how it stands: another name once its state or a day has changed', async () => {
    const find = async () => (await within((tx) => store.findRound(tx, { year: 2025 })))[0]
    const was = await find()
    if (!was) throw new Error('there is a round of 2025')
    const change = { opensOn: was.opensOn, dueOn: was.dueOn, state: was.state }
    await within((tx) => store.updateRound(tx, was.id, change))
    expect((await find())?.version).toBe(was.version)
    await within((tx) => store.updateRound(tx, was.id, { ...change, dueOn: '2025-12-31' }))
    expect((await find())?.version).not.toBe(was.version)
  })
})

describe('totals of the communes', () => {
  const input = { measures: ['classes', 'learners'], year: 2022, kind: 'commune' }
  const totals = async (on: string, more: { year?: number; measures?: string[] } = {}) =>
    (await within((tx) => store.listTotals(tx, { ...input, on, ...more })))
      .map(({ measure, year, amount, reported, isSample }) => [measure, year, amount, reported, isSample])
      .sort()

  beforeAll(async () => {
    const value = (unitId: string, amount: number, more: object = {}) =>
      addValue(database, unitId, { year: 2022, amount, ...more })
    await value(river, 1)
    await value(market, 2)
    await value(merged, 4)
    // The surest, and no sample where there is another.
    await value(hill, 8, { source_id: 'register', as_of: '2022-01-01' })
    await value(hill, 100, { source_id: 'news', as_of: '2022-12-31' })
    await value(hill, 200, { source_id: 'form', is_sample: true })
    // Of another year, a part, another measure, a unit of another kind.
    await value(hill, 16, { year: 2021 })
    await value(hill, 300, { year: 2020 })
    await value(hill, 400, { category: 'sex:female' })
    await value(hill, 500, { subject: 'books' })
    await value(agency, 600)
    await value(river, 32, { subject: 'learners', is_sample: true })
    await value(hill, 64, { subject: 'learners' })
  })

  test('sum the best figure of each unit that stands on the day, this year and the last', async () => {
    expect(await totals('2026-11-14')).toEqual([
      ['classes', 2021, 16, 1, false],
      ['classes', 2022, 1 + 2 + 8, 3, false],
      ['learners', 2022, 96, 2, true],
    ])
    expect(await totals(mergedOn)).toEqual([
      ['classes', 2021, 16, 1, false],
      ['classes', 2022, 4 + 8, 2, false],
      ['learners', 2022, 64, 1, false],
    ])
  })

  test('are none where nothing was asked or given', async () => {
    expect(await totals(mergedOn, { measures: [] })).toEqual([])
    expect(await totals(mergedOn, { year: 2031 })).toEqual([])
  })

  test('of two days the latest, and any before none', async () => {
    const value = (amount: number, as_of: string | null) =>
      addValue(database, hill, { subject: 'books', year: 2010, amount, as_of, source_id: 'news' })
    await value(1, null)
    await value(2, '2010-06-30')
    await value(3, '2010-01-01')
    expect(await totals(mergedOn, { year: 2010, measures: ['books'] })).toEqual([['books', 2010, 2, 1, false]])
  })
})
