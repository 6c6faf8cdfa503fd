/** Decisions about units as what can be searched for: those in force, by their titles and their numbers. */
import { sameInBoth } from '#kernel/language.ts'
import type { Tx } from '#platform/database/index.ts'
import type { SearchEntry, SearchKind } from '#platform/search/entries.ts'
import { replaceEntries } from '#platform/search/store.ts'
import { listForSearch } from './decisions.store.ts'
import { decisionPath } from './paths.ts'

async function entries(tx: Tx): Promise<SearchEntry[]> {
  const rows = await listForSearch(tx)
  return rows.map(({ id, title, basis }) => ({
    id,
    ref: '',
    name: sameInBoth(title),
    detail: sameInBoth(basis),
    href: decisionPath.to({ id }),
    text: basis,
  }))
}

export const decisionSearch: SearchKind = {
  kind: 'decision',
  order: 60,
  words: { vi: 'Quyết định về đơn vị', en: 'Decisions about units' },
  entries,
}

/** After a decision was approved or withdrawn. */
export async function indexDecisions(tx: Tx): Promise<void> {
  await replaceEntries(tx, decisionSearch.kind, await entries(tx))
}
