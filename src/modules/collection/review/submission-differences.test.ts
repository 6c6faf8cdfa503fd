/** Nothing is judged unseen: a form that was returned, changed and sent again is refused to whoever saw it before, with what changed. */
import { beforeAll, expect, test } from 'vitest'
import { ProblemError, describe as say } from '#kernel/problem.ts'
import { valuesOperation } from '#modules/indicators'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import type { Engine, Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { type HandClock, handClock, testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { seenForm } from '#test/worlds/seen.ts'
import { saveDuty } from '../duty-reports/duty-entry.operations.ts'
import { addEvidence, dutyList, removeEvidence } from '../duty-reports/duty-reports.operations.ts'
import { openRound } from '../rounds/rounds.operations.ts'
import { saveCells, send } from '../submissions/entry.operations.ts'
import { submissionOperation } from '../submissions/submission-contents.operations.ts'
import { myWork } from '../work.operations.ts'
import { approve, reopenSubmission, returnSubmission } from './review.operations.ts'

let database: Database
let machine: Engine
let clock: HandClock

beforeAll(async () => {
  database = await testDatabase(hanoi)
  clock = handClock()
  machine = await testMachine(database, { clock })
  await perform(machine, openRound, operatorCaller('command'), { year: 2026 })
}, 60_000)

async function as<I, O>(person: HanoiPerson, operation: Operation<I, O>, input: unknown) {
  clock.pass(1)
  return perform(machine, operation, await hanoiCaller(database, person), input)
}

async function refusalOf(work: Promise<unknown>): Promise<{ codes: string[]; said: string[]; status: number }> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ProblemError)) throw new Error(`expected a refusal, got ${error}`)
  const { problems, status } = error
  return { codes: problems.map(({ code }) => code), said: problems.map((problem) => say('vi', problem)), status }
}

const back = { reason: 'Kiểm tra lại', dueOn: '2026-11-20' }

async function fill(person: HanoiPerson, input: { round: number; unit: string }) {
  const { rows } = await as(person, submissionOperation, input)
  const cells = rows.map(({ measure, category }) => ({ measure, category, entry: '0', version: 0 }))
  await as(person, saveCells, { ...input, cells })
}

test('a commune’s form: the changed cells are named, old and new, and nothing is set in force', async () => {
  const input = { round: 2026, unit: '00004' }
  await fill('ba-dinh', input)
  await as('ba-dinh', send, await seenForm(machine, input))
  await as('thanh-pho', returnSubmission, { ...input, ...back, version: 1 })
  const change = { measure: 'events_held', entry: '1.000.000', note: 'Gồm {cả} năm', version: 1 }
  await as('ba-dinh', saveCells, { ...input, cells: [change] })
  await as('ba-dinh', send, await seenForm(machine, input))
  for (const [operation, more] of [
    [approve, {}],
    [returnSubmission, back],
  ] as const) {
    const refused = await refusalOf(as('thanh-pho', operation as typeof approve, { ...input, ...more, version: 1 }))
    expect(refused.status).toBe(409)
    expect(refused.codes).toEqual(['platform.changedSince', ...Array(3).fill('platform.difference')])
    expect(refused.said[2]).toMatch(/: khi bạn mở trang là “0”, nay là “1.000.000”\.$/)
    expect(refused.said[3]).toMatch(/^Ghi chú của ô .*: khi bạn mở trang còn trống, nay là “Gồm \{cả\} năm”\.$/)
  }
  const { submission } = await as('doc', submissionOperation, input)
  expect(submission).toMatchObject({ state: 'sent', version: 2 })
  const values = { indicator: 'learning_citizens_recognised', unit: '00004', period: 2026 }
  expect(await perform(machine, valuesOperation, operatorCaller('command'), values)).toEqual([])

  await as('thanh-pho', approve, { ...input, version: 2 })
  expect((await refusalOf(as('thanh-pho', approve, { ...input, version: 2 }))).codes).toEqual(['collection.notSent'])
  expect((await refusalOf(as('thanh-pho', reopenSubmission, { ...input, ...back, version: 1 }))).codes[0]).toBe(
    'platform.changedSince',
  )
})

test('an agency’s form: duties and evidence that changed are named', async () => {
  const input = { round: 2026, unit: 'SGDDT' }
  await fill('sgddt', input)
  const { duties } = await as('sgddt', dutyList, input)
  const report = (duty: string, version: number, result: string) =>
    as('sgddt', saveDuty, { ...input, duty, version, result, state: 'done', percent: '100' })
  for (const { id } of duties) await report(id, 0, 'Đã xong')
  await as('sgddt', send, await seenForm(machine, input))
  await as('thanh-pho', returnSubmission, { ...input, ...back, version: 1 })
  const [first] = duties
  await report(first?.id ?? '', 1, 'Đã ban hành Kế hoạch 15')
  await as('sgddt', addEvidence, { ...input, duty: first?.id, title: 'Kế hoạch 15', url: 'https://x.example/15' })
  await as('sgddt', send, await seenForm(machine, input))
  const { said: texts } = await refusalOf(as('thanh-pho', approve, { ...input, version: 1 }))
  expect(texts.slice(2)).toEqual([
    `Nhiệm vụ ${first?.ref}, kết quả chính: khi bạn mở trang là “Đã xong”, nay là “Đã ban hành Kế hoạch 15”.`,
    `Minh chứng của nhiệm vụ ${first?.ref}: mới có thêm, là “Kế hoạch 15”.`,
  ])
})

test('what changed and what waits goes by the order in which it came, though the clock was set back', async () => {
  const input = { round: 2026, unit: 'SGDDT' }
  await as('thanh-pho', returnSubmission, { ...input, ...back, version: 2 })
  clock.set('2026-10-05T02:00:00Z')
  const [first] = (await as('sgddt', dutyList, input)).duties
  const [proof] = first?.evidence ?? []
  await as('sgddt', removeEvidence, { ...input, duty: first?.id, evidence: proof?.id })
  await as('sgddt', addEvidence, { ...input, duty: first?.id, title: 'Kế hoạch 16', url: 'https://x.example/16' })
  await as('sgddt', send, await seenForm(machine, input))
  const { said: texts } = await refusalOf(as('thanh-pho', approve, { ...input, version: 2 }))
  expect(texts.slice(2)).toEqual([
    `Minh chứng của nhiệm vụ ${first?.ref}: đã bỏ, trước là “Kế hoạch 15”.`,
    `Minh chứng của nhiệm vụ ${first?.ref}: mới có thêm, là “Kế hoạch 16”.`,
  ])
  const later = { round: 2026, unit: '00070' }
  await fill('hoan-kiem', later)
  clock.set('2026-10-04T02:00:00Z')
  await as('hoan-kiem', send, await seenForm(machine, later))
  const { toReview } = await as('thanh-pho', myWork, {})
  expect(toReview.map(({ unitCode }) => unitCode)).toEqual(['SGDDT', '00070'])
})

test.each([undefined, null, '', 'hai', 0, 1.5])('a judgement without a version (%s) is none', async (version) => {
  const { codes } = await refusalOf(as('thanh-pho', approve, { round: 2026, unit: 'SGDDT', version }))
  expect(codes.every((code) => code.startsWith('platform.') && code !== 'platform.changedSince')).toBe(true)
})
