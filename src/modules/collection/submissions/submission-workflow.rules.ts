/** The way of a form: from the first figure to the approval, and what its history comes to. */
import type { History } from '#kernel/history.ts'
import { workflow } from '#kernel/workflow.ts'
import { OpenState } from './former-forms.model.ts'
import { type SubmissionEvent, SubmissionState } from './submissions.model.ts'

const fillable = ['not-started', 'in-progress', 'returned'] as const
/** The first figure begins a form; one that came back stays returned until it is sent again. */
const begins = { 'not-started': 'in-progress' } as const

export const submissionWorkflow = workflow({
  name: 'collection.submission',
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

const kindOf: Readonly<Record<SubmissionStep, SubmissionEvent['kind']>> = {
  fill: 'started',
  send: 'sent',
  return: 'returned',
  approve: 'approved',
  reopen: 'reopened',
  remind: 'reminded',
  receive: 'received',
  close: 'closed',
}

/** A history as it was told before every workflow had one; lines whose time is not known were not among it. */
export function eventsOf(history: History): SubmissionEvent[] {
  return history.flatMap(({ step, by, at, reason, dueOn, version, isOwn }) =>
    by !== null && at !== null && isStep(step)
      ? [
          {
            kind: kindOf[step],
            at: new Date(at),
            byName: by,
            reason,
            dueOn,
            version: version ?? 0,
            bySender: step === 'approve' && isOwn,
          },
        ]
      : [],
  )
}

function isStep(name: string): name is SubmissionStep {
  return Object.hasOwn(submissionWorkflow.steps, name)
}
