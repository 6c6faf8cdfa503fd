/** The way of a document under review: brought in, decided piece by piece, then published by an approver who did neither, or put away. */
import { workflow } from '#kernel/workflow.ts'
import { PlanImport } from './plan-imports.model.ts'

export const importWorkflow = workflow({
  name: 'plan.import',
  states: PlanImport.shape.state.options,
  initial: 'open',
  final: ['published', 'discarded'],
  steps: {
    bring: { from: [], to: 'open', who: 'approver' },
    decide: { from: ['open'], who: 'approver' },
    publish: { from: ['open'], to: 'published', who: 'approver', fourEyes: true },
    discard: { from: ['open'], to: 'discarded', who: 'approver' },
  },
})
export type ImportStep = keyof typeof importWorkflow.steps
