/** Follows a figure back to the form it came by: what anybody may know, and what those with rights at the unit see. */
import { z } from 'zod'
import type { History } from '#kernel/history.ts'
import { ProblemError } from '#kernel/problem.ts'
import { Code } from '#kernel/schema.ts'
import { anyOf, anyone, roleAt } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { problems } from '../collection.texts.ts'
import { CellProvenance, FormProvenance, OriginStep } from './cell-provenance.model.ts'
import * as store from './cell-provenance.store.ts'
import { submissionSteps } from './submission-steps.operations.ts'
import { eventsOf } from './submission-workflow.rules.ts'

const FormProvenanceInput = z.object({
  /** The code of the unit. */
  unit: z.string().min(1).max(50),
  /** The id of the submission, as a value names it. */
  submission: z.uuid(),
})
const CellProvenanceInput = FormProvenanceInput.extend({ measure: Code, category: Code.default('total') })

/** When a form was sent and judged, oldest first: by whom and why is not told to everybody. */
function publicSteps(history: History): FormProvenance['steps'] {
  return eventsOf(history)
    .toReversed()
    .flatMap(({ kind, at, version }) => {
      const step = OriginStep.safeParse({ kind, at: at.toISOString(), version })
      return step.success ? [step.data] : []
    })
}

export const formProvenance = operation({
  name: 'collection.formProvenance',
  former: { name: 'collection.origin' },
  summary: 'The form that a figure came by: its round, and when each version was sent, returned and approved.',
  effect: 'read',
  may: anyone,
  input: FormProvenanceInput,
  output: FormProvenance,
  async run({ tx }, input) {
    const [provenance] = await store.findFormProvenance(tx, input)
    if (!provenance) throw new ProblemError(problems.unknownSubmission())
    return { ...provenance, steps: publicSteps(await submissionSteps.history(tx, input.submission)) }
  },
})

async function ownerOf(input: z.infer<typeof FormProvenanceInput>, tx: Tx): Promise<string | undefined> {
  const [owner] = await store.findOwner(tx, input)
  return owner?.unitId
}

export const cellProvenance = operation({
  name: 'collection.cellProvenance',
  former: { name: 'collection.trail', fields: { entry: 'typed' } },
  summary:
    'Who typed a figure, in which sending, with notes, evidence, and what happened to its form, by whom and why.',
  effect: 'read',
  may: anyOf(roleAt('reader', 'submission.unit', ownerOf), roleAt('auditor', 'submission.unit', ownerOf)),
  input: CellProvenanceInput,
  output: CellProvenance,
  async run({ tx }, input) {
    const unitId = await ownerOf(input, tx)
    if (!unitId) throw new ProblemError(problems.unknownSubmission())
    const { submission, measure, category } = input
    const history = await submissionSteps.history(tx, submission)
    return {
      cells: await store.listSentCells(tx, { unitId, submission, measure, category }),
      events: eventsOf(history),
      history,
      evidence: await store.listEvidence(tx, { unitId, submission }),
    }
  },
})
