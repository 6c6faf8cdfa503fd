/** A form is sent as it was seen: by the version of its contents. */
import { changedSince } from '#platform/judging.ts'
import type { Work } from '#platform/operation.ts'
import { texts } from '../collection.texts.ts'
import { formOf } from '../forms/forms.operations.ts'
import type { ContentChange } from './content-changes.model.ts'
import { contentDifferences } from './content-changes.rules.ts'
import * as store from './content-changes.store.ts'
import type { Submission } from './submissions.model.ts'

/** Keeps what the caller changes in a form that is held, and moves its contents on. */
export async function keepChanges(
  work: Work,
  submission: Submission,
  changes: readonly ContentChange[],
): Promise<void> {
  const { unitId, id: submissionId } = submission
  const { account, via } = work.caller
  const by = { id: account?.id, name: account?.name ?? via, at: work.now }
  await store.writeChanges(
    work.tx,
    changes.map((change) => ({ ...change, unitId, submissionId })),
    by,
  )
}

/**
 * Throws `platform.changedSince` with what somebody else has changed since the caller saw the contents, and who. What they changed
 * themselves, on another page or by an upload, they know. The submission must be held.
 */
export async function requireContentsSeen(work: Work, submission: Submission, version: number): Promise<void> {
  const { unitId, id: submissionId, formId, contentVersion } = submission
  if (version === contentVersion) return
  // A version that there never was is nothing that anybody saw.
  if (version > contentVersion) throw changedSince([{ what: texts.formContents }])
  const since = { unitId, submissionId, version, account: work.caller.account?.id }
  const changes = await store.listOthersChanges(work.tx, since)
  if (changes.length === 0) return
  const { rows, dutyFields } = await formOf(work.tx, formId)
  throw changedSince(contentDifferences(changes, rows, dutyFields))
}
