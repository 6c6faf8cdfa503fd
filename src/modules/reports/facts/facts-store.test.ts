/** What a report is computed from: who is asked, which figures count and which of them are the city's best, case by case. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import {
  addEvidence,
  addReport,
  addRound,
  addSubmission,
  addValue,
  mergedOn,
  smallIds,
} from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import * as store from './facts.store.ts'

const at = new Date('2026-11-20T02:00:00Z')
const { database, within, unit } = await openStores()
const [city, river, hill, merged] = [unit('01'), unit('101'), unit('102'), unit('101', mergedOn)]
const agency = unit('SO')

beforeAll(async () => {
  const round = await addRound(database, 2026)
  await addSubmission(database, river, round, { state: 'closed' })
  await addSubmission(database, hill, round, { state: 'approved', approved_at: at, is_late: true })
  const form = { form_id: smallIds.agencyForm }
  const duties = await addSubmission(database, agency, round, { ...form, state: 'approved' })
  await addSubmission(database, city, round, { state: 'sent' })
  await addReport(database, agency, duties, { percent: 80, result: 'Góp 9 cuốn' })
  for (const removed_at of [null, at, null]) await addEvidence(database, agency, duties, { removed_at })
})

describe('the units of a report', () => {
  const input = async (treeOn: string, year = 2026) =>
    (await within((tx) => store.listAsked(tx, { year, cityId: city, treeOn }))).map(
      ({ name, audience, above, state }) => [name, audience, above, state],
    )
  test('are the communes of the day, asked or not, and whoever else was asked', async () => {
    expect(await input(mergedOn)).toEqual([
      ['Thành phố Nhỏ', 'city', null, 'sent'],
      ['Phường Sông Chợ', 'commune', null, 'not-started'],
      ['Xã Đồi', 'commune', null, 'approved'],
      ['Sở Giáo dục và Đào tạo', 'agency', null, 'approved'],
    ])
  })
  test('are those of the tree of another day; a form that a decision closed counts as none', async () => {
    expect((await input('2026-11-14')).map(([name, , , state]) => [name, state])).toEqual([
      ['Thành phố Nhỏ', 'sent'],
      ['Phường Chợ', 'not-started'],
      ['Phường Sông', 'not-started'],
      ['Xã Đồi', 'approved'],
      ['Sở Giáo dục và Đào tạo', 'approved'],
    ])
  })
  test('come with the district above them where there was one, last where it was told of none', async () => {
    expect(await input('2025-06-30', 2024)).toEqual([
      ['Xã Cũ', 'commune', 'Quận Cũ', 'not-started'],
      ['Phường Chợ', 'commune', null, 'not-started'],
      ['Phường Sông', 'commune', null, 'not-started'],
      ['Xã Đồi', 'commune', null, 'not-started'],
    ])
  })
})

describe('approved figures', () => {
  test('are those that came by a form and stand, totals alone, of the year and the units', async () => {
    const submission_id = newId()
    const value = (amount: number, more: object) =>
      addValue(database, hill, { year: 2026, amount, submission_id, ...more })
    const first = await value(1, { submission_version: 1 })
    await value(2, { submission_version: 2, replaces: first, reason: 'Sửa' })
    await value(3, { subject: 'learners', category: 'sex:female' })
    await value(4, { subject: 'learners', submission_id: null })
    await value(5, { subject: 'books' })
    await addValue(database, merged, { year: 2026, amount: 6, submission_id })
    await value(7, { year: 2024 })
    const rows = await within((tx) => store.listApproved(tx, { year: 2026, unitIds: [hill] }))
    expect(rows.map(({ measure, amount, version }) => [measure, amount, version])).toEqual([
      ['books', 5, 0],
      ['classes', 2, 2],
    ])
  })

  test('of an earlier year are those of the first rank, of the measures asked', async () => {
    const value = (amount: number, more: object) => addValue(database, hill, { year: 2020, amount, ...more })
    await value(1, {})
    await value(2, { subject: 'learners', source_id: 'register' })
    await value(3, { subject: 'books' })
    const rows = await within((tx) =>
      store.listEarlier(tx, { year: 2020, unitIds: [hill], measures: ['classes', 'learners'] }),
    )
    expect(rows.map(({ measure, amount }) => [measure, amount])).toEqual([['classes', 1]])
  })
})

describe('the figure published for the city', () => {
  let year = 2000
  const form = {}
  const register = { source_id: 'register' }
  test.each<[string, Record<string, unknown>[]]>([
    ['no sample where there is another', [register, { ...form, is_sample: true }]],
    ['the surest source', [form, { ...register, as_of: '2020-12-31' }]],
    ['of one source the surest', [{ confidence: 'medium' }, { confidence: 'low', as_of: '2020-12-31' }]],
    ['then the latest', [{ as_of: '2020-12-31' }, { as_of: '2020-06-30' }]],
    ['any day before none', [{ as_of: '2020-01-01' }, {}]],
  ])('%s', async (_, values) => {
    for (const inOrder of [values, values.toReversed()]) {
      year += 1
      for (const value of inOrder) await addValue(database, city, { ...value, year, amount: values.indexOf(value) })
      expect(await published(year)).toEqual([['classes', 0]])
    }
  })
  test('all else equal, what was recorded last; each measure for itself, no part, no other unit', async () => {
    year += 1
    for (const amount of [5, 9, 7]) await addValue(database, city, { year, amount })
    await addValue(database, city, { year, subject: 'learners', amount: 3 })
    await addValue(database, city, {
      year,
      subject: 'learners',
      category: 'sex:female',
      amount: 2,
      as_of: '2020-12-31',
    })
    await addValue(database, hill, { year, subject: 'learners', amount: 1, as_of: '2020-12-31' })
    expect(await published(year)).toEqual([
      ['classes', 7],
      ['learners', 3],
    ])
  })
  async function published(of: number) {
    const input = { year: of, cityId: city, measures: ['classes', 'learners'] }
    return (await within((tx) => store.listPublished(tx, input))).map(({ measure, amount }) => [measure, amount])
  }
})

test('duties come in the order of the plan, with what their holder’s approved report says', async () => {
  const duties = async (year: number, on: string) =>
    (await within((tx) => store.listDuties(tx, { year, on }))).map(({ ref, report }) => [
      ref,
      report && [report.stateName, report.percent, report.evidence],
    ])
  expect(await duties(2026, '2026-12-31')).toEqual([
    ['V.1', null],
    ['V.2', ['Xong', 80, 2]],
  ])
  expect(await duties(2025, '2026-12-31')).toEqual([
    ['V.1', null],
    ['V.2', null],
  ])
  expect(await duties(2026, '2025-12-31')).toEqual([])
  await database.pool.query(
    `update collection.submission set state = 'returned', return_reason = 'Thiếu' where unit_id = $1`,
    [agency],
  )
  expect((await duties(2026, '2026-12-31'))[1]).toEqual(['V.2', null])
})

test('rounds are counted with what was asked and approved, a closed form not among them', async () => {
  await addRound(database, 2025, { state: 'closed' })
  const rounds = await within((tx) => store.listRounds(tx, {}))
  expect(rounds.map(({ year, asked: input, approved }) => [year, input, approved])).toEqual([
    [2026, 3, 2],
    [2025, 0, 0],
  ])
  expect((await within((tx) => store.listRounds(tx, { year: 2025 }))).map(({ year }) => year)).toEqual([2025])
})
