/** The way of a reform from its draft to its day: what may be done with it as it stands, by whom, and what its history comes to. */
import type { Problem } from '#kernel/problem.ts'
import { type Hindrance, type Taken, type WorkflowEvent, workflow } from '#kernel/workflow.ts'
import { type DecisionCourse, DecisionState, type WorkflowState } from './decisions.model.ts'
import { problems } from './decisions.texts.ts'

export const decisionWorkflow = workflow({
  states: DecisionState.options,
  initial: 'draft',
  final: ['withdrawn', 'discarded'],
  steps: {
    edit: { from: ['draft'], who: 'administrator' },
    propose: { from: ['draft'], to: 'proposed', who: 'administrator' },
    return: { from: ['proposed'], to: 'draft', who: 'administrator', needsReason: true },
    approve: { from: ['proposed'], to: 'approved', who: 'administrator', fourEyes: true },
    withdraw: { from: ['approved'], to: 'withdrawn', who: 'administrator', beforeItsDay: true, needsReason: true },
    discard: { from: ['draft', 'proposed'], to: 'discarded', who: 'administrator' },
  },
})
export type Step = keyof typeof decisionWorkflow.steps
export const steps = Object.keys(decisionWorkflow.steps) as Step[]

/**
 * Why an administrator cannot take a step; undefined when they can. `by` is the account, undefined for the operator of the machine,
 * who is asked for no second pair of eyes.
 */
export function hindrance(
  decision: WorkflowState,
  step: Step,
  by: string | undefined,
  today: string,
): Problem | undefined {
  const { state, on, proposedBy, editedBy } = decision
  const taker = { account: by, as: ['administrator'], today } as const
  const found = decisionWorkflow.hindrance({ state, on, hands: [proposedBy, editedBy] }, step, taker)
  return found && problemOf(found, decision)
}

function problemOf(found: Hindrance, { state, on }: WorkflowState): Problem {
  if (found === 'four-eyes') return problems.fourEyes()
  return found === 'day' ? problems.alreadyInForce({ on }) : problems.wrongState({ state })
}

/**
 * The history of a reform, as far as its row keeps it: the last of each step. Who returned or discarded it, and when, is kept in the
 * audit log alone.
 */
export function historyOf(decision: DecisionCourse): WorkflowEvent<DecisionState, Step>[] {
  const { state, edited, proposed, approved, withdrawn, returnedReason } = decision
  const isBack = proposed !== null && (state === 'draft' || (state === 'discarded' && edited.at > proposed.at))
  const unknown = { by: null, at: null }
  const edit = step('edit', edited)
  const isEditedSince = isBack && edited.at > proposed.at
  return decisionWorkflow.trace([
    ...(isEditedSince ? [] : [edit]),
    ...(proposed ? [step('propose', proposed)] : []),
    ...(isBack ? [step('return', unknown, returnedReason)] : []),
    ...(isEditedSince ? [edit] : []),
    ...(approved ? [step('approve', approved)] : []),
    ...(withdrawn ? [step('withdraw', withdrawn, withdrawn.reason)] : []),
    ...(state === 'discarded' ? [step('discard', unknown)] : []),
  ])
}

function step(name: Step, { by, at }: { by: string | null; at: string | null }, reason: string | null = null) {
  return { step: name, by, at, reason, version: null } satisfies Taken<Step>
}
