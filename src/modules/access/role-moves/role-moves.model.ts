/** Roles that follow a unit to its successor: what a decision about units means for the people there. */
import { z } from 'zod'
import { RoleName } from '../accounts.model.ts'

/** A unit as a letter or a preview names it. */
export const NamedUnit = z.object({ id: z.uuid(), code: z.string(), kind: z.string(), name: z.string() })
export type NamedUnit = z.infer<typeof NamedUnit>

/**
 * Why a role goes where it goes: its unit went `whole` to one other; it was divided and the role went with the `greatest-part`; or
 * it has `no-successor` and the role ends.
 */
export const MoveWhy = z.enum(['whole', 'greatest-part', 'no-successor'])
export type MoveWhy = z.infer<typeof MoveWhy>

/** A role that a decision moves, as a preview shows it. */
export const ForeseenRole = z.object({
  account: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
  role: RoleName,
  /** The field of work, or `all`: a role keeps it. */
  field: z.string(),
  from: NamedUnit,
  /** Where the role goes: one unit, or none where it ends. */
  to: z.array(NamedUnit),
  /** Those that took smaller parts of the unit: whoever should hold the role there has to be given it. */
  others: z.array(NamedUnit),
  why: MoveWhy,
})
export type ForeseenRole = z.infer<typeof ForeseenRole>

/** A role that moved or will, as its holder is told. */
export const RoleMove = z.object({
  role: RoleName,
  field: z.string(),
  from: z.string(),
  /** Null where the role ends. */
  to: z.string().nullable(),
  on: z.string(),
  decision: z.string(),
})
export type RoleMove = z.infer<typeof RoleMove>
