/** Units as what can be searched for: each version of a unit by its names and its code, on the days it has. */
import { sameInBoth } from '#kernel/language.ts'
import type { Tx } from '#platform/database/index.ts'
import type { SearchEntry, SearchKind } from '#platform/search/entries.ts'
import { replaceEntries } from '#platform/search/store.ts'
import { unitPath } from './paths.ts'
import { listForSearch } from './units.store.ts'

async function entries(tx: Tx): Promise<SearchEntry[]> {
  const rows = await listForSearch(tx)
  return rows.map(({ code, name, parent, validFrom, validTo }) => ({
    id: `${code} ${validFrom ?? ''}`.trim(),
    ref: code,
    name: sameInBoth(name),
    detail: sameInBoth([code, parent].filter(Boolean).join(' · ')),
    href: unitPath.to({ code }),
    text: '',
    validFrom,
    validTo,
  }))
}

export const unitSearch: SearchKind = {
  kind: 'unit',
  order: 10,
  words: { vi: 'Đơn vị', en: 'Units' },
  entries,
}

/** After whatever changed the tree of units. */
export async function indexUnits(tx: Tx): Promise<void> {
  await replaceEntries(tx, unitSearch.kind, await entries(tx))
}
