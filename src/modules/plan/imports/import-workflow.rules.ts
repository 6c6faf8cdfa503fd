/** The way of a document under review: decided piece by piece, then published by an approver who decided nothing, or put away. */
import { type Taken, type WorkflowEvent, workflow } from '#kernel/workflow.ts'
import { PlanImport, type VerdictRow } from './plan-imports.model.ts'

type State = PlanImport['state']

export const importWorkflow = workflow({
  states: PlanImport.shape.state.options,
  initial: 'open',
  final: ['published', 'discarded'],
  steps: {
    decide: { from: ['open'], who: 'approver' },
    publish: { from: ['open'], to: 'published', who: 'approver', fourEyes: true },
    discard: { from: ['open'], to: 'discarded', who: 'approver' },
  },
})
export type ImportStep = keyof typeof importWorkflow.steps

/** The history of a document from what is decided about its pieces now; who closed it, and when, is in the audit log. */
export function historyOf(
  { state }: Pick<PlanImport, 'state'>,
  verdicts: readonly Pick<VerdictRow, 'by' | 'at' | 'version'>[],
): WorkflowEvent<State, ImportStep>[] {
  const decided = verdicts
    .map(({ by, at, version }): Taken<ImportStep> => ({ step: 'decide', by, at, reason: null, version }))
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
  const step = state === 'published' ? 'publish' : 'discard'
  const closed: Taken<ImportStep>[] =
    state === 'open' ? [] : [{ step, by: null, at: null, reason: null, version: null }]
  return importWorkflow.trace([...decided, ...closed])
}
