/** An amendment on its way: who takes which step of it, through whose hands it went, and how it is held for a step. */
import { ProblemError } from '#kernel/problem.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Work } from '#platform/operation.ts'
import { bind } from '#platform/workflows/history.ts'
import { problems } from '../plan.texts.ts'
import { atCity } from '../plan-in-force.operations.ts'
import { type AmendmentStep, amendmentWorkflow } from './amendment-workflow.rules.ts'
import type { Amendment } from './amendments.model.ts'
import * as store from './amendments.store.ts'

export const amendmentSteps = bind(amendmentWorkflow, {
  rights: { approver: atCity },
  problemOf: (hindrance) => (hindrance === 'four-eyes' ? problems.samePerson() : problems.notADraft()),
  handsOf: (takers) => takers.filter(({ step }) => step === 'draft' || step === 'write').map(({ account }) => account),
})

/** An amendment as its steps look at it. */
export function onItsWay({ id, state, revision, authors }: Amendment) {
  return { id, state, version: revision, hands: authors }
}

/** Drafts of a plan, or the one asked for, each with who wrote on it. */
export async function amendmentsOf(tx: Tx, input: { planId: string; id?: string }): Promise<Amendment[]> {
  const rows = await store.listAmendments(tx, input)
  const handsOf = await amendmentSteps.hands(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, authors: handsOf(row.id) }))
}

/** An amendment, held for a step. Throws `plan.unknownAmendment`, and what stands in the way: `plan.notADraft`, `plan.samePerson`. */
export async function holdFor(work: Work, step: AmendmentStep, at: { planId: string; id: string }): Promise<Amendment> {
  await store.lockAmendment(work.tx, at.id)
  const [amendment] = await amendmentsOf(work.tx, at)
  if (!amendment) throw new ProblemError(problems.unknownAmendment())
  amendmentSteps.require(work, onItsWay(amendment), step)
  return amendment
}
