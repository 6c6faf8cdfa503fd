/** Indicators decided: a formula over sums, and which of several figures is shown. */
import type { Indicator, Point, RecordedValue, RolledUp } from './model.ts'

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

/**
 * The figure shown for one year, of those that speak of it:
 * 1. the sum of approved values of the units below, because it can be walked back;
 * 2. else the recorded figure whose source ranks first, then the surer, then the later;
 * and a sample figure only where nothing real is known. Undefined when there is none.
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
  const preferRecorded = best && (!summed || (summed.isSample && !best.isSample))
  if (preferRecorded) {
    const { qualifier, status, asOf, isSample, source } = best
    return { year, value: best.amount, qualifier, status, asOf, isSample, shown: 'published', source, ...others }
  }
  if (!summed || summed.value === null) return undefined
  const { value, status, asOf, isSample } = summed
  return { year, value, qualifier: null, status, asOf, isSample, shown: 'rolled-up', source: null, ...others }
}

const sureness = { high: 0, medium: 1, low: 2 } as const

function bySource(a: RecordedValue, b: RecordedValue): number {
  return (
    Number(a.isSample) - Number(b.isSample) ||
    a.source.rank - b.source.rank ||
    sureness[a.confidence] - sureness[b.confidence] ||
    (b.asOf ?? '').localeCompare(a.asOf ?? '') ||
    b.recordedAt.localeCompare(a.recordedAt)
  )
}

/** Every year's figure that can be shown, oldest first. */
export function seriesOf(rolledUp: readonly RolledUp[], recorded: readonly RecordedValue[]): Point[] {
  const years = new Set([...rolledUp.map((row) => row.year), ...recorded.map((row) => row.year)])
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

/** What a total over some units is worth: an estimate until every unit has reported. */
export function statusOfSum(reported: number, expected: number, isProvisional: boolean): RolledUp['status'] {
  if (reported < expected) return 'estimate'
  return isProvisional ? 'provisional' : 'confirmed'
}

/** The tree a year's figures are summed on: that of its last day. */
export function treeDateOf(year: number): string {
  return `${year}-12-31`
}
