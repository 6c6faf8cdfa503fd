/** Which unit a typed code or name means, and what a new unit's name says of its type. */
import type { Problem } from '#kernel/problem.ts'
import { fold } from '#kernel/text.ts'
import type { Ground, GroundUnit } from './entries.model.ts'
import { problems } from './entries.texts.ts'

/** Units of the day before by code and by name, made once for many rows. */
export interface Index {
  readonly byCode: ReadonlyMap<string, GroundUnit>
  readonly byName: ReadonlyMap<string, readonly GroundUnit[]>
  readonly byDigits: ReadonlyMap<string, readonly GroundUnit[]>
  /** Types of the units that stand, the longest first. */
  readonly types: readonly { readonly type: string; readonly kinds: ReadonlySet<string> }[]
}

export function indexOf({ units, kinds }: Ground): Index {
  const places = new Set(kinds.filter((kind) => kind.tree === 'place').map((kind) => kind.code))
  const named = units.flatMap((unit) => namesOf(unit).map((name) => ({ name, unit })))
  const ofPlaces = units.filter((unit) => places.has(unit.kind))
  const types = [...Map.groupBy(ofPlaces, (unit) => unit.type)].map(([type, those]) => {
    return { type, kinds: new Set(those.map((unit) => unit.kind)) }
  })
  return {
    byCode: new Map(units.map((unit) => [unit.code.toLowerCase(), unit])),
    byName: groupUnits(named),
    byDigits: groupUnits(
      units.filter(({ code }) => /^0+\d/.test(code)).map((unit) => ({ name: unit.code.replace(/^0+/, ''), unit })),
    ),
    types: types.sort((a, b) => b.type.length - a.type.length),
  }
}

function groupUnits(named: readonly { name: string; unit: GroundUnit }[]): Map<string, GroundUnit[]> {
  const groups = Map.groupBy(named, ({ name }) => name)
  return new Map([...groups].map(([name, those]) => [name, those.map(({ unit }) => unit)]))
}

/** Written out, and without the type: "phuong ba dinh", "ba dinh". */
function namesOf(unit: GroundUnit): string[] {
  const full = fold(unit.name)
  const type = fold(unit.type)
  return full.startsWith(`${type} `) ? [full, full.slice(type.length + 1)] : [full]
}

/** The code of the unit that `typed` means among those that stand on the day before, or why there is none. */
export function existingUnit(index: Index, entry: string): GroundUnit | Problem {
  const match = index.byCode.get(entry.toLowerCase())
  if (match) return match
  const named = index.byName.get(fold(entry)) ?? []
  const [first, ...more] = named
  if (first && more.length === 0) return first
  if (first) return problems.severalUnits({ count: named.length, entry, units: listed(named) })
  const alike = /^\d+$/.test(entry) ? (index.byDigits.get(entry.replace(/^0+/, '')) ?? []) : []
  const meant = alike.filter((unit) => unit.code.length > entry.length)
  if (meant.length > 0) return problems.zerosLost({ entry, meant: meant.map((unit) => unit.code).join(', ') })
  return problems.noSuchUnit({ entry })
}

function listed(units: readonly GroundUnit[]): string {
  const shown = units.slice(0, 6).map(({ code, name }) => `${code} ${name}`)
  return [...shown, ...(units.length > 6 ? ['…'] : [])].join(', ')
}

export function isProblem(result: object): result is Problem {
  return 'words' in result
}

/** "Phường Ba Đình" is the type Phường and the name Ba Đình, by the types that are known; undefined when none begins it. */
export function typeInName(index: Index, full: string): { type: string; name: string } | undefined {
  const known = index.types.find(({ type }) => fold(full).startsWith(`${fold(type)} `))
  return known && { type: known.type, name: withoutType(full, known.type) }
}

/** The name without its type, however the type was typed: a syllable of one is a syllable of the other. */
export function withoutType(full: string, type: string): string {
  if (!fold(full).startsWith(`${fold(type)} `)) return full
  return full.trim().split(/\s+/u).slice(type.trim().split(/\s+/u).length).join(' ')
}
