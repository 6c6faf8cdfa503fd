/** A document under review, held for a step of its way. */
import { ProblemError } from '#kernel/problem.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Work } from '#platform/operation.ts'
import { problems as planProblems } from '../plan.texts.ts'
import { type ImportStep, importWorkflow } from './import-workflow.rules.ts'
import type { FullImport, PlanImport } from './plan-imports.model.ts'
import * as store from './plan-imports.store.ts'
import { problems } from './plan-imports.texts.ts'

/** What hinders an approver: who is none is kept from the operation itself. */
export function hindranceOf(
  { caller, today }: Work,
  { state }: Pick<PlanImport, 'state'>,
  step: ImportStep,
  hands: readonly string[],
) {
  const by = { account: caller.account?.id, as: ['approver'], today } as const
  return importWorkflow.hindrance({ state, hands }, step, by)
}

/** A document, held for a step. Throws `plan.unknownImport`, and what stands in the way: `plan.importClosed`, `plan.samePerson`. */
export async function holdFor(work: Work, step: ImportStep, id: string): Promise<FullImport> {
  await store.lockImport(work.tx, id)
  const [found] = await store.findImport(work.tx, { id })
  if (!found) throw new ProblemError(problems.unknownImport())
  const hindrance = hindranceOf(work, found, step, await authorsOf(work.tx, found))
  if (hindrance === 'four-eyes') throw new ProblemError(planProblems.samePerson())
  if (hindrance) throw new ProblemError(problems.importClosed())
  return found
}

/** Who brought it in and who decided about it: none of them publishes it. */
export async function authorsOf(tx: Tx, { id, createdBy }: Pick<PlanImport, 'id' | 'createdBy'>): Promise<string[]> {
  const reviewers = await store.reviewersOf(tx, { importId: id })
  return [...(createdBy ? [createdBy.id] : []), ...reviewers.map((each) => each.id)]
}
