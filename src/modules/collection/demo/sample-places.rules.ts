/** Places that samples are made for: of any year, told by the communes of the base year that have their land today. */

/** A unit of a year, as it is known. */
export interface SampleUnit {
  readonly unitId: string
  readonly code: string
  readonly kind: string
  readonly type: string
  /** Registered people, by the latest figure. */
  readonly population: number | null
}

/** What of a place of the year lies in a place of the base year. */
export interface Piece {
  readonly fromId: string
  readonly toCode: string
  readonly toType: string
  readonly toPopulation: number | null
  /** How much of what the place of the year counts belongs there. */
  readonly weight: number
  /** How many places of the year before the base year it was made from. */
  readonly madeOf: number
}

interface Share {
  /** Of a commune of the base year. */
  readonly code: string
  /** Of the place's people; all of them together 1. */
  readonly share: number
  readonly isWard: boolean
}

export interface SamplePlace {
  readonly code: string
  readonly kind: string
  /** Registered people in the year. */
  readonly population: number
  /** A ward, not a rural commune: culture houses are those of residential groups. */
  readonly isWard: boolean
  /** The communes of the base year that have its land, the one with most of it first; itself where it is one of them. */
  readonly successors: readonly [string, ...string[]]
  /** Whose shares it has: those of its heirs; a commune of the base year has them by way of the places it was made of. */
  readonly mix: readonly Share[]
  /** How much of a commune of the base year it is. */
  readonly size: number
  /** Which one it is of those that its first heir was made of; null where it is its heir, unchanged. */
  readonly turn: number | null
  /** Community learning centres: one in each commune as they were before the base year. */
  readonly centres: number
  /** Communes at the time, for a city. */
  readonly communes: number
}

/** The year whose shares and people the samples describe; others grow or shrink from it. */
export const baseYear = 2025

const usualPopulation = 60_000
const yearlyGrowth = 0.012

/** Units with what of each lies in the places of the base year. */
export interface UnitsOfDay {
  readonly units: readonly SampleUnit[]
  readonly pieces: readonly Piece[]
}

/**
 * The sample place of every unit of a year, by its id: its people are such that, carried onto the map of the base year by the
 * weights of the crosswalk, they add up to the people of each commune there. `former` is the map before the base year.
 */
export function samplePlaces(of: UnitsOfDay, former: UnitsOfDay, year: number): ReadonlyMap<string, SamplePlace> {
  const ofUnit = Map.groupBy(of.pieces, (piece) => piece.fromId)
  const ofSuccessor = Map.groupBy(of.pieces, (piece) => piece.toCode)
  const people = peopleOf(of)
  const mixes = year < baseYear ? undefined : mixesOf(former)
  const grown = 1 + yearlyGrowth * Math.min(0, year - baseYear)
  const communes = of.units.filter((unit) => unit.kind === 'commune').length
  return new Map(
    of.units.map((unit) => {
      const { unitId, code, kind, type } = unit
      const own = (ofUnit.get(unitId) ?? []).toSorted((a, b) => b.weight - a.weight)
      const [first, ...others] = own
      const siblings = first ? (ofSuccessor.get(first.toCode) ?? []) : []
      const isUnchanged = !first || (others.length === 0 && siblings.length === 1)
      const population = people.get(unitId) ?? usualPopulation
      const place: SamplePlace = {
        code,
        kind,
        population: population * grown,
        isWard: isWardType(type),
        successors: first ? [first.toCode, ...others.map(({ toCode }) => toCode)] : [code],
        mix: mixes?.get(code) ?? sharesOf(own) ?? [{ code, share: 1, isWard: isWardType(type) }],
        size: isUnchanged ? 1 : own.reduce((sum, piece) => sum + sizeIn(piece, population), 0),
        turn: isUnchanged ? null : siblings.findIndex((piece) => piece.fromId === unitId),
        centres: year < baseYear ? 1 : Math.max(1, Math.round(first?.madeOf ?? 1)),
        communes,
      }
      return [unitId, place]
    }),
  )
}

const sizeIn = ({ weight, toPopulation }: Piece, population: number) =>
  (weight * population) / (toPopulation ?? usualPopulation)

function sharesOf(pieces: readonly Piece[]): Share[] | undefined {
  const whole = pieces.reduce((sum, piece) => sum + piece.weight, 0)
  if (whole === 0) return undefined
  return pieces.map(({ toCode, toType, weight }) => ({
    code: toCode,
    share: weight / whole,
    isWard: isWardType(toType),
  }))
}

/** Whose shares the places of the base year have: those of the heirs of all that each was made of, by their people. */
function mixesOf(former: UnitsOfDay): ReadonlyMap<string, Share[]> {
  const people = peopleOf(former)
  const ofUnit = Map.groupBy(former.pieces, (piece) => piece.fromId)
  const ofSuccessor = [...Map.groupBy(former.pieces, (piece) => piece.toCode)]
  return new Map(
    ofSuccessor.map(([code, pieces]) => {
      const heads = pieces.map(({ fromId, weight }) => weight * (people.get(fromId) ?? 0))
      const whole = heads.reduce((sum, each) => sum + each, 0)
      const shares = pieces.flatMap(({ fromId }, index) =>
        (sharesOf(ofUnit.get(fromId) ?? []) ?? []).map((each) => ({
          ...each,
          share: (each.share * (heads[index] ?? 0)) / whole,
        })),
      )
      return [code, shares]
    }),
  )
}

/**
 * People of every unit, begun with what is known of it (a census of its own day, or as many as the others) and moved until what
 * its heirs get adds up to their people.
 */
function peopleOf({ units, pieces }: UnitsOfDay): ReadonlyMap<string, number> {
  const known = units.flatMap(({ population }) => (population === null ? [] : [population]))
  const usual = known.length === 0 ? usualPopulation : known.reduce((sum, each) => sum + each, 0) / known.length
  const people = new Map(units.map(({ unitId, population }) => [unitId, population ?? usual]))
  const ofUnit = Map.groupBy(pieces, (piece) => piece.fromId)
  const ofSuccessor = [...Map.groupBy(pieces, (piece) => piece.toCode)]
  for (let round = 0; round < rounds; round++) {
    const missing = new Map(
      ofSuccessor.map(([code, parts]) => {
        const got = parts.reduce((sum, { fromId, weight }) => sum + weight * (people.get(fromId) ?? 0), 0)
        return [code, got > 0 ? (parts[0]?.toPopulation ?? usualPopulation) / got : 1]
      }),
    )
    for (const [unitId, own] of ofUnit) {
      const weight = own.reduce((sum, piece) => sum + piece.weight, 0)
      const factor = own.reduce((sum, piece) => sum + piece.weight * (missing.get(piece.toCode) ?? 1), 0) / weight
      people.set(unitId, (people.get(unitId) ?? usual) * factor)
    }
  }
  return people
}

const rounds = 60

function isWardType(type: string): boolean {
  return type === 'Phường'
}
