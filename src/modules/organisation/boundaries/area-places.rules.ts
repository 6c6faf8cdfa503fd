/** Areas put to the places of a day: by code, by name within the unit above, or all of them to the one unit that was told. */
import type { Problem } from '#kernel/problem.ts'
import { type Columns, codesToTry, compareNames, textOf } from './area-matches.rules.ts'
import { hasMarks, typeOf } from './area-names.rules.ts'
import { problems } from './area-places.texts.ts'
import { lookupOf, type NameQuery, type NameResult } from './area-search.rules.ts'
import type { NameMatch, Place } from './boundaries.model.ts'
import type { Area } from './geojson.rules.ts'

interface PlacesInput {
  readonly on: string
  readonly places: readonly Place[]
  /** The code of the unit that all areas are of. */
  readonly unit?: string
}

export type Placed =
  | { readonly place: Place; readonly match?: NameMatch }
  | { readonly problem: Problem }
  /** It is of another province: no matter of this city's map. */
  | { readonly elsewhere: string }

export interface Placing {
  /** Undefined where neither code nor name can be told. */
  readonly by: 'unit' | 'code' | 'name' | undefined
  /** The property that codes are taken from. */
  readonly code: string | undefined
  /** A property that looked like one of codes and is none: its first value. */
  readonly setAside: { readonly property: string; readonly value: string } | undefined
  put(area: Area): Placed
}

/** Decides by what the areas are known, for all of them alike. */
export function placingOf(areas: readonly Area[], columns: Columns, input: PlacesInput): Placing {
  const byCode = new Map(input.places.map((place) => [place.code, place]))
  const placeOf = (code: string) => codesToTry(code).flatMap((each) => byCode.get(each) ?? [])[0]
  const lookup = lookupOf(input.places)
  const isFileToned = areas.some((area) => hasMarks(nameOf(area, columns)))
  const find = (area: Area) => lookup.find(saidBy(area, columns, isFileToned))
  const isNamed = (area: Area) => 'place' in find(area)
  const code = input.unit ? undefined : codeColumn(areas, columns, placeOf, isNamed)
  const by = input.unit ? 'unit' : code ? 'code' : columns.name && !columns.isCodeTold ? 'name' : undefined
  const [other] = columns.codes
  const value = other ? areas.map(({ properties }) => textOf(properties[other])).find(Boolean) : undefined
  return {
    by,
    code,
    setAside: by === 'name' && other && value ? { property: other, value } : undefined,
    put(area) {
      if (input.unit) return placedByCode(placeOf(input.unit), input.unit, area, input.on)
      const placement = code ? byCodeOf(area, columns, code, placeOf, input.on) : undefined
      if (placement && 'place' in placement) return placement
      const province = columns.province ? textOf(area.properties[columns.province]) : ''
      // Only what reads as a name says that it is another province: tables of identifiers are no names.
      if (/^[^\d._]+$/.test(province) && lookup.isTop(province) === false) return { elsewhere: province }
      return placement ?? byNameOf(area, columns, find(area), input.on, other)
    },
  }
}

export function nameOf(area: Area, { name }: Columns): string {
  return name ? textOf(area.properties[name]).slice(0, 100) : ''
}

/** The property whose values are codes of units, which names confirm where there are any; undefined where names are the better key. */
function codeColumn(
  areas: readonly Area[],
  columns: Columns,
  placeOf: (code: string) => Place | undefined,
  isNamed: (area: Area) => boolean,
): string | undefined {
  if (columns.isCodeTold) return columns.code
  const weighed = columns.codes.map((property) => ({ property, ...weigh(areas, columns, property, placeOf) }))
  const best = weighed.toSorted((a, b) => b.fitting - a.fitting)[0]
  // Numbers of rows are called so too: some of them are a code by chance.
  const isSerial = best?.property.toLowerCase() === 'id'
  if (!best || best.fitting * 2 >= areas.length + Number(isSerial) || !columns.name) return best?.property
  if (isSerial || best.numbers * 2 <= best.filled) return undefined
  const named = best.known * 2 < areas.length ? areas.filter(isNamed).length : 0
  return named * 2 > areas.length ? undefined : best.property
}

