/** Writes the table of what can be searched for, where an earlier version filled the tables without it. */
import { z } from 'zod'
import { operator } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import type { SearchKind } from '#platform/search/entries.ts'
import { listKinds, replaceEntries } from '#platform/search/store.ts'

/** The operation over the kinds of all modules. */
export function searchIndexOf(kinds: readonly SearchKind[]) {
  return operation({
    name: 'system.indexSearch',
    summary: 'Writes what can be searched for of each kind that was never written, or anew of all kinds.',
    effect: 'write',
    may: operator,
    input: z.object({ all: z.boolean().default(false) }),
    output: z.object({ kinds: z.array(z.string()) }),
    async run({ tx, unchanged }, { all }) {
      const written = new Set((await listKinds(tx)).map(({ kind }) => kind))
      const missing = kinds.filter(({ kind }) => all || !written.has(kind))
      for (const { kind, entries } of missing) await replaceEntries(tx, kind, await entries(tx))
      if (missing.length === 0) unchanged()
      return { kinds: missing.map(({ kind }) => kind) }
    },
  })
}
