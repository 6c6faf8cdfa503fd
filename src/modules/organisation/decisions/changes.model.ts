/** What a decision does to units, change by change; and a tree of units in time as changes grow it. Units are named by their codes. */
import { z } from 'zod'
import { Slug } from '#kernel/schema.ts'
import { DateText, UnitKind } from '../units.model.ts'

/** As the statistics office or the city writes it: `00004`, `SGDDT`. */
export const UnitCode = z
  .string()
  .trim()
  .regex(/^[\p{L}\d._-]{1,20}$/u)

const Name = z.string().trim().min(1).max(200)
const Share = z.number().min(0).max(1)
/** What the decision says of the people of a part: all go with it, some, or none live there. */
export const PeopleMove = z.enum(['all', 'part', 'none'])

/** A unit that a decision opens. A place is called by its type and name, an agency by its name. */
export const NewUnit = z.object({
  code: UnitCode,
  kind: UnitKind,
  name: Name,
  type: Name,
  /** The unit it stands under: one that stands on that day. */
  parent: UnitCode,
  areaKm2: z.number().positive().nullable().default(null),
  areaIsEstimate: z.boolean().default(false),
  seat: z.string().trim().max(300).nullable().default(null),
  lon: z.number().min(-180).max(180).nullable().default(null),
  lat: z.number().min(-90).max(90).nullable().default(null),
})
export type NewUnit = z.infer<typeof NewUnit>

const Target = z.union([UnitCode, NewUnit])

/** Which of its tasks an agency passes on; null = all of them. */
const Scope = z.object({ code: Slug, vi: Name.nullable(), en: Name.nullable() })

const Piece = { share: Share.nullable().default(null), people: PeopleMove.nullable().default(null) }

/** One change. Several of one decision take effect together, so their order does not matter. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), unit: NewUnit }),
  /** Ends a unit that nothing stands under any more. A place with land needs somebody to take it: `merge`, `split`, `pass`. */
  z.object({ kind: z.literal('close'), code: UnitCode }),
  z.object({ kind: z.literal('rename'), code: UnitCode, name: Name }),
  z.object({ kind: z.literal('retype'), code: UnitCode, type: Name }),
  z.object({ kind: z.literal('move'), code: UnitCode, parent: UnitCode }),
  /** Whole units become one: a new one, or one that stays. */
  z.object({ kind: z.literal('merge'), from: z.array(UnitCode).min(1).max(100), into: Target }),
  /** One unit ends, and its land goes to several. */
  z.object({
    kind: z.literal('split'),
    from: UnitCode,
    into: z
      .array(z.object({ unit: Target, ...Piece }))
      .min(2)
      .max(50),
  }),
  /** A part of a unit goes to another; both stay. */
  z.object({ kind: z.literal('transfer'), from: UnitCode, to: UnitCode, ...Piece }),
  /** An agency takes over the tasks of another, all or some; whether the other ends is a change of its own. */
  z.object({
    kind: z.literal('succeed'),
    from: UnitCode,
    to: UnitCode,
    scope: Scope.nullable().default(null),
    verified: z.boolean().default(true),
    basis: z.string().trim().max(200).optional(),
  }),
  /** One line of a large decision: a unit, or a part of it, goes into another. Who gives everything away needs a `close`. */
  z.object({
    kind: z.literal('pass'),
    from: UnitCode,
    to: UnitCode,
    part: z.enum(['full', 'partial']),
    ...Piece,
    basis: z.string().trim().max(200).optional(),
  }),
])
export type Change = z.infer<typeof Change>
export type ChangeKind = Change['kind']

/** A decision about units: everything in it takes effect at the beginning of one day. */
export const UnitDecision = z.object({
  id: z.uuid(),
  on: DateText,
  title: z.string(),
  /** The decision: "Nghị quyết 1656/NQ-UBTVQH15". */
  basis: z.string(),
  changes: z.array(Change),
  /** The ids of the units it opens, by code. */
  unitIds: z.record(z.string(), z.uuid()),
})
export type UnitDecision = z.infer<typeof UnitDecision>

/** A kind of unit, as far as the laws of the tree go: a place stands under a place of a smaller level. */
export interface Kind {
  readonly code: string
  readonly tree: 'place' | 'agency'
  readonly level: number
}

/** A stretch of days on which a unit's name, type and parent stood; dates without bound are `-infinity` and `infinity`. */
export interface Version {
  readonly validFrom: string
  readonly validTo: string
  readonly name: string
  readonly fullName: string
  readonly type: string
  readonly parentId: string | null
  readonly areaKm2: number | null
  readonly areaIsEstimate: boolean
  readonly seat: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly source: string
}

/** A unit with its whole life. */
export interface Life {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly openedOn: string
  readonly closedOn: string
  readonly versions: readonly Version[]
}

/** A step from one unit to another: land for places, tasks for agencies. */
export interface Step {
  readonly on: string
  readonly fromId: string
  readonly toId: string
  readonly part: 'full' | 'partial'
  /** Of the area, 0..1; null where it is not known. */
  readonly share: number | null
  readonly populationMoves: z.infer<typeof PeopleMove> | null
  readonly scope: string | null
  readonly scopeVi: string | null
  readonly scopeEn: string | null
  readonly basis: string
  readonly verified: boolean
}

/** Every unit there ever was, and how each became others. */
export interface Tree {
  readonly lives: readonly Life[]
  readonly steps: readonly Step[]
}
