/** A form is not sent unseen: what somebody else changed since its sender saw it is told first; what the sender changed is not. */
import { beforeAll, expect, test } from 'vitest'
import { ProblemError, describe as say } from '#kernel/problem.ts'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import type { Engine, Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { saveDuty } from '../duty-reports/duty-entry.operations.ts'
import { addEvidence, dutyList, removeEvidence } from '../duty-reports/duty-reports.operations.ts'
import { returnSubmission } from '../review/review.operations.ts'
import { openRound } from '../rounds/rounds.operations.ts'
import { saveCells, send } from './entry.operations.ts'
import { cellsOperation, submissionOperation } from './submission-contents.operations.ts'

const form = { round: 2026, unit: '00004' }
const agency = { round: 2026, unit: 'SGDDT' }
const city: HanoiPerson = 'thanh-pho'

let database: Database
let machine: Engine
beforeAll(async () => {
  database = await testDatabase(hanoi)
  machine = await testMachine(database)
  await perform(machine, openRound, operatorCaller('command'), { year: 2026 })
}, 60_000)

async function as<I, O>(person: HanoiPerson, operation: Operation<I, O>, input: unknown) {
  return perform(machine, operation, await hanoiCaller(database, person), input)
}

async function shownVersion(person: HanoiPerson, input: typeof form): Promise<number> {
  return (await as(person, submissionOperation, input)).submission.contentVersion
}

/** What sending on a page of a version is answered with: the lines of its refusal, or that it is sent. */
async function sending(person: HanoiPerson, input: typeof form, contentVersion: unknown) {
  try {
    return (await as(person, send, { ...input, contentVersion })).state
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { problems, status } = error
    return { status, code: problems[0]?.code, lines: problems.slice(1).map((problem) => say('vi', problem)) }
  }
}

async function type(person: HanoiPerson, measure: string, entry: string): Promise<void> {
  const cells = await as(person, cellsOperation, form)
  const version = cells.find((cell) => cell.measure === measure && cell.category === 'total')?.version ?? 0
  await as(person, saveCells, { ...form, cells: [{ measure, entry, version }] })
}

async function fill(person: HanoiPerson, input: typeof form): Promise<void> {
  const { rows } = await as(person, submissionOperation, input)
  const cells = rows.map(({ measure, category }) => ({ measure, category, entry: '0', version: 0 }))
  await as(person, saveCells, { ...input, cells })
}

const stale = { status: 409, code: 'platform.changedSince' }

test('of another officer’s cell its sender is told, with the name; their own later figures they know', async () => {
  const empty = await shownVersion('ba-dinh', form)
  await fill('ba-dinh', form)
  await type('ba-dinh-2', 'events_held', '7')
  const { lines } = (await sending('ba-dinh', form, empty)) as { lines: string[] }
  expect(lines).toEqual([
    expect.stringMatching(/: khi bạn mở trang còn trống, nay là “7”\. Người thực hiện: Lý Văn Ba Đình\.$/),
  ])
  expect((await as('doc', submissionOperation, form)).submission.state).toBe('in-progress')
  // Who wrote over the other's figure was shown it; and another figure of their own is no news to them.
  await type('ba-dinh', 'events_held', '8')
  await type('ba-dinh', 'libraries', '1')
  expect(await shownVersion('ba-dinh', form)).toBeGreaterThan(empty + 3)
  expect(await sending('ba-dinh', form, empty)).toBe('sent')
})

test('whoever has not read why a form came back is told before they send it again; what was put back is no change', async () => {
  const seen = await shownVersion('ba-dinh', form)
  await as(city, returnSubmission, { ...form, version: 1, reason: 'Thiếu tổ 4', dueOn: '2099-01-01' })
  expect(await sending('ba-dinh', form, seen)).toEqual({
    ...stale,
    lines: ['Lý do trả lại: mới có thêm, là “Thiếu tổ 4”. Người thực hiện: Trần Thành Phố.'],
  })
  const read = await shownVersion('ba-dinh', form)
  await type('ba-dinh-2', 'events_held', '9')
  expect(await sending('ba-dinh', form, read)).toMatchObject(stale)
  await type('ba-dinh-2', 'events_held', '8')
  expect(await sending('ba-dinh', form, read)).toBe('sent')
})

test('an agency’s form: reports on duties, also those that were merged, and evidence', async () => {
  await fill('sgddt', agency)
  const { duties } = await as('sgddt', dutyList, agency)
  const report = (person: HanoiPerson, duty: string, version: number, more: object) =>
    as(person, saveDuty, { ...agency, duty, version, result: 'Đã xong', state: 'done', percent: '100', ...more })
  for (const { id } of duties) await report('sgddt', id, 0, {})
  const [duty] = duties
  const [id, ref] = [duty?.id ?? '', duty?.ref]
  const seen = await shownVersion('sgddt', agency)
  // The other's part is merged into what its sender saves on a page of before.
  await report(city, id, 1, { difficulty: 'Thiếu người' })
  await report('sgddt', id, 1, { proposal: 'Bổ sung' })
  const proof = await as(city, addEvidence, { ...agency, duty: id, title: 'Kế hoạch 15', url: 'https://x.example/15' })
  const refusal = (await sending('sgddt', agency, seen)) as { lines: string[] }
  expect(refusal).toMatchObject(stale)
  expect(refusal.lines).toContain(
    `Minh chứng của nhiệm vụ ${ref}: mới có thêm, là “Kế hoạch 15”. Người thực hiện: Trần Thành Phố.`,
  )
  expect(refusal.lines.filter((line) => line.includes('“Thiếu người”'))).toHaveLength(1)
  await as(city, removeEvidence, { ...agency, duty: id, evidence: proof.id })
  expect(await sending('sgddt', agency, await shownVersion('sgddt', agency))).toBe('sent')
})

test.each([undefined, null, '', 'hai', -1, 1.5])(
  'a sending without the version that was seen (%s) is none',
  async (seen) => {
    const input = { round: 2026, unit: '00070' }
    const refusal = await sending('hoan-kiem', input, seen)
    expect(refusal).toMatchObject({ status: 422 })
    expect(await sending('hoan-kiem', input, 99)).toMatchObject({
      ...stale,
      lines: [expect.stringContaining('Nội dung biểu')],
    })
  },
)
