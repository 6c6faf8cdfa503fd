/** Shows one recorded value with everything recorded in its place, before and after, and to those with rights who recorded it. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Code } from '#kernel/schema.ts'
import { nameOfAccounts } from '#modules/access'
import { UnitLinkShape } from '#modules/organisation'
import { anyOf, anyone, roleAt } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { HistoryRow, Indicator, Measure } from './indicators.model.ts'
import * as catalogue from './indicators.store.ts'
import { problems } from './indicators.texts.ts'
import { findOwner, findRecorders, historyOf } from './value-history.store.ts'

const ValueInput = z.object({ unit: Code, id: z.uuid() })

export const history = operation({
  name: 'indicators.history',
  summary: 'One recorded value with its corrections, newest first: who gave it, when, and why it was changed.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: ValueInput,
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

async function ownerOf({ unit, id }: { unit: string; id: string }, tx: Tx): Promise<string | undefined> {
  const [owner] = await findOwner(tx, { unitCode: unit, id })
  return owner?.unitId
}

export const recorders = operation({
  name: 'indicators.recorders',
  summary: 'Who recorded a value and what stood in its place before and after: names by the id of the value.',
  effect: 'read',
  may: anyOf(roleAt('reader', 'value.unit', ownerOf), roleAt('auditor', 'value.unit', ownerOf)),
  input: ValueInput,
  output: z.array(z.object({ id: z.uuid(), name: z.string() })),
  async run({ tx, today }, { unit, id }) {
    const [owner] = await findOwner(tx, { unitCode: unit, id })
    if (!owner) throw new ProblemError(problems.unknownValue())
    const rows = await historyOf(tx, { unitCode: unit, id, today })
    const recorders = await findRecorders(tx, { unitId: owner.unitId, ids: rows.map((row) => row.id) })
    const names = await nameOfAccounts(
      tx,
      recorders.map((row) => row.accountId),
    )
    return recorders.map((row) => ({ id: row.id, name: names.get(row.accountId) ?? '' }))
  },
})
