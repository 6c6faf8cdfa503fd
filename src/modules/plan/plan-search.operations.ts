/** Targets and duties as what can be searched for: by their names and their place in the plan. */
import { sayIn, type Words } from '#kernel/language.ts'
import { indicatorPath } from '#modules/indicators'
import type { Tx } from '#platform/database/index.ts'
import type { SearchEntry, SearchKind } from '#platform/search/entries.ts'
import { replaceEntries } from '#platform/search/store.ts'
import { refName } from './clause-names.rules.ts'
import { dutyPath } from './paths.ts'
import { dutiesForSearch, targetsForSearch } from './plan.store.ts'

/** What can be searched for of the plan in force. */
export const planSearch: readonly SearchKind[] = [
  { kind: 'target', order: 20, words: { vi: 'Chỉ tiêu', en: 'Targets' }, entries: targetEntries },
  { kind: 'duty', order: 40, words: { vi: 'Nhiệm vụ được giao', en: 'Duties' }, entries: dutyEntries },
]

/** After a version of the plan came into force. */
export async function indexPlan(tx: Tx): Promise<void> {
  for (const { kind, entries } of planSearch) await replaceEntries(tx, kind, await entries(tx))
}

/** A target is shown on the page of its indicator. */
async function targetEntries(tx: Tx): Promise<SearchEntry[]> {
  const rows = await targetsForSearch(tx)
  return rows.map(({ id, ref, place, indicator, name }) => ({
    id,
    ref,
    name,
    detail: named(ref),
    href: indicatorPath.to({ code: indicator }),
    text: place,
  }))
}

async function dutyEntries(tx: Tx): Promise<SearchEntry[]> {
  const rows = await dutiesForSearch(tx)
  return rows.map(({ id, ref, name }) => ({
    id,
    ref,
    name,
    detail: named(ref),
    href: dutyPath.to({ id }),
    text: '',
  }))
}

function named(ref: string): Words {
  return { vi: refName(sayIn('vi'), ref), en: refName(sayIn('en'), ref) }
}
