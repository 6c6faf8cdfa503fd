/** Where shapes lie upon each other, and how much: measured along many parallels, so that no shape is too broken to be measured. */

import type { Shape } from './boundaries.model.ts'
import { type Box, boxOf, parallelStripKm2 } from './shape-measures.rules.ts'

export interface Overlap {
  /** Places of the two in the list. */
  readonly one: number
  readonly other: number
  readonly areaKm2: number
}

export interface Overlaps {
  readonly overlaps: readonly Overlap[]
  /** Whether all were looked at: a file made to be slow is given up, and that is said. */
  readonly isWhole: boolean
}

/** Parallels that the common part of two shapes is measured along. */
const lines = 240

/** Steps over pairs, edges and crossings: a city's communes with their 300,000 positions take some four million. */
const mostSteps = 60_000_000

interface Measured {
  readonly at: number
  readonly shape: Shape
  readonly box: Box
}

/** Overlaps of any two of the shapes, the largest first; those of less than `leastKm2` are how borders are drawn, not overlaps. */
export function overlapsOf(shapes: readonly Shape[], leastKm2: number): Overlaps {
  const sorted = shapes
    .map((shape, at): Measured => ({ at, shape, box: boxOf(shape) }))
    .sort((one, other) => one.box.west - other.box.west)
  const budget = { steps: mostSteps }
  const overlaps: Overlap[] = []
  for (const [place, one] of sorted.entries()) {
    for (let next = place + 1; next < sorted.length; next++) {
      const other = sorted[next]
      if (!other || other.box.west >= one.box.east) break
      if (--budget.steps < 0) return { overlaps: largestFirst(overlaps), isWhole: false }
      const areaKm2 = commonKm2(one, other, leastKm2, budget)
      if (areaKm2 >= leastKm2 && areaKm2 > 0) {
        overlaps.push({ one: Math.min(one.at, other.at), other: Math.max(one.at, other.at), areaKm2 })
      }
    }
  }
  return { overlaps: largestFirst(overlaps), isWhole: budget.steps >= 0 }
}

function largestFirst(overlaps: readonly Overlap[]): Overlap[] {
  return overlaps.toSorted((a, b) => b.areaKm2 - a.areaKm2)
}

function commonKm2(one: Measured, other: Measured, leastKm2: number, budget: { steps: number }): number {
  const west = Math.max(one.box.west, other.box.west)
  const east = Math.min(one.box.east, other.box.east)
  const south = Math.max(one.box.south, other.box.south)
  const north = Math.min(one.box.north, other.box.north)
  if (east <= west || north <= south) return 0
  // What both boxes share is the most that the shapes can.
  if (parallelStripKm2(south, north, east - west) < leastKm2) return 0
  const step = (north - south) / lines
  const [ones, others] = [one.shape, other.shape].map((shape) => crossings(shape, south, step, budget))
  let sum = 0
  for (let line = 0; line < lines; line++) {
    const width = commonLength(ones?.[line] ?? [], others?.[line] ?? [])
    if (width > 0) sum += parallelStripKm2(south + line * step, south + (line + 1) * step, width)
  }
  return sum
}

/** Where the edges of a shape cross each of the parallels, from west to east. */
function crossings(shape: Shape, south: number, step: number, budget: { steps: number }): number[][] {
  const crossingsByLine: number[][] = Array.from({ length: lines }, () => [])
  for (const ring of shape.flat()) {
    budget.steps -= ring.length
    for (let index = 1; index < ring.length && budget.steps >= 0; index++) {
      const [[ax, ay], [bx, by]] = [ring[index - 1] ?? [0, 0], ring[index] ?? [0, 0]]
      // A parallel runs through the middle of its strip; an edge holds its lower end, not its upper one.
      const first = Math.max(0, Math.ceil((Math.min(ay, by) - south) / step - 0.5))
      const last = Math.min(lines - 1, Math.ceil((Math.max(ay, by) - south) / step - 0.5) - 1)
      for (let line = first; line <= last; line++) {
        const lat = south + (line + 0.5) * step
        crossingsByLine[line]?.push(ax + ((lat - ay) / (by - ay)) * (bx - ax))
      }
      budget.steps -= Math.max(0, last - first + 1)
    }
  }
  for (const line of crossingsByLine) line.sort((a, b) => a - b)
  return crossingsByLine
}

/** Inside is between the first and second crossing, the third and fourth, and so on. */
function commonLength(ones: readonly number[], others: readonly number[]): number {
  let [sum, i, j] = [0, 0, 0]
  while (i + 1 < ones.length && j + 1 < others.length) {
    const [from = 0, to = 0, otherFrom = 0, otherTo = 0] = [ones[i], ones[i + 1], others[j], others[j + 1]]
    sum += Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom))
    if (to < otherTo) i += 2
    else j += 2
  }
  return sum
}
