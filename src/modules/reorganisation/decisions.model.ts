/** A decision about units on its way from a draft to its day. */
import { z } from 'zod'
import { typedText } from '#kernel/schema.ts'

export const DecisionState = z.enum(['draft', 'proposed', 'approved', 'withdrawn', 'discarded'])
export type DecisionState = z.infer<typeof DecisionState>

/** What every list and page shows of a reform. */
export const DecisionHead = z.object({
  id: z.uuid(),
  on: z.string(),
  title: z.string(),
  /** The decision: its number, and who made it. */
  basis: z.string(),
  state: DecisionState,
  changes: z.number(),
})
export type DecisionHead = z.infer<typeof DecisionHead>

/** Who did what to a reform, when; names are told only to administrators. */
const Doing = z.object({ by: z.string().nullable(), at: z.string() })

/** Everything about a reform but its acts. */
export const DecisionCourse = DecisionHead.omit({ changes: true }).extend({
  version: z.number(),
  drafted: Doing,
  edited: Doing,
  proposed: Doing.nullable(),
  returnedReason: z.string().nullable(),
  approved: Doing.nullable(),
  withdrawn: Doing.extend({ reason: z.string() }).nullable(),
  settledAt: z.string().nullable(),
})
export type DecisionCourse = z.infer<typeof DecisionCourse>

/** How a reform stands as the store reads it, with whose hands it went through. */
export interface WorkflowState {
  readonly state: DecisionState
  readonly on: string
  readonly version: number
  readonly proposedBy: string | null
  readonly editedBy: string | null
}

/** The head of a reform as it is typed. */
export const DecisionEntry = z.object({
  on: z.iso.date(),
  title: typedText(300, 1),
  basis: typedText(300, 1),
})

/** The most acts that one decision may hold. */
export const mostChanges = 20_000
