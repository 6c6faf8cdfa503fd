/** A form is filled, judged and reminded of by those who hold their role for reporting, or for every field. */
import { beforeAll, expect, test } from 'vitest'
import { createAccount, grantRole } from '#modules/access'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import type { Engine } from '#platform/operation.ts'
import { mayPerformEach, perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { approve, remind, returnSubmission } from './review/review.operations.ts'
import { listRounds, openRound } from './rounds/rounds.operations.ts'
import { saveCells, send } from './submissions/entry.operations.ts'
import { submissionOperation } from './submissions/submission-contents.operations.ts'
import { myWork } from './work.operations.ts'

const form = { round: 2026, unit: '00070' }
let machine: Engine
beforeAll(async () => {
  machine = await testMachine(await testDatabase(hanoi))
  await perform(machine, openRound, operatorCaller('command'), { year: 2026 })
})

async function personWith(key: string, given: { role: string; unit: string; field: string }): Promise<Caller> {
  const email = `${key}@hanoi.example`
  await perform(machine, createAccount, operatorCaller('command'), { email, name: key })
  await perform(machine, grantRole, operatorCaller('command'), { email, ...given })
  return hanoiCaller(machine.database, key as HanoiPerson)
}

const steps = { fill: saveCells, send, approve, return: returnSubmission, remind }

/** The steps whose operations would let the caller in, as a page asks. */
async function open(caller: Caller): Promise<string[]> {
  const inputs = {
    fill: { ...form, cells: [] },
    send: { ...form, contentVersion: 0 },
    approve: { ...form, version: 1 },
    return: { ...form, version: 1, reason: 'Thiếu số liệu', dueOn: '2026-12-01' },
    remind: form,
  }
  const names = Object.keys(steps) as (keyof typeof steps)[]
  const answers = await mayPerformEach(
    machine,
    names.map((name) => [steps[name], inputs[name]] as const),
    caller,
  )
  return names.filter((_, index) => answers[index])
}

test.each([
  ['editor', '00070', 'collection', ['fill', 'send']],
  ['editor', '00070', 'plan', []],
  ['approver', '01', 'collection', ['fill', 'send', 'approve', 'return', 'remind']],
  ['approver', '01', 'plan', []],
  ['editor', '00070', 'all', ['fill', 'send']],
])('%s at %s for %s is offered, and let into, %j', async (role, unit, field, expected) => {
  const caller = await personWith(`${role}-${field}`, { role, unit, field })
  expect(await open(caller)).toEqual(expected)
  const answer = perform(machine, submissionOperation, caller, form)
  if (expected.length === 0) await expect(answer).rejects.toMatchObject({ status: 403 })
  else expect((await answer).may).toEqual({ fill: unit === '00070', review: unit === '01' })
})

test('the forms that wait for a person are those of the units where they report', async () => {
  const toFill = async (caller: Caller) => (await perform(machine, myWork, caller, {})).toFill.length
  const reporting = await hanoiCaller(machine.database, 'editor-collection' as HanoiPerson)
  const planning = await hanoiCaller(machine.database, 'editor-plan' as HanoiPerson)
  expect([await toFill(reporting), await toFill(planning)]).toEqual([1, 0])
  const sees = async (key: string) =>
    (await perform(machine, myWork, await hanoiCaller(machine.database, key as HanoiPerson), {})).seesCity
  expect([await sees('approver-collection'), await sees('approver-plan')]).toEqual([true, false])
})

test('a round in preparation is seen by those at the city who read reports', async () => {
  const rounds = async (key: string) =>
    (await perform(machine, listRounds, await hanoiCaller(machine.database, key as HanoiPerson), {})).length
  await perform(machine, openRound, operatorCaller('command'), { year: 2025, draft: true })
  expect((await rounds('approver-collection')) - (await rounds('approver-plan'))).toBe(1)
})

test('reminders go to those who report', async () => {
  const { letters } = await perform(machine, remind, operatorCaller('command'), form)
  // The editor for every field of the small world, and those for reporting and for every field made here; not the planner.
  expect(letters).toBe(3)
})
