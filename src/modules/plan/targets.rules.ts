/** Progress decided: how a target stands against its path, and an honest forecast. The method is written on the progress page. */
import type { Assessment, Duty, Target } from './plan.model.ts'

/** A year's value of an indicator: percent, level, or 1 for yes. */
export interface YearValue {
  readonly year: number
  readonly value: number
  /** The published figure was "more than" or "less than" this. */
  readonly qualifier?: '>' | '<' | '~' | null
  /** The day it was counted, where known. */
  readonly asOf?: string | null
}

/** Below the path by up to this share of the way from start to target still counts as "at risk", not "off track". */
export const tolerance = 0.1

/** A forecast needs this many years; two always make a line. */
export const pointsForForecast = 3

/**
 * How a target stands, from the values up to its year and the path from the first known value to the target:
 * reached when its latest value meets it (at the target's year or already before); missed when the target year's own value
 * does not; before that, on track at or above the path, at risk within a tenth of the way below it, else off track.
 * What the figures cannot tell is no data: none at all, one point (which draws no path), or a year that is over without its own.
 */
export function standingOf(
  target: Pick<Target, 'year' | 'comparator' | 'value'>,
  values: readonly YearValue[],
  thisYear: number,
): Assessment {
  const known = values
    .filter((point) => point.year <= target.year && !isUndecided(target, point))
    .sort((a, b) => a.year - b.year)
  const latest = known.at(-1)
  const first = known[0]
  if (!latest || !first) return { status: 'no-data', reason: 'no-values', expected: null, forecast: null }
  const forecast = forecastOf(target, known)
  if (isMet(target, latest)) return { status: 'reached', reason: 'met', expected: null, forecast }
  if (latest.year === target.year) return { status: 'off-track', reason: 'missed', expected: null, forecast }
  if (thisYear > target.year) return { status: 'no-data', reason: 'outdated', expected: null, forecast }
  if (target.value === null || known.length < 2)
    return { status: 'no-data', reason: 'one-point', expected: null, forecast }
  return { ...againstPath(first, latest, { year: target.year, value: target.value }), forecast }
}

/**
 * How a target stood that an amendment took out of force: decided on what was known on its last day, with no forecast after.
 * A value whose day is not known counts with its year.
 */
export function inForceUntil(
  target: Pick<Target, 'year' | 'comparator' | 'value'>,
  values: readonly YearValue[],
  lastDay: string,
): Assessment {
  const lastYear = Number(lastDay.slice(0, 4))
  const known = values.filter(({ year, asOf }) => (asOf ? asOf <= lastDay : year <= lastYear))
  return { ...standingOf(target, known, lastYear), forecast: null }
}

/** The last day a target counted: the day before its amendment, or the last day of the units it counts, whichever is first. */
export function lastDayOf(target: Pick<Target, 'until'>, unitsLastDay: string | null): string | null {
  if (!target.until) return null
  const eve = dayBefore(target.until.effectiveOn)
  return unitsLastDay !== null && unitsLastDay < eve ? unitsLastDay : eve
}

/** What kind of document a number names: `12/QĐ-UBND` a decision, `290/KH-UBND` a plan. */
export function documentOf(symbol: string): 'decision' | 'plan' | 'resolution' | 'other' {
  const [, kind = ''] = /\/(?:\d{4}\/)?([\p{Lu}]+)/u.exec(symbol) ?? []
  return documentKinds.get(kind) ?? 'other'
}

const documentKinds: ReadonlyMap<string, 'decision' | 'plan' | 'resolution'> = new Map([
  ['QĐ', 'decision'],
  ['KH', 'plan'],
  ['NQ', 'resolution'],
])

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** A figure published as "more than 99" says nothing about 99,5; such a point is left out. */
function isUndecided(target: Pick<Target, 'comparator' | 'value'>, point: YearValue): boolean {
  if (point.qualifier === '>') return !isMet(target, { ...point, qualifier: null })
  if (point.qualifier === '<') return isMet(target, { ...point, qualifier: null })
  return false
}

function againstPath(first: YearValue, latest: YearValue, goal: { year: number; value: number }) {
  const way = goal.value - first.value
  const expected = first.value + (way * (latest.year - first.year)) / (goal.year - first.year)
  if (latest.value >= expected) return { status: 'on-track', reason: 'above-path', expected } as const
  const isNear = expected - latest.value <= tolerance * Math.abs(way)
  return isNear
    ? ({ status: 'at-risk', reason: 'near-path', expected } as const)
    : ({ status: 'off-track', reason: 'below-path', expected } as const)
}

/** Whether a value meets a target. */
export function isMet(target: Pick<Target, 'comparator' | 'value'>, point: YearValue): boolean {
  if (target.comparator === 'yes' || target.value === null) return point.value >= 1
  return target.comparator === '>' ? point.value > target.value : point.value >= target.value
}

/** Least squares through the yearly values, read at the target's year; percentages stay within 0..100. */
export function forecastOf(
  target: Pick<Target, 'year' | 'comparator'>,
  values: readonly YearValue[],
): Assessment['forecast'] {
  if (target.comparator === 'yes' || values.length < pointsForForecast) return null
  const count = values.length
  const meanYear = values.reduce((sum, point) => sum + point.year, 0) / count
  const meanValue = values.reduce((sum, point) => sum + point.value, 0) / count
  const spread = values.reduce((sum, point) => sum + (point.year - meanYear) ** 2, 0)
  const slope = values.reduce((sum, point) => sum + (point.year - meanYear) * (point.value - meanValue), 0) / spread
  const value = meanValue + slope * (target.year - meanYear)
  return { value: Math.min(100, Math.max(0, value)), points: count }
}

interface Headlined {
  readonly key: string
  readonly targets: readonly (Pick<Target, 'year'> & { readonly assessment: Assessment })[]
  /** True where an amendment took every target of the row out of force. */
  readonly isHistory?: boolean
}

/**
 * One standing for each key of the plan: of the next target that is not over yet, else of the last one. Where the indicator
 * changes between two target years, the key has two rows and still one headline. Rows that are history have none while others stand.
 */
export function headlinesOf<Row extends Headlined>(rows: readonly Row[], thisYear: number) {
  return [...Map.groupBy(rows, (row) => row.key)].flatMap(([key, all]) => {
    const inForce = all.filter((row) => !row.isHistory)
    const own = inForce.length > 0 ? inForce : all
    const target = currentTarget(
      own.flatMap((row) => row.targets),
      thisYear,
    )
    const row = own.find((each) => target && each.targets.includes(target))
    return row && target ? [{ key, row, target }] : []
  })
}

/** The next target that is not over yet, else the last. */
export function currentTarget<T extends Pick<Target, 'year'>>(targets: readonly T[], thisYear: number): T | undefined {
  const ordered = [...targets].sort((a, b) => a.year - b.year)
  return ordered.find((target) => target.year >= thisYear) ?? ordered.at(-1)
}

/** How many stand how; every status is counted, also with none. */
export function countStatuses(standings: readonly Pick<Assessment, 'status'>[]): Record<Assessment['status'], number> {
  const counts = { reached: 0, 'on-track': 0, 'at-risk': 0, 'off-track': 0, 'no-data': 0 }
  for (const { status } of standings) counts[status] += 1
  return counts
}

/** Who answers for a duty on a day. */
export function holderOn(holders: Duty['holders'], on: string): Duty['holders'][number] | undefined {
  return holders.find(({ validFrom, validTo }) => (!validFrom || validFrom <= on) && (!validTo || on < validTo))
}
