/** Forms of units that a decision ends: what happens to each, and what its heirs see of it. */
import { z } from 'zod'
import { WordsShape } from '../forms/model.ts'
import type { SubmissionState } from '../submissions/model.ts'

/**
 * What happens to a form: `carried` into the heir's form as a draft; `closed` and shown beside the forms of those that took over;
 * or it `stays`, because its round speaks of a year that ended before the unit did, and is finished by the heirs' people.
 */
export type FormOutcome = 'carried' | 'closed' | 'stays'

/** A unit as a preview or a history names it. */
export interface NamedUnit {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly name: string
}

/** A form as a preview of a decision shows it. */
export interface ForeseenForm {
  readonly year: number
  readonly unit: NamedUnit
  readonly state: SubmissionState
  /** How many cells and duties are filled. */
  readonly filled: number
  readonly outcome: FormOutcome
  /** Those that take over the unit, or parts of it. */
  readonly to: readonly NamedUnit[]
}

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
      typed: z.string(),
      note: z.string(),
    }),
  ),
})
export type FormerForm = z.infer<typeof FormerForm>

/** The units that took over what a closed form was about. */
export const FormHeir = Related
export type FormHeir = z.infer<typeof FormHeir>
