/** A figure of a report walked back: the formula with its numbers, and the units it adds up with the values that were used. */

/** One value as the report used it. */
export interface UsedAmount {
  readonly id: string
  readonly amount: number
}

export interface ProvenanceUnit {
  readonly code: string
  readonly name: string
  readonly numerator: UsedAmount | null
  readonly denominator: UsedAmount | null
}

export interface FigureProvenance {
  readonly kind: 'sum' | 'share' | 'reaching' | 'share-reaching'
  /** Codes of measures. */
  readonly numerator: string
  readonly denominator: string | null
  /** The level that counts, where units are counted. */
  readonly atLeast: number
  /** The year that the values are of. */
  readonly year: number
  /** A day on which the units were there under these codes. */
  readonly on: string
  /**
   * `communes`, `agencies`, `working` (both), `all` (with the city), `type <name>`, `unit <code>`, `before` (those compared with);
   * null of a target's figure.
   */
  readonly group: string | null
  readonly value: number | null
  readonly sums: { readonly numerator: number | null; readonly denominator: number | null }
  /** Units that gave it, and all of the group. */
  readonly given: number
  readonly asked: number
  readonly units: readonly ProvenanceUnit[]
}
