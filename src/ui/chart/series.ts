/** What charts draw: values over time against targets, and the sentence that says the same. */
import type { Reader } from '#ui/reader.ts'
import type { Status } from '#ui/status.tsx'
import { words } from '#ui/words.ts'

export interface ChartPoint {
  /** The time as a year and its fraction: 2026.5 is the middle of 2026. */
  readonly at: number
  /** The time as a person reads it: "11/2026". */
  readonly label: string
  readonly value: number
  readonly estimate?: boolean
  readonly status?: Status
  /** Where the value comes from: the table beside the chart leads there. */
  readonly href?: string
}

export interface ChartTarget {
  readonly at: number
  readonly label: string
  readonly value: number
  /** Where the plan says so. */
  readonly href?: string
}

export interface Series {
  readonly points: readonly ChartPoint[]
  readonly targets: readonly ChartTarget[]
}

export function inOrder<T extends { readonly at: number }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => a.at - b.at)
}

export interface Run {
  readonly estimate: boolean
  readonly points: readonly ChartPoint[]
}

/** A line in pieces, each drawn solid or dashed; a piece that leads to or from an estimate is one itself. */
export function runsOf(points: readonly ChartPoint[]): Run[] {
  const ordered = inOrder(points)
  const runs: { estimate: boolean; points: ChartPoint[] }[] = []
  for (const [index, point] of ordered.entries()) {
    const before = ordered[index - 1]
    if (!before) continue
    const estimate = Boolean(point.estimate || before.estimate)
    const last = runs.at(-1)
    if (last?.estimate === estimate) last.points.push(point)
    else runs.push({ estimate, points: [before, point] })
  }
  return runs
}

/** "Từ 38% (2021), đến 63,8% (11/2026), đích 50% (2025), đích 70% (2030)": the chart for those who do not see it. */
export function sentenceOf(reader: Reader, { points, targets }: Series, format: (value: number) => string): string {
  const ordered = inOrder(points)
  const first = ordered[0]
  const last = ordered.at(-1)
  const say = (item: ChartPoint | ChartTarget, text: (typeof words)['trendFrom' | 'trendTo' | 'trendTarget']) =>
    reader.say(text, { value: format(item.value), at: item.label })
  const parts = [
    first && last && first !== last ? say(first, words.trendFrom) : undefined,
    last ? say(last, words.trendTo) : reader.say(words.trendEmpty),
    ...inOrder(targets).map((target) => say(target, words.trendTarget)),
  ]
  const sentence = parts.filter(Boolean).join(', ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** Lowest and highest of all values, with some air; a flat line gets air too. */
export function valueRange({ points, targets }: Series, air = 0.12): [number, number] {
  const values = [...points, ...targets].map((item) => item.value)
  if (values.length === 0) return [0, 1]
  const low = Math.min(...values)
  const high = Math.max(...values)
  const margin = (high - low || Math.abs(high) || 1) * air
  return [low - margin, high + margin]
}

/** Two decimals are finer than any screen, and keep the page small. */
export function px(value: number): number {
  return Math.round(value * 100) / 100
}

/**
 * Places for labels that want to stand at `wanted` heights, in their order: at least `gap` apart, within `[top, bottom]` while
 * they fit, each as near to its wish as that allows.
 */
export function spread(wanted: readonly number[], gap: number, [top, bottom]: readonly [number, number]): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
  const placed = [...wanted]
  let lowest = top - gap
  for (const index of order) {
    lowest = Math.max(wanted[index] ?? top, lowest + gap)
    placed[index] = lowest
  }
  let highest = bottom + gap
  for (const index of order.reverse()) {
    highest = Math.min(placed[index] ?? bottom, highest - gap)
    placed[index] = highest
  }
  return placed
}
