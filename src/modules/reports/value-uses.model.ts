/** Where a value was used, and what was corrected since. */
import { z } from 'zod'

export const Use = z.enum(['reported', 'compared', 'summed', 'published'])
export type Use = z.infer<typeof Use>

/** One report that used a value. */
export const ValueUse = z.object({
  valueId: z.uuid(),
  year: z.number(),
  number: z.number(),
  symbol: z.string(),
  issuedOn: z.string(),
  uses: z.array(Use),
})
export type ValueUse = z.infer<typeof ValueUse>

/** A value that a report used, and what stands in its place now. */
export const Correction = z.object({
  unitCode: z.string(),
  unitName: z.string(),
  subject: z.string(),
  category: z.string(),
  year: z.number().nullable(),
  /** The value used, and the one that stands now. */
  usedId: z.uuid(),
  currentId: z.uuid(),
  used: z.number(),
  /** Null where it was taken back and none given in its place. */
  current: z.number().nullable(),
  correctedAt: z.string(),
})
export type Correction = z.infer<typeof Correction>
