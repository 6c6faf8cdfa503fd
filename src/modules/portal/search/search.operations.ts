/** Searches everything that the caller may see. */
import { z } from 'zod'
import { Slug } from '#kernel/schema.ts'
import { unitsInSight } from '#modules/access'
import { anyField, anyone, isOperator } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import { findEntries } from '#platform/search/find.ts'
import type { Sight } from '#platform/search/store.ts'
import { SearchResult } from './search.model.ts'

export const searchAll = operation({
  name: 'portal.search',
  summary:
    'Units, targets, indicators, duties, documents, decisions and reports by their words, typed with or without tones, begun or misspelt; so many of each kind, best first.',
  effect: 'read',
  reads: ['access', 'organisation', 'indicators', 'plan', 'policy-documents', 'reorganisation', 'reports'],
  may: anyone,
  input: z.object({
    query: z.string().max(100),
    kind: Slug.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.array(SearchResult),
  async run(work, { query, kind, limit }) {
    const visibleAt = await inSightOf(work)
    return findEntries(work.tx, { query, kinds: kind ? [kind] : undefined, visibleAt, on: work.today, limit })
  },
})

/** The units whose own entries a caller sees, each for a field; undefined for the operator of the machine, who sees all. */
async function inSightOf({ tx, caller, today }: Work): Promise<readonly Sight[] | undefined> {
  if (caller.account) return unitsInSight(tx, caller.account.id, { field: anyField, on: today })
  return isOperator(caller) ? undefined : []
}
