/** The way of a form: from the first figure to the approval, and what its history comes to. */
import { type Taken, type WorkflowEvent, workflow } from '#kernel/workflow.ts'
import { OpenState } from './former-forms.model.ts'
import { type Submission, type SubmissionEvent, SubmissionState } from './submissions.model.ts'

const fillable = ['not-started', 'in-progress', 'returned'] as const
/** The first figure begins a form; one that came back stays returned until it is sent again. */
const begins = { 'not-started': 'in-progress' } as const

export const submissionWorkflow = workflow({
  states: SubmissionState.options,
  initial: 'not-started',
  final: ['closed'],
  steps: {
    fill: { from: fillable, to: begins, who: 'unit' },
    send: { from: fillable, to: 'sent', who: 'unit' },
    // Nobody is asked for a second pair of eyes: the city judges its own form in its own house, and the history says so.
    return: { from: ['sent'], to: 'returned', who: 'city', needsReason: true, setsDueDate: true },
    approve: { from: ['sent'], to: 'approved', who: 'city' },
    reopen: { from: ['approved'], to: 'returned', who: 'city', needsReason: true, setsDueDate: true },
    remind: { from: fillable, who: 'city' },
    // What a decision about units brings: the figures of units that ended, and the end of their own forms.
    receive: { from: fillable, to: begins, who: 'machine', needsReason: true },
    close: { from: OpenState.options, to: 'closed', who: 'machine', needsReason: true },
  },
})
export type SubmissionStep = keyof typeof submissionWorkflow.steps

/** Cells may be changed until the form is sent, and again when it came back. */
export function isFillable(state: SubmissionState): boolean {
  return submissionWorkflow.leaves(state, 'fill')
}

/** Where a unit's form stands as people see it: what is due and not sent is late. */
export function shownState(
  submission: { readonly state: SubmissionState; readonly dueOn: string },
  today: string,
): SubmissionState | 'late' {
  return isFillable(submission.state) && submission.dueOn < today ? 'late' : submission.state
}

const stepOf: Readonly<Record<SubmissionEvent['kind'], SubmissionStep>> = {
  started: 'fill',
  sent: 'send',
  returned: 'return',
  approved: 'approve',
  reopened: 'reopen',
  reminded: 'remind',
  received: 'receive',
  closed: 'close',
}

/**
 * The history of a form, oldest first, from its events, newest first. No event says that a form was begun by a report on a duty or by
 * evidence: there the first step is known by the state alone.
 */
export function historyOf(
  { state }: Pick<Submission, 'state'>,
  events: readonly Omit<SubmissionEvent, 'bySender' | 'dueOn'>[],
): WorkflowEvent<SubmissionState, SubmissionStep>[] {
  const taken = events.toReversed().map(({ kind, at, byName, reason, version }): Taken<SubmissionStep> => {
    return { step: stepOf[kind], by: byName, at: at.toISOString(), reason, version }
  })
  const isUnsaid = state === 'in-progress' && !taken.some(({ step }) => step === 'fill' || step === 'receive')
  const begun: Taken<SubmissionStep> = { step: 'fill', by: null, at: null, reason: null, version: 0 }
  return submissionWorkflow.trace(isUnsaid ? [begun, ...taken] : taken)
}
