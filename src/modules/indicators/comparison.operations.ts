/** One indicator of several units side by side, in a few statements whatever their number. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Code } from '#kernel/schema.ts'
import { DateText, UnitLinkShape } from '#modules/organisation'
import { anyone } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { findPlaces, recordedOfPlaces } from './comparison.store.ts'
import { BoundaryDay } from './conversion/boundary-day.model.ts'
import { dayOf } from './conversion/conversion.rules.ts'
import { type Formula, Indicator, Point } from './indicators.model.ts'
import { formulaOf, levelFormulaOf, rolledUpOf, seriesOf } from './indicators.rules.ts'
import { problems } from './indicators.texts.ts'
import { isSaid, requireIndicators, subjectsOf, yearsTo } from './series.operations.ts'
import { type Sum, sumsOf } from './sums/sums.store.ts'

/** More lines than these nobody can tell apart. */
export const mostCompared = 8

export const compare = operation({
  name: 'indicators.compare',
  former: { fields: { boundaries: 'tree', conversion: 'rebased' } },
  summary: 'One indicator of several units over the years, as reported then or re-based on the tree of a day.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: z.object({
    indicator: Code,
    /** Codes of places, of any level. */
    units: z.array(Code).max(mostCompared),
    /** The day on which the codes name the units: that of the tree asked for, else today. */
    on: DateText.optional(),
    boundaries: BoundaryDay.optional(),
  }),
  output: z.object({
    indicator: Indicator,
    /** In the order asked for. */
    units: z.array(z.object({ unit: UnitLinkShape, points: z.array(Point) })),
    /** Codes that name no place on that day. */
    missing: z.array(z.string()),
  }),
  async run(
    { tx, today },
    { indicator: code, units: codes, boundaries: boundaryDay, on = dayOf(boundaryDay) ?? today },
  ) {
    const [indicator] = await requireIndicators(tx, [code])
    if (!indicator) throw new ProblemError(problems.unknownIndicator({ code }, ['indicator']))
    const placesInAnyOrder = await findPlaces(tx, { codes, on })
    const places = codes.flatMap((each) => placesInAnyOrder.find((place) => place.code === each) ?? [])
    const input = { indicator, places, boundaries: dayOf(boundaryDay), lastYear: Number(today.slice(0, 4)) }
    const rolledUp = await sumsOfPlaces(tx, input)
    const recorded = await recordedOfPlaces(tx, {
      unitIds: places.map(({ id }) => id),
      subjects: subjectsOf(indicator),
      landOn: input.boundaries,
    })
    return {
      indicator,
      units: places.map(({ id, ...place }) => ({
        unit: { ...place, on },
        points: seriesOf(
          rolledUp.filter((sum) => sum.unitId === id).map((sum) => rolledUpOf(indicator, sum)),
          recorded.filter((value) => value.unitId === id),
        ),
      })),
      missing: codes.filter((each) => !placesInAnyOrder.some((place) => place.code === each)),
    }
  },
})

interface ComparisonQuery {
  readonly indicator: Indicator
  readonly places: readonly { readonly id: string; readonly kind: string }[]
  readonly boundaries: string | undefined
  readonly lastYear: number
}

/** A sum has one formula for all; a level is asked of the units of each kind apart. */
async function sumsOfPlaces(
  tx: Tx,
  { indicator, places, boundaries: boundaryDay, lastYear }: ComparisonQuery,
): Promise<Sum[]> {
  const formula = formulaOf(indicator)
  const groups: [Formula | undefined, readonly string[]][] = formula
    ? [[formula, places.map(({ id }) => id)]]
    : [...Map.groupBy(places, ({ kind }) => kind)].map(([kind, own]) => [
        boundaryDay ? levelFormulaOf(indicator, kind) : undefined,
        own.map(({ id }) => id),
      ])
  const sums: Sum[] = []
  for (const [each, under] of groups) {
    if (!each || under.length === 0) continue
    const sumsOfGroup = await sumsOf(tx, { formulas: [each], years: yearsTo(lastYear), under, boundaries: boundaryDay })
    sums.push(...sumsOfGroup.filter((sum) => isSaid(sum, each.isLowest ? [each] : [])))
  }
  return sums
}
