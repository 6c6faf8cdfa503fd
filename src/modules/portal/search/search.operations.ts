/** Searches the plan and its indicators. */
import { z } from 'zod'
import { fold, tidy } from '#kernel/text.ts'
import { anyone } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import { Found } from './search.model.ts'
import { searchNames } from './search.store.ts'

export const searchTargets = operation({
  name: 'portal.search',
  summary: 'Indicators, targets and duties by name, typed with or without tones.',
  effect: 'read',
  may: anyone,
  input: z.object({ query: z.string().max(100), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  output: z.array(Found),
  async run({ tx }, { query, limit }) {
    const folded = fold(tidy(query))
    return folded ? searchNames(tx, { folded, limit }) : []
  },
})
