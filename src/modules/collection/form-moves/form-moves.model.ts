/** Forms of units that a decision ends: what happens to each, and what its heirs see of it. */
import type { SubmissionState } from '../submissions/submissions.model.ts'

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
