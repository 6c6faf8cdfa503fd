/** Tells which maps there have been. */
import { z } from 'zod'
import { Slug } from '#kernel/schema.ts'
import { leafKind } from '#modules/indicators'
import { anyone } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import { BoundarySpan } from './boundary-days.model.ts'
import { listSpans } from './boundary-days.store.ts'

export const boundarySpans = operation({
  name: 'portal.boundarySpans',
  former: { name: 'portal.trees' },
  summary: 'The maps of the place over time, oldest first: the stretches of days on which its units stayed the same.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: z.object({ kind: Slug.default(leafKind) }),
  output: z.array(BoundarySpan),
  run: ({ tx, today }, { kind }) => listSpans(tx, { kind, today }),
})
