/** What a document is composed from: the facts, what officers wrote, and its head where it has one. */
import type { ReportData } from '../facts/facts.model.ts'
import type { Narrative, ReportHead } from '../reports.model.ts'

export interface Composition {
  readonly data: ReportData
  readonly narrative: Narrative
  /** Missing in a draft: number and day stay blank. */
  readonly head?: ReportHead
}
