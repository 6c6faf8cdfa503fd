/** A document under review on its way: who takes which step of it, and how it is held for a step. */
import { ProblemError } from '#kernel/problem.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Work } from '#platform/operation.ts'
import { bind } from '#platform/workflows/history.ts'
import { problems as planProblems } from '../plan.texts.ts'
import { atCity } from '../plan-in-force.operations.ts'
import { type ImportStep, importWorkflow } from './import-workflow.rules.ts'
import type { FullImport, PlanImport } from './plan-imports.model.ts'
import * as store from './plan-imports.store.ts'
import { problems } from './plan-imports.texts.ts'

export const importSteps = bind(importWorkflow, {
  rights: { approver: atCity },
  problemOf: (hindrance) => (hindrance === 'four-eyes' ? planProblems.samePerson() : problems.importClosed()),
  // Who brought it in and who decided about it: none of them publishes it.
  handsOf: (takers) => takers.filter(({ step }) => step === 'bring' || step === 'decide').map(({ account }) => account),
})

/** A document as its steps look at it; its version counts the decisions about its pieces. */
export async function onItsWay(tx: Tx, { id, state }: Pick<PlanImport, 'id' | 'state'>) {
  const [counted] = await store.countVerdicts(tx, { importId: id })
  const handsOf = await importSteps.hands(tx, [id])
  return { id, state, version: counted?.count ?? 0, hands: handsOf(id) }
}

/** Takes a step of a document that is held, and gives the state it leads to. */
export async function take(work: Work, document: Pick<PlanImport, 'id' | 'state'>, step: ImportStep) {
  return importSteps.take(work, await onItsWay(work.tx, document), step)
}

/** A document, held for a step. Throws `plan.unknownImport`, and what stands in the way: `plan.importClosed`, `plan.samePerson`. */
export async function holdFor(work: Work, step: ImportStep, id: string): Promise<FullImport> {
  await store.lockImport(work.tx, id)
  const [document] = await store.findImport(work.tx, { id })
  if (!document) throw new ProblemError(problems.unknownImport())
  importSteps.require(work, await onItsWay(work.tx, document), step)
  return document
}
