/** An amendment is judged as it was seen: by the revision that was shown. */
import { z } from 'zod'
import { plain } from '#kernel/difference.ts'
import { changedSince } from '#platform/judging.ts'
import { isAllOf } from '#platform/merging.ts'
import type { Work } from '#platform/operation.ts'
import { texts } from '../versions/versions.texts.ts'
import { differencesOf } from './amendment-differences.rules.ts'
import type { Amendment } from './amendments.model.ts'
import * as store from './amendments.store.ts'

/** What a step that judges or rewrites an amendment names: the amendment, and the revision of it that was seen. */
export const AmendmentVersion = z.object({ id: z.uuid(), revision: z.coerce.number().int().min(1) })
export type AmendmentVersion = z.infer<typeof AmendmentVersion>

/** Throws `platform.changedSince` with what changed since. The amendment must be held. */
export async function requireSeen({ tx }: Work, draft: Amendment, revision: number): Promise<void> {
  if (draft.revision === revision) return
  const [content] = await store.findContent(tx, { id: draft.id, revision })
  const counted = { what: texts.revision, before: plain(String(revision)), now: plain(String(draft.revision)) }
  throw changedSince([counted, ...(content ? differencesOf(content, draft) : [])])
}

/** The same of whoever rewrites it, unless they have gone back to a form of their own and nobody else has written since. */
export async function requireSeenOrOwn(work: Work, draft: Amendment, revision: number): Promise<void> {
  if (!work.isAgain) await requireSeen(work, draft, revision)
  else await requireSeenOrWritten(work, draft, revision)
}

/** The same of whoever adds to it or takes from it, unless all that was written since is their own: that they know. */
export async function requireSeenOrWritten(work: Work, draft: Amendment, revision: number): Promise<void> {
  const by = (await store.writtenSince(work.tx, { id: draft.id, revision })).map((each) => each.by)
  if (!isAllOf(by, work.caller.account?.id)) await requireSeen(work, draft, revision)
}
