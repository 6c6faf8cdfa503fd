/** What is decided about maps: which one a page shows where nobody asks, and which of several is the one shown. */
import type { BoundarySpan } from './boundary-days.model.ts'

/** `then`: each year on its own map, as it was reported; a day: every year on the map of that day. */
export type BoundaryDay = string

interface Looked {
  readonly isCity: boolean
  /** The first day on which the unit, as it is looked at, no longer stood; null while it stands. */
  readonly validTo: string | null
}

/**
 * A place below the city is shown on its own land, so that its years before it existed come from those it was made from. The
 * city is the same on every map, and one of the past has its own years: both as they were reported.
 */
export function boundaryDayOf({ isCity, validTo }: Looked, on: string, today: string): BoundaryDay {
  const isPast = validTo !== null && validTo <= today
  return isCity || isPast ? 'then' : on
}

/** Whether a map is the one of this day. */
export function isSpanOf({ from, until }: BoundarySpan, day: BoundaryDay): boolean {
  return day !== 'then' && (from === null || from <= day) && (until === null || until >= day)
}

/** A day on which a map stood, to ask for it by: its first, or its last where the first is not on record. */
export function dayOfSpan({ from, until }: BoundarySpan, today: string): string {
  return from ?? until ?? today
}

/** Years that were made alike, in a row: "2021–2024". */
export function stretchesOf<T>(rows: readonly T[], yearOf: (row: T) => number, keyOf: (row: T) => string) {
  const stretches: { key: string; from: number; to: number; row: T }[] = []
  for (const row of rows) {
    const last = stretches.at(-1)
    const key = keyOf(row)
    if (last?.key === key && last.to === yearOf(row) - 1) last.to = yearOf(row)
    else stretches.push({ key, from: yearOf(row), to: yearOf(row), row })
  }
  return stretches
}
