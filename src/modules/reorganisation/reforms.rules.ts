/** What may be done with a reform as it stands, and by whom. */
import type { Problem } from '#kernel/problem.ts'
import type { ReformState, Standing } from './reforms.model.ts'
import { problems } from './reforms.texts.ts'

export const steps = ['edit', 'propose', 'return', 'approve', 'withdraw', 'discard'] as const
export type Step = (typeof steps)[number]

const from: Readonly<Record<Step, readonly ReformState[]>> = {
  edit: ['draft'],
  propose: ['draft'],
  return: ['proposed'],
  approve: ['proposed'],
  withdraw: ['approved'],
  discard: ['draft', 'proposed'],
}

/**
 * Why a step cannot be taken; undefined when it can. `by` is the account, undefined for the operator of the machine, who is
 * asked for no second pair of eyes.
 */
export function hindrance(reform: Standing, step: Step, by: string | undefined, today: string): Problem | undefined {
  if (!from[step].includes(reform.state)) return problems.wrongState({ state: reform.state })
  if (step === 'withdraw' && reform.on <= today) return problems.alreadyInForce({ on: reform.on })
  const isOwn = by !== undefined && (by === reform.proposedBy || by === reform.editedBy)
  return step === 'approve' && isOwn ? problems.fourEyes() : undefined
}
