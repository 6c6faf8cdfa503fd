/** Reading the numbers of one map on another: the tree asked for, and how a re-based number was made. */
import { z } from 'zod'

/** `then`: every year on its own tree, as it was reported; a date: every year on the tree of that day. */
export const BoundaryDay = z.union([z.literal('then'), z.iso.date()])
export type BoundaryDay = z.infer<typeof BoundaryDay>

/**
 * How it is known what of a place went where, surest first. `whole`: all of it, exactly; `people`: the decision says where all
 * its people went; `share`: by area; `even`: nothing is known, so in equal parts.
 */
export const Basis = z.enum(['whole', 'people', 'share', 'even'])
export type Basis = z.infer<typeof Basis>

/** How a number was carried from the places of its year onto the places of another day. */
export const Conversion = z.object({
  /** The day whose tree it is shown on. */
  on: z.string(),
  /** Places of its own year that it comes from. */
  sources: z.number(),
  /** Those among them that came in part: with any, the number is an estimate. */
  pieces: z.number(),
  /** The least sure of what is known about the pieces; `whole` where there are none. */
  basis: Basis,
})
export type Conversion = z.infer<typeof Conversion>
