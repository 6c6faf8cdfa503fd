/** Forward from a value: which reports used it; and of a report, what was corrected since it was signed. */
import { z } from 'zod'
import { anyone } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import { requireFrozenProof } from './freezing.operations.ts'
import { YearInput } from './report-drafts.operations.ts'
import { Correction, ValueUsage } from './value-usage.model.ts'
import * as store from './value-usage.store.ts'

export const valueUses = operation({
  name: 'reports.usage',
  former: { name: 'reports.uses' },
  summary: 'The frozen reports that used some values of a unit, and for what.',
  effect: 'read',
  may: anyone,
  input: z.object({
    /** The code of the unit. */
    unit: z.string().min(1).max(50),
    /** Ids of values: a number with its corrections. */
    values: z.union([z.array(z.uuid()).max(200), z.uuid().transform((id) => [id])]),
  }),
  output: z.array(ValueUsage),
  run: ({ tx }, { unit, values }) => store.listUses(tx, { unitCode: unit, values }),
})

export const corrections = operation({
  name: 'reports.corrections',
  summary:
    'The figures of a frozen report that were corrected or taken back since; the report keeps what it was signed with.',
  effect: 'read',
  reads: ['organisation', 'indicators'],
  may: anyone,
  input: YearInput,
  output: z.array(Correction),
  async run({ tx }, { year }) {
    await requireFrozenProof(tx, year)
    const corrections = await store.listCorrections(tx, { year })
    return corrections.sort(
      (a, b) =>
        a.unitCode.localeCompare(b.unitCode) || a.subject.localeCompare(b.subject) || (a.year ?? 0) - (b.year ?? 0),
    )
  },
})
