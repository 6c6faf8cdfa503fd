/** A pack's dated rows as the tree when the records begin, and the decisions that changed it since. */
import type { z } from 'zod'
import type { Change, Life, NewUnit, Tree } from './decisions/changes.model.ts'
import type { CountryPack, UnitPackRow, UnitPacks } from './unit-packs.model.ts'
import { sinceEver, stillValid } from './units.rules.ts'

/** A unit of a pack, whatever tree it is of. */
type PackUnit = Omit<NewUnit, 'parent'> & {
  readonly parent: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** The tree as it stood when the records begin: what has no first day. */
export function foundationOf(packs: UnitPacks, country: z.infer<typeof CountryPack>, makeId: () => string): Tree {
  const units = unitsOf(packs).filter((unit) => unit.validFrom === null)
  const ids = new Map(units.map((unit) => [unit.code, makeId()]))
  const idOf = (code: string) => {
    const id = ids.get(code)
    if (!id) throw new Error(`the pack names unit ${code}, which is not there when the records begin`)
    return id
  }
  const isPlace = new Set(packs.places.map((place) => place.code))
  const lives = units.map((unit) =>
    lifeOf(unit, idOf(unit.code), {
      parentId: unit.parent === null ? null : idOf(unit.parent),
      fullName: isPlace.has(unit.code) ? `${unit.type} ${unit.name}` : unit.name,
    }),
  )
  return { lives: [countryOf(country, makeId()), ...lives], steps: [] }
}

function lifeOf(unit: PackUnit, id: string, at: { parentId: string | null; fullName: string }): Life {
  const { code, kind, name, type, areaKm2, areaIsEstimate, seat, lon, lat } = unit
  const existing = { validFrom: sinceEver, validTo: stillValid, source: 'pack' }
  const version = { ...existing, ...at, name, type, areaKm2, areaIsEstimate, seat, lon, lat }
  return { id, code, kind, openedOn: sinceEver, closedOn: stillValid, versions: [version] }
}

function countryOf({ code, name }: z.infer<typeof CountryPack>, id: string): Life {
  const nowhere = { areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null }
  const unit = { code, kind: 'country', name, type: '', parent: null, validFrom: null, validTo: null, ...nowhere }
  return lifeOf(unit, id, { parentId: null, fullName: name })
}

/** A decision of a pack. */
export interface PackDecision {
  readonly on: string
  readonly title: string
  readonly basis: string
  readonly changes: readonly Change[]
}

/** The decisions of a pack, oldest first. Throws where a dated row has none. */
export function decisionsOf(packs: UnitPacks): PackDecision[] {
  const units = unitsOf(packs)
  const { successions, moves } = packs.agencies
  const days = [...units.flatMap((unit) => [unit.validFrom, unit.validTo]), ...dayOf(packs.successions)]
  const all = new Set([...days, ...dayOf(successions), ...dayOf(moves)].filter((day) => day !== null))
  return [...all].sort().map((on) => {
    const decision = packs.decisions.find((each) => each.on === on)
    if (!decision) throw new Error(`the pack has rows of ${on}, but no decision of that day`)
    return { ...decision, changes: changesOn(packs, units, on) }
  })
}

function dayOf(rows: readonly { readonly on: string }[]): string[] {
  return rows.map((row) => row.on)
}

function changesOn(packs: UnitPacks, units: readonly PackUnit[], on: string): Change[] {
  const opened = units.flatMap((unit): Change[] => {
    const { validFrom, validTo: _, parent, ...own } = unit
    return validFrom === on && parent !== null ? [{ kind: 'open', unit: { ...own, parent } }] : []
  })
  const closed = units.filter((unit) => unit.validTo === on).map(({ code }): Change => ({ kind: 'close', code }))
  const passed = packs.successions
    .filter((row) => row.on === on)
    .map(({ fromCode: from, toCode: to, part, share, populationMoves: people, basis }): Change => {
      return { kind: 'pass', from, to, part, share, people, basis }
    })
  const moved = packs.agencies.moves
    .filter((row) => row.on === on)
    .map(({ agency: code, parent }): Change => ({ kind: 'move', code, parent }))
  const succeeded = packs.agencies.successions
    .filter((row) => row.on === on)
    .map(({ from, to, scope: code, scopeVi: vi, scopeEn: en, basis, verified }): Change => {
      return { kind: 'succeed', from, to, scope: { code, vi, en }, basis, verified }
    })
  return [...opened, ...closed, ...moved, ...passed, ...succeeded]
}

function unitsOf({ places, agencies }: UnitPacks): PackUnit[] {
  return [
    ...places.map(({ parentCode: parent, ...place }: UnitPackRow) => ({ ...place, parent })),
    // An agency hangs under its parent agency, or at its seat.
    ...agencies.agencies.map(({ code, nameVi: name, type, parent, seat, validFrom, validTo }) => {
      const nowhere = { areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null }
      return { code, kind: 'agency', name, type, parent: parent ?? seat, validFrom, validTo, ...nowhere }
    }),
  ]
}
