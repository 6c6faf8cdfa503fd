/** A decision on its way: who takes which step of it, and how it is held, written on and moved. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { roleAtCity } from '#modules/organisation'
import type { Work } from '#platform/operation.ts'
import { bind } from '#platform/workflows/history.ts'
import { changesSince } from './decision-differences.operations.ts'
import { DecisionHead, type DecisionState } from './decisions.model.ts'
import { decisionWorkflow, handsOf, problemOf, type Step } from './decisions.rules.ts'
import * as store from './decisions.store.ts'
import { problems } from './decisions.texts.ts'

export const decisionSteps = bind(decisionWorkflow, {
  rights: { administrator: roleAtCity('administrator') },
  problemOf,
  handsOf,
})

export const DecisionInput = z.object({ id: z.uuid() })

/** What a step that changes or judges a decision names: the decision, and the version of it that was seen. */
export const DecisionVersion = DecisionInput.extend({ version: z.coerce.number().int().min(1) })

export const Moved = z.object({ id: z.uuid(), state: DecisionHead.shape.state, version: z.number() })
export type Moved = z.infer<typeof Moved>

/** A decision as its steps look at it. */
export interface OnItsWay {
  readonly id: string
  readonly state: DecisionState
  readonly version: number
  readonly on: string
  readonly hands: readonly string[]
}

export async function onItsWay(
  { tx }: Pick<Work, 'tx'>,
  { id, state, version, on }: Omit<OnItsWay, 'hands'>,
): Promise<OnItsWay> {
  const handsOf = await decisionSteps.hands(tx, [id])
  return { id, state, version, on, hands: handsOf(id) }
}

/**
 * Holds a decision for a step, until the transaction ends. Throws what stands in the way; where a `version` was seen that is no more,
 * `platform.changedSince`.
 */
export async function hold(work: Work, seen: { id: string; version?: number }, step: Step): Promise<OnItsWay> {
  await store.lockDecision(work.tx, seen.id)
  const [decision] = await store.findDecision(work.tx, { id: seen.id })
  if (!decision) throw new ProblemError(problems.unknownReform())
  const held = await onItsWay(work, decision)
  decisionSteps.require(work, held, step)
  const { id, version } = seen
  if (version !== undefined && version !== held.version)
    throw await changesSince(work, { id, version, now: held.version })
  return held
}

/** Begins a decision. */
export async function begin(work: Work, decision: store.NewDecision): Promise<Moved> {
  const { id } = decision
  await store.insertDecision(work.tx, decision)
  const state = await decisionSteps.take(work, { id, state: 'draft', version: 1 }, 'draft')
  return { id, state, version: 1 }
}

/** Writes over a draft that is held. */
export async function rewrite(work: Work, held: OnItsWay, content: Omit<store.NewDecision, 'id'>): Promise<Moved> {
  const { id } = held
  const version = held.version + 1
  await store.updateDraft(work.tx, { ...content, id })
  const state = await decisionSteps.take(work, held, 'edit', { version })
  return { id, state, version }
}

/** Moves a decision on that is held as it was seen, and tells the audit log. */
export async function advance(work: Work, held: OnItsWay, step: Step, reason?: string): Promise<Moved> {
  const { id } = held
  const state = await decisionSteps.take(work, held, step, { reason })
  await store.moveTo(work.tx, id, state)
  work.audit({ subject: `reform ${id}`, new: { state, reason } })
  return { id, state, version: held.version + 1 }
}
