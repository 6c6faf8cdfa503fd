/** Reports on duties: which duties a form asks of, what stands of each and what was saved since, case by case. */
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { addDuty, addEvidence, addReport, addRound, addSubmission, smallIds } from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import * as store from './duty-reports.store.ts'

const at = new Date('2026-11-20T02:00:00Z')
const { database, within, unit } = await openStores()
const [agency, college] = [unit('SO'), unit('TRUONG')]
const round = await addRound(database, 2026)
const form = { form_id: smallIds.agencyForm }
const submissionId = await addSubmission(database, agency, round, { ...form, version: 3 })
const others = await addSubmission(database, college, round, form)
const own = { unitId: agency, submissionId }

const duties = (on: string, closedOn?: string) =>
  within((tx) => store.listDuties(tx, { ...own, on, ...(closedOn && { closedOn }) }))

describe('the duties of a form', () => {
  const refs = async (on: string, closedOn?: string) => (await duties(on, closedOn)).map(({ ref }) => ref)

  test('are those that its unit holds on the day, in the order of the plan: the tenth after the second', async () => {
    await addDuty(database, 'V.10', 9)
    expect([await refs('2025-12-31'), await refs('2026-01-01')]).toEqual([[], ['V.1', 'V.2', 'V.10']])
    await database.pool.query(`update plan.duty_holder set valid_to = '2026-11-15' where duty_id = $1`, [
      smallIds.classesDuty,
    ])
    expect([await refs('2026-11-14'), await refs('2026-11-15')]).toEqual([
      ['V.1', 'V.2', 'V.10'],
      ['V.2', 'V.10'],
    ])
  })

  test('of a form that a decision closed are those of the last day before', async () => {
    await database.pool.query(`update plan.duty_holder set valid_to = '2026-11-15'`)
    expect(await refs('2026-12-01')).toEqual([])
    expect(await refs('2026-12-01', '2026-11-15')).toEqual(['V.1', 'V.2'])
    expect(await refs('2026-12-01', '2026-11-16')).toEqual([])
    // Looked at on an earlier day it is that day that counts.
    expect(await refs('2025-12-31', '2026-11-15')).toEqual([])
  })

  test('have what this form reports of them, and evidence in the order in which it came but for what was taken away', async () => {
    await addReport(database, agency, submissionId, { result: 'Góp 9 cuốn', percent: 80, version: 4 })
    await addReport(database, college, others, { result: 'Của trường' })
    for (const [title, removed_at] of [
      ['Z', null],
      ['Bỏ', at],
      ['A', null],
    ] as const) {
      await addEvidence(database, agency, submissionId, { title, removed_at })
    }
    await addEvidence(database, college, others, { title: 'Khác' })
    const rows = await duties('2026-11-01')
    expect(rows.map(({ ref, report, evidence }) => [ref, report, evidence.map(({ title }) => title)])).toEqual([
      ['V.1', null, []],
      [
        'V.2',
        { state: 'done', percent: 80, result: 'Góp 9 cuốn', difficulty: '', proposal: '', version: 4, editor: 'Ai' },
        ['Z', 'A'],
      ],
    ])
  })
})

describe('saving', () => {
  const contents = { state: 'done', percent: null, difficulty: '', proposal: '' }
  const save = (result: string, version: number, id?: string, dutyId: string = smallIds.booksDuty) =>
    within((tx) =>
      store.writeReports(tx, [{ ...own, dutyId, ...contents, result, version }], { ...(id && { id }), name: 'An', at }),
    )
  const then = async (version: number, dutyId: string = smallIds.booksDuty) => {
    const [row] = await within((tx) => store.findReportThen(tx, { ...own, dutyId, version }))
    return [row?.report?.result ?? null, [...(row?.savedSinceBy ?? [])].sort()]
  }

  test('writes over what stood there and keeps every version, with who has saved since', async () => {
    const [an, binh] = [newId(), newId()]
    await save('Một', 1, an)
    await save('Hai', 2, binh)
    await save('Ba', 3)
    await save('Khác', 1, newId(), smallIds.classesDuty)
    const rows = await duties('2026-11-01')
    expect(rows.map(({ report }) => [report?.result, report?.version])).toEqual([
      ['Khác', 1],
      ['Ba', 3],
    ])
    expect(await then(0)).toEqual([null, [an, binh, null].sort()])
    expect(await then(1)).toEqual(['Một', [binh, null].sort()])
    expect(await then(3)).toEqual(['Ba', []])
    expect(await then(1, newId())).toEqual([null, []])
  })

  test('of several duties at once, and of a version that is there already not at all', async () => {
    const row = (dutyId: string, version: number) => ({ ...own, dutyId, ...contents, result: 'A', version })
    await within((tx) =>
      store.writeReports(tx, [row(smallIds.booksDuty, 1), row(smallIds.classesDuty, 1)], { name: 'An', at }),
    )
    await expect(save('B', 1)).rejects.toThrow('duty_report_version_pkey')
    expect((await duties('2026-11-01')).map(({ report }) => report?.result)).toEqual(['A', 'A'])
  })
})

describe('evidence', () => {
  const add = async (more: object = {}) => {
    const id = newId()
    const proof = {
      ...own,
      dutyId: smallIds.booksDuty,
      id,
      title: 'Ảnh',
      url: null,
      file: 'a',
      fileType: 'image/png',
      at,
    }
    await within((tx) => store.insertEvidence(tx, { ...proof, ...more }))
    return id
  }
  const versions = async (id: string) =>
    (await database.pool.query('select added_version, removed_version from collection.evidence where id = $1', [id]))
      .rows

  test('keeps since which sending it is there and since which it is not', async () => {
    const id = await add()
    expect(await versions(id)).toEqual([{ added_version: 3, removed_version: null }])
    await database.pool.query('update collection.submission set version = 4 where id = $1', [submissionId])
    await within((tx) => store.removeEvidence(tx, agency, id, at))
    expect(await versions(id)).toEqual([{ added_version: 3, removed_version: 4 }])
    expect(await within((tx) => store.findEvidence(tx, { ...own, id }))).toEqual([])
  })

  test('is read of its own form alone, and put into no form that is not there', async () => {
    const id = await add()
    const find = async (of: object) => (await within((tx) => store.findEvidence(tx, { ...own, id, ...of }))).length
    expect([await find({}), await find({ submissionId: others }), await find({ unitId: college })]).toEqual([1, 0, 0])
    expect(await versions(await add({ submissionId: newId() }))).toEqual([])
  })

  test('names its files, each once for each unit, also of what was taken away; addresses are none', async () => {
    const gone = await add({ file: 'b' })
    await within((tx) => store.removeEvidence(tx, agency, gone, at))
    await add()
    await add()
    await add({ unitId: college, submissionId: others })
    await add({ url: 'https://nho.example', file: null, fileType: null })
    const files = async (name?: string) =>
      (await within((tx) => store.evidenceFiles(tx, { name })))
        .map((row) => [row.name, row.unitId === agency ? 'SO' : 'TRUONG'])
        .sort()
    expect(await files()).toEqual([
      ['a', 'SO'],
      ['a', 'TRUONG'],
      ['b', 'SO'],
    ])
    expect(await files('b')).toEqual([['b', 'SO']])
  })
})
