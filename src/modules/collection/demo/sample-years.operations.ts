/** Sample figures of years without a round: nobody sent them, so the way back from them ends at the words that they are a sample. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { insertSources, type NewValue, recordValues } from '#modules/indicators'
import { operator } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems } from '../collection.texts.ts'
import type { FormRow } from '../forms/forms.model.ts'
import { formOf } from '../forms/forms.operations.ts'
import { formsOfYear } from '../forms/forms.store.ts'
import { asOfDate } from '../submissions/submissions.rules.ts'
import { sampleCells } from './sample-cells.rules.ts'
import { placesOf } from './sample-places.operations.ts'
import { findHistory, measuresOfIndicators } from './sample-years.store.ts'

const sampleSource = {
  id: 'sample',
  kind: 'sample',
  rank: 1,
  title: 'Số liệu mẫu, không phải số liệu thật',
} as const

export const seedHistory = operation({
  name: 'collection.seedHistory',
  summary: 'Records sample figures of a year without a round for what indicators are computed from, labelled so.',
  effect: 'write',
  may: operator,
  input: z.object({ year: z.number().int() }),
  output: z.object({ values: z.number() }),
  async run(work, { year }) {
    if (await hasHistory(work, year)) throw new ProblemError(problems.alreadyLoaded())
    const needed = new Set((await measuresOfIndicators(work.tx, undefined)).map(({ measure }) => measure))
    const values = await recordYear(work, year, (row) => row.category === 'total' && needed.has(row.measure))
    work.audit({ subject: `sample ${year}`, new: { sample: true, values } })
    return { values }
  },
})

/** The year before a round as the round's forms ask for it, unless it is there; how many values it took. */
export async function recordYearBefore(work: Work, year: number, isWanted: (row: FormRow) => boolean): Promise<number> {
  return (await hasHistory(work, year - 1)) ? 0 : recordYear(work, year - 1, isWanted)
}

async function hasHistory({ tx }: Work, year: number): Promise<boolean> {
  return (await findHistory(tx, { year })).length > 0
}

async function recordYear(work: Work, year: number, isWanted: (row: FormRow) => boolean): Promise<number> {
  const { tx, now, newId } = work
  await insertSources(tx, [sampleSource])
  const on = `${year}-12-31`
  const forms = (await formsOfYear(tx, { year })).filter((form) => !form.perDuty)
  const places = await placesOf(tx, { kinds: forms.map((form) => form.audience), year, on })
  const values: NewValue[] = []
  for (const { id, audience } of forms) {
    const rows = (await formOf(tx, id)).rows.filter(isWanted)
    const clocks = new Map(rows.map((row) => [row.measure, row.clock]))
    for (const [unitId, place] of places) {
      if (place.kind !== audience) continue
      for (const { measure, category, amount } of sampleCells(place, { audience, rows }, year)) {
        const asOf = asOfDate(clocks.get(measure) ?? '', year, on)
        values.push({ ...figure, unitId, subject: measure, category, year, period: String(year), asOf, amount })
      }
    }
  }
  return recordValues(tx, values, { at: now, reason: 'sample', newId })
}

/** Nobody has confirmed it, whatever its year. */
const figure = { status: 'provisional', confidence: 'high', sourceId: sampleSource.id, isSample: true } as const
