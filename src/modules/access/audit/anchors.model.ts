/** The head of the audit log at the end of a day, as it is kept elsewhere to hold the log against. */
import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The head of the chain at the end of a day, as it is published and kept elsewhere. */
export const Anchor = z.object({
  /** A day in the city's zone. */
  day: z.iso.date(),
  batch: z.number().int().min(0),
  /** How many entries the chain had. */
  entries: z.number().int().min(0),
  /** The number of the last of them. */
  seq: z.number().int().min(0),
  /** Of the batch. */
  hash,
})
export type Anchor = z.infer<typeof Anchor>

/** An anchor that the chain does not bear out: its batch is not there, or is another. */
export const AnchorFault = Anchor.extend({ why: z.enum(['missing', 'differs']) })
export type AnchorFault = z.infer<typeof AnchorFault>
