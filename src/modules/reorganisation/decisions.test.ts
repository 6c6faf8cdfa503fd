/** What may be done with a decision: by its state, before its day, and approved by other eyes than those that wrote it. */
import { expect, test } from 'vitest'
import type { StepTaker } from '#kernel/workflow.ts'
import type { DecisionState } from './decisions.model.ts'
import { courseOf, decisionWorkflow, handsOf, problemOf, type Step, steps } from './decisions.rules.ts'

const takers: StepTaker<Step>[] = [
  { step: 'draft', account: 'hoa', last: 1 },
  { step: 'propose', account: 'lan', last: 2 },
  { step: 'return', account: 'minh', last: 3 },
]

function hindrance(state: DecisionState, step: Step, account: string | undefined, today: string, by = takers) {
  const thing = { state, on: '2026-07-01', hands: handsOf(by) }
  const what = decisionWorkflow.hindrance(thing, step, { account, as: ['administrator'], today })
  return what && problemOf(what, step, thing)
}

test.each<[DecisionState, readonly Step[]]>([
  ['draft', ['edit', 'propose', 'discard']],
  ['proposed', ['return', 'approve', 'discard']],
  ['approved', ['withdraw']],
])('%s can be taken on by %s alone', (state, possible) => {
  expect(steps.filter((step) => !hindrance(state, step, 'minh', '2026-06-30'))).toEqual(possible)
})

test.each([
  ['2026-06-30', undefined],
  ['2026-07-01', 'alreadyInForce'],
  ['2026-07-02', 'alreadyInForce'],
])('withdrawn on %s: %s', (today, code) => {
  expect(hindrance('approved', 'withdraw', 'lan', today)?.code.split('.')[1]).toBe(code)
})

test.each([
  ['lan', 'fourEyes'],
  ['hoa', 'fourEyes'],
  ['minh', undefined],
  [undefined, undefined],
])('approved by %s: %s', (by, code) => {
  expect(hindrance('proposed', 'approve', by, '2026-01-01')?.code.split('.')[1]).toBe(code)
})

test('nobody is two people where nobody wrote by name', () => {
  const unsigned = takers.map((taker) => ({ ...taker, account: null }))
  expect(hindrance('proposed', 'approve', 'lan', '2026-01-01', unsigned)).toBeUndefined()
})

test('whoever wrote on it last has it in hand, and whoever wrote before them no more', () => {
  const edited: StepTaker<Step>[] = [...takers, { step: 'edit', account: 'minh', last: 4 }]
  expect(handsOf(edited)).toEqual(['minh', 'lan'])
  expect(handsOf([...edited, { step: 'edit', account: null, last: 5 }])).toEqual([null, 'lan'])
  expect(handsOf([])).toEqual([])
})

test('what was done last is told of each step; of the machine by no name, and a return no more once it is proposed anew', () => {
  const of = { reason: null, dueOn: null, version: 1, from: 'draft', to: 'draft', at: 't1' } as const
  const draft = { ...of, step: 'draft', by: 'command', byId: null } as const
  const returned = { ...of, step: 'return', by: 'Lan', byId: 'lan', reason: 'Thiếu', at: 't3' } as const
  const propose = { ...of, step: 'propose', by: 'Hoa', byId: 'hoa', at: 't2' } as const
  expect(courseOf([returned, propose, draft])).toEqual({
    drafted: { by: null, at: 't1' },
    edited: { by: null, at: 't1' },
    proposed: { by: 'Hoa', at: 't2' },
    returnedReason: 'Thiếu',
    approved: null,
    withdrawn: null,
  })
  expect(courseOf([{ ...propose, at: 't4' }, returned, draft])).toMatchObject({
    proposed: { at: 't4' },
    returnedReason: null,
  })
  expect(courseOf([{ ...returned, step: 'withdraw' }, draft]).withdrawn).toEqual({
    by: 'Lan',
    at: 't3',
    reason: 'Thiếu',
  })
})
