/** What a sending keeps of a form: what is new in it since the last one, and nothing twice. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { addEvidence, addReport, addRound, addSubmission, mergedOn, smallIds } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import * as store from './cell-provenance.store.ts'
import { writeCells } from './submissions.store.ts'

const at = new Date('2026-11-20T02:00:00Z')
const { database, within, unit } = await openStores()
const [unitId, other] = [unit('102'), unit('101', mergedOn)]
const round = await addRound(database, 2026)

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
  const agency = unit('SO')
  const id = await addSubmission(database, agency, round, { form_id: smallIds.agencyForm })
  const report = (duty_id: string, result: string, version: number) =>
    addReport(database, agency, id, {
      duty_id,
      percent: 80,
      result,
      difficulty: 'Thiếu người',
      proposal: 'Thêm người',
      version,
    })
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
    const former = unit('101')
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
  const agency = unit('TRUONG')
  const id = await addSubmission(database, agency, await addRound(database, 2028))
  await addEvidence(database, agency, id, { title: 'Z' })
  await addEvidence(database, agency, id, { title: 'B', duty_id: smallIds.classesDuty, removed_at: at })
  await addEvidence(database, agency, id, { title: 'A', duty_id: smallIds.classesDuty })
  const rows = await within((tx) => store.listEvidence(tx, { unitId: agency, submission: id }))
  expect(rows.map(({ title, duty }) => [title, duty])).toEqual([
    ['Z', 'V.2'],
    ['A', 'V.1'],
  ])
})
