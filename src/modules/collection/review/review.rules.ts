/** What an approved form is worth: its cells as values that count. */
import type { NewValue } from '#modules/indicators'
import type { FormRow } from '../forms/forms.model.ts'
import type { Submission } from '../submissions/submissions.model.ts'
import { asOfDate } from '../submissions/submissions.rules.ts'

interface Approved {
  readonly year: number
  readonly submission: Pick<Submission, 'id' | 'unitId' | 'isSample' | 'version' | 'sentOn'>
  readonly rows: readonly FormRow[]
  readonly cells: readonly {
    readonly measure: string
    readonly category: string
    readonly amount: number | null
  }[]
  readonly sourceId: string
  /** The day it is approved, where the day it was sent is not known. */
  readonly today: string
}

/** Provisional, for the titles of a year are decided in the next; sure, for somebody answers for them. */
export function valuesOf({ year, submission, rows, cells, sourceId, today }: Approved): NewValue[] {
  return cells.flatMap(({ measure, category, amount }) => {
    const row = rows.find((each) => each.measure === measure && each.category === category)
    if (!row || amount === null) return []
    return [
      {
        unitId: submission.unitId,
        subject: measure,
        category,
        year,
        period: String(year),
        asOf: asOfDate(row.clock, year, submission.sentOn ?? today),
        amount,
        status: 'provisional' as const,
        confidence: 'high' as const,
        sourceId,
        isSample: submission.isSample,
        submissionId: submission.id,
        submissionVersion: submission.version,
      },
    ]
  })
}
