/** The map of equal hexagons: every unit as large as any other, coloured in five classes, each a link with its value. */

import { breaksOf } from '#ui/map/classes.ts'
import { Hatch, Legend, type MapProps, MapUnitLink } from '#ui/map/legend.tsx'
import { centreOf, type Tile } from '#ui/map/tile-layout.ts'
import { words } from '#ui/words.ts'

export interface TileMapProps extends MapProps {
  /** From `layoutTiles`, kept by the caller. */
  readonly tiles: readonly Tile[]
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
        {empty && <Hatch id={`${id}-hatch`} scale={1} />}
        {inReadingOrder.map((tile) => {
          const unit = unitOf.get(tile.id)
          const { x, y } = centreOf(tile)
          const path = hexagonAt(x * width, y * width)
          return unit && <MapUnitLink key={tile.id} {...props} unit={unit} breaks={breaks} path={path} />
        })}
      </svg>
      <Legend {...props} breaks={breaks} empty={empty} />
      <span id={`${id}-end`} tabindex={-1} />
    </div>
  )
}

/** A pointed hexagon, drawn a little smaller than its cell so that paper shows between. */
function hexagonAt(x: number, y: number): string {
  const size = radius - 0.9
  const half = (size * Math.sqrt(3)) / 2
  return `M${round(x)} ${round(y - size)}l${round(half)} ${round(size / 2)}v${round(size)}l${round(-half)} ${round(size / 2)}l${round(-half)} ${round(-size / 2)}v${round(-size)}z`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
