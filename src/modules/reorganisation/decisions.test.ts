/** What may be done with a reform: by its state, before its day, and approved by other eyes than those that wrote it. */
import { expect, test } from 'vitest'
import type { DecisionState, WorkflowState } from './decisions.model.ts'
import { hindrance, type Step, steps } from './decisions.rules.ts'

const decision = (state: DecisionState): WorkflowState => {
  return { state, on: '2026-07-01', version: 1, proposedBy: 'lan', editedBy: 'hoa' }
}

test.each<[DecisionState, readonly Step[]]>([
  ['draft', ['edit', 'propose', 'discard']],
  ['proposed', ['return', 'approve', 'discard']],
  ['approved', ['withdraw']],
])('%s can be taken on by %s alone', (state, possible) => {
  expect(steps.filter((step) => !hindrance(decision(state), step, 'minh', '2026-06-30'))).toEqual(possible)
})

test.each([
  ['2026-06-30', undefined],
  ['2026-07-01', 'alreadyInForce'],
  ['2026-07-02', 'alreadyInForce'],
])('withdrawn on %s: %s', (today, code) => {
  expect(hindrance(decision('approved'), 'withdraw', 'lan', today)?.code.split('.')[1]).toBe(code)
})

test.each([
  ['lan', 'fourEyes'],
  ['hoa', 'fourEyes'],
  ['minh', undefined],
  [undefined, undefined],
])('approved by %s: %s', (by, code) => {
  expect(hindrance(decision('proposed'), 'approve', by, '2026-01-01')?.code.split('.')[1]).toBe(code)
})

test('nobody is two people where nobody proposed', () => {
  const unsigned = { ...decision('proposed'), proposedBy: null, editedBy: null }
  expect(hindrance(unsigned, 'approve', 'lan', '2026-01-01')).toBeUndefined()
})
