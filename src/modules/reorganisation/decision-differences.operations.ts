/** A decision is judged as it was seen: what changed in it since, for whoever comes with an earlier version. */
import { z } from 'zod'
import { plain } from '#kernel/difference.ts'
import type { ProblemError } from '#kernel/problem.ts'
import { UnitChange } from '#modules/organisation'
import { changedSince } from '#platform/judging.ts'
import type { Work } from '#platform/operation.ts'
import { namesFor } from './changes/unit-names.operations.ts'
import { type Content, differencesOf } from './decision-differences.rules.ts'
import * as store from './decisions.store.ts'
import { texts } from './decisions.texts.ts'

const Changes = z.array(UnitChange)

/** The refusal of a step on a version of a decision that is no more. The decision must be held. */
export async function changesSince(
  work: Work,
  { id, version, now }: { id: string; version: number; now: number },
): Promise<ProblemError> {
  const [before, after] = [await contentOf(work, id, version), await contentOf(work, id, now)]
  const versions = { what: texts.versionField, before: plain(String(version)), now: plain(String(now)) }
  const changes = before && after ? differencesOf(await withNames(work, before), await withNames(work, after)) : []
  return changedSince([versions, ...changes])
}

async function contentOf({ tx }: Work, id: string, version: number): Promise<Content | undefined> {
  const [content] = await store.findContent(tx, { id, version })
  return content && { ...content, changes: Changes.parse(content.changes) }
}

async function withNames(work: Work, content: Content) {
  return { content, names: await namesFor(work.tx, content.on, content.changes) }
}
