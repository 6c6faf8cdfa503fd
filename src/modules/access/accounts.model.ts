/** Accounts, the roles they hold at units, and how they prove who they are. */
import { z } from 'zod'
import { allFields } from '#kernel/field.ts'
import { textEntry } from '#kernel/schema.ts'

/** As `roles` of the platform: each includes the one before, `auditor` stands apart. */
export const RoleName = z.enum(['reader', 'editor', 'approver', 'administrator', 'auditor'])
export type RoleName = z.infer<typeof RoleName>

export const LanguageName = z.enum(['vi', 'en'])

/** An address is compared without regard to case. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/)

export const PersonName = textEntry(200, 1)

/** Long enough for a sentence; argon2 takes as long for it as for a word. */
export const Password = z.string().min(1).max(500)

export const UnitCode = z.string().min(1).max(50)
export const Day = z.iso.date()

/** A field of work by its code, as the module that declares it; `all` is every one. */
export const FieldCode = z
  .string()
  .max(50)
  .regex(/^[a-z][a-z-]*$/)
  .default(allFields)

/** A role held at a unit and everything under it, for a field of work or `all`; `validTo` is the first day without it, null = no end. */
export const Grant = z.object({
  id: z.uuid(),
  role: RoleName,
  field: z.string(),
  unit: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
  validFrom: z.string(),
  validTo: z.string().nullable(),
})
export type Grant = z.infer<typeof Grant>

/** An account with what it holds. */
export const Account = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  language: LanguageName,
  isDisabled: z.boolean(),
  grants: z.array(Grant),
})
export type Account = z.infer<typeof Account>

/** What other modules need of somebody they write to. */
export const Officer = z.object({ id: z.uuid(), name: z.string(), email: z.string(), language: LanguageName })
export type Officer = z.infer<typeof Officer>

/** A letter as the mailer takes it. */
export const Letter = z.object({ to: z.string(), subject: z.string(), text: z.string() })
export type Letter = z.infer<typeof Letter>
