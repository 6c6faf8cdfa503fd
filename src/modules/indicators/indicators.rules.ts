/** Indicators decided: a formula over sums, and which of several figures is shown. */
import type { Formula, Indicator, Measure, Part, Point, RecordedValue, RolledUp } from './indicators.model.ts'

interface Sums {
  readonly numerator: number | null
  readonly denominator: number | null
}

/**
 * The value of an indicator over summed measures. Ratios and shares of units are percentages (0..100);
 * a ratio over nothing has no value. Levels and yes/no do not add up: they are only ever recorded.
 */
export function evaluate(indicator: Pick<Indicator, 'kind'>, sums: Sums): number | null {
  const { numerator, denominator } = sums
  switch (indicator.kind) {
    case 'ratio':
    case 'share-of-units':
      return numerator === null || !denominator ? null : (100 * numerator) / denominator
    case 'count':
      return numerator
    case 'level':
    case 'yes-no':
      return null
  }
}

/** The value of one unit by itself; for a share of units, 100 where it meets the condition and 0 where it does not. */
export function evaluatePart(
  indicator: Pick<Indicator, 'kind' | 'atLeast' | 'denominator'>,
  part: Pick<Part, 'numerator' | 'denominator'>,
): number | null {
  const { numerator, denominator } = part
  if (!numerator || (indicator.denominator && !denominator)) return null
  if (isLevel(indicator)) return numerator.amount
  if (indicator.atLeast === null) {
    return evaluate(indicator, { numerator: numerator.amount, denominator: denominator?.amount ?? null })
  }
  const isMet = numerator.amount >= indicator.atLeast
  return evaluate(indicator, { numerator: isMet ? 1 : 0, denominator: 1 })
}

/**
 * The figure shown for one year, of those that speak of it, by the rank of its source: approved submissions (1), official
 * statistics (2), the press (3). A sum of the units below has the rank of its least trusted part, so approved submissions,
 * which can be walked back, come before everything; a figure of the unit itself comes before a sum of the same rank.
 * Among recorded figures of one rank: the surer, then the later. A sample figure only where nothing real is known.
 * Undefined when there is none.
 */
export function choosePoint(
  year: number,
  rolledUp: RolledUp | undefined,
  recorded: readonly RecordedValue[],
): Point | undefined {
  const ordered = [...recorded].sort(bySource)
  const best = ordered[0]
  const summed = rolledUp?.value === null ? undefined : rolledUp
  const others = { rolledUp: rolledUp ?? null, recorded: ordered }
  const preferRecorded = best && (!summed || isBefore(best, summed))
  if (preferRecorded) {
    const { qualifier, status, asOf, isSample, source } = best
    const shown = { shown: 'published', source, conversion: null } as const
    return { year, value: best.amount, qualifier, status, asOf, isSample, ...shown, ...others }
  }
  if (!summed || summed.value === null) return undefined
  const { value, status, asOf, isSample, conversion } = summed
  return {
    year,
    value,
    qualifier: null,
    status,
    asOf,
    isSample,
    shown: 'rolled-up',
    source: null,
    conversion,
    ...others,
  }
}

function isBefore(recorded: RecordedValue, summed: RolledUp): boolean {
  if (recorded.isSample !== summed.isSample) return summed.isSample
  return recorded.source.rank <= (summed.rank ?? Number.POSITIVE_INFINITY)
}

const sureness = { high: 0, medium: 1, low: 2 } as const

function bySource(a: RecordedValue, b: RecordedValue): number {
  return (
    Number(a.isSample) - Number(b.isSample) ||
    a.source.rank - b.source.rank ||
    sureness[a.confidence] - sureness[b.confidence] ||
    (b.asOf ?? '').localeCompare(a.asOf ?? '') ||
    b.seq - a.seq
  )
}

