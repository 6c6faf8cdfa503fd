/** A decision about units on its way from a draft to its day. */
import { z } from 'zod'
import { typedText } from '#kernel/schema.ts'

export const ReformState = z.enum(['draft', 'proposed', 'approved', 'withdrawn', 'discarded'])
export type ReformState = z.infer<typeof ReformState>

/** What every list and page shows of a reform. */
export const ReformHead = z.object({
  id: z.uuid(),
  on: z.string(),
  title: z.string(),
  /** The decision: its number, and who made it. */
  basis: z.string(),
  state: ReformState,
  acts: z.number(),
})
export type ReformHead = z.infer<typeof ReformHead>

/** Who did what to a reform, when; names are told only to administrators. */
const Doing = z.object({ by: z.string().nullable(), at: z.string() })

/** Everything about a reform but its acts. */
export const ReformCourse = ReformHead.omit({ acts: true }).extend({
  version: z.number(),
  drafted: Doing,
  edited: Doing,
  proposed: Doing.nullable(),
  returnedReason: z.string().nullable(),
  approved: Doing.nullable(),
  withdrawn: Doing.extend({ reason: z.string() }).nullable(),
  settledAt: z.string().nullable(),
})
export type ReformCourse = z.infer<typeof ReformCourse>

/** How a reform stands as the store reads it, with whose hands it went through. */
export interface Standing {
  readonly state: ReformState
  readonly on: string
  readonly version: number
  readonly proposedBy: string | null
  readonly editedBy: string | null
}

/** The head of a reform as it is typed. */
export const ReformTyped = z.object({
  on: z.iso.date(),
  title: typedText(300, 1),
  basis: typedText(300, 1),
})

/** The most acts that one decision may hold. */
export const mostActs = 20_000
