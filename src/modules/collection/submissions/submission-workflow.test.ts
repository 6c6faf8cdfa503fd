/** The way of a form: whoever tries whatever step, it is done where the workflow opens it to them, and the history replays to the state. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import type { Engine } from '#platform/operation.ts'
import { performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { expectReplay } from '#test/histories.ts'
import { type HandClock, handClock, testMachine } from '#test/machine.ts'
import { hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { approve, remind, reopenSubmission, returnSubmission } from '../review/review.operations.ts'
import { openRound } from '../rounds/rounds.operations.ts'
import { saveCells, send } from './entry.operations.ts'
import { submissionOperation } from './submission-contents.operations.ts'
import { submissionWorkflow } from './submission-workflow.rules.ts'

const query = { round: 2026, unit: '00004' }
const operations = { fill: saveCells, send, return: returnSubmission, approve, reopen: reopenSubmission, remind }
type Step = keyof typeof operations
/** As what each of them may act: an approver of the city fills in forms as well, for whoever cannot. */
const people = { 'ba-dinh': ['unit'], 'thanh-pho': ['unit', 'city'], doc: [] } as const
type Person = keyof typeof people

let database: Database
let machine: Engine
let clock: HandClock
beforeAll(async () => {
  database = await testDatabase(hanoi)
  clock = handClock()
  machine = await testMachine(database, { clock })
  await performAny(machine, openRound, operatorCaller('command'), { year: 2026 })
})

async function standing() {
  const { submission, rows } = await submissionOf()
  await expectReplay(database, submissionWorkflow, { id: submission.id, state: submission.state })
  return { submission, rows }
}

async function submissionOf() {
  return submissionOperation.output.parse(
    await performAny(machine, submissionOperation, operatorCaller('command'), query),
  )
}

async function isDone(person: Person, step: Step, input: Record<string, unknown>): Promise<boolean> {
  try {
    await performAny(machine, operations[step], await hanoiCaller(database, person), { ...query, ...input })
    return true
  } catch (error) {
    if (error instanceof ProblemError) return false
    throw error
  }
}

async function tryStep(person: Person, step: Step): Promise<void> {
  clock.pass(24 * 60)
  const { submission, rows } = await standing()
  const today = clock.now().toISOString().slice(0, 10)
  const dueOn = new Date(clock.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10)
  const cells = rows.map(({ measure, category }) => ({ measure, category, entry: '0', version: 0 }))
  const { state, version, contentVersion } = submission
  const by = { account: person, as: people[person], today }
  const isOpen = submissionWorkflow.hindrance({ state }, step, by) === undefined
  // An empty form is nobody's to send: its cells are missing.
  const isExpected = isOpen && !(step === 'send' && state === 'not-started')
  const given = {
    fill: { cells },
    send: { contentVersion },
    return: { version, reason: 'Xem lại', dueOn },
    reopen: { version, reason: 'Sai', dueOn },
  }
  const input = step === 'fill' || step === 'send' || step === 'return' || step === 'reopen' ? given[step] : { version }
  expect({ person, step, state, done: await isDone(person, step, input) }).toEqual({
    person,
    step,
    state,
    done: isExpected,
  })
  if (isExpected) expect((await standing()).submission.state).toBe(submissionWorkflow.next(state, step))
}

test('a walk of any steps by anybody', async () => {
  const step = fc.record({
    person: fc.constantFrom(...(Object.keys(people) as Person[])),
    step: fc.constantFrom(...(Object.keys(operations) as Step[])),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      for (const { person, step } of steps) await tryStep(person, step)
    }),
    { numRuns: 4, endOnFailure: true },
  )
}, 120_000)
