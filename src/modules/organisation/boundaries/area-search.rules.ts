/** A place looked up by the name an area has, within the units above that it names: exactly one, or a question. */
import { alike } from './area-matches.rules.ts'
import { hasMarks, type Reading, readingsOf } from './area-names.rules.ts'
import type { Place } from './boundaries.model.ts'

/** What an area says of itself in words. */
export interface NameQuery {
  readonly name: string
  /** `phuong`, where a property of its own says so. */
  readonly type: string | undefined
  /** Codes that the unit above may have, and its name; empty where nothing is said. */
  readonly aboveCodes: readonly string[]
  readonly above: string
  /** Whether the file writes tones anywhere: where it does not, every name may be any of those with the same letters. */
  readonly isFileToned: boolean
}

export type NameResult =
  | { readonly place: Place; readonly isToneless: boolean }
  /** Several places have the name; or none has, with those that come near. */
  | { readonly several: readonly Place[] }
  | { readonly none: 'name' | 'above'; readonly near: readonly Place[] }

interface Entry extends Reading {
  readonly place: Place
}

export interface Lookup {
  find(nameQuery: NameQuery): NameResult
  /** Whether the name is of a unit above all others; undefined where it is not known which that is. */
  isTop(name: string): boolean | undefined
}

/** Suggestions are looked for this often: a file in which nothing fits needs no more of them. */
const mostSearches = 50
const mostNear = 3
/** As of one letter in a short name. */
const nearness = 0.6

export function lookupOf(places: readonly Place[]): Lookup {
  const index = Map.groupBy(places.flatMap(entriesOf), ({ plain }) => plain)
  const tops = places.filter((place) => place.above?.length === 0)
  let searches = 0
  const nearTo = (nameQuery: NameQuery) => (searches++ < mostSearches ? near(nameQuery, places) : [])
  return {
    find(nameQuery) {
      const called = calledSo(nameQuery, index)
      if (called.places.length === 0) return { none: 'name', near: nearTo(nameQuery) }
      const within = called.places.filter((place) => isWithin(place, nameQuery))
      const [only, another] = within
      if (another) return { several: within }
      if (only) return { place: only, isToneless: called.isToneless }
      return { none: isKnownAbove(nameQuery, places) ? 'name' : 'above', near: called.places.slice(0, mostNear) }
    },
    isTop: (name) => (tops.length > 0 ? tops.some((top) => isCalled(top, name)) : undefined),
  }
}

/** A place is called by its name alone, and its type is known from the whole name. */
function entriesOf(place: Place): Entry[] {
  const type = readingsOf(place.fullName).find((each) => each.type)?.type
  return readingsOf(place.name)
    .filter((reading) => reading.type === undefined)
    .map((reading) => ({ ...reading, type, place }))
}

function calledSo(nameQuery: NameQuery, index: ReadonlyMap<string, readonly Entry[]>) {
  const matches = readingsOf(nameQuery.name).flatMap((reading) => {
    const type = reading.type ?? nameQuery.type
    const entries = (index.get(reading.plain) ?? []).filter((entry) => !type || !entry.type || entry.type === type)
    return entries.map((entry) => ({ place: entry.place, isExact: entry.toned === reading.toned }))
  })
  const exact = distinct(matches.filter(({ isExact }) => isExact))
  if (hasMarks(nameQuery.name) || (exact.length > 0 && nameQuery.isFileToned))
    return { places: exact, isToneless: false }
  return { places: distinct(matches), isToneless: !matches.some(({ isExact }) => isExact) }
}

function distinct(result: readonly { place: Place }[]): Place[] {
  return [...new Set(result.map(({ place }) => place))]
}

function isWithin({ above = [] }: Place, nameQuery: NameQuery): boolean {
  const { aboveCodes, above: name } = nameQuery
  if (aboveCodes.length > 0 && !above.some(({ code }) => aboveCodes.includes(code))) return false
  return name === '' || above.some((each) => isCalled(each, name))
}

function isKnownAbove({ aboveCodes, above }: NameQuery, places: readonly Place[]): boolean {
  return places.some((place) => (above === '' ? aboveCodes.includes(place.code) : isCalled(place, above)))
}

/** Tones decide, unless the name is written without any. */
function isCalled(unit: { readonly name: string; readonly fullName: string }, name: string): boolean {
  const known = [...readingsOf(unit.name), ...readingsOf(unit.fullName)]
  const type = known.find((each) => each.type)?.type
  const isToneless = !hasMarks(name)
  return readingsOf(name).some((given) =>
    known.some(
      (each) =>
        (isToneless ? each.plain === given.plain : each.toned === given.toned) &&
        (!given.type || !type || given.type === type),
    ),
  )
}

/** The same letters with other tones or of another type first, then names that share most of their letters. */
function near(nameQuery: NameQuery, places: readonly Place[]): Place[] {
  const given = readingsOf(nameQuery.name).map(({ plain }) => plain)
  const scored = places.flatMap((place) => {
    const names = entriesOf(place).map(({ plain }) => plain)
    const score = Math.max(...names.flatMap((name) => given.map((each) => (each === name ? 1 : alike(each, name)))), 0)
    return score >= nearness ? [{ place, score }] : []
  })
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, mostNear)
    .map(({ place }) => place)
}
