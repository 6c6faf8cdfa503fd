/** Imports of boundaries as a list, and one of them with what was found in its file. */
import { z } from 'zod'
import { PageInput, pageOf, sortInput } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { operation } from '#platform/operation.ts'
import { roleAtCity } from '../units.operations.ts'
import { BoundaryImport, ListedImport } from './boundaries.model.ts'
import { problems } from './boundary-import-list.texts.ts'
import * as store from './boundary-imports.store.ts'

export const listBoundaryImports = operation({
  name: 'organisation.listBoundaryImports',
  summary:
    'Imports of boundaries, the newest first, with how much of each is in use, its source and how many warnings it had.',
  effect: 'read',
  may: roleAtCity('administrator'),
  input: PageInput.extend({ sort: sortInput(store.listImports.sorts) }),
  output: pageOf(ListedImport),
  run: ({ tx }, page) => store.listImports(tx, undefined, page),
})

export const boundaryImport = operation({
  name: 'organisation.boundaryImport',
  summary: 'One import of boundaries, with the warnings and notes that its file had.',
  effect: 'read',
  may: roleAtCity('administrator'),
  input: z.object({ id: z.uuid() }),
  output: BoundaryImport,
  async run({ tx }, { id }) {
    const [made] = await store.findImports(tx, { ids: [id] })
    if (!made) throw new ProblemError(problems.unknownBoundaryImport())
    return made
  },
})

/** The name and the shape that the list had before it had pages. */
export const boundaryImports = operation({
  name: 'organisation.boundaryImports',
  summary: 'Deprecated, use organisation.listBoundaryImports: the newest 200 imports with their warnings.',
  effect: 'read',
  may: roleAtCity('administrator'),
  input: z.object({}),
  output: z.array(BoundaryImport),
  async run({ tx }) {
    const { rows } = await store.listImports(tx, undefined, { limit: 200 })
    return store.findImports(tx, { ids: rows.map(({ id }) => id) })
  },
})
