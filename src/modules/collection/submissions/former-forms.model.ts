/** Closed forms as the pages of their heirs show them, and where a form stands until its unit ends. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'

/** Where a form stands until its unit ends. */
export const OpenState = z.enum(['not-started', 'in-progress', 'sent', 'returned', 'approved'])

/** A unit in the round whose form was closed or took over a closed one, with a day on which it bore its code. */
const Related = z.object({ code: z.string(), name: z.string(), on: z.string(), how: z.enum(['carried', 'reference']) })

/** A closed form as the heir's page shows it. */
export const FormerForm = Related.extend({
  was: OpenState,
  cells: z.array(
    z.object({
      measure: z.string(),
      category: z.string(),
      name: WordsShape,
      part: WordsShape.nullable(),
      entry: z.string(),
      note: z.string(),
    }),
  ),
})

export type FormerForm = z.infer<typeof FormerForm>

/** The units that took over what a closed form was about. */
export const FormSuccessor = Related

export type FormSuccessor = z.infer<typeof FormSuccessor>