function weigh(
  areas: readonly Area[],
  columns: Columns,
  property: string,
  placeOf: (code: string) => Place | undefined,
) {
  const counts = { filled: 0, numbers: 0, known: 0, fitting: 0 }
  for (const area of areas) {
    const code = textOf(area.properties[property])
    if (code === '') continue
    counts.filled += 1
    if (/^\d{1,5}(\.0+)?$/.test(code)) counts.numbers += 1
    const place = placeOf(code)
    if (!place) continue
    counts.known += 1
    const name = nameOf(area, columns)
    if (name === '' || compareNames(name, place) !== 'other') counts.fitting += 1
  }
  return counts
}

function placedByCode(place: Place | undefined, code: string, area: Area, on: string): Placed {
  if (place) return { place }
  const feature = String(area.number)
  return { problem: problems.noSuchUnit({ feature, on, code: code.slice(0, 60), said: '' }) }
}

function byCodeOf(
  area: Area,
  columns: Columns,
  property: string,
  placeOf: (code: string) => Place | undefined,
  on: string,
): Placed {
  const feature = String(area.number)
  const code = textOf(area.properties[property])
  if (code === '') return { problem: problems.noCode({ feature, property }) }
  const place = placeOf(code)
  if (place) return { place }
  return { problem: noSuchUnit(area, columns, code, on) }
}

function noSuchUnit(area: Area, columns: Columns, code: string, on: string): Problem {
  const name = nameOf(area, columns)
  const text = name ? ` (${name})` : ''
  return problems.noSuchUnit({ feature: String(area.number), on, code: code.slice(0, 60), said: text })
}

function saidBy(area: Area, columns: Columns, isFileToned: boolean): NameQuery {
  const text = (property: string | undefined) => (property ? textOf(area.properties[property]).slice(0, 100) : '')
  const aboveCode = text(columns.aboveCode)
  return {
    name: nameOf(area, columns),
    type: typeOf(text(columns.type)),
    // An identifier of the file's own is no code of a unit.
    aboveCodes: /^\d{1,5}(\.0+)?$/.test(aboveCode) ? codesToTry(aboveCode) : [],
    above: text(columns.above),
    isFileToned,
  }
}

function byNameOf(area: Area, columns: Columns, looked: NameResult, on: string, other: string | undefined): Placed {
  const feature = String(area.number)
  const name = nameOf(area, columns)
  if (name === '') return { problem: problems.noName({ feature, property: columns.name ?? '' }) }
  const above = columns.above ? textOf(area.properties[columns.above]).slice(0, 100) : ''
  if ('place' in looked) return { place: looked.place, match: matchOf(area.number, name, above, looked) }
  if ('several' in looked) {
    return { problem: problems.ambiguousName({ feature, name, on, choices: listed(looked.several) }) }
  }
  if (looked.none === 'above') return { problem: problems.noSuchAbove({ feature, name, above: above || '–', on }) }
  const code = other ? textOf(area.properties[other]) : ''
  // What looks like a code of ours is told as one.
  if (code !== '' && looked.near.length === 0) return { problem: noSuchUnit(area, columns, code, on) }
  const text = above ? ` (${above})` : ''
  const near = looked.near.length > 0 ? listed(looked.near) : ''
  return { problem: problems.noSuchName({ feature, name, said: text, on, near, hasNear: near ? 'yes' : 'no' }) }
}

function matchOf(
  feature: number,
  name: string,
  above: string,
  result: { place: Place; isToneless: boolean },
): NameMatch {
  const { code, fullName, above: [higher] = [] } = result.place
  return {
    ...{ feature, name, above: above || null, code, unit: fullName },
    unitAbove: higher?.fullName ?? null,
    isToneless: result.isToneless,
  }
}

const mostChoices = 5

/** "Xã Tân Lập (Huyện Đan Phượng, 09832)": enough to tell one from the other. */
function listed(places: readonly Place[]): string {
  const texts = places
    .slice(0, mostChoices)
    .map(({ fullName, code, above: [higher] = [] }) => `${fullName} (${higher ? `${higher.fullName}, ` : ''}${code})`)
  return [...texts, ...(places.length > mostChoices ? ['…'] : [])].join('; ')
}
