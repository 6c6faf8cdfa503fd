/** Documents of plans under review as a list. */
import { z } from 'zod'
import { PageInput, pageOf } from '#kernel/page.ts'
import { operation } from '#platform/operation.ts'
import { atCity } from '../plan-in-force.operations.ts'
import { PlanImport } from './plan-imports.model.ts'
import * as store from './plan-imports.store.ts'

export const ListedImport = PlanImport.extend({ symbol: z.string().nullable(), decided: z.number() })
export type ListedImport = z.infer<typeof ListedImport>

export const imports = operation({
  name: 'plan.listImports',
  summary: 'Documents brought in for review, newest first.',
  effect: 'read',
  may: atCity,
  input: PageInput,
  output: pageOf(ListedImport),
  run: ({ tx }, page) => store.listImports(tx, undefined, page),
})

/** The name and the shape that the list had before it had pages. */
export const newestImports = operation({
  name: 'plan.imports',
  summary: 'Deprecated, use plan.listImports: the newest 200 documents brought in for review.',
  effect: 'read',
  may: atCity,
  input: z.object({}),
  output: z.array(ListedImport),
  run: async ({ tx }) => (await store.listImports(tx, undefined, { limit: 200 })).rows,
})
