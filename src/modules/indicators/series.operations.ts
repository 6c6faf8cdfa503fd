/** What can be done with indicators: list them, compute them live for any unit and year, and walk a number back. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Code, Slug } from '#kernel/schema.ts'
import { DateText, requireUnit, rootUnit, type UnitRef } from '#modules/organisation'
import { anyone } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { BoundaryDay } from './conversion/boundary-day.model.ts'
import { requireUnitOnBoundaries, unitOnBoundaries } from './conversion/conversion.operations.ts'
import { dayOf } from './conversion/conversion.rules.ts'
import type { Formula, NewValue } from './indicators.model.ts'
import { Indicator, Measure, Point, RecordedValue, UnitValue } from './indicators.model.ts'
import { formulaOf, formulaOfMeasure, leafKind, levelFormulaOf, rolledUpOf, seriesOf } from './indicators.rules.ts'
import * as store from './indicators.store.ts'
import { problems } from './indicators.texts.ts'
import { type Sum, sumsOf } from './sums/sums.store.ts'

/** Years looked at where none is asked: from the first plan figure to this year. */
const firstYear = 2017

export const listIndicators = operation({
  name: 'indicators.list',
  summary: 'All indicators with their formulas, and all measures with what they count.',
  effect: 'read',
  may: anyone,
  input: z.object({}),
  output: z.object({ indicators: z.array(Indicator), measures: z.array(Measure) }),
  run: ({ tx }) => catalogueOf(tx),
})

/** Every indicator and every measure. */
export async function catalogueOf(tx: Tx): Promise<{ indicators: Indicator[]; measures: Measure[] }> {
  return { indicators: await store.listIndicators(tx, {}), measures: await store.listMeasures(tx, {}) }
}

const SeriesInput = z.object({
  /** Codes of indicators; all where none is given. */
  indicators: z.union([z.array(Code).max(200), Code.transform((code) => [code])]).optional(),
  /** Code of a unit; the city where none is given. */
  unit: Code.optional(),
  /** The day on which the code names the unit: that of the tree asked for, else today. */
  on: DateText.optional(),
  boundaries: BoundaryDay.optional(),
})

export const series = operation({
  name: 'indicators.series',
  former: { fields: { boundaries: 'tree', conversion: 'rebased' } },
  summary:
    'Indicators of one unit over the years, as reported then or re-based on the tree of a day: the figure shown, why, and every other source.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: SeriesInput,
  output: z.array(z.object({ indicator: Indicator, points: z.array(Point) })),
  async run({ tx, today }, { indicators: codes, boundaries: boundaryDay, ...input }) {
    const unit = await requireUnitOnBoundaries(tx, { ...input, boundaries: boundaryDay }, today)
    return seriesFor(tx, codes, unit.id, Number(today.slice(0, 4)), boundaryDay)
  },
})

/**
 * The series of indicators (all where no codes are given) for a unit, in two statements whatever their number.
 * With a `tree` the unit is one of that day, and its years before and after are put together from the places whose land it has.
 * Throws `indicators.unknownIndicator`, and `indicators.notOnTree` for a unit that is not there on the day of the tree.
 */
export async function seriesFor(
  tx: Tx,
  codes: readonly string[] | undefined,
  unitId: string,
  lastYear: number,
  boundaryDay?: BoundaryDay,
) {
  const day = dayOf(boundaryDay)
  const indicators = codes ? await requireIndicators(tx, codes) : await store.listIndicators(tx, {})
  const years = yearsTo(lastYear)
  const levels = day ? levelsOf(indicators, (await unitOnBoundaries(tx, unitId, day)).kind) : []
  const formulas = [...formulasOf(indicators), ...levels]
  const sums = await sumsOf(tx, { formulas, years, under: unitId, boundaries: day })
  const subjects = indicators.flatMap(subjectsOf)
  const recorded = await store.recordedOf(tx, { unitId, subjects, category: 'total', landOn: day })
  return indicators.map((indicator) => {
    const own = new Set(subjectsOf(indicator))
    const points = seriesOf(
      sums
        .filter((sum) => sum.indicator === indicator.code && isSaid(sum, levels))
        .map((sum) => rolledUpOf(indicator, sum)),
      recorded.filter((value) => own.has(value.subject)),
    )
    return { indicator, points }
  })
}

/** A level is said of places that became another one; of a place that stayed what it was its own record speaks. */
export function isSaid(sum: Sum, levels: readonly Formula[]): boolean {
  const isLevel = levels.some((formula) => formula.code === sum.indicator)
  return sum.reported > 0 && (!isLevel || sum.conversion !== null)
}

function formulasOf(indicators: readonly Indicator[]): Formula[] {
  return indicators.map(formulaOf).filter((formula) => formula !== undefined)
}

/** Levels and yes/no as the lowest of what a unit of this kind was made from. */
function levelsOf(indicators: readonly Pick<Indicator, 'code' | 'kind' | 'numerator'>[], ofKind: string): Formula[] {
  return indicators.map((indicator) => levelFormulaOf(indicator, ofKind)).filter((formula) => formula !== undefined)
}

/** Under which subjects a figure of the indicator itself may have been recorded. */
export function subjectsOf(indicator: Indicator): string[] {
  const isItsMeasure = ['count', 'level', 'yes-no'].includes(indicator.kind) && indicator.atLeast === null
  return isItsMeasure && indicator.numerator ? [indicator.code, indicator.numerator] : [indicator.code]
}

