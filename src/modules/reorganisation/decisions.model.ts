/** A decision about units on its way from a draft to its day. */
import { z } from 'zod'
import { textEntry } from '#kernel/schema.ts'

export const DecisionState = z.enum(['draft', 'proposed', 'approved', 'withdrawn', 'discarded'])
export type DecisionState = z.infer<typeof DecisionState>

/** What every list and page shows of a decision. */
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

/** Who did what to a decision, when; names are told only to administrators. */
const Doing = z.object({ by: z.string().nullable(), at: z.string() })

/** The last of each step, as it was told before every workflow had a history; it stays for one version more. */
export const DecisionCourse = z.object({
  drafted: Doing.meta({ deprecated: true }),
  edited: Doing.meta({ deprecated: true }),
  proposed: Doing.nullable().meta({ deprecated: true }),
  returnedReason: z.string().nullable().meta({ deprecated: true }),
  approved: Doing.nullable().meta({ deprecated: true }),
  withdrawn: Doing.extend({ reason: z.string() }).nullable().meta({ deprecated: true }),
})
export type DecisionCourse = z.infer<typeof DecisionCourse>

/** Everything about a decision but its changes and its history. */
export const DecisionRecord = DecisionHead.omit({ changes: true }).extend({
  version: z.number(),
  settledAt: z.string().nullable(),
})
export type DecisionRecord = z.infer<typeof DecisionRecord>

/** The head of a decision as it is typed. */
export const DecisionEntry = z.object({
  on: z.iso.date(),
  title: textEntry(300, 1),
  basis: textEntry(300, 1),
})

/** The most changes that one decision may hold. */
export const mostChanges = 20_000
