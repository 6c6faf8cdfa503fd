/** Units in time: places and agencies, each with versions, a place in the tree, and predecessors and successors. */
import { z } from 'zod'
import { Slug } from '#kernel/schema.ts'

/** A business date, `YYYY-MM-DD`. */
export const DateText = z.iso.date()

/** A date as it arrives in a query: missing means today, which the operation fills in. */
export const On = z.object({ on: DateText.optional() })

export const UnitKind = Slug

/** A level of places, or agencies. */
export const UnitKindShape = z.object({
  code: z.string(),
  tree: z.enum(['place', 'agency']),
  name: z.object({ vi: z.string(), en: z.string() }),
})

/** A unit as lists show it; `validFrom` null = since before the records begin, `validTo` null = still valid. */
export const UnitRow = z.object({
  code: z.string(),
  name: z.string(),
  type: z.string(),
  kind: z.string(),
  parentCode: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
})
export type UnitRow = z.infer<typeof UnitRow>

/** A unit named from elsewhere, with the date it is (or was) valid from. */
export const UnitLink = z.object({ code: z.string(), name: z.string(), kind: z.string(), on: z.string() })
export type UnitLink = z.infer<typeof UnitLink>

/** A step of a reorganisation, seen from one of its two units. */
export const Succession = z.object({
  on: z.string(),
  unit: UnitLink,
  part: z.enum(['full', 'partial']),
  share: z.number().nullable(),
  /** Whether all, some or none of the people passed too; null where the decision does not say. */
  people: z.enum(['all', 'part', 'none']).nullable(),
  scope: z.object({ vi: z.string(), en: z.string() }).nullable(),
  basis: z.string(),
  verified: z.boolean(),
})
export type Succession = z.infer<typeof Succession>

/** Everything the page of one unit shows about the unit itself, on one date. */
export const UnitDetail = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  type: z.string(),
  kind: z.string(),
  kindName: z.object({ vi: z.string(), en: z.string() }),
  tree: z.enum(['place', 'agency']),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  areaKm2: z.number().nullable(),
  /** Measured on a map, no official figure. */
  areaIsEstimate: z.boolean(),
  seat: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  source: z.string(),
  parent: UnitLink.nullable(),
  children: z.array(UnitLink),
  predecessors: z.array(Succession),
  successors: z.array(Succession),
})
export type UnitDetail = z.infer<typeof UnitDetail>

/** A unit that other modules work with. */
export interface UnitRef {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly name: string
}
