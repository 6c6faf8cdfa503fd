/** An amendment being written: the decision it rests on, and its changes. */
import { z } from 'zod'
import { Code } from '#kernel/schema.ts'
import { Target } from '../plan.model.ts'
import { Diff, VersionHead } from '../versions/versions.model.ts'

export const Amendment = VersionHead.extend({
  id: z.uuid(),
  changes: Diff,
  /** Accounts that wrote on it: none of them publishes it. */
  authors: z.array(z.uuid()),
  draftedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  changedAt: z.string(),
  state: z.enum(['draft', 'published', 'discarded']),
  version: z.number().nullable(),
  /** Counts every writing: judging it names the one that was seen. */
  revision: z.number(),
})
export type Amendment = z.infer<typeof Amendment>

/** An amendment in a list: how many changes it has, not which. */
export const ListedAmendment = Amendment.omit({ changes: true, authors: true, reason: true }).extend({
  changes: z.number(),
})
export type ListedAmendment = z.infer<typeof ListedAmendment>

/** Names a draft as it stands after a change of it, for the next one. */
export const AmendmentRef = z.object({ amendment: Amendment.shape.id, revision: Amendment.shape.revision })
export type AmendmentRef = z.infer<typeof AmendmentRef>

export const AmendmentContent = VersionHead.extend({ changes: Diff })
export type AmendmentContent = z.infer<typeof AmendmentContent>

/** What a target asks, as a form sends it. */
export const TargetInput = z.object({
  ref: Code.trim().min(1),
  indicator: Code.min(1),
  year: z.coerce.number().int(),
  comparator: Target.shape.comparator,
  value: z.number().nullable(),
  mode: Target.shape.mode,
})
export type TargetInput = z.infer<typeof TargetInput>
