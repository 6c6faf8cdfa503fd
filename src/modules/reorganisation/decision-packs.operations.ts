/** Loads the decisions of a pack by the way every decision goes: drafted, proposed, approved; by the operator of the machine. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Slug } from '#kernel/schema.ts'
import { lastChangeOfTree, packDecisions } from '#modules/organisation'
import { operator } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import { decide } from './agency-pack-kind.operations.ts'
import { decisionTopics } from './decisions.model.ts'
import { countDecisions } from './decisions.store.ts'
import { problems } from './decisions.texts.ts'

export const loadDecisions = operation({
  name: 'reorganisation.loadPack',
  former: { fields: { decisions: 'reforms' } },
  summary: 'Puts in force the decisions of a pack that changed its units since the records begin, oldest first.',
  effect: 'write',
  touches: decisionTopics,
  may: operator,
  input: z.object({ pack: Slug }),
  output: z.object({ decisions: z.number() }),
  async run(work, { pack }) {
    // Also where an earlier version loaded the tree with everything that had happened to it.
    const isTouched = (await countDecisions(work.tx)) > 0 || (await lastChangeOfTree(work.tx)) !== undefined
    if (isTouched) throw new ProblemError(problems.alreadyLoaded())
    const decisions = await packDecisions(pack)
    for (const { changes, ...head } of decisions) await decide(work, { ...head, changes: [...changes] })
    return { decisions: decisions.length }
  },
})