/** Every year's figure that can be shown, oldest first. */
export function seriesOf(rolledUp: readonly RolledUp[], recorded: readonly RecordedValue[]): Point[] {
  // A figure whose source gives no date stands in no year; the unit's page still lists it.
  const dated = recorded.map((row) => row.year).filter((year) => year !== null)
  const years = new Set([...rolledUp.map((row) => row.year), ...dated])
  return [...years]
    .sort((a, b) => a - b)
    .map((year) =>
      choosePoint(
        year,
        rolledUp.find((row) => row.year === year),
        recorded.filter((row) => row.year === year),
      ),
    )
    .filter((point) => point !== undefined)
}

/** What a total over some units is worth: an estimate until every unit has reported, and where any came in part. */
export function statusOfSum(
  {
    reported,
    expected,
    conversion = null,
  }: Pick<RolledUp, 'reported' | 'expected'> & { conversion?: RolledUp['conversion'] },
  isProvisional: boolean,
): RolledUp['status'] {
  if (reported < expected || (conversion && conversion.basis !== 'whole')) return 'estimate'
  return isProvisional ? 'provisional' : 'confirmed'
}

/** A published period and the year it counts for: the calendar year, or the year in which a school year ends. */
export function yearOf(period: string): number {
  return Number(/^(\d{4})-(\d{4})$/.exec(period)?.[2] ?? period.slice(0, 4))
}

/** The value of an indicator over sums, with what it is worth. */
export function rolledUpOf(
  indicator: Pick<Indicator, 'kind'>,
  sum: Omit<RolledUp, 'value' | 'status'> & { isProvisional: boolean },
): RolledUp {
  const { year, numerator, denominator, reported, expected, rank, isSample, asOf, conversion } = sum
  const value = reported === 0 ? null : isLevel(indicator) ? numerator : evaluate(indicator, sum)
  const status = statusOfSum(sum, sum.isProvisional)
  return { year, value, numerator, denominator, reported, expected, rank, status, asOf, isSample, conversion }
}

function isLevel({ kind }: Pick<Indicator, 'kind'>): boolean {
  return kind === 'level' || kind === 'yes-no'
}

/** The kind of place that reports: a measure without an indicator is summed over it. */
export const leafKind = 'commune'

/** What is summed for an indicator; undefined for those that are only ever recorded. */
export function formulaOf(indicator: Indicator): Formula | undefined {
  const { code, kind, numerator, denominator, atLeast, unitKind } = indicator
  const isSummed = kind === 'ratio' || kind === 'share-of-units' || kind === 'count'
  return isSummed && numerator ? { code, numerator, denominator, atLeast, unitKind } : undefined
}

/** A level or yes/no of a unit itself: the lowest of the places it was made from. */
export function levelFormulaOf(
  indicator: Pick<Indicator, 'code' | 'kind' | 'numerator'>,
  ofKind: string,
): Formula | undefined {
  const { code, numerator } = indicator
  if (!isLevel(indicator) || !numerator) return undefined
  return { code, numerator, denominator: null, atLeast: null, unitKind: ofKind, isLowest: true }
}

/** A measure on its own is the count that only sums it. */
export function formulaOfMeasure(measure: Pick<Measure, 'code' | 'aggregate'>): Formula | undefined {
  if (measure.aggregate !== 'sum') return undefined
  return { code: measure.code, numerator: measure.code, denominator: null, atLeast: null, unitKind: leafKind }
}

/** When a shown figure was true, as people write it: 12/2024, 2024-2025, or the year alone. */
export function momentOf(point: Pick<Point, 'year' | 'asOf' | 'shown' | 'recorded'>): string {
  const period = point.shown === 'published' ? point.recorded[0]?.period : undefined
  if (period?.length === 9) return period
  const [year, month] = (point.asOf ?? period ?? '').split('-')
  return year && month ? `${month}/${year}` : String(point.year)
}

/** Recorded figures of one year that differ from the one shown. */
export function disagreeing(point: Pick<Point, 'value' | 'recorded' | 'rolledUp'>): number {
  const others = [...point.recorded.map((row) => row.amount), point.rolledUp?.value ?? null]
  return others.filter((value) => value !== null && Math.abs(value - point.value) > sameWithin).length
}

/** Figures that print alike at two decimals are one figure. */
const sameWithin = 0.005
