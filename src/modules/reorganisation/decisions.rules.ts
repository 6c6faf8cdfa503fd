/** The way of a decision from its draft to its day: who takes which step, through whose hands it went, what was done last. */
import type { Problem } from '#kernel/problem.ts'
import { type Hindrance, type StepTaker, type Thing, type WorkflowEvent, workflow } from '#kernel/workflow.ts'
import { type DecisionCourse, DecisionState } from './decisions.model.ts'
import { problems } from './decisions.texts.ts'

export const decisionWorkflow = workflow({
  name: 'reorganisation.decision',
  states: DecisionState.options,
  initial: 'draft',
  final: ['withdrawn', 'discarded'],
  steps: {
    draft: { from: [], to: 'draft', who: 'administrator' },
    edit: { from: ['draft'], who: 'administrator' },
    propose: { from: ['draft'], to: 'proposed', who: 'administrator' },
    return: { from: ['proposed'], to: 'draft', who: 'administrator', needsReason: true },
    approve: { from: ['proposed'], to: 'approved', who: 'administrator', fourEyes: true },
    withdraw: { from: ['approved'], to: 'withdrawn', who: 'administrator', beforeItsDay: true, needsReason: true },
    discard: { from: ['draft', 'proposed'], to: 'discarded', who: 'administrator' },
  },
})
export type Step = keyof typeof decisionWorkflow.steps
/** The steps that a decision takes once it is there. */
export const steps = (Object.keys(decisionWorkflow.steps) as Step[]).filter((step) => !decisionWorkflow.begins(step))

/** Whoever wrote on it last, and whoever proposed it last: neither of them approves it. Null of the operator of the machine. */
export function handsOf(takers: readonly StepTaker<Step>[]): (string | null)[] {
  const lastOf = (...names: Step[]) => {
    const own = takers.filter(({ step }) => names.includes(step))
    return own.toSorted((a, b) => b.last - a.last).slice(0, 1)
  }
  return [...lastOf('draft', 'edit'), ...lastOf('propose')].map(({ account }) => account)
}

/** What an administrator is told who cannot take a step. */
export function problemOf(hindrance: Hindrance, _: Step, { state, on = '' }: Thing<DecisionState>): Problem {
  if (hindrance === 'four-eyes') return problems.fourEyes()
  return hindrance === 'day' ? problems.alreadyInForce({ on }) : problems.wrongState({ state })
}

type StoredEvent = WorkflowEvent<DecisionState, Step> & { readonly byId: string | null }

/** Who did what last and when, from the last of each step, latest first. */
export function courseOf(lastOfEach: readonly StoredEvent[]): DecisionCourse {
  const last = (...names: Step[]) => lastOfEach.find(({ step }) => names.includes(step))
  const nobody = { by: null, at: '' }
  const doing = (event: StoredEvent | undefined) => event && { by: event.byId && event.by, at: event.at ?? '' }
  const withdrawn = last('withdraw')
  const since = last('return', 'propose', 'discard')
  return {
    drafted: doing(last('draft')) ?? nobody,
    edited: doing(last('draft', 'edit')) ?? nobody,
    proposed: doing(last('propose')) ?? null,
    returnedReason: since?.step === 'return' ? since.reason : null,
    approved: doing(last('approve')) ?? null,
    withdrawn: withdrawn
      ? { by: withdrawn.byId && withdrawn.by, at: withdrawn.at ?? '', reason: withdrawn.reason ?? '' }
      : null,
  }
}
