/** Delegations: somebody does for a while what another may in a field of work. */
import { z } from 'zod'
import { RoleName } from './accounts.model.ts'

const Person = z.object({ id: z.uuid(), name: z.string(), email: z.string() })

/** `validTo` is the first day without it. */
export const Delegation = z.object({
  id: z.uuid(),
  delegator: Person,
  delegate: Person,
  /** The field of work, or `all`. */
  field: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
})
export type Delegation = z.infer<typeof Delegation>

/** A role that an account has in place of another, for as long as both the role and the delegation last. */
export const DelegatedRole = z.object({
  delegation: z.uuid(),
  /** Who holds it. */
  holder: z.string(),
  role: RoleName,
  field: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  validFrom: z.string(),
  validTo: z.string(),
})
export type DelegatedRole = z.infer<typeof DelegatedRole>
