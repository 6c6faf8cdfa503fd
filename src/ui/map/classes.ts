/** Classes of a map: where the colours change, and which colour a value takes. */
import { quantileSorted } from 'd3-array'

export const classCount = 5

/** Four breaks with about as many values in each of the five classes; equal breaks fall together. */
export function breaksOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) return []
  const breaks = [1, 2, 3, 4].map((part) => quantileSorted(sorted, part / classCount) ?? 0)
  const lowest = sorted[0] ?? 0
  return [...new Set(breaks.map(tidyBreak))].filter((at) => at > lowest)
}

/** The class of a value, 1 (lowest) to 5. With fewer breaks the colours keep their distance. */
export function classOf(value: number, breaks: readonly number[]): number {
  const passed = breaks.filter((at) => value >= at).length
  if (breaks.length === 0) return Math.ceil(classCount / 2)
  return 1 + Math.round((passed * (classCount - 1)) / breaks.length)
}

/** Three significant digits: a legend is read, not computed. */
function tidyBreak(value: number): number {
  return Number(value.toPrecision(3))
}
