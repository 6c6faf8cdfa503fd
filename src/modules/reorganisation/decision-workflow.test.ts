/** The way of a decision: whoever tries whatever step, it is done where the workflow opens it to them, and the history replays to the state. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectReplay } from '#test/histories.ts'
import { codesOf, future, openDesk, today } from '#test/worlds/desk.ts'
import { callerOf, type SmallCityPerson, smallCity } from '#test/worlds/small-city.ts'
import { DecisionRecord } from './decisions.model.ts'
import { decisionWorkflow, type Step, steps } from './decisions.rules.ts'

const drafter = 'pho-quan-tri'
const approver = 'so-nhap'
/** The third is an administrator of one commune. */
const people = { [drafter]: ['administrator'], [approver]: ['administrator'], 'song-quan-tri': [] } as const
type Person = keyof typeof people

const { does, approved, drafted, database } = openWorld()

function openWorld() {
  const desk = openDesk<SmallCityPerson>({
    world: smallCity,
    drafter,
    approver: { person: approver, email: 'so-nhap@nho.example' },
    callerOf,
  })
  const drafted = async () => {
    const changes = [{ kind: 'rename', code: '101', name: 'Suối' }]
    const head = { on: future, title: 'Đổi tên', basis: 'Quyết định 1' }
    return (await desk.does<{ id: string }>(drafter, 'draft', { ...head, changes })).id
  }
  return { does: desk.does, approved: desk.approved, drafted, database: desk.database }
}

async function courseOf(id: string) {
  const course = DecisionRecord.parse(await does<object>(drafter, 'workingDecision', { id }))
  await expectReplay(database(), decisionWorkflow, course)
  return course
}

test('a walk of any steps by anybody', async () => {
  const tried = fc.record({
    person: fc.constantFrom(...(Object.keys(people) as Person[])),
    // Oftener what leads on than what ends it.
    step: fc.constantFrom<Step>(...steps, 'propose', 'propose', 'return', 'approve'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(tried, { minLength: 6, maxLength: 20 }), async (walk) => {
      const id = await drafted()
      let hands: { editedBy: Person; proposedBy?: Person } = { editedBy: drafter }
      for (const { person, step } of walk) {
        const { state, on, version } = await courseOf(id)
        const thing = { state, on, hands: Object.values(hands) }
        const isOpen = !decisionWorkflow.hindrance(thing, step, { account: person, as: people[person], today })
        const [code] = await codesOf(does(person, step, { id, version, reason: 'Xem lại' }))
        expect({ person, step, thing, isDone: code === 'done' }).toEqual({ person, step, thing, isDone: isOpen })
        if (!isOpen) continue
        expect((await courseOf(id)).state).toBe(decisionWorkflow.next(state, step))
        if (step === 'edit') hands = { ...hands, editedBy: person }
        if (step === 'propose') hands = { ...hands, proposedBy: person }
      }
      if ((await courseOf(id)).state === 'approved') await does(drafter, 'withdraw', { id, reason: 'Hết' })
    }),
    { numRuns: 6, endOnFailure: true },
  )
}, 120_000)

test('what is in force is not withdrawn', async () => {
  const id = await approved(today, [{ kind: 'rename', code: '102', name: 'Núi' }])
  const course = await courseOf(id)
  const by = { account: drafter, as: ['administrator'], today } as const
  expect(decisionWorkflow.hindrance(course, 'withdraw', by)).toBe('day')
  expect(await codesOf(does(drafter, 'withdraw', { id, reason: 'Hết' }))).toEqual(['reorganisation.alreadyInForce'])
})
