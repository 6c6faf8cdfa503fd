/** Directing documents: what is recorded of one, and what of the plan it implements. */
import { z } from 'zod'
import { Code, optionalField, Slug, textEntry, WordsShape } from '#kernel/schema.ts'

const Day = z.iso.date()
const Flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])

export const itemKinds = ['clause', 'target', 'duty'] as const

/** An item of the plan: a clause by its reference, a target or a duty by its id. */
export const PlanItem = z.object({ kind: z.enum(itemKinds), id: Code })
export type PlanItem = z.infer<typeof PlanItem>

/** What a person says of a document. */
export const DocumentInput = z.object({
  /** Number and symbol, as printed: `290/KH-UBND`. */
  number: textEntry(60, 1),
  issuedOn: Day,
  kind: Slug,
  title: textEntry(1000, 1),
  /** Otherwise only readers of the unit, and of those above it, see it. */
  isPublic: Flag.default(true),
  /** The first day on which it is not in force any more; where another replaces it and none is given, the day of that one. */
  endedOn: optionalField(Day),
  replacedBy: optionalField(z.uuid()),
})
export type DocumentInput = z.infer<typeof DocumentInput>

export const DocumentKind = z.object({ code: z.string(), abbreviation: z.string(), name: WordsShape })
export type DocumentKind = z.infer<typeof DocumentKind>

export const PolicyDocument = z.object({
  id: z.uuid(),
  unit: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
  number: z.string(),
  issuedOn: z.string(),
  kind: z.string(),
  kindName: WordsShape,
  title: z.string(),
  isPublic: z.boolean(),
  endedOn: z.string().nullable(),
  replacedBy: z.object({ id: z.uuid(), number: z.string(), issuedOn: z.string() }).nullable(),
  /** The name of its file, as its owner gave it. */
  fileName: z.string().nullable(),
  version: z.number(),
})
export type PolicyDocument = z.infer<typeof PolicyDocument>

/** An item of the plan with its name, as a document lists it. */
export const NamedItem = PlanItem.extend({ name: WordsShape, detail: WordsShape, href: z.string() })
export type NamedItem = z.infer<typeof NamedItem>
