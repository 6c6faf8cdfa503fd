/** The way of an amendment: drafted, written on, then published by an approver who had no hand in it, or put away. */
import { workflow } from '#kernel/workflow.ts'
import { Amendment } from './amendments.model.ts'

export const amendmentWorkflow = workflow({
  name: 'plan.amendment',
  states: Amendment.shape.state.options,
  initial: 'draft',
  final: ['published', 'discarded'],
  steps: {
    draft: { from: [], to: 'draft', who: 'approver' },
    write: { from: ['draft'], who: 'approver' },
    publish: { from: ['draft'], to: 'published', who: 'approver', fourEyes: true },
    discard: { from: ['draft'], to: 'discarded', who: 'approver' },
  },
})
export type AmendmentStep = keyof typeof amendmentWorkflow.steps
