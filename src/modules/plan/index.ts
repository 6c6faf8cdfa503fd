/** The door of plan: targets and their progress, duties and their holders. */
import type { Module } from '#platform/module.ts'
import type { AnyOperation } from '#platform/operation.ts'
import { agencies, duties, duty, progress, recordApproval, tree } from './operations.ts'
import { loadPlan } from './packs/operations.ts'

export type { ComponentPlan, Duty, Plan, Standing, Target } from './model.ts'
export {
  duties as dutiesOperation,
  type ProgressRow,
  progress as progressOperation,
  requirePlan,
  tree as treeOperation,
} from './operations.ts'
export { loadPlan } from './packs/operations.ts'

export const plan: Module = {
  name: 'plan',
  operations: [progress, tree, duties, duty, agencies, recordApproval, loadPlan] as unknown as AnyOperation[],
  routes: [],
}
