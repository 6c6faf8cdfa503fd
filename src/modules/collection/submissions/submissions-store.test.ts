/** Which form, which figure, which order: what the queries about submissions choose, case by case. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import {
  addRound,
  addSubmission,
  addValue,
  decide,
  mergedOn,
  newCommune,
  smallIds,
  unitOn,
} from '#test/worlds/small-round.ts'
import { openStores } from '#test/worlds/stores.ts'
import type { SubmissionState } from './submissions.model.ts'
import * as store from './submissions.store.ts'

const at = new Date('2026-11-20T02:00:00Z')
const { database, within, unit } = await openStores()
const [before, after, hill] = [unit('101'), unit('101', mergedOn), unit('102')]

describe('the form of a code that two units bore', () => {
  const unitFor = async (year: number, code: string, on?: string) => {
    const rows = await within((tx) => store.findSubmission(tx, { year, code, ...(on && { on }) }))
    return rows.map(({ unitName, state }) => [unitName, state])
  }

  beforeAll(async () => {
    const closed = await addRound(database, 2026)
    await addSubmission(database, before, closed, { state: 'closed' })
    await addSubmission(database, unit('103'), closed, { state: 'closed' })
    await addSubmission(database, after, closed, { state: 'in-progress' })
    const open = await addRound(database, 2027)
    await addSubmission(database, before, open)
    await addSubmission(database, after, open, { state: 'in-progress' })
    const bothClosed = await addRound(database, 2028)
    await addSubmission(database, after, bothClosed, { state: 'closed' })
    await addSubmission(database, before, bothClosed, { state: 'closed' })
  })

  const old = 'Phường Sông'
  const merged = 'Phường Sông Chợ'
  test.each<[string, number, string, string | undefined, string[][]]>([
    ['the closed one comes last', 2026, '101', undefined, [[merged, 'in-progress']]],
    ['on the last day of the first', 2026, '101', '2026-11-14', [[old, 'closed']]],
    ['on the first day of the second', 2026, '101', mergedOn, [[merged, 'in-progress']]],
    ['closed, where there is no other', 2026, '103', undefined, [['Phường Chợ', 'closed']]],
    ['none on a day on which nobody bears the code', 2026, '103', mergedOn, []],
    ['before any is closed, that of the unit that bore the code first', 2027, '101', undefined, [[old, 'not-started']]],
    ['when both are closed as well', 2028, '101', undefined, [[old, 'closed']]],
    ['none of a unit that was not asked', 2026, '102', undefined, []],
    ['none of a year without a round', 2025, '101', undefined, []],
    ['none of a code that nobody ever bore', 2026, '999', undefined, []],
  ])('%s', async (_, year, code, on, expected) => {
    expect(await unitFor(year, code, on)).toEqual(expected)
  })
})

test('a unit is called as on the day the round is due; outside its life, as it was called last', async () => {
  await decide(database, '2031-01-01', [{ kind: 'rename', code: '102', name: 'Đồi Cao' }])
  await decide(database, '2033-01-01', [{ kind: 'open', unit: newCommune('104', 'Mới') }])
  await decide(database, '2034-01-01', [{ kind: 'rename', code: '104', name: 'Mới Nữa' }])
  const opened = await unitOn(database, '104', '2033-01-01')
  const nameIn = async (unitId: string, code: string, year: number, due: string) => {
    await addSubmission(database, unitId, await addRound(database, year, { opens_on: due, due_on: due }))
    const [row] = await within((tx) => store.findSubmission(tx, { year, code }))
    return row?.unitName
  }
  expect([
    await nameIn(hill, '102', 2030, '2030-12-31'),
    await nameIn(hill, '102', 2031, '2031-01-01'),
    await nameIn(opened, '104', 2032, '2032-12-31'),
    await nameIn(opened, '104', 2033, '2033-12-31'),
  ]).toEqual(['Xã Đồi', 'Xã Đồi Cao', 'Phường Mới Nữa', 'Phường Mới'])
})

test('forms of units come by year, the newest first, then by due day, then by code; of drafts none', async () => {
  const [one, two] = [unit('SO'), unit('TRUONG')]
  const [first, second, draft] = [
    await addRound(database, 2041, { state: 'closed' }),
    await addRound(database, 2042),
    await addRound(database, 2043, { state: 'draft' }),
  ]
  await addSubmission(database, two, first)
  await addSubmission(database, one, second)
  await addSubmission(database, two, second, { due_on: '2026-11-29' })
  await addSubmission(database, one, first)
  await addSubmission(database, one, draft)
  const rows = await within((tx) => store.listSubmissionsOf(tx, { unitIds: [one, two] }))
  expect(rows.map(({ year, unitCode, isOpen }) => [year, unitCode, isOpen])).toEqual([
    [2042, 'TRUONG', true],
    [2042, 'SO', true],
    [2041, 'SO', false],
    [2041, 'TRUONG', false],
  ])
  expect(await within((tx) => store.listSubmissionsOf(tx, { unitIds: [] }))).toEqual([])
})

describe('what waits', () => {
  const sent = { on: '2026-11-20', isLate: false }
  test('waits in the order of sending, whatever the clock said; what is sent again goes to the end', async () => {
    const [round, draft] = [await addRound(database, 2051), await addRound(database, 2052, { state: 'draft' })]
    const units = [hill, after, before]
    const forms: { unitId: string; id: string }[] = []
    for (const unitId of units) forms.push({ unitId, id: await addSubmission(database, unitId, round) })
    const unseen = { unitId: hill, id: await addSubmission(database, hill, draft) }
    const [one, two, three] = forms
    if (!one || !two || !three) throw new Error('three forms are needed')
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour))
    await within(async (tx) => {
      await store.markSent(tx, { ...three, ...sent, at: at(9) })
      // The clock was set back meanwhile.
      await store.markSent(tx, { ...one, ...sent, at: at(3) })
      await store.markSent(tx, { ...two, ...sent, at: at(5) })
      await store.markSent(tx, { ...unseen, ...sent, at: at(1) })
    })
    const waiting = async (limit: number) =>
      (await within((tx) => store.listWaiting(tx, { limit }))).map(({ id }) =>
        forms.findIndex((form) => form.id === id),
      )
    expect(await waiting(10)).toEqual([2, 0, 1])
    expect(await waiting(2)).toEqual([2, 0])
    expect(await within((tx) => store.countWaiting(tx))).toEqual([{ count: 3 }])
    await within(async (tx) => {
      await store.markReturned(tx, { ...three, at: at(10), reason: 'Thiếu', dueOn: '2026-12-05' })
      expect(await store.countWaiting(tx)).toEqual([{ count: 2 }])
      await store.markSent(tx, { ...three, ...sent, at: at(2) })
    })
    expect(await waiting(10)).toEqual([0, 1, 2])
  })
})

describe('the figure that stands for an earlier year', () => {
  const form = { source_id: 'form' }
  const register = { source_id: 'register' }
  const news = { source_id: 'news' }
  test.each<[string, Record<string, unknown>[]]>([
    ['the surest source, though it is not the latest', [form, { ...register, as_of: '2025-12-31' }, news]],
    ['a sample only where there is nothing else', [news, { ...form, is_sample: true }]],
    ['a sample, where there is nothing else', [{ ...form, is_sample: true }]],
    ['the rank before the confidence', [{ ...form, confidence: 'low' }, register]],
    [
      'the confidence before the day',
      [
        { ...form, confidence: 'high', as_of: '2025-01-01' },
        { ...form, confidence: 'medium', as_of: '2025-12-31' },
      ],
    ],
    [
      'medium before low',
      [
        { ...form, confidence: 'medium' },
        { ...form, confidence: 'low' },
      ],
    ],
    [
      'the latest day',
      [
        { ...form, as_of: '2025-12-31' },
        { ...form, as_of: '2025-06-30' },
      ],
    ],
    ['any day before none', [{ ...form, as_of: '2025-01-01' }, form]],
  ])('%s', async (_, values) => {
    // Whichever was recorded first.
    for (const inOrder of [values, values.toReversed()]) {
      const unitId = newId()
      for (const value of inOrder) await addValue(database, unitId, { ...value, amount: values.indexOf(value) })
      expect(await previousOf(unitId)).toEqual([['classes', 'total', 0, values[0]?.is_sample === true]])
    }
  })

  test('all else equal, what was recorded last', async () => {
    const unitId = newId()
    for (const amount of [5, 9, 7]) await addValue(database, unitId, { amount })
    expect(await previousOf(unitId)).toEqual([['classes', 'total', 7, false]])
  })

  test('is of the year, of the form’s rows, each part for itself, and not replaced or taken back', async () => {
    const unitId = newId()
    await addValue(database, unitId, { subject: 'books', amount: 1 })
    await addValue(database, unitId, { subject: 'classes', amount: 2, year: 2024 })
    await addValue(database, unitId, { subject: 'learners', amount: 30 })
    await addValue(database, unitId, { subject: 'learners', category: 'sex:female', amount: 10, source_id: 'news' })
    await addValue(database, unitId, { subject: 'learners', category: 'sex:male', amount: 20 })
    const wrong = await addValue(database, unitId, { subject: 'classes', amount: 4 })
    await addValue(database, unitId, { subject: 'classes', amount: 5, source_id: 'news' })
    expect((await previousOf(unitId))[0]).toEqual(['classes', 'total', 4, false])
    await addValue(database, unitId, { amount: 4, replaces: wrong, is_withdrawn: true, reason: 'Nhầm' })
    expect(await previousOf(unitId)).toEqual([
      ['classes', 'total', 5, false],
      ['learners', 'sex:female', 10, false],
      ['learners', 'total', 30, false],
    ])
    expect(await previousOf(newId())).toEqual([])
  })

  async function previousOf(unitId: string) {
    const input = { unitId, formId: smallIds.communeForm, year: 2025 }
    const rows = await within((tx) => store.listPrevious(tx, input))
    return rows.map(({ measure, category, amount, isSample }) => [measure, category, amount, isSample])
  }
})

test('figures that count since the approval are those of the form that stand', async () => {
  const [unitId, submissionId] = [newId(), newId()]
  const first = await addValue(database, unitId, { amount: 1, submission_id: submissionId })
  const second = { amount: 2, submission_id: submissionId, replaces: first, reason: 'Sửa' }
  const standing = await addValue(database, unitId, second)
  await addValue(database, unitId, { subject: 'learners', amount: 3, submission_id: newId() })
  await addValue(database, unitId, { subject: 'books', amount: 4 })
  const rows = await within((tx) => store.listRecorded(tx, { unitId, submissionId }))
  expect(rows).toEqual([{ id: standing, measure: 'classes', category: 'total' }])
})

describe('where a form stands', () => {
  const states: [SubmissionState, SubmissionState][] = [
    ['not-started', 'in-progress'],
    ['in-progress', 'in-progress'],
    ['returned', 'returned'],
    ['sent', 'sent'],
    ['approved', 'approved'],
  ]
  test.each(states.map(([was, is], index) => [was, is, 2061 + index] as const))(
    'after a saving: %s is %s',
    async (was, is, year) => {
      const id = await addSubmission(database, hill, await addRound(database, year), { state: was })
      await within((tx) => store.markTouched(tx, { unitId: hill, id, at }))
      const [form] = await within((tx) => store.findSubmission(tx, { year, code: '102' }))
      expect([form?.state, form?.touchedAt]).toEqual([is, at])
    },
  )

  test('sendings are counted; what comes back is approved no more and keeps its own due day', async () => {
    const year = 2070
    const id = await addSubmission(database, hill, await addRound(database, year))
    const form = { unitId: hill, id, at }
    const look = async () => (await within((tx) => store.findSubmission(tx, { year, code: '102' })))[0]
    await within(async (tx) => {
      await store.markSent(tx, { ...form, on: '2026-11-20', isLate: true })
      await store.markApproved(tx, form)
    })
    expect(await look()).toMatchObject({
      state: 'approved',
      version: 1,
      isLate: true,
      sentOn: '2026-11-20',
      approvedAt: at,
    })
    await within((tx) => store.markReturned(tx, { ...form, reason: 'Thiếu tổ 4', dueOn: '2026-12-05' }))
    expect(await look()).toMatchObject({
      ...{ state: 'returned', version: 1, approvedAt: null, returnReason: 'Thiếu tổ 4', dueOn: '2026-12-05' },
    })
    await within((tx) => store.markSent(tx, { ...form, on: '2026-12-01', isLate: false }))
    expect(await look()).toMatchObject({ state: 'sent', version: 2, isLate: false, sentOn: '2026-12-01' })
  })
})

test('a cell is written over what stood there, by whom and when; other cells and forms stay', async () => {
  const round = await addRound(database, 2071)
  const [mine, other] = [await addSubmission(database, hill, round), await addSubmission(database, after, round)]
  const cell = (submissionId: string, unitId: string, measure: string, entry: string, version: number) => ({
    ...{ unitId, submissionId, measure, category: 'total', entry, language: 'vi', amount: Number(entry), note: '' },
    version,
  })
  const by = { name: 'Dương Đồi Nhập', at }
  const later = { id: newId(), name: 'Lý Đồi Duyệt', at: new Date(at.getTime() + 60_000) }
  await within(async (tx) => {
    const cells = [cell(mine, hill, 'classes', '4', 1), cell(mine, hill, 'learners', '40', 1)]
    await store.writeCells(tx, [...cells, cell(other, after, 'classes', '9', 1)], by)
    await store.writeCells(tx, [{ ...cell(mine, hill, 'classes', '5', 2), note: 'Đếm lại' }], later)
  })
  const read = async (unitId: string, submissionId: string) =>
    (await within((tx) => store.listCells(tx, { unitId, submissionId })))
      .map(({ measure, amount, note, version, editor, editedBy }) => [measure, amount, note, version, editor, editedBy])
      .sort()
  expect(await read(hill, mine)).toEqual([
    ['classes', 5, 'Đếm lại', 2, 'Lý Đồi Duyệt', later.id],
    ['learners', 40, '', 1, 'Dương Đồi Nhập', null],
  ])
  expect(await read(after, other)).toEqual([['classes', 9, '', 1, 'Dương Đồi Nhập', null]])
})
