/** The provenance of a figure through two sendings: who typed what, kept though it was typed over; and who may see it. */
import { beforeAll, describe, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import type { Engine, Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { seenForm } from '#test/worlds/seen.ts'
import { approve, reopenSubmission } from '../review/review.operations.ts'
import { openRound } from '../rounds/rounds.operations.ts'
import { cellProvenance, formProvenance } from './cell-provenance.operations.ts'
import { saveCells, send } from './entry.operations.ts'
import { cellsOperation, submissionOperation } from './submission-contents.operations.ts'

const query = { round: 2026, unit: '00004' }
const clock = handClock('2026-11-02T02:00:00Z')
let database: Database
let machine: Engine
let first: Caller
let second: Caller
let city: Caller
let submission: string

beforeAll(async () => {
  database = await testDatabase(hanoi)
  machine = await testMachine(database, { clock })
  first = await hanoiCaller(database, 'ba-dinh')
  second = await hanoiCaller(database, 'ba-dinh-2')
  city = await hanoiCaller(database, 'thanh-pho')
  await perform(machine, openRound, operatorCaller('command'), { year: 2026 })
  const form = await perform(machine, submissionOperation, first, query)
  submission = form.submission.id
  const cells = form.rows.map(({ measure, category }) => ({ measure, category, entry: '0', version: 0 }))
  await perform(machine, saveCells, first, { ...query, cells })
  await perform(machine, send, first, await seenForm(machine, query))
  await perform(machine, approve, city, { ...query, version: 1 })
  clock.pass(60)
  await perform(machine, reopenSubmission, city, { ...query, version: 1, reason: 'Thiếu tổ 4', dueOn: '2026-12-01' })
  const [before] = (await perform(machine, cellsOperation, second, query)).filter(
    (cell) => cell.measure === 'events_held',
  )
  const change = { measure: 'events_held', entry: '12', note: 'Đã cộng tổ 4', version: before?.version ?? 0 }
  await perform(machine, saveCells, second, { ...query, cells: [change] })
  await perform(machine, send, second, await seenForm(machine, query))
  await perform(machine, approve, city, { ...query, version: 2 })
}, 60_000)

async function problemOf<I, O>(operation: Operation<I, O>, caller: Caller, input: unknown): Promise<string[]> {
  const error: unknown = await perform(machine, operation, caller, input).catch((reason: unknown) => reason)
  if (!(error instanceof ProblemError)) throw error
  return error.problems.map((problem) => problem.code)
}

describe('the provenance of a figure', () => {
  const of = (measure: string) => ({ unit: '00004', submission, measure })

  test('keeps what was typed in each sending, with who typed it', async () => {
    const { cells, events } = await perform(machine, cellProvenance, first, of('events_held'))
    expect(cells).toMatchObject([
      { version: 2, entry: '12', amount: 12, note: 'Đã cộng tổ 4', editor: 'Lý Văn Ba Đình' },
      { version: 1, entry: '0', amount: 0, note: '', editor: 'Đỗ Thị Ba Đình' },
    ])
    expect(events.map(({ kind, byName, reason }) => [kind, byName, reason])).toEqual([
      ['approved', 'Trần Thành Phố', null],
      ['sent', 'Lý Văn Ba Đình', null],
      ['reopened', 'Trần Thành Phố', 'Thiếu tổ 4'],
      ['approved', 'Trần Thành Phố', null],
      ['sent', 'Đỗ Thị Ba Đình', null],
      ['started', 'Đỗ Thị Ba Đình', null],
    ])
  })

  test('keeps a cell that did not change once', async () => {
    const { cells } = await perform(machine, cellProvenance, city, of('documents_issued'))
    expect(cells.map(({ version, editor }) => [version, editor])).toEqual([[1, 'Đỗ Thị Ba Đình']])
    const { rows } = await database.pool.query(
      'select sent_version, count(*)::int as count from collection.sent_cell group by 1',
    )
    expect(rows.find((row) => row.sent_version === 2)?.count).toBe(1)
    await expect(database.pool.query(`update collection.sent_cell set entry = '9'`)).rejects.toThrow('append-only')
  })

  test('is not for everybody, its round and dates are', async () => {
    const anybody: Caller = { via: 'web', from: '192.0.2.9' }
    expect(await problemOf(cellProvenance, anybody, of('events_held'))).toEqual(['platform.signInFirst'])
    const elsewhere = await hanoiCaller(database, 'hoan-kiem')
    expect(await problemOf(cellProvenance, elsewhere, of('events_held'))).toEqual(['platform.forbidden'])
    const answer = await perform(machine, formProvenance, anybody, { unit: '00004', submission })
    expect(answer).toMatchObject({ year: 2026, version: 2, state: 'approved' })
    expect(answer.steps.map(({ kind, version }) => [kind, version])).toEqual([
      ['sent', 1],
      ['approved', 1],
      ['reopened', 1],
      ['sent', 2],
      ['approved', 2],
    ])
    expect(JSON.stringify(answer)).not.toContain('Ba Đình')
  })

  test('of another unit or submission is none', async () => {
    const input = { unit: '00070', submission }
    expect(await problemOf(formProvenance, city, input)).toEqual(['collection.unknownSubmission'])
    expect(await problemOf(cellProvenance, operatorCaller('command'), { ...input, measure: 'events_held' })).toEqual([
      'collection.unknownSubmission',
    ])
  })
})

test('a clock set back puts no history out of order', async () => {
  clock.set('2026-10-01T02:00:00Z')
  await perform(machine, reopenSubmission, city, { ...query, version: 2, reason: 'Đồng hồ lùi', dueOn: '2026-12-01' })
  const { events } = await perform(machine, cellProvenance, first, {
    unit: '00004',
    submission,
    measure: 'events_held',
  })
  expect(events[0]).toMatchObject({ kind: 'reopened', reason: 'Đồng hồ lùi' })
  const { steps } = await perform(machine, formProvenance, first, { unit: '00004', submission })
  expect(steps.at(-1)).toMatchObject({ kind: 'reopened' })
})
