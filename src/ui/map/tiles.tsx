/** The map of equal hexagons: every unit as large as any other, coloured in five classes, each a link with its value. */

import { breaksOf, classOf } from '#ui/map/classes.ts'
import { centreOf, type Tile } from '#ui/map/tile-layout.ts'
import type { Reader } from '#ui/reader.ts'
import { words } from '#ui/words.ts'

export interface TileUnit {
  readonly id: string
  readonly name: string
  /** Absent where there is no number: drawn with a hatch, never as zero. */
  readonly value?: number
  readonly href?: string
  /** Said after the value: "ước tính". */
  readonly note?: string
}

export interface TileMapProps {
  readonly reader: Reader
  /** Unique on the page. */
  readonly id: string
  /** What the map shows, for a screen reader and the legend. */
  readonly title: string
  /** From `layoutTiles`, kept by the caller. */
  readonly tiles: readonly Tile[]
  readonly units: readonly TileUnit[]
  format(value: number): string
  /** Where the colours change (up to four); by equal shares of the units unless told. */
  readonly breaks?: readonly number[]
  /** The unit this page is about. */
  readonly currentId?: string
}

const width = 30
const radius = width / Math.sqrt(3)
const margin = 4
/** A tile is this much larger than drawn where there is room, so that a city of few units is not blown up. */
const shownScale = 1.4

export function TileMap(props: TileMapProps) {
  const { reader, id, title, tiles, units } = props
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  const values = units.flatMap((unit) => (unit.value === undefined ? [] : [unit.value]))
  const breaks = props.breaks ?? breaksOf(values)
  const columns = Math.max(0, ...tiles.map((tile) => centreOf(tile).x)) + 1
  const rows = Math.max(0, ...tiles.map((tile) => tile.row))
  const box = [
    -width / 2 - margin,
    -radius - margin,
    columns * width + 2 * margin,
    rows * 1.5 * radius + 2 * radius + 2 * margin,
  ]
  const shownWidth = Math.round((columns * width + 2 * margin) * shownScale)
  const inReadingOrder = [...tiles].sort((a, b) => a.row - b.row || a.col - b.col)
  const empty = units.some((unit) => unit.value === undefined)
  return (
    <div class="tile-figure">
      <a class="skip" href={`#${id}-end`}>
        {reader.say(words.mapSkip)}
      </a>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are links cannot be a fieldset */}
      <svg class="tile-map" width={shownWidth} viewBox={box.map(round).join(' ')} role="group" aria-label={title}>
        {empty && <Hatch id={`${id}-hatch`} />}
        {inReadingOrder.map((tile) => {
          const unit = unitOf.get(tile.id)
          return unit && <Hexagon key={tile.id} {...props} tile={tile} unit={unit} breaks={breaks} />
        })}
      </svg>
      <Legend {...props} breaks={breaks} empty={empty} />
      <span id={`${id}-end`} tabindex={-1} />
    </div>
  )
}

function Hexagon(props: TileMapProps & { tile: Tile; unit: TileUnit; breaks: readonly number[] }) {
  const { reader, id, tile, unit, breaks, format, currentId } = props
  const value = unit.value === undefined ? reader.say(words.noData) : format(unit.value)
  const name = `${unit.name}: ${value}${unit.note ? `, ${unit.note}` : ''}`
  const { x, y } = centreOf(tile)
  const path = hexagonAt(x * width, y * width)
  const current = unit.id === currentId ? '' : undefined
  const shape = (
    <>
      <title>{name}</title>
      <path class={unit.value === undefined ? 'tile-none' : `tile-${classOf(unit.value, breaks)}`} d={path} />
      {unit.value === undefined && <path fill={`url(#${id}-hatch)`} d={path} />}
    </>
  )
  if (!unit.href) {
    return <g data-current={current}>{shape}</g>
  }
  return (
    <a href={unit.href} aria-label={name} data-current={current} aria-current={current === '' ? 'true' : undefined}>
      {shape}
    </a>
  )
}

/** A pointed hexagon, drawn a little smaller than its cell so that paper shows between. */
function hexagonAt(x: number, y: number): string {
  const size = radius - 0.9
  const half = (size * Math.sqrt(3)) / 2
  return `M${round(x)} ${round(y - size)}l${round(half)} ${round(size / 2)}v${round(size)}l${round(-half)} ${round(size / 2)}l${round(-half)} ${round(-size / 2)}v${round(-size)}z`
}

function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path class="hatch" d="M0 0v6" />
    </pattern>
  )
}

function Legend(props: TileMapProps & { breaks: readonly number[]; empty: boolean }) {
  const { reader, id, breaks, empty, format } = props
  const classes = [undefined, ...breaks].map((from, index) => {
    const to = breaks[index]
    const className = `tile-${classOf(from ?? Number.NEGATIVE_INFINITY, breaks)}`
    if (from === undefined) {
      return { className, label: to === undefined ? '' : reader.say(words.below, { to: format(to) }) }
    }
    if (to === undefined) return { className, label: reader.say(words.from, { from: format(from) }) }
    return { className, label: reader.say(words.between, { from: format(from), to: format(to) }) }
  })
  return (
    <ul class="legend" aria-label={reader.say(words.mapLegend)}>
      {classes
        .filter(({ label }) => label)
        .map(({ className, label }) => (
          <li key={className}>
            <svg class="swatch" viewBox="0 0 14 14" aria-hidden="true">
              <rect class={`${className} tile-edge`} width="14" height="14" />
            </svg>
            {label}
          </li>
        ))}
      {empty && (
        <li>
          <svg class="swatch" viewBox="0 0 14 14" aria-hidden="true">
            <rect class="tile-none" width="14" height="14" />
            <rect fill={`url(#${id}-hatch)`} width="14" height="14" />
          </svg>
          {reader.say(words.noData)}
        </li>
      )}
    </ul>
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
