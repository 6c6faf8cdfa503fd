/** The maps of a place over time: from when to when each stood, and of how many units it is. */
import { z } from 'zod'

export const BoundarySpan = z.object({
  /** First day; null where it stood before the records begin. */
  from: z.string().nullable(),
  /** Last day; null while it stands. */
  until: z.string().nullable(),
  units: z.number(),
})
export type BoundarySpan = z.infer<typeof BoundarySpan>
