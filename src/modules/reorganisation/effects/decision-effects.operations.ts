/** What a decision changes: foreseen while it is a draft, told as it was once it is approved. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { dayBefore, previewDecision, type UnitEffects } from '#modules/organisation'
import { anyone } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import { mayFollow, requireDecision, type UnitDecision } from '../decision-drafts.operations.ts'
import { DecisionInput } from '../decision-steps.operations.ts'
import { DecisionHead } from '../decisions.model.ts'
import * as store from '../decisions.store.ts'
import { problems } from '../decisions.texts.ts'
import { foreseeConsequences } from './consequences.operations.ts'
import { marked } from './effect-marks.operations.ts'
import { EffectsVersion, writeMark } from './effect-marks.rules.ts'
import { Consequences, Fault, ListQuery, UnitCounts, UnitLists } from './effects.model.ts'
import { countsOf, cutConsequences, faultsOf, listsOf } from './effects.rules.ts'

const ConsequenceCounts = z.object({ roles: z.number(), duties: z.number(), forms: z.number(), targets: z.number() })

export const preview = operation({
  name: 'reorganisation.preview',
  former: { fields: { change: 'act', effectsVersion: 'seen' } },
  summary:
    'What a decision changes: units, people and roles, duties, open forms, targets; and where it does not fit the tree.',
  effect: 'read',
  may: mayFollow,
  input: DecisionInput.extend(ListQuery.shape),
  output: z.object({
    /** Told as it was approved; otherwise foreseen now. */
    isDecided: z.boolean(),
    counts: UnitCounts.extend(ConsequenceCounts.shape),
    lists: UnitLists.extend(Consequences.shape),
    problems: z.array(Fault),
    /** Names what is foreseen: approving it names this. Null once it is decided. */
    effectsVersion: EffectsVersion.nullable(),
  }),
  async run(work, { id, ...input }) {
    const decision = await requireDecision(work.tx, id)
    const { unitEffects, consequences, faults, isDecided } = await effectsOf(work, decision)
    const counts = {
      ...countsOf(unitEffects),
      roles: consequences.roles.length,
      duties: consequences.duties.length,
      forms: consequences.forms.length,
      targets: consequences.targets.length,
    }
    const units = listsOf(unitEffects, decision.changes, dayBefore(decision.on), input)
    const effectsVersion = isDecided ? null : writeMark(await marked(work.tx, decision, { unitEffects, consequences }))
    return {
      isDecided,
      counts,
      lists: { ...units, ...cutConsequences(consequences, input) },
      problems: faults,
      effectsVersion,
    }
  },
})

interface Effects {
  readonly unitEffects: UnitEffects
  readonly consequences: Consequences
  readonly faults: Fault[]
  readonly isDecided: boolean
}

const nothing: Consequences = { roles: [], duties: [], forms: [], targets: [] }

async function effectsOf({ tx, newId }: Work, { id, on, title, basis, changes }: UnitDecision): Promise<Effects> {
  const [effect] = await store.findEffects(tx, { id })
  if (effect?.unitEffects) {
    return {
      unitEffects: effect.unitEffects,
      consequences: effect.consequences ?? nothing,
      faults: [],
      isDecided: true,
    }
  }
  const { unitEffects, problems: faults } = await previewDecision(tx, { on, title, basis, changes }, newId)
  if (faults.length > 0) {
    const unchanged = { on, opened: [], ended: [], revised: [], passings: [] }
    return { unitEffects: unchanged, consequences: nothing, faults: faultsOf(faults), isDecided: false }
  }
  return { unitEffects, consequences: await foreseeConsequences(tx, unitEffects), faults: [], isDecided: false }
}

export const decision = operation({
  name: 'reorganisation.decision',
  former: { fields: { changes: 'acts' } },
  summary: 'An approved decision about units for everybody: what it opens, ends, revises and passes on.',
  effect: 'read',
  may: anyone,
  input: DecisionInput.extend(ListQuery.shape),
  output: z.object({ head: DecisionHead, counts: UnitCounts, lists: UnitLists }),
  async run({ tx }, { id, ...input }) {
    const [decision] = await store.findDecision(tx, { id })
    const [effect] = await store.findEffects(tx, { id })
    if (decision?.state !== 'approved' || !effect?.unitEffects) throw new ProblemError(problems.unknownReform())
    const { changes, ...head } = await requireDecision(tx, id)
    const { unitEffects } = effect
    return {
      head: { ...head, changes: changes.length },
      counts: countsOf(unitEffects),
      lists: listsOf(unitEffects, changes, dayBefore(head.on), input),
    }
  },
})
