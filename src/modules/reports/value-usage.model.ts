/** Where a value was used, and what was corrected since. */
import { z } from 'zod'

export const Usage = z.enum(['reported', 'compared', 'summed', 'published'])
export type Usage = z.infer<typeof Usage>

/** One report that used a value. */
export const ValueUsage = z.object({
  valueId: z.uuid(),
  year: z.number(),
  number: z.number(),
  symbol: z.string(),
  issuedOn: z.string(),
  uses: z.array(Usage),
})
export type ValueUsage = z.infer<typeof ValueUsage>

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
