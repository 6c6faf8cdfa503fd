/** Clauses, targets and duties as what can be searched for, and as what documents implement: by their names and their place in the plan. */
import { sayIn, type Words } from '#kernel/language.ts'
import { indicatorPath } from '#modules/indicators'
import type { Tx } from '#platform/database/index.ts'
import type { SearchEntry, SearchKind } from '#platform/search/entries.ts'
import { replaceEntries } from '#platform/search/store.ts'
import { clauseName, refName } from './clause-names.rules.ts'
import { clauseHref, dutyPath } from './paths.ts'
import { dutiesForSearch, findPlan, listClauses, targetsForSearch } from './plan.store.ts'

/** What can be searched for of the plan in force. */
export const planSearch: readonly SearchKind[] = [
  { kind: 'target', order: 20, words: { vi: 'Chỉ tiêu', en: 'Targets' }, entries: targetEntries },
  {
    kind: 'clause',
    order: 45,
    words: { vi: 'Điều mục của kế hoạch', en: 'Clauses of the plan' },
    entries: clauseEntries,
  },
  { kind: 'duty', order: 40, words: { vi: 'Nhiệm vụ được giao', en: 'Duties' }, entries: dutyEntries },
]

/** After a version of the plan came into force. */
export async function indexPlan(tx: Tx): Promise<void> {
  for (const { kind, entries } of planSearch) await replaceEntries(tx, kind, await entries(tx))
}

/** An item of the plan, by its kind and its id: a clause's is its reference. */
export interface PlanItem {
  readonly kind: 'clause' | 'target' | 'duty'
  readonly id: string
}

/** The kinds of items, as they are searched for. */
export const planItemKinds = planSearch.map(({ kind }) => kind)

/** Items with their names, in the order of the plan's kinds; those that the plan does not have are left out. */
export async function planItemsOf<Item extends PlanItem>(
  tx: Tx,
  items: readonly Item[],
): Promise<(Item & Pick<SearchEntry, 'name' | 'detail' | 'href'>)[]> {
  const named = []
  for (const { kind, entries } of planSearch) {
    const input = new Map(items.filter((item) => item.kind === kind).map((item) => [item.id, item]))
    if (input.size === 0) continue
    for (const { id, name, detail, href } of await entries(tx)) {
      const item = input.get(id)
      if (item) named.push({ ...item, name, detail, href })
    }
  }
  return named
}

/** The clauses of the plan in force; of no plan, none. */
async function clauseEntries(tx: Tx): Promise<SearchEntry[]> {
  const [plan] = await findPlan(tx)
  const clauses = plan ? await listClauses(tx, { planId: plan.id }) : []
  return clauses.map(({ ref, title }) => ({
    id: ref,
    ref,
    name: title,
    detail: { vi: clauseName(sayIn('vi'), ref), en: clauseName(sayIn('en'), ref) },
    href: clauseHref(ref),
    text: '',
  }))
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
