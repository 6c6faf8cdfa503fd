/** The map of a number over units: tiles of one size, laid out once for each set of units. */
import { unitPath } from '#modules/organisation'
import { layoutTiles, type PlacedPoint, type Tile } from '#ui/map/tile-layout.ts'
import { TileMap } from '#ui/map/tiles.tsx'
import type { Reader } from '#ui/reader.ts'

export interface MappedUnit {
  readonly unitCode: string
  readonly unitName: string
  readonly lon: number | null
  readonly lat: number | null
  readonly value: number | null
}

/** A map is laid out in a tenth of a second, or half a second for 579 units, and the units stand for years. */
const layouts = new Map<string, Tile[]>()
const mostLayouts = 20

/** Links lead to each unit on the day `on`. Units without a place on the map are left to the table. */
export function UnitMap(props: {
  reader: Reader
  id: string
  title: string
  units: readonly MappedUnit[]
  on: string
  format(value: number): string
}) {
  const { reader, id, title, units, on, format } = props
  const places = units.flatMap(({ unitCode, lon, lat }) =>
    lon === null || lat === null ? [] : [{ id: unitCode, lon, lat }],
  )
  if (places.length < 2) return null
  return (
    <TileMap
      reader={reader}
      id={id}
      title={title}
      tiles={layoutOf(places)}
      units={units.map(({ unitCode, unitName, value }) => ({
        id: unitCode,
        name: unitName,
        value: value ?? undefined,
        href: unitPath.to({ code: unitCode }, { on }),
      }))}
      format={format}
    />
  )
}

function layoutOf(places: readonly PlacedPoint[]): Tile[] {
  const key = places.map(({ id, lon, lat }) => `${id} ${lon} ${lat}`).join()
  const known = layouts.get(key)
  if (known) return known
  if (layouts.size >= mostLayouts) layouts.clear()
  const made = layoutTiles(places)
  layouts.set(key, made)
  return made
}
