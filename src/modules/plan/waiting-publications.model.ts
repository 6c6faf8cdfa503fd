/** Something of the plan that waits to be published. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'

export const Publication = z.object({
  kind: z.enum(['amendment', 'import']),
  id: z.uuid(),
  title: WordsShape,
  /** Who began it; null of the operator of the machine. */
  startedBy: z.string().nullable(),
  changedAt: z.date(),
})
export type Publication = z.infer<typeof Publication>