/** The years that a series looks at. */
export function yearsTo(last: number): number[] {
  return Array.from({ length: last - firstYear + 1 }, (_, index) => firstYear + index)
}

export const byUnit = operation({
  name: 'indicators.byUnit',
  former: { fields: { boundaries: 'tree', conversion: 'rebased' } },
  summary: 'One indicator in one year for every unit of a kind, on the tree of that year or re-based on that of a day.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: z.object({
    indicator: Code,
    year: z.coerce.number().int().min(1900).max(2200),
    kind: Slug.default(leafKind),
    under: Code.optional(),
    boundaries: BoundaryDay.optional(),
  }),
  output: z.object({ indicator: Indicator, values: z.array(UnitValue) }),
  async run({ tx, today }, { indicator: code, year, kind, under, boundaries: boundaryDay }) {
    const [indicator] = await requireIndicators(tx, [code])
    if (!indicator) throw new ProblemError(problems.unknownIndicator({ code }))
    const day = dayOf(boundaryDay)
    const above = under ? await requireUnit(tx, under, day ?? `${year}-12-31`) : await rootUnit(tx, day ?? today)
    const formulas = [...formulasOf([indicator]), ...levelsOf([indicator], kind)]
    const sums = await sumsOf(tx, { formulas, years: [year], under: above.id, kind, boundaries: day })
    const values = sums.map((sum) => {
      const { unitCode, unitName, lon, lat } = sum
      return { ...rolledUpOf(indicator, sum), unitCode, unitName, lon, lat }
    })
    return { indicator, values }
  },
})

export const values = operation({
  name: 'indicators.values',
  former: { fields: { boundaries: 'tree', conversion: 'rebased' } },
  summary:
    'The values of an indicator or measure for one unit, as reported then or re-based: what is shown, and every recorded figure.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: z.object({
    indicator: Code,
    unit: Code,
    period: z.coerce.number().int().optional(),
    on: DateText.optional(),
    boundaries: BoundaryDay.optional(),
  }),
  output: z.array(Point),
  async run({ tx, today }, { indicator: code, period, boundaries: boundaryDay, ...input }) {
    const unit = await requireUnitOnBoundaries(tx, { ...input, boundaries: boundaryDay }, today)
    const lastYear = Number(today.slice(0, 4))
    const [indicator] = await store.listIndicators(tx, { codes: [code] })
    const points = indicator
      ? (await seriesFor(tx, [code], unit.id, lastYear, boundaryDay)).flatMap((one) => one.points)
      : await measureSeries(tx, code, unit, lastYear, dayOf(boundaryDay))
    return period === undefined ? points : points.filter((point) => point.year === period)
  },
})

/** A measure is looked at as the indicator that only sums it; a level re-based, as the lowest of what the unit was made from. */
async function measureSeries(
  tx: Tx,
  code: string,
  unit: UnitRef,
  lastYear: number,
  boundaryDay?: string,
): Promise<Point[]> {
  const [measure] = await store.listMeasures(tx, { codes: [code] })
  if (!measure) throw new ProblemError(problems.unknownIndicator({ code }, ['indicator']))
  const kind = measure.kind === 'level' || measure.kind === 'yes-no' ? measure.kind : 'count'
  const levels = boundaryDay ? levelsOf([{ code, kind, numerator: code }], unit.kind) : []
  const formula = formulaOfMeasure(measure)
  const formulas = formula ? [formula] : levels
  const sums = await sumsOf(tx, { formulas, years: yearsTo(lastYear), under: unit.id, boundaries: boundaryDay })
  const recorded = await store.recordedOf(tx, {
    unitId: unit.id,
    subjects: [code],
    category: 'total',
    landOn: boundaryDay,
  })
  const rolledUp = sums.filter((sum) => isSaid(sum, levels)).map((sum) => rolledUpOf({ kind }, sum))
  return seriesOf(rolledUp, recorded)
}

export const recordedOfUnit = operation({
  name: 'indicators.ofUnit',
  summary: 'Every current figure recorded for one unit.',
  effect: 'read',
  reads: ['organisation'],
  may: anyone,
  input: z.object({ unit: Code, on: DateText.optional() }),
  output: z.object({ measures: z.array(Measure), indicators: z.array(Indicator), values: z.array(RecordedValue) }),
  async run({ tx, today }, { unit: code, on = today }) {
    const unit = await requireUnit(tx, code, on)
    const values = await store.recordedOf(tx, { unitId: unit.id })
    const codes = [...new Set(values.map((value) => value.subject))]
    return {
      values,
      measures: await store.listMeasures(tx, { codes }),
      indicators: await store.listIndicators(tx, { codes }),
    }
  },
})

/** The indicators of these codes, in their order of the catalogue. Throws `indicators.unknownIndicator`. */
export async function requireIndicators(tx: Tx, codes: readonly string[]): Promise<Indicator[]> {
  const indicators = await store.listIndicators(tx, { codes })
  const missing = codes.find((code) => !indicators.some((indicator) => indicator.code === code))
  if (missing) throw new ProblemError(problems.unknownIndicator({ code: missing }, ['indicator']))
  return indicators
}

/** Records values for a module above, in its transaction; a second value of the same source corrects the first. */
export async function recordValues(
  tx: Tx,
  rows: readonly NewValue[],
  by: { accountId?: string; at: Date; reason: string; newId: () => string },
): Promise<number> {
  return store.insertValues(
    tx,
    rows.map((row) => ({ ...row, id: by.newId() })),
    by,
  )
}
