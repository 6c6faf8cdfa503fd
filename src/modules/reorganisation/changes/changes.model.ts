/** What a decision changes, as it is told to people: counts first, then lists that are cut. */
import { z } from 'zod'

/** A unit on the day on which it is spoken of. */
export const ToldUnit = z.object({ code: z.string(), name: z.string(), kind: z.string(), on: z.string() })
export type ToldUnit = z.infer<typeof ToldUnit>

/** Land or tasks that go from one unit to another. */
export const ToldPassing = z.object({
  from: ToldUnit,
  to: ToldUnit,
  part: z.enum(['full', 'partial']),
  /** Of the area, 0..1; null where it is not known. */
  share: z.number().nullable(),
  people: z.enum(['all', 'part', 'none']).nullable(),
  scope: z.string().nullable(),
  /** Where the act has one of its own. */
  basis: z.string().nullable(),
})
export type ToldPassing = z.infer<typeof ToldPassing>

/** A unit with those it is made of, or those it goes to: as much as one line holds. */
export const ToldLife = ToldUnit.extend({ others: z.array(ToldUnit), more: z.number() })
export type ToldLife = z.infer<typeof ToldLife>

export const ToldRevision = z.object({
  unit: ToldUnit,
  what: z.enum(['name', 'type', 'parent']),
  old: z.string(),
  new: z.string(),
})
export type ToldRevision = z.infer<typeof ToldRevision>

export const UnitCounts = z.object({
  opened: z.number(),
  ended: z.number(),
  revised: z.number(),
  passings: z.number(),
  /** Units that get a part of a former one: their earlier figures are estimates. */
  estimates: z.number(),
})
export type UnitCounts = z.infer<typeof UnitCounts>

export const UnitLists = z.object({
  opened: z.array(ToldLife),
  ended: z.array(ToldLife),
  revised: z.array(ToldRevision),
  passings: z.array(ToldPassing),
})
export type UnitLists = z.infer<typeof UnitLists>

/** A role that moves with its unit; e-mail is left out: names are enough to know whom. */
export const ToldRole = z.object({
  person: z.string(),
  role: z.enum(['reader', 'editor', 'approver', 'administrator', 'auditor']),
  from: z.string(),
  /** Null where the role ends. */
  to: z.string().nullable(),
  others: z.array(z.string()),
  why: z.enum(['whole', 'greatest-part', 'no-successor']),
})
export type ToldRole = z.infer<typeof ToldRole>

const Words = z.object({ vi: z.string(), en: z.string() })

export const ToldDuty = z.object({
  ref: z.string(),
  title: Words,
  from: z.string(),
  /** Null where nobody takes the duty over. */
  to: z.string().nullable(),
})

export const ToldForm = z.object({
  year: z.number(),
  unit: z.string(),
  state: z.string(),
  filled: z.number(),
  outcome: z.enum(['carried', 'closed', 'stays']),
  to: z.array(z.string()),
})

export const ToldTarget = z.object({ ref: z.string(), year: z.number(), subject: Words, unitKind: z.string() })

/** What follows units: people and their roles, duties, forms, targets. */
export const Followed = z.object({
  roles: z.array(ToldRole),
  duties: z.array(ToldDuty),
  forms: z.array(ToldForm),
  targets: z.array(ToldTarget),
})
export type Followed = z.infer<typeof Followed>

export const lists = ['opened', 'ended', 'revised', 'passings', 'roles', 'duties', 'forms', 'targets'] as const
export type ListName = (typeof lists)[number]

/** Which part of which list is asked for; without `list` the beginning of each. */
export const ListAsked = z.object({
  list: z.enum(lists).optional(),
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(20),
})
export type ListAsked = z.infer<typeof ListAsked>

/** Why a proposal does not fit, in both languages; `act` counts from 1, null where it is of the whole. */
export const Fault = z.object({ code: z.string(), vi: z.string(), en: z.string(), act: z.number().nullable() })
export type Fault = z.infer<typeof Fault>
