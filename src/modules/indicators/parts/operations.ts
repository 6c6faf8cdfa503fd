/** Walks a total back: every unit below with what it gave, and the totals by category. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { DateText, requireUnit, rootUnit } from '#modules/organisation'
import { anyone } from '#platform/authority.ts'
import { operation } from '#platform/operation.ts'
import { CategorySum, Indicator, Part } from '../model.ts'
import { evaluate, evaluatePart, formulaOf } from '../rules.ts'
import * as catalogue from '../store.ts'
import { problems } from '../texts.ts'
import * as store from './store.ts'

export const parts = operation({
  name: 'indicators.parts',
  summary: 'What a total of one year is made from: each unit below with its own figures, and totals by category.',
  effect: 'read',
  may: anyone,
  input: z.object({
    indicator: z.string(),
    year: z.coerce.number().int().min(1900).max(2200),
    /** Code of a unit; the city where none is given. */
    unit: z.string().optional(),
    on: DateText.optional(),
  }),
  output: z.object({
    indicator: Indicator,
    /** The day whose tree was summed; null for indicators that are only ever recorded. */
    on: z.string().nullable(),
    parts: z.array(Part),
    categories: z.array(CategorySum),
  }),
  async run({ tx, today }, { indicator: code, year, unit: unitCode, on = today }) {
    const [indicator] = await catalogue.listIndicators(tx, { codes: [code] })
    if (!indicator) throw new ProblemError(problems.unknownIndicator({ code }, ['indicator']))
    const formula = formulaOf(indicator)
    if (!formula) return { indicator, on: null, parts: [], categories: [] }
    const under = unitCode ? await requireUnit(tx, unitCode, on) : await rootUnit(tx, on)
    const asked = { formula, year, under: under.id }
    const rows = await store.partsOf(tx, asked)
    const categories = await store.categoriesOf(tx, asked)
    return {
      indicator,
      on: rows[0] ? earlier(rows[0].on, today) : null,
      parts: rows.map(({ on: _, ...row }) => ({ ...row, value: evaluatePart(indicator, row) })),
      categories: categories.map((sum) => ({ ...sum, value: evaluate(indicator, sum) })),
    }
  },
})

/** A year that runs on is summed on the tree of its last day; nobody is told of a day to come. */
function earlier(a: string, b: string): string {
  return a < b ? a : b
}
