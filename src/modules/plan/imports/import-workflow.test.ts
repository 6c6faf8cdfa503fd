/** The way of a document under review: a step is kept back where the workflow keeps it back, and the history replays to the state. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import type { Database } from '#platform/database/index.ts'
import { performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { expectReplay } from '#test/histories.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { seenInPlan } from '#test/worlds/seen.ts'
import { plan } from '../index.ts'
import { importWorkflow } from './import-workflow.rules.ts'
import type { PlanImport } from './plan-imports.model.ts'

const people = { 'thanh-pho': ['approver'], 'quan-tri': ['approver'], 'ba-dinh': [] } as const
type Person = keyof typeof people
const operations = { decide: 'judgePiece', publish: 'publishImport', discard: 'discardImport' }
type Step = keyof typeof operations

const today = '2026-05-02'
const document = `Số: 301/KH-UBND
Hà Nội, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Thực hiện phong trào học tập suốt đời giai đoạn 2026-2030
I. MỤC TIÊU
1. Mục tiêu đến năm 2030
- Phấn đấu 70% gia đình được công nhận gia đình học tập.
II. NHIỆM VỤ
1. Tuyên truyền về học tập suốt đời.
`
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

async function standing(id: string): Promise<PlanImport> {
  const { import: head } = await does<{ import: PlanImport }>('thanh-pho', 'import', { id })
  await expectReplay(database, importWorkflow, head)
  return head
}

/** By the way of a document, not by what is in it: this one is another plan than the one in force, which nobody publishes. */
const byTheWay = ['plan.samePerson', 'plan.importClosed', 'platform.forbidden']

async function outcomeOf(attempt: Promise<unknown>): Promise<'done' | 'kept back' | 'refused'> {
  try {
    await attempt
    return 'done'
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problems.some(({ code }) => byTheWay.includes(code)) ? 'kept back' : 'refused'
  }
}

test('a walk of any steps by anybody', async () => {
  const tried = fc.record({
    person: fc.constantFrom(...(Object.keys(people) as Person[])),
    step: fc.constantFrom<Step>('decide', 'decide', 'publish', 'discard'),
    verdict: fc.constantFrom('accepted', 'rejected'),
  })
  const content = Buffer.from(document).toString('base64')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Person>('thanh-pho', 'quan-tri'),
      fc.array(tried, { minLength: 4, maxLength: 10 }),
      async (author, walk) => {
        const { id } = await does(author, 'importPlan', { fileName: 'ke-hoach.txt', content })
        const hands: Person[] = [author]
        for (const { person, step, verdict } of walk) {
          const { state } = await standing(id)
          const by = { account: person, as: people[person], today }
          const isOpen = importWorkflow.hindrance({ state, hands }, step, by) === undefined
          const input = { id, ...(step === 'decide' ? { piece: 'item I', verdict } : {}) }
          const outcome = await outcomeOf(does(person, operations[step], input))
          const expected = !isOpen ? 'kept back' : step === 'publish' ? 'refused' : 'done'
          expect({ person, step, state, hands, outcome }).toEqual({ person, step, state, hands, outcome: expected })
          if (outcome !== 'done') continue
          expect((await standing(id)).state).toBe(importWorkflow.next(state, step))
          if (step === 'decide') hands.push(person)
        }
      },
    ),
    { numRuns: 8, endOnFailure: true },
  )
}, 120_000)
