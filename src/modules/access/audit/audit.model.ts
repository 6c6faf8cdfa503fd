/** The audit log as people read it, and what checking its chain finds. */
import { z } from 'zod'
import { AnchorFault } from './anchors.model.ts'

/** One write, or one read of persons: who did what to what, when, from where. `unit` is named as it is now. */
export const Entry = z.object({
  seq: z.number(),
  at: z.date(),
  /** The name, or how the call came in where nobody had signed in. */
  actor: z.string(),
  isSignedIn: z.boolean(),
  via: z.string(),
  address: z.string().nullable(),
  operation: z.string(),
  subject: z.string().nullable(),
  unit: z.object({ code: z.string(), name: z.string() }).nullable(),
})
export type Entry = z.infer<typeof Entry>

/** What an entry keeps of its operation: the input without secrets, each change with old and new, and of a read of persons whom it showed. */
export const EntryDetail = z.object({
  /** The field of work; absent in entries from before there were any. */
  field: z.string().optional(),
  /** Whose right it was, where it was delegated. */
  onBehalfOf: z.object({ id: z.string(), name: z.string() }).optional(),
  /** Why persons were read of, and the ids of those that were shown. */
  purpose: z.object({ vi: z.string(), en: z.string() }).optional(),
  records: z.array(z.string()).optional(),
  input: z.unknown(),
  changes: z.array(
    z.object({
      subject: z.string(),
      unitId: z.string().optional(),
      old: z.unknown().optional(),
      new: z.unknown().optional(),
    }),
  ),
})

/**
 * - `changed`: the content no longer has the hash that was written.
 * - `missing`: an entry that was sealed or was to be is gone; where its link is gone too, the number is the one that would have been.
 * - `relinked`: it names another hash before it than the entry before has, so one of the two was replaced.
 * - `batch`: the record of the batch that it ends was changed, or the batch before is gone.
 * - `tail`: the last entries or batches are gone or replaced; the head of the chain still names them.
 * - `stray`: it is in the log, and nobody would seal it: the program did not write it, or it was taken off the list of those that wait.
 */
export const ChainFault = z.object({
  seq: z.number(),
  why: z.enum(['changed', 'missing', 'relinked', 'batch', 'tail', 'stray']),
})
export type ChainFault = z.infer<typeof ChainFault>

/**
 * `entries` are all that there are: those that are sealed, each counted at its place, and those that wait for the sealer. Of entries
 * that wait it can be told that one is gone, not that it was changed.
 */
export const ChainReport = z.object({
  entries: z.number(),
  sealed: z.number(),
  waiting: z.number(),
  changed: z.number(),
  missing: z.number(),
  stray: z.number(),
  ok: z.boolean(),
  firstBroken: ChainFault.optional(),
  /** How many of the anchors that were given the chain bears out, and those that it does not. */
  anchors: z.object({ agreeing: z.number(), differing: z.array(AnchorFault) }).optional(),
})
export type ChainReport = z.infer<typeof ChainReport>
