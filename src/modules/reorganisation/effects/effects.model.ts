/** What a decision changes, as it is told to people: counts first, then lists that are cut. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'

/** A unit on the day on which it is spoken of. */
export const AffectedUnit = z.object({ code: z.string(), name: z.string(), kind: z.string(), on: z.string() })
export type AffectedUnit = z.infer<typeof AffectedUnit>

/** Land or tasks that go from one unit to another. */
export const UnitPassing = z.object({
  from: AffectedUnit,
  to: AffectedUnit,
  part: z.enum(['full', 'partial']),
  /** Of the area, 0..1; null where it is not known. */
  share: z.number().nullable(),
  people: z.enum(['all', 'part', 'none']).nullable(),
  scope: z.string().nullable(),
  /** Where the change has one of its own. */
  basis: z.string().nullable(),
})
export type UnitPassing = z.infer<typeof UnitPassing>

/** A unit with those it is made of, or those it goes to: as much as one line holds. */
export const UnitWithOthers = AffectedUnit.extend({ others: z.array(AffectedUnit), more: z.number() })
export type UnitWithOthers = z.infer<typeof UnitWithOthers>

export const UnitRevision = z.object({
  unit: AffectedUnit,
  what: z.enum(['name', 'type', 'parent']),
  old: z.string(),
  new: z.string(),
})
export type UnitRevision = z.infer<typeof UnitRevision>

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
  opened: z.array(UnitWithOthers),
  ended: z.array(UnitWithOthers),
  revised: z.array(UnitRevision),
  passings: z.array(UnitPassing),
})
export type UnitLists = z.infer<typeof UnitLists>

/** A role that moves with its unit; e-mail is left out: names are enough to know whom. */
export const RoleConsequence = z.object({
  person: z.string(),
  role: z.enum(['reader', 'editor', 'approver', 'administrator', 'auditor']),
  /** The field of work it is held for; absent, as in what was kept before there were fields, it is held for all. */
  field: z.string().optional(),
  from: z.string(),
  /** Null where the role ends. */
  to: z.string().nullable(),
  others: z.array(z.string()),
  why: z.enum(['whole', 'greatest-part', 'no-successor']),
})
export type RoleConsequence = z.infer<typeof RoleConsequence>

export const DutyConsequence = z.object({
  ref: z.string(),
  title: WordsShape,
  from: z.string(),
  /** Null where nobody takes the duty over. */
  to: z.string().nullable(),
})

export const FormConsequence = z.object({
  year: z.number(),
  unit: z.string(),
  state: z.string(),
  filled: z.number(),
  outcome: z.enum(['carried', 'closed', 'stays']),
  to: z.array(z.string()),
})

export const TargetConsequence = z.object({
  ref: z.string(),
  year: z.number(),
  subject: WordsShape,
  unitKind: z.string(),
})

/** What follows units: people and their roles, duties, forms, targets. */
export const Consequences = z.object({
  roles: z.array(RoleConsequence),
  duties: z.array(DutyConsequence),
  forms: z.array(FormConsequence),
  targets: z.array(TargetConsequence),
})
export type Consequences = z.infer<typeof Consequences>

export const lists = ['opened', 'ended', 'revised', 'passings', 'roles', 'duties', 'forms', 'targets'] as const
export type ListName = (typeof lists)[number]

/** Which part of which list is asked for; without `list` the beginning of each. */
export const ListQuery = z.object({
  list: z.enum(lists).optional(),
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(20),
})
export type ListQuery = z.infer<typeof ListQuery>

/** Why a proposal does not fit, in both languages; `change` counts from 1, null where it is of the whole. */
export const Fault = z.object({ code: z.string(), vi: z.string(), en: z.string(), change: z.number().nullable() })
export type Fault = z.infer<typeof Fault>
