/** What a sending keeps of a form: what is new in it since the last one, and nothing twice. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import { addRound, addSubmission, mergedOn, smallIds, smallRound, unitOn } from '#test/worlds/small-round.ts'
import * as store from './cell-provenance.store.ts'
import { writeCells } from './submissions.store.ts'

const at = new Date('2026-11-20T02:00:00Z')
let database: Database
let unitId: string
let other: string
let round: string
const within = <T>(work: (tx: Tx) => Promise<T>) => database.kysely.transaction().execute(work)

beforeAll(async () => {
  database = await testDatabase(smallRound)
  unitId = await unitOn(database, '102')
  other = await unitOn(database, '101', mergedOn)
  round = await addRound(database, 2026)
})

describe('the cells of a form', () => {
  let id: string
  let others: string
  beforeAll(async () => {
    id = await addSubmission(database, unitId, round)
    others = await addSubmission(database, other, round)
    await type('classes', '4', 1)
    await type('learners', '40', 1)
    await within((tx) => writeCells(tx, [{ ...cellOf('classes', '7', 1), unitId: other, submissionId: others }], by))
    await within((tx) => store.keepSent(tx, [{ unitId, id, version: 1 }]))
    await type('classes', '5', 2)
    await within((tx) => store.keepSent(tx, [{ unitId, id, version: 2 }]))
    await within((tx) => store.keepSent(tx, [{ unitId, id, version: 3 }]))
    // Typed back: what it was before, and yet another hand has typed it.
    await type('classes', '4', 3)
    await within((tx) =>
      store.keepSent(tx, [
        { unitId, id, version: 4 },
        { unitId: other, id: others, version: 1 },
      ]),
    )
  })

  const by = { name: 'Dương Đồi Nhập', at }
  const cellOf = (measure: string, entry: string, version: number) => ({
    ...{ unitId, submissionId: id, measure, category: 'total', entry, language: 'vi', amount: Number(entry), note: '' },
    version,
  })
  const type = (measure: string, entry: string, version: number) =>
    within((tx) => writeCells(tx, [cellOf(measure, entry, version)], by))
  const kept = async (of: { unitId: string; submission: string; measure: string; category?: string }) =>
    (await within((tx) => store.listSentCells(tx, { category: 'total', ...of }))).map(({ version, amount }) => [
      version,
      amount,
    ])

  test('are kept with the first sending that had them so, newest first', async () => {
    expect(await kept({ unitId, submission: id, measure: 'classes' })).toEqual([
      [4, 4],
      [2, 5],
      [1, 4],
    ])
    expect(await kept({ unitId, submission: id, measure: 'learners' })).toEqual([[1, 40]])
  })

  test('are kept for each form by itself, and each category', async () => {
    expect(await kept({ unitId: other, submission: others, measure: 'classes' })).toEqual([[1, 7]])
    expect(await kept({ unitId, submission: others, measure: 'classes' })).toEqual([])
    expect(await kept({ unitId, submission: id, measure: 'learners', category: 'sex:female' })).toEqual([])
  })

  test('are kept no second time by a sending that changed nothing', async () => {
    const { rows } = await database.pool.query('select from collection.sent_cell where sent_version = 3')
    expect(rows).toHaveLength(0)
  })
})

test('reports on duties are kept in the same way, with all that they say', async () => {
  const agency = await unitOn(database, 'SO')
  const id = await addSubmission(database, agency, round, { form_id: smallIds.agencyForm })
  const report = (dutyId: string, result: string, version: number) =>
    database.pool.query(
      `insert into collection.duty_report (unit_id, submission_id, duty_id, state, percent, result, difficulty, proposal, version,
         editor, edited_at)
       values ($1, $2, $3, 'done', 80, $4, 'Thiếu người', 'Thêm người', $5, 'Trịnh Sở Nhập', $6)
       on conflict (unit_id, submission_id, duty_id) do update set result = excluded.result, version = excluded.version`,
      [agency, id, dutyId, result, version, at],
    )
  const send = (version: number) => within((tx) => store.keepSent(tx, [{ unitId: agency, id, version }]))
  await report(smallIds.classesDuty, 'Mở 3 lớp', 1)
  await send(1)
  await report(smallIds.booksDuty, 'Góp 100 cuốn', 1)
  await send(2)
  await report(smallIds.classesDuty, 'Mở 4 lớp', 2)
  await send(3)
  const { rows } = await database.pool.query<{ line: string }>(
    `select concat_ws(' | ', duty.ref, sent.sent_version, sent.report_version, sent.state, sent.percent, sent.result,
       sent.difficulty, sent.proposal) as line
     from collection.sent_duty sent join plan.duty on duty.id = sent.duty_id order by line`,
  )
  expect(rows.map(({ line }) => line)).toEqual([
    'V.1 | 1 | 1 | done | 80 | Mở 3 lớp | Thiếu người | Thêm người',
    'V.1 | 3 | 2 | done | 80 | Mở 4 lớp | Thiếu người | Thêm người',
    'V.2 | 2 | 1 | done | 80 | Góp 100 cuốn | Thiếu người | Thêm người',
  ])
})

describe('whose form it is', () => {
  test('the submission tells, where two units bore the code', async () => {
    const former = await unitOn(database, '101', '2026-11-14')
    const rounds = await addRound(database, 2027)
    const [first, second] = [
      await addSubmission(database, former, rounds, { state: 'closed' }),
      await addSubmission(database, other, rounds, { state: 'sent' }),
    ]
    const owner = async (unit: string, submission: string) =>
      (await within((tx) => store.findOwner(tx, { unit, submission }))).map((row) => row.unitId)
    expect(await owner('101', first)).toEqual([former])
    expect(await owner('101', second)).toEqual([other])
    expect(await owner('102', second)).toEqual([])
    expect(await owner('101', newId())).toEqual([])
    const [result] = await within((tx) => store.findFormProvenance(tx, { unit: '101', submission: first }))
    expect(result).toMatchObject({ year: 2027, state: 'closed', version: 0, form: { vi: 'Biểu cấp xã' } })
    expect(await within((tx) => store.findFormProvenance(tx, { unit: '102', submission: first }))).toEqual([])
  })
})

test('evidence is told in the order in which it came, what was taken away is not', async () => {
  const agency = await unitOn(database, 'TRUONG')
  const id = await addSubmission(database, agency, await addRound(database, 2028))
  const add = (title: string, dutyId: string, removed: Date | null) =>
    database.pool.query(
      `insert into collection.evidence (unit_id, submission_id, duty_id, id, title, url, added_at, removed_at, added_version)
       values ($1, $2, $3, $4, $5, 'https://nho.example', $6, $7, 0)`,
      [agency, id, dutyId, newId(), title, at, removed],
    )
  await add('Z', smallIds.booksDuty, null)
  await add('B', smallIds.classesDuty, at)
  await add('A', smallIds.classesDuty, null)
  const rows = await within((tx) => store.listEvidence(tx, { unitId: agency, submission: id }))
  expect(rows.map(({ title, duty }) => [title, duty])).toEqual([
    ['Z', 'V.2'],
    ['A', 'V.1'],
  ])
})
