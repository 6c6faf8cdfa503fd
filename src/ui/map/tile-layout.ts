/**
 * Lays units out as hexagons of equal size, one each, near where they are: places that crowd are pushed apart,
 * places far off are drawn in, then each takes the cell of the grid that moves all of them least.
 */
import { assignLeastCost } from '#ui/map/assignment.ts'

/** A place in degrees, such as the seat of a commune. */
export interface PlacedPoint {
  readonly id: string
  readonly lon: number
  readonly lat: number
}

/** A cell of a grid of pointed hexagons; odd rows stand half a cell to the right. Both count from 0, from the north-west. */
export interface Tile {
  readonly id: string
  readonly col: number
  readonly row: number
}

type Cell = Pick<Tile, 'col' | 'row'>

interface Spot {
  x: number
  y: number
}

const rowHeight = Math.sqrt(3) / 2

/**
 * The same input gives the same tiles, in any order of points: a layout may be kept for as long as the units stand.
 * Meant for up to about 1,000 points (126 take some 20 ms, 600 about half a second).
 */
export function layoutTiles(points: readonly PlacedPoint[]): Tile[] {
  const sorted = [...points].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const spots = spread(project(sorted))
  const cells = cellsAround(spots)
  const taken = assignLeastCost(spots.map((spot) => cells.map((cell) => squaredDistance(spot, centreOf(cell)))))
  const chosen = taken.map((index) => cells[index] ?? { col: 0, row: 0 })
  const placed = fromZero(chosen)
  const tiles = new Map(sorted.map((point, index) => [point.id, placed[index]]))
  return points.map((point) => ({ id: point.id, ...(tiles.get(point.id) ?? { col: 0, row: 0 }) }))
}

/** Moves the cells so that both counts start at 0. By an odd number of rows, odd rows lose their half step: then they take a whole one. */
function fromZero(cells: readonly Cell[]): Cell[] {
  const firstRow = Math.min(...cells.map((cell) => cell.row))
  const turned = firstRow % 2 !== 0
  const moved = cells.map(({ col, row }) => ({
    col: turned && row % 2 !== 0 ? col + 1 : col,
    row: row - firstRow,
  }))
  const firstCol = Math.min(...moved.map((cell) => cell.col))
  return moved.map(({ col, row }) => ({ col: col - firstCol, row }))
}

/** The centre of a cell, in widths of a hexagon. */
export function centreOf(cell: Cell): Spot {
  return { x: cell.col + (Math.abs(cell.row) % 2) / 2, y: cell.row * rowHeight }
}

/** Degrees to a plane whose unit is about the width of one hexagon. */
function project(points: readonly PlacedPoint[]): Spot[] {
  const middle = mean(points.map((point) => point.lat))
  const narrowing = Math.cos((middle * Math.PI) / 180)
  const plane = points.map((point) => ({ x: point.lon * narrowing, y: -point.lat }))
  const x0 = mean(plane.map((spot) => spot.x))
  const y0 = mean(plane.map((spot) => spot.y))
  const spreadOf = (side: 'x' | 'y', centre: number) =>
    Math.sqrt(mean(plane.map((spot) => (spot[side] - centre) ** 2))) || 1e-9
  // Places spread evenly over a square of n cells deviate by sqrt(n / 12) on each side.
  const wanted = Math.sqrt((points.length * rowHeight) / 12)
  const scale = wanted / Math.sqrt(spreadOf('x', x0) * spreadOf('y', y0))
  const bounded = Math.min(scale, wanted / Math.max(spreadOf('x', x0), spreadOf('y', y0)) / 0.5)
  return plane.map((spot) => ({ x: (spot.x - x0) * bounded, y: (spot.y - y0) * bounded }))
}

/** Pushes apart what is nearer than one hexagon, and draws each towards its nearest neighbours when it stands far off. */
function spread(start: readonly Spot[]): Spot[] {
  // Two places at one spot need a first push: each its own direction, by the golden angle.
  const spots = start.map((spot, i) => ({ x: spot.x + 1e-3 * Math.cos(i * 2.4), y: spot.y + 1e-3 * Math.sin(i * 2.4) }))
  const neighbours = nearest(start, 6)
  for (let round = 0; round < 120; round++) {
    const moves = spots.map(() => ({ x: 0, y: 0 }))
    repel(spots, moves)
    const pull = 0.12 * (1 - round / 120)
    spots.forEach((spot, i) => {
      const move = moves[i] ?? { x: 0, y: 0 }
      for (const j of neighbours[i] ?? []) {
        const other = spots[j] ?? spot
        const distance = Math.hypot(other.x - spot.x, other.y - spot.y)
        if (distance <= 1) continue
        const step = (pull * (distance - 1)) / distance
        move.x += step * (other.x - spot.x)
        move.y += step * (other.y - spot.y)
      }
      spot.x += move.x
      spot.y += move.y
    })
  }
  return spots
}

function repel(spots: readonly Spot[], moves: readonly Spot[]): void {
  for (let i = 0; i < spots.length; i++) {
    const a = spots[i]
    const moveA = moves[i]
    if (!a || !moveA) continue
    for (let j = i + 1; j < spots.length; j++) {
      const b = spots[j]
      const moveB = moves[j]
      if (!b || !moveB) continue
      const dx = b.x - a.x
      const dy = b.y - a.y
      const squared = dx * dx + dy * dy
      if (squared >= 1) continue
      const distance = Math.sqrt(squared) || 1e-6
      const push = (0.4 * (1 - distance)) / distance
      moveA.x -= push * dx
      moveA.y -= push * dy
      moveB.x += push * dx
      moveB.y += push * dy
    }
  }
}

function nearest(spots: readonly Spot[], count: number): number[][] {
  return spots.map((spot, i) =>
    spots
      .map((other, j) => ({ j, distance: squaredDistance(spot, other) }))
      .filter(({ j }) => j !== i)
      .sort((a, b) => a.distance - b.distance || a.j - b.j)
      .slice(0, count)
      .map(({ j }) => j),
  )
}

/** The cells worth taking: within a few widths of some place, at least one for each. */
function cellsAround(spots: readonly Spot[]): Cell[] {
  for (let reach = 1.2; ; reach += 0.6) {
    const cells = new Map<string, Cell>()
    for (const spot of spots) {
      const middle = Math.round(spot.y / rowHeight)
      const rows = Math.ceil(reach / rowHeight)
      for (let row = middle - rows; row <= middle + rows; row++) {
        const first = Math.round(spot.x)
        for (let col = first - Math.ceil(reach) - 1; col <= first + Math.ceil(reach) + 1; col++) {
          const cell = { col, row }
          if (squaredDistance(spot, centreOf(cell)) <= reach * reach) cells.set(`${col} ${row}`, cell)
        }
      }
    }
    if (cells.size >= spots.length) return [...cells.values()].sort((a, b) => a.row - b.row || a.col - b.col)
  }
}

function squaredDistance(a: Spot, b: Spot): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
}
