/** Shows one recorded value with everything that was recorded in its place, before and after. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { UnitLinkShape } from '#modules/organisation'
import { anyone } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import { HistoryRow, Indicator, Measure } from '../model.ts'
import * as catalogue from '../store.ts'
import { problems } from '../texts.ts'
import { historyOf } from './store.ts'

export const history = operation({
  name: 'indicators.history',
  summary: 'One recorded value with its corrections, newest first: who gave it, when, and why it was changed.',
  effect: 'read',
  may: anyone,
  input: z.object({ unit: z.string(), id: z.uuid() }),
  output: z.object({
    unit: UnitLinkShape,
    /** The measure it counts, or the indicator where only the finished figure was published. */
    measure: Measure.nullable(),
    indicator: Indicator.nullable(),
    rows: z.array(HistoryRow),
  }),
  async run({ tx, today }, { unit, id }) {
    const rows = await historyOf(tx, { unitCode: unit, id, today })
    const [newest] = rows
    if (!newest) throw new ProblemError(problems.unknownValue())
    const codes = [newest.subject]
    const [measure] = await catalogue.listMeasures(tx, { codes })
    const [indicator] = await catalogue.listIndicators(tx, { codes })
    const link = { code: unit, name: newest.unitName, kind: newest.unitKind, on: newest.unitOn }
    return { unit: link, measure: measure ?? null, indicator: indicator ?? null, rows }
  },
})
