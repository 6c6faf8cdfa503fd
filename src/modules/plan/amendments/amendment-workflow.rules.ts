/** The way of an amendment: written on, then published by an approver who had no hand in it, or put away. */
import { type Taken, type WorkflowEvent, workflow } from '#kernel/workflow.ts'
import { Amendment } from './amendments.model.ts'

type State = Amendment['state']

export const amendmentWorkflow = workflow({
  states: Amendment.shape.state.options,
  initial: 'draft',
  final: ['published', 'discarded'],
  steps: {
    write: { from: ['draft'], who: 'approver' },
    publish: { from: ['draft'], to: 'published', who: 'approver', fourEyes: true },
    discard: { from: ['draft'], to: 'discarded', who: 'approver' },
  },
})
export type AmendmentStep = keyof typeof amendmentWorkflow.steps

/** The history of an amendment, as far as its row keeps it: who wrote on it, and when it was closed; by whom is in the audit log. */
export function historyOf({
  state,
  authors,
  changedAt,
  reason,
  revision,
}: Amendment): WorkflowEvent<State, AmendmentStep>[] {
  const of = { at: null, reason: null, version: null }
  const written = authors.map((by): Taken<AmendmentStep> => ({ ...of, step: 'write', by }))
  const closed: Taken<AmendmentStep>[] =
    state === 'draft'
      ? []
      : [{ step: state === 'published' ? 'publish' : 'discard', by: null, at: changedAt, reason, version: revision }]
  return amendmentWorkflow.trace([...written, ...closed])
}
