/** Outlines in degrees put on a sheet of whole numbers: fitted, written as short paths, and searched for room for a label. */
import { max, min, quantile } from 'd3-array'
import { geoMercator } from 'd3-geo'
import type { ShapeCoordinates } from '#ui/map/topology.ts'

/** The outline of a unit, in degrees. */
export interface Outline {
  readonly id: string
  readonly coordinates: ShapeCoordinates
}

/** Whole units of the drawing across a map: half a pixel of a wide window. */
export const drawnWidth = 1200

/** From degrees to the drawing. */
export interface Sheet {
  readonly height: number
  place(position: readonly [number, number]): readonly [x: number, y: number]
}

/** So that borders at the edge are drawn whole. */
const margin = 6

/** A sheet on which all `outlines` fit, with `around` of their size left free on each side. */
export function fitOutlines(outlines: readonly Outline[], around = 0): Sheet {
  return fitBox(boxOf(outlines), around)
}

interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

function fitBox({ west, south, east, north }: Box, around = 0): Sheet {
  const [wide, high] = [(east - west) * around, (north - south) * around]
  const corners: [number, number][] = [
    [west - wide, south - high],
    [east + wide, north + high],
  ]
  const projection = geoMercator().fitWidth(drawnWidth - 2 * margin, { type: 'MultiPoint', coordinates: corners })
  const place = ([lon, lat]: readonly [number, number]): readonly [number, number] => {
    const [x, y] = projection([lon, lat]) ?? [0, 0]
    return [Math.round(x) + margin, Math.round(y) + margin]
  }
  const [, bottom] = place(corners[0] ?? [west, south])
  return { height: Math.max(1, bottom + margin), place }
}

function boxOf(outlines: readonly Outline[]): Box {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const { coordinates } of outlines) {
    for (const [outer = []] of coordinates) {
      for (const [lon, lat] of outer) {
        west = Math.min(west, lon)
        east = Math.max(east, lon)
        south = Math.min(south, lat)
        north = Math.max(north, lat)
      }
    }
  }
  return { west, south, east, north }
}

/** Smaller than this across, in units of a drawing, a unit is hard to hit and its colour hard to read. */
const small = 110
/** An inset is worth its place when so many units are small and it shows them so much larger. */
const inset = { units: 8, zoom: 2 }

export interface Inset {
  readonly sheet: Sheet
  /** What it shows, in degrees: north-west and south-east. */
  readonly corners: readonly [readonly [number, number], readonly [number, number]]
  readonly outlines: readonly Outline[]
}

/** Where many small units lie close together, that part of the map drawn larger; undefined where it would help little. */
export function insetOf(outlines: readonly Outline[]): Inset | undefined {
  const whole = boxOf(outlines)
  const boxes = outlines.map((outline) => boxOf([outline]))
  const limit = ((whole.east - whole.west) * small) / drawnWidth
  const crowd = boxes.filter(({ west, east }) => east - west < limit)
  if (crowd.length < inset.units) return undefined
  const [west, east] = middleOf(crowd.map((box) => (box.west + box.east) / 2))
  const [south, north] = middleOf(crowd.map((box) => (box.south + box.north) / 2))
  const box = { west, south, east, north }
  const zoom = (whole.east - whole.west) / (east - west)
  const isTall = north - south > 1.3 * (east - west)
  if (!(zoom >= inset.zoom && Number.isFinite(zoom)) || isTall) return undefined
  const within = outlines.filter((_, index) => overlaps(boxes[index] ?? whole, box))
  const corners = [
    [west, north],
    [east, south],
  ] as const
  return { sheet: fitBox(box), corners, outlines: within }
}

/** A stretch that holds the middle half of the values and as much again around it: a few far off do not widen it. */
function middleOf(values: readonly number[]): [from: number, to: number] {
  const [low = 0, high = 0] = [quantile(values, 0.25), quantile(values, 0.75)]
  const spread = (high - low) * 0.75
  return [low - spread, high + spread]
}

function overlaps(one: Box, other: Box): boolean {
  return one.west < other.east && one.east > other.west && one.south < other.north && one.north > other.south
}

/** The outline as a path of steps: a step is a few digits where a position is eight. */
export function pathOf({ coordinates }: Outline, sheet: Sheet): string {
  return coordinates.flatMap((polygon) => polygon.map((ring) => ringPath(ring.map(sheet.place)))).join('')
}

function ringPath(points: readonly (readonly [number, number])[]): string {
  const [first] = points
  if (!first) return ''
  let [x, y] = first
  let steps = ''
  for (const [toX, toY] of points.slice(1, -1)) {
    if (toX === x && toY === y) continue
    const dy = toY - y
    steps += `${toX - x}${dy < 0 ? '' : ' '}${dy}`.replace(/^(?!-)/, steps ? ' ' : '')
    x = toX
    y = toY
  }
  return steps ? `M${first[0]} ${first[1]}l${steps}z` : ''
}

/** Level lines on which room for a label is looked for. */
const tries = 15

/** The middle of a level line within the outline that the label fits on, a wide one near the middle; undefined where it fits nowhere. */
export function spotFor(
  { coordinates }: Outline,
  sheet: Sheet,
  label: { width: number; height: number },
): readonly [x: number, y: number] | undefined {
  const rings = coordinates.flatMap((polygon) => polygon.map((ring) => ring.map(sheet.place)))
  const heights = rings.flat().map(([, y]) => Math.min(sheet.height, Math.max(0, y)))
  const [top, bottom] = [min(heights) ?? 0, max(heights) ?? 0]
  let best: { worth: number; spot: readonly [number, number] } | undefined
  for (let index = 1; index <= tries; index++) {
    const y = Math.round(top + ((bottom - top) * index) / (tries + 1))
    if (y < label.height / 2 || y > sheet.height - label.height / 2) continue
    const offMiddle = Math.abs(y - (top + bottom) / 2)
    // Clear above and below too: a label has a height.
    const lines = [y - label.height / 2, y, y + label.height / 2].map((line) => chordsAt(rings, line))
    for (const [from, to] of common(lines)) {
      const worth = Math.min(to - from, 2 * label.width) - offMiddle
      if (to - from < label.width || worth <= (best?.worth ?? Number.NEGATIVE_INFINITY)) continue
      best = { worth, spot: [Math.round((from + to) / 2), y] }
    }
  }
  return best?.spot
}

type Chord = readonly [from: number, to: number]

/** Where a level line is within the rings and on the sheet. */
function chordsAt(rings: readonly (readonly (readonly [number, number])[])[], y: number): Chord[] {
  const crossings: number[] = []
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) {
      const [a, b] = [ring[index - 1], ring[index]]
      if (!a || !b || a[1] > y === b[1] > y) continue
      crossings.push(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
    }
  }
  crossings.sort((a, b) => a - b)
  const chords: Chord[] = []
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const from = Math.max(margin, crossings[index] ?? 0)
    const to = Math.min(drawnWidth - margin, crossings[index + 1] ?? 0)
    if (to > from) chords.push([from, to])
  }
  return chords
}

/** What all lines have in common. */
function common(lines: readonly Chord[][]): Chord[] {
  return lines.reduce((one, other) =>
    one.flatMap(([from, to]) =>
      other.flatMap(([otherFrom, otherTo]): Chord[] => {
        const both: Chord = [Math.max(from, otherFrom), Math.min(to, otherTo)]
        return both[1] > both[0] ? [both] : []
      }),
    ),
  )
}
