/** Settles decisions: approved by a second administrator, withdrawn while not in force, settled when their day has come. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { textEntry } from '#kernel/schema.ts'
import { holdTree, previewDecision, putInForce, revertDecision } from '#modules/organisation'
import { operator } from '#platform/authority.ts'
import { job } from '#platform/jobs/job.ts'
import { operation, type Work } from '#platform/operation.ts'
import { byOf, requireDecision, type UnitDecision } from './decision-drafts.operations.ts'
import { indexDecisions } from './decision-search.operations.ts'
import { advance, DecisionVersion, decisionSteps, hold, Moved, onItsWay } from './decision-steps.operations.ts'
import * as store from './decisions.store.ts'
import {
  follow,
  followOnTheDay,
  foreseeConsequences,
  unfollow,
  unfollowDuties,
} from './effects/consequences.operations.ts'
import { marked, requireSame } from './effects/effect-marks.operations.ts'
import { EffectsVersion } from './effects/effect-marks.rules.ts'

export const approveDecision = operation({
  name: 'reorganisation.approve',
  former: { fields: { effectsVersion: 'seen' } },
  summary:
    'Approves a proposed decision: units, roles and duties change in one transaction, each from the day of the decision.',
  effect: 'write',
  may: decisionSteps.mayTake('approve'),
  input: DecisionVersion.extend({
    /** What the preview named. */
    effectsVersion: EffectsVersion,
  }),
  output: Moved,
  async run(work, { id, version, effectsVersion }) {
    const { tx, newId } = work
    await hold(work, { id, version }, 'approve')
    const decision = await requireDecision(tx, id)
    // Whatever is decided at the same moment waits: what is foreseen here is what comes into force.
    await holdTree(tx)
    const { unitEffects, problems } = await previewDecision(tx, decision, newId)
    if (problems.length > 0) throw new ProblemError(...problems)
    const consequences = await foreseeConsequences(tx, unitEffects)
    await requireSame(tx, effectsVersion, await marked(tx, decision, { unitEffects, consequences }))
    return settleInForce(work, decision)
  },
})

/** Lets a decision that is held come into force from its day, with everything that follows units. */
export async function settleInForce(work: Work, decision: UnitDecision) {
  const { id, on, title, basis, changes } = decision
  const unitEffects = await putInForce(work.tx, { id, on, title, basis, changes }, { ...byOf(work), newId: work.newId })
  const consequences = await follow(work, { id, basis, unitEffects })
  await store.storeEffects(work.tx, id, { unitEffects, consequences })
  const approved = await advance(work, await onItsWay(work, decision), 'approve')
  if (on <= work.today) await store.markSettled(work.tx, id, work.now)
  await indexDecisions(work.tx)
  return approved
}

export const withdrawDecision = operation({
  name: 'reorganisation.withdraw',
  summary: 'Takes an approved decision back before its day: units, roles and duties stay as they are.',
  effect: 'write',
  may: decisionSteps.mayTake('withdraw'),
  input: DecisionVersion.extend({ reason: textEntry(2000, 1) }),
  output: Moved,
  async run(work, { id, version, reason }) {
    const held = await hold(work, { id, version }, 'withdraw')
    // Roles first: no role may be left at a unit that will never have been.
    await unfollow(work, id)
    await revertDecision(work.tx, id, { ...byOf(work), newId: work.newId, today: work.today })
    await unfollowDuties(work)
    const withdrawn = await advance(work, held, 'withdraw', reason)
    await indexDecisions(work.tx)
    return withdrawn
  },
})

export const settleDecisions = operation({
  name: 'reorganisation.settle',
  summary:
    'Does what the day of a decision brings: open forms of units that ended are carried over, roles given since follow.',
  effect: 'write',
  may: operator,
  input: z.object({}),
  output: z.object({ settled: z.number() }),
  async run(work) {
    const due = await store.listUnsettled(work.tx, { today: work.today })
    for (const { id, basis, unitEffects, consequences } of due) {
      const moved = await followOnTheDay(work, { id, basis, unitEffects })
      if (consequences) {
        const roles = [...consequences.roles, ...moved]
        await store.storeEffects(work.tx, id, { unitEffects, consequences: { ...consequences, roles } })
      }
      await store.markSettled(work.tx, id, work.now)
      work.audit({ subject: `reform ${id}`, new: { settled: true, rolesMoved: moved.length } })
    }
    return { settled: due.length }
  },
})

/** Shortly after midnight in the city, and again during the day in case the machine was off. */
export const settleEachDay = job({
  name: 'reorganisation.settleEachDay',
  every: '5 0,6,12 * * *',
  payload: z.object({}).loose(),
  run: async ({ perform }) => {
    await perform(settleDecisions, {})
  },
})
