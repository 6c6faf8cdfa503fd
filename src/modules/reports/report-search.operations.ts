/** Reports as what can be searched for: those that were frozen, by year, number and symbol. */
import type { Tx } from '#platform/database/index.ts'
import type { SearchEntry, SearchKind } from '#platform/search/entries.ts'
import { replaceEntries } from '#platform/search/store.ts'
import { reportPath } from './reports.paths.ts'
import { listFrozen } from './reports.store.ts'

async function entries(tx: Tx): Promise<SearchEntry[]> {
  const rows = await listFrozen(tx)
  return rows.map(({ year, number, symbol }) => ({
    id: String(year),
    ref: '',
    name: {
      vi: `Báo cáo kết quả xây dựng xã hội học tập năm ${year}`,
      en: `Report on building a learning society in ${year}`,
    },
    detail: { vi: `${number}/${symbol}`, en: `${number}/${symbol}` },
    href: reportPath.to({ year: String(year) }),
    text: `${number}/${symbol}`,
  }))
}

export const reportSearch: SearchKind = {
  kind: 'report',
  order: 70,
  words: { vi: 'Báo cáo', en: 'Reports' },
  entries,
}

/** After a report was frozen. */
export async function indexReports(tx: Tx): Promise<void> {
  await replaceEntries(tx, reportSearch.kind, await entries(tx))
}
