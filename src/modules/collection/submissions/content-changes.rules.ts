/** Says what others have changed in a form since somebody saw it: cells, notes, duties, evidence, returns; and who they are. */
import { type Difference, plain } from '#kernel/difference.ts'
import { texts } from '../collection.texts.ts'
import type { DutyField } from '../forms/duty-fields.model.ts'
import type { FormRow } from '../forms/forms.model.ts'
import { cellDifferences, dutyDifferences, evidenceDifferences } from '../review/submission-differences.rules.ts'
import type { OthersChange } from './content-changes.model.ts'

export function contentDifferences(
  changes: readonly OthersChange[],
  rows: readonly FormRow[],
  fields: readonly DutyField[],
): Difference[] {
  return changes.flatMap((change) => differencesOf(change, rows, fields).map((each) => ({ ...each, by: change.by })))
}

function differencesOf(
  change: OthersChange,
  rows: readonly FormRow[],
  fields: readonly DutyField[],
): readonly Difference[] {
  switch (change.kind) {
    case 'cell':
      return cellDifferences([change], rows)
    case 'duty':
      return dutyDifferences([change], fields)
    case 'evidence': {
      const title = (change.now ?? change.before)?.title ?? ''
      return evidenceDifferences([{ ref: change.ref, title, isRemoved: change.now === null }])
    }
    case 'return':
      return [{ what: texts.returnReason, now: plain(change.now.reason) }]
  }
}
