/** The way of an amendment: whoever tries whatever step, it is done where the workflow opens it to them, and the history replays to the state. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import type { Database } from '#platform/database/index.ts'
import { performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { expectReplay, historyOf } from '#test/histories.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { seenInPlan } from '#test/worlds/seen.ts'
import { plan } from '../index.ts'
import { amendmentWorkflow } from './amendment-workflow.rules.ts'
import type { Amendment } from './amendments.model.ts'

const people = { 'thanh-pho': ['approver'], 'quan-tri': ['approver'], 'ba-dinh': [] } as const
type Person = keyof typeof people
const operations = { write: 'editAmendment', publish: 'publishAmendment', discard: 'discardAmendment' }
type Step = keyof typeof operations

const today = '2026-05-02'
const head = { issuedOn: '2026-01-05', effectiveOn: '2026-01-10', titleVi: 'Sửa chỉ tiêu', reason: 'Rà soát' }
let database: Database
let does: <T = { id: string }>(person: Person, name: string, input?: object) => Promise<T>

beforeAll(async () => {
  database = await testDatabase(hanoi)
  const engine = await testMachine(database, { clock: handClock(`${today}T02:00:00Z`) })
  does = async (person, name, input = {}) => {
    const operation = plan.operations.find((each) => each.name === `plan.${name}`)
    if (!operation) throw new Error(`no operation plan.${name}`)
    const caller = await hanoiCaller(database, person)
    return (await performAny(engine, operation, caller, await seenInPlan(engine, name, input))) as never
  }
})

let count = 0
async function drafted(person: Person): Promise<string> {
  count += 1
  const { id } = await does(person, 'draftAmendment', { ...head, symbol: `${count}/QĐ-UBND` })
  await does(person, 'retitleClause', { amendment: id, ref: 'V.1.2', titleVi: `Tên ${count}` })
  return id
}

async function standing(id: string): Promise<Amendment> {
  const { amendment } = await does<{ amendment: Amendment }>('thanh-pho', 'amendment', { id })
  await expectReplay(database, amendmentWorkflow, amendment)
  return amendment
}

async function isDone(attempt: Promise<unknown>): Promise<boolean> {
  try {
    await attempt
    return true
  } catch (error) {
    if (error instanceof ProblemError) return false
    throw error
  }
}

test('a walk of any steps by anybody', async () => {
  const tried = fc.record({
    person: fc.constantFrom(...(Object.keys(people) as Person[])),
    // Oftener what stays where it is than what ends it.
    step: fc.constantFrom<Step>('write', 'write', 'write', 'publish', 'discard'),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Person>('thanh-pho', 'quan-tri'),
      fc.array(tried, { minLength: 4, maxLength: 10 }),
      async (author, walk) => {
        const id = await drafted(author)
        const hands: Person[] = [author]
        for (const { person, step } of walk) {
          const { state } = await standing(id)
          const by = { account: person, as: people[person], today }
          const isOpen = amendmentWorkflow.hindrance({ state, hands }, step, by) === undefined
          const input = { id, ...(step === 'write' ? { ...head, symbol: `${count}/QĐ-UBND` } : {}) }
          const done = await isDone(does(person, operations[step], input))
          expect({ person, step, state, hands, done }).toEqual({ person, step, state, hands, done: isOpen })
          if (!isOpen) continue
          expect((await standing(id)).state).toBe(amendmentWorkflow.next(state, step))
          if (step === 'write') hands.push(person)
        }
      },
    ),
    { numRuns: 8, endOnFailure: true },
  )
}, 120_000)

test('its history tells who drafted, who wrote which revision, and who published', async () => {
  const id = await drafted('thanh-pho')
  await does('quan-tri', 'discardAmendment', { id })
  const history = await historyOf(database, amendmentWorkflow, id)
  expect(history.map(({ step, from, to, version }) => [step, from, to, version])).toEqual([
    ['draft', null, 'draft', 1],
    ['write', 'draft', 'draft', 2],
    ['discard', 'draft', 'discarded', 2],
  ])
  expect(new Set(history.map(({ by }) => by)).size).toBe(2)
  await expect(database.pool.query(`update platform.workflow_event set reason = 'x'`)).rejects.toThrow('append-only')
})
