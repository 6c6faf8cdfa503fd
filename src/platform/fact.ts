/** What a module knows of a measure from its own rows: shown beside the cell that asks for it, and never written into it. */
import type { Words } from '#kernel/language.ts'
import type { Tx } from '#platform/database/index.ts'

export interface Fact {
  /** The code of the measure. */
  readonly measure: string
  /** Says where the figure comes from; `{amount}` is the figure. */
  readonly words: Words
  /** What is known of the unit and the calendar year, with the address that lists it; undefined where nothing is kept of the unit. */
  readonly read: (tx: Tx, of: FactPlace) => Promise<FactFigure | undefined>
}

export interface FactPlace {
  readonly unitId: string
  readonly unitCode: string
  readonly year: number
}

export interface FactFigure {
  readonly amount: number
  readonly href: string
}
