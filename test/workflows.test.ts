/** Every workflow, walked at random: there is a way out of what is not final, rights are kept, and what was done replays to where it stands. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Taken, Workflow } from '#kernel/workflow.ts'
import { submissionWorkflow } from '#modules/collection'
import { amendmentWorkflow, importWorkflow } from '#modules/plan'
import { decisionWorkflow } from '#modules/reorganisation'
import { tableImportWorkflow } from '#platform/table-import/index.ts'

type Any = Workflow<string, string, string>
const workflows = {
  submission: submissionWorkflow as unknown as Any,
  reform: decisionWorkflow as unknown as Any,
  amendment: amendmentWorkflow as unknown as Any,
  import: importWorkflow as unknown as Any,
  'table import': tableImportWorkflow as unknown as Any,
}
const people = ['an', 'binh', 'chi'] as const
const today = '2026-06-15'

describe.each(Object.entries(workflows))('the workflow of a %s', (_, flow) => {
  const names = Object.keys(flow.steps)
  const rights = [...new Set(Object.values(flow.steps).map(({ who }) => who))]
  const exits = (state: string) => names.filter((name) => flow.leaves(state, name) && flow.next(state, name) !== state)

  test('has a way out of every state but the final ones, and a way to every state', () => {
    expect(flow.states.filter((state) => exits(state).length === 0)).toEqual([...flow.final])
    expect(flow.final.filter((state) => names.some((name) => flow.leaves(state, name)))).toEqual([])
    const reached = new Set([flow.initial])
    for (const state of reached) for (const name of exits(state)) reached.add(flow.next(state, name))
    expect([...reached].sort()).toEqual([...flow.states].sort())
  })

  test('takes no step that rights, hands or days do not allow, and replays to where it stands', () => {
    const tried = fc.record({ person: fc.constantFrom(...people), step: fc.constantFrom(...names) })
    const held = fc.record({ an: fc.subarray(rights), binh: fc.subarray(rights), chi: fc.constant(rights) })
    const day = fc.constantFrom(undefined, '2026-06-15', '2026-06-16')
    fc.assert(
      fc.property(fc.array(tried, { maxLength: 40 }), held, day, (walk, as, on) => {
        let state = flow.initial
        const hands: string[] = []
        const taken: Taken<string>[] = []
        for (const { person, step } of walk) {
          const by = { account: person, as: as[person], today }
          const kind = flow.steps[step]
          if (!kind) throw new Error(`no step ${step}`)
          const isAllowed =
            as[person].includes(kind.who) &&
            kind.from.includes(state) &&
            !(kind.fourEyes && hands.includes(person)) &&
            !(kind.beforeItsDay && on !== undefined && on <= today)
          expect(flow.openSteps({ state, hands, on }, by).includes(step)).toBe(isAllowed)
          if (!isAllowed) continue
          state = flow.next(state, step)
          hands.push(person)
          taken.push({ step, by: person, at: null, reason: null, dueOn: null, version: taken.length })
        }
        expect(flow.replay(flow.trace(taken))).toBe(state)
      }),
    )
  })
})

test('who must be another, and what is asked, is as the rules of the programme say', () => {
  const asking = (asks: 'fourEyes' | 'beforeItsDay' | 'needsReason' | 'setsDueDate') =>
    Object.entries(workflows).flatMap(([of, { steps }]) =>
      Object.entries(steps).flatMap(([name, step]) => (step[asks] ? [`${of} ${name}`] : [])),
    )
  expect(asking('fourEyes')).toEqual(['reform approve', 'amendment publish', 'import publish'])
  expect(asking('beforeItsDay')).toEqual(['reform withdraw'])
  expect(asking('setsDueDate')).toEqual(['submission return', 'submission reopen'])
  expect(asking('needsReason')).toEqual([
    'submission return',
    'submission reopen',
    'submission receive',
    'submission close',
    'reform return',
    'reform withdraw',
  ])
})
