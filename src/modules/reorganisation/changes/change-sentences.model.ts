/** The changes of a draft as a list shows them: units by name, what happens in parts that words can be put around. */
import { z } from 'zod'

const Named = z.object({ code: z.string(), name: z.string().nullable() })

/** Who gets something, and how much of it. */
const Taker = Named.extend({
  isNew: z.boolean(),
  share: z.number().nullable(),
  people: z.enum(['all', 'part', 'none']).nullable(),
})

export const ChangeLine = z.object({
  /** From 1. */
  place: z.number(),
  kind: z.enum(['open', 'close', 'rename', 'retype', 'move', 'merge', 'split', 'transfer', 'pass', 'succeed']),
  /** The units it happens to, as they are on the day before. */
  units: z.array(Named),
  takers: z.array(Taker),
  /** The new name or type. */
  value: z.string().nullable(),
  parent: Named.nullable(),
  part: z.enum(['full', 'partial']).nullable(),
  scope: z.string().nullable(),
})
export type ChangeLine = z.infer<typeof ChangeLine>

/** The largest number of changes that one form adds at once. */
export const mostRows = 60
