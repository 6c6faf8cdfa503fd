/** Indicators as what can be searched for: by their names, what they mean and their code. */
import type { Tx } from '#platform/database/index.ts'
import type { SearchEntry, SearchKind } from '#platform/search/entries.ts'
import { replaceEntries } from '#platform/search/store.ts'
import { listForSearch } from './indicators.store.ts'
import { indicatorPath } from './paths.ts'

async function entries(tx: Tx): Promise<SearchEntry[]> {
  const rows = await listForSearch(tx)
  return rows.map(({ code, name, explanation }) => ({
    id: code,
    ref: code,
    name,
    detail: { vi: '', en: '' },
    href: indicatorPath.to({ code }),
    text: explanation,
  }))
}

export const indicatorSearch: SearchKind = {
  kind: 'indicator',
  order: 30,
  words: { vi: 'Chỉ số', en: 'Indicators' },
  entries,
}

/** After the catalogue was loaded. */
export async function indexIndicators(tx: Tx): Promise<void> {
  await replaceEntries(tx, indicatorSearch.kind, await entries(tx))
}
