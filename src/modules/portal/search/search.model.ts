/** What a search over the plan gives. */
import { z } from 'zod'

/** `id` is an indicator's code (also for a target), or a duty's id; `ref` is what stands before its name. */
export const Found = z.object({
  kind: z.enum(['indicator', 'target', 'duty']),
  id: z.string(),
  ref: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
})
export type Found = z.infer<typeof Found>
