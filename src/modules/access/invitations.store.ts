/** How invitations are kept. */
import { sql } from 'kysely'
import { z } from 'zod'
import { allFields } from '#kernel/field.ts'
import { listQuery, namedQuery, type Tx } from '#platform/database/index.ts'
import { LanguageName, RoleName } from './accounts.model.ts'

export interface NewInvitation {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: string
  readonly unitId: string
  readonly role: string
  readonly field: string
  readonly by?: string
  readonly at: Date
  readonly expiresAt: Date
}

export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  await sql`
    insert into access.invitation (id, email, name, language, unit_id, role, field, invited_by, created_at, expires_at)
    values (${invitation.id}, ${invitation.email}, ${invitation.name}, ${invitation.language}, ${invitation.unitId},
      ${invitation.role}, ${invitation.field}, ${invitation.by ?? null}, ${invitation.at}, ${invitation.expiresAt})`.execute(
    tx,
  )
}

const Invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  language: LanguageName,
  unitId: z.uuid(),
  unitName: z.string(),
  role: RoleName,
  field: z.string(),
  expiresAt: z.date(),
  usedAt: z.date().nullable(),
})
export type Invitation = z.infer<typeof Invitation>

const columns = sql`
  select invitation.id, invitation.seq, invitation.email, invitation.name, invitation.language, invitation.role, invitation.field,
    unit.id as "unitId", unit.full_name as "unitName",
    invitation.expires_at as "expiresAt", invitation.used_at as "usedAt"
  from access.invitation
  cross join lateral (
    select id, full_name from organisation.published_unit where id = invitation.unit_id
    order by valid_from desc limit 1) unit`

export const findInvitation = namedQuery({
  name: 'access.findInvitation',
  row: Invitation,
  text: (p: { id: string }) => sql`${columns} where invitation.id = ${p.id}`,
})

export const findInvitationByToken = namedQuery({
  name: 'access.findInvitationByToken',
  row: Invitation,
  text: (p: { tokenHash: string }) => sql`${columns} where invitation.token_hash = ${p.tokenHash}`,
})

/** Every invitation to one address that still stands; locked, so that two acceptances follow each other. */
export const lockOpenInvitations = namedQuery({
  name: 'access.lockOpenInvitations',
  row: z.object({ id: z.uuid(), unitId: z.uuid(), role: RoleName, field: z.string(), by: z.uuid().nullable() }),
  text: (p: { email: string; now: Date }) => sql`
    select id, unit_id as "unitId", role, field, invited_by as by from access.invitation
    where email = ${p.email} and used_at is null and expires_at > ${p.now} order by seq for update`,
})

export interface InvitationFilter {
  readonly unitId: string
  readonly fields?: readonly string[]
  readonly on: string
  /** Folded words of a name, or a part of an address. */
  readonly query?: string
  /** Whether its link still opens as of an instant, or no longer does. */
  readonly state?: 'open' | 'expired'
  readonly now: Date
}

/** Invitations to a unit and below that nobody has taken up, latest first; of some fields only those for them or for all. */
export const listInvitations = listQuery({
  name: 'access.listInvitations',
  row: Invitation.extend({ seq: z.number() }),
  text: (p: InvitationFilter) => sql`
    ${columns}
    where invitation.used_at is null
      and ${p.fields ? sql`invitation.field = any(${[...p.fields, allFields]}::text[])` : sql`true`}
      and ${stands(p)}
      and ${p.query === undefined ? sql`true` : sql`platform.fold(invitation.name || ' ' || invitation.email) like '%' || ${p.query} || '%'`}
      and exists (
      select from organisation.published_closure place
      where place.ancestor_id = ${p.unitId} and place.descendant_id = invitation.unit_id
        and place.valid_from <= ${p.on} and place.valid_to > ${p.on})`,
  order: [{ column: 'seq', type: 'bigint', isDescending: true }],
  sorts: { email: [{ column: 'email', type: 'text' }] },
})

function stands({ state, now }: InvitationFilter) {
  if (!state) return sql`true`
  return state === 'open' ? sql`invitation.expires_at > ${now}` : sql`invitation.expires_at <= ${now}`
}

export async function setInvitationToken(tx: Tx, id: string, tokenHash: string): Promise<void> {
  await sql`update access.invitation set token_hash = ${tokenHash} where id = ${id}`.execute(tx)
}

/** Invitations taken up, or withdrawn. */
export async function useInvitations(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await sql`update access.invitation set used_at = ${at} where id = any(${ids}::uuid[])`.execute(tx)
}
