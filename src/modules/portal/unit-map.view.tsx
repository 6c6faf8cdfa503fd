/** Maps of units: by their boundaries where those are loaded, else as tiles of one size; and where one unit lies. */
import { type Shapes, shapesOperation, unitPath } from '#modules/organisation'
import type { Visit } from '#platform/web/page.ts'
import { LocatorMap, ShapeMap } from '#ui/map/shapes.tsx'
import { layoutTiles, type PlacedPoint, type Tile } from '#ui/map/tile-layout.ts'
import { TileMap } from '#ui/map/tiles.tsx'
import type { Reader } from '#ui/reader.ts'
import { texts } from './portal.texts.ts'

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

/** With a smaller part of the units on it, a map by boundaries would leave too many to the table alone. */
const leastCovered = 0.95

/** The boundaries of what a map is to show; undefined where it is better drawn as tiles. */
export async function shapesOf(visit: Visit, units: readonly MappedUnit[], on: string): Promise<Shapes | undefined> {
  if (units.length < 2) return undefined
  const answer = await visit.perform(shapesOperation, { on, codes: units.map(({ unitCode }) => unitCode) })
  return answer.shapes.length >= units.length * leastCovered ? answer : undefined
}

/** Links lead to each unit on the day `on`. Units without a place on the map are left to the table. */
export function UnitMap(props: {
  reader: Reader
  id: string
  title: string
  units: readonly MappedUnit[]
  on: string
  /** From `shapesOf`. */
  shapes?: Shapes
  format(value: number): string
}) {
  const { reader, id, title, units, on, shapes, format } = props
  const shown = {
    ...{ reader, id, title, format },
    units: units.map(({ unitCode, unitName, value }) => ({
      id: unitCode,
      name: unitName,
      value: value ?? undefined,
      href: unitPath.to({ code: unitCode }, { on }),
    })),
  }
  if (shapes) return <ShapeMap {...shown} outlines={outlinesOf(shapes)} credit={creditOf(reader, shapes)} />
  const places = units.flatMap(({ unitCode, lon, lat }) =>
    lon === null || lat === null ? [] : [{ id: unitCode, lon, lat }],
  )
  return places.length < 2 ? null : <TileMap {...shown} tiles={layoutOf(places)} />
}

function outlinesOf({ shapes }: Shapes) {
  return shapes.map(({ code, coordinates }) => ({ id: code, coordinates }))
}

function creditOf(reader: Reader, { sources }: Shapes): string {
  const named = sources.map(({ source, licence }) => (licence ? `${source} (${licence})` : source))
  return reader.say(texts.boundariesFrom, { sources: named.join('; ') })
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

/** A unit and what is around it on a day; undefined where its boundary is not loaded. */
export async function surroundingsOf(visit: Visit, code: string, on: string): Promise<Shapes | undefined> {
  const answer = await visit.perform(shapesOperation, { on, near: code, level: 'near' })
  return answer.shapes.length > 0 ? answer : undefined
}

/** Where a unit lies among its neighbours, each a link to its own page; `surroundings` from `surroundingsOf`. */
export function UnitLocator(props: { reader: Reader; code: string; name: string; on: string; surroundings: Shapes }) {
  const { reader, code, name, on, surroundings } = props
  return (
    <LocatorMap
      reader={reader}
      id="locator"
      title={reader.say(texts.locatorTitle, { name })}
      outlines={outlinesOf(surroundings)}
      units={surroundings.shapes.map((shape) => ({
        id: shape.code,
        name: shape.name,
        label: shape.shortName,
        href: unitPath.to({ code: shape.code }, { on }),
      }))}
      currentId={code}
      credit={creditOf(reader, surroundings)}
    />
  )
}
