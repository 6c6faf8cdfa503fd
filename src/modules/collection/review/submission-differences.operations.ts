/** A form is judged as it was seen: by the sending it was shown in. */
import { z } from 'zod'
import { plain } from '#kernel/difference.ts'
import type { Tx } from '#platform/database/index.ts'
import { changedSince } from '#platform/judging.ts'
import { texts } from '../collection.texts.ts'
import { formOf } from '../forms/forms.operations.ts'
import type { Submission } from '../submissions/submissions.model.ts'
import { SubmissionInput } from '../submissions/submissions.model.ts'
import { cellDifferences, dutyDifferences, evidenceDifferences } from './submission-differences.rules.ts'
import * as store from './submission-differences.store.ts'

export const JudgementInput = SubmissionInput.extend({
  /** Which sending was seen: the `version` of the submission as it was shown. */
  version: z.coerce.number().int().min(1),
})

/** Throws `platform.changedSince` with what changed, where the form was sent again since. The submission must be held. */
export async function requireSeen(tx: Tx, submission: Submission, version: number): Promise<void> {
  if (submission.version === version) return
  const { unitId, id: submissionId, formId } = submission
  const since = { unitId, submissionId, version }
  const { rows, dutyFields } = await formOf(tx, formId)
  throw changedSince([
    { what: texts.sendingNumber, before: plain(String(version)), now: plain(String(submission.version)) },
    ...cellDifferences(await store.listChangedCells(tx, since), rows),
    ...dutyDifferences(await store.listChangedDuties(tx, since), dutyFields),
    ...evidenceDifferences(await store.listChangedEvidence(tx, since)),
  ])
}
