/** Walks a total back: every unit below with what it gave, and the totals by category. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Code } from '#kernel/schema.ts'
import { DateText } from '#modules/organisation'
import { anyone } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { BoundaryDay } from '../conversion/boundary-day.model.ts'
import { requireUnitOnBoundaries } from '../conversion/conversion.operations.ts'
import { convertedPart, dayOf } from '../conversion/conversion.rules.ts'
import { CategorySum, Indicator, Part } from '../indicators.model.ts'
import { evaluate, evaluatePart, formulaOf, levelFormulaOf } from '../indicators.rules.ts'
import * as catalogue from '../indicators.store.ts'
import { problems } from '../indicators.texts.ts'
import * as store from './parts.store.ts'
import { hashing } from './sums.store.ts'

const PartsInput = z.object({
  indicator: Code,
  year: z.coerce.number().int().min(1900).max(2200),
  /** Code of a unit; the city where none is given. */
  unit: Code.optional(),
  on: DateText.optional(),
  boundaries: BoundaryDay.optional(),
})

const Made = z.object({
  indicator: Indicator,
  /** The day whose tree was summed; null for indicators that are only ever recorded. */
  on: z.string().nullable(),
  parts: z.array(Part),
  categories: z.array(CategorySum),
})

export const parts = operation({
  name: 'indicators.parts',
  former: { fields: { boundaries: 'tree', conversion: 'rebased' } },
  summary:
    'What a total of one year is made from: each unit below with its own figures, or, on the tree of a day, with the places they come from; and totals by category.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: PartsInput,
  output: Made,
  run: ({ tx, today }, input) => partsOf(tx, today, input),
})

/** What a total is made from, as of a day. Throws `indicators.unknownIndicator`, `organisation.unknownUnit`. */
export async function partsOf(
  tx: Tx,
  today: string,
  { indicator: code, year, boundaries: boundaryDay, ...named }: z.infer<typeof PartsInput>,
): Promise<z.infer<typeof Made>> {
  const [indicator] = await catalogue.listIndicators(tx, { codes: [code] })
  if (!indicator) throw new ProblemError(problems.unknownIndicator({ code }, ['indicator']))
  const under = await requireUnitOnBoundaries(tx, { ...named, boundaries: boundaryDay }, today)
  const day = dayOf(boundaryDay)
  const formula = formulaOf(indicator) ?? (day ? levelFormulaOf(indicator, under.kind) : undefined)
  if (!formula) return { indicator, on: null, parts: [], categories: [] }
  const input = { formula, year, under: under.id, boundaries: day }
  const isSummed = !day || (!formula.isLowest && formula.atLeast === null)
  const { on, rows } = await hashing(tx, () => partRows(tx, input, today))
  const categories = isSummed ? await hashing(tx, () => store.categoriesOf(tx, input)) : []
  return {
    indicator,
    on,
    parts: rows.map((row) => ({ ...row, value: evaluatePart(indicator, row) })),
    categories: categories.map((sum) => ({ ...sum, value: evaluate(indicator, sum) })),
  }
}

type PartsQuery = Parameters<typeof store.partsOf>[1]

/** A year that runs on is summed on the tree of its last day; nobody is told of a day to come, unless they asked for its tree. */
async function partRows(tx: Tx, { boundaries: boundaryDay, ...input }: PartsQuery, today: string) {
  if (!boundaryDay) {
    const rows = await store.partsOf(tx, input)
    const own = rows.map(({ on: _, ...row }) => ({ ...row, conversion: null, sources: [] }))
    return { on: rows[0] ? earlier(rows[0].on, today) : null, rows: own }
  }
  const placed = await store.placedPartsOf(tx, { ...input, boundaries: boundaryDay, today })
  // A level on record is no sum: only where it was put together from other places is there something to walk back.
  const rows = input.formula.isLowest ? placed.filter((row) => !row.isSame) : placed
  const parts = rows.map(({ on, isSame, ...row }) => convertedPart(input.formula, on, row, isSame))
  const shownOn = rows[0]?.on ?? null
  return { on: shownOn && shownOn !== boundaryDay ? earlier(shownOn, today) : shownOn, rows: parts }
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
