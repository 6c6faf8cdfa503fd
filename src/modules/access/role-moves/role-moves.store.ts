/** How roles that follow their units are kept. */
import { sql } from 'kysely'
import { z } from 'zod'
import { allFields } from '#kernel/field.ts'
import { insertRows, namedQuery, recordsOf, type Tx } from '#platform/database/index.ts'
import { Officer, RoleName } from '../accounts.model.ts'
import { type MoveWhy, RoleMove } from './role-moves.model.ts'

/** Grants at units that hold on a day or later, with whose they are; of disabled accounts too, for they may come back. */
export const listRolesAt = namedQuery({
  name: 'access.rolesAt',
  row: z.object({
    id: z.uuid(),
    accountId: z.uuid(),
    name: z.string(),
    email: z.string(),
    isDisabled: z.boolean(),
    unitId: z.uuid(),
    role: RoleName,
    field: z.string(),
    /** The first day on or after the one asked for on which it holds. */
    since: z.string(),
    validTo: z.string(),
  }),
  text: (p: { unitIds: readonly string[]; on: string }) => sql`
    select held.id, account.id as "accountId", account.name, account.email, account.disabled_at is not null as "isDisabled",
      held.unit_id as "unitId", held.role, held.field, greatest(held.valid_from, ${p.on}::date)::text as since,
      held.valid_to::text as "validTo"
    from access.role_grant held
    join access.account on account.id = held.account_id
    where held.unit_id = any(${p.unitIds}::uuid[]) and held.valid_to > ${p.on} and held.valid_to > held.valid_from
    order by account.email, held.unit_id, held.role, held.field, held.valid_from`,
})

export interface MoveFact {
  readonly grantId: string
  readonly on: string
  readonly wasUntil: string
  readonly toId: string | null
  readonly toName: string | null
  /** Names of those that took smaller parts. */
  readonly others: readonly string[]
  readonly why: MoveWhy
}

/** Ends the grants on their day (one that would begin later never begins) and remembers what they were. */
export async function endWithUnits(
  tx: Tx,
  moves: readonly MoveFact[],
  by: { decisionId: string; decision: string; at: Date },
): Promise<void> {
  const { decisionId, decision, at: movedAt } = by
  const rows = moves.map(({ on: onDay, ...move }) => ({ ...move, onDay, decisionId, decision, movedAt }))
  await insertRows(tx, 'access.role_move', rows)
  await sql`
    update access.role_grant held set valid_to = greatest(held.valid_from, move.on_day)
    from ${recordsOf('access.role_move', rows)} as move
    where held.id = move.grant_id`.execute(tx)
}

interface Wanted {
  readonly accountId: string
  readonly unitId: string
  readonly role: string
  readonly field: string
  readonly validFrom: string
  readonly validTo: string
}

/** The days of wanted roles that their people do not hold already, at the unit or above it, for the field or for all; each day once. */
export const uncoveredRoles = namedQuery({
  name: 'access.uncoveredRoles',
  row: z.object({
    accountId: z.uuid(),
    unitId: z.uuid(),
    role: RoleName,
    field: z.string(),
    validFrom: z.string(),
    validTo: z.string(),
  }),
  text: (p: { wanted: readonly Wanted[] }) => sql`
    with wanted as (
      select account_id, unit_id, role, field, range_agg(daterange(valid_from, valid_to)) as days
      from ${recordsOf('access.role_grant', p.wanted)} as row
      group by account_id, unit_id, role, field),
    standing as (
      select wanted.account_id, wanted.unit_id, wanted.role, wanted.field,
        range_agg(daterange(held.valid_from, held.valid_to) * daterange(place.valid_from, place.valid_to)) as days
      from wanted
      join access.role_grant held on held.account_id = wanted.account_id and held.role = wanted.role
        and held.field in (wanted.field, ${allFields})
      join organisation.published_closure place on place.ancestor_id = held.unit_id and place.descendant_id = wanted.unit_id
      group by wanted.account_id, wanted.unit_id, wanted.role, wanted.field)
    select wanted.account_id as "accountId", wanted.unit_id as "unitId", wanted.role, wanted.field, lower(stretch)::text as "validFrom", upper(stretch)::text as "validTo"
    from wanted
    left join standing using (account_id, unit_id, role, field)
    cross join lateral unnest(wanted.days - coalesce(standing.days, '{}')) as free(stretch)`,
})

export interface FollowingGrant {
  readonly id: string
  readonly accountId: string
  readonly unitId: string
  readonly role: string
  readonly field: string
  readonly validFrom: string
  readonly validTo: string
}

export async function insertFollowing(
  tx: Tx,
  grants: readonly FollowingGrant[],
  by: { decisionId: string; at: Date },
): Promise<void> {
  await insertRows(
    tx,
    'access.role_grant',
    grants.map((grant) => ({ ...grant, grantedAt: by.at, decisionId: by.decisionId })),
  )
}

/** Invitations nobody has taken up go where the roles go; without an heir their links are worthless. */
export async function moveInvitations(
  tx: Tx,
  ways: readonly { from: string; to: string | null }[],
  at: Date,
): Promise<void> {
  await sql`
    update access.invitation set unit_id = coalesce(way."to", unit_id),
      used_at = case when way."to" is null then ${at}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(ways)}::jsonb) as way("from" uuid, "to" uuid)
    where invitation.unit_id = way."from" and invitation.used_at is null`.execute(tx)
}

/** The accounts whose roles a decision moved, and did not move back. */
export const listMoved = namedQuery({
  name: 'access.movedAccounts',
  row: z.object({ accountId: z.uuid(), isDisabled: z.boolean() }),
  text: (p: { decisionId: string }) => sql`
    select distinct account.id as "accountId", account.disabled_at is not null as "isDisabled"
    from access.role_move move
    join access.role_grant held on held.id = move.grant_id
    join access.account on account.id = held.account_id
    where move.decision_id = ${p.decisionId} and move.undone_at is null`,
})

/**
 * Takes back what a decision did: what it gave never was, for it never began; what it ended is as before, unless somebody ended
 * that grant meanwhile, or gave the role anew for the days after.
 */
export async function undoMoves(tx: Tx, decisionId: string, at: Date): Promise<void> {
  await sql`
    delete from access.role_grant where decision_id = ${decisionId}`.execute(tx)
  await sql`
    update access.role_grant held set valid_to = least(move.was_until, (
      select min(anew.valid_from) from access.role_grant anew
      where anew.account_id = held.account_id and anew.unit_id = held.unit_id and anew.role = held.role
        and anew.field = held.field
        and anew.id <> held.id and anew.valid_from >= held.valid_to and anew.valid_to > anew.valid_from))
    from access.role_move move
    where move.decision_id = ${decisionId} and move.undone_at is null and held.id = move.grant_id
      and held.valid_to = greatest(held.valid_from, move.on_day)`.execute(tx)
  await sql`
    update access.role_move set undone_at = ${at} where decision_id = ${decisionId} and undone_at is null`.execute(tx)
}

/** A move, its unit named as it was last. */
const moveColumns = sql`
  held.role, held.field, (select full_name from organisation.published_unit where id = held.unit_id order by valid_from desc limit 1) as "from",
  move.to_name as "to", move.on_day::text as "on", move.decision
  from access.role_move move
  join access.role_grant held on held.id = move.grant_id`

/** What a decision moved of one account; `isUndone` where it was taken back. */
export const listMovesOf = namedQuery({
  name: 'access.movesOfDecision',
  row: RoleMove.extend({ isUndone: z.boolean() }),
  text: (p: { decisionId: string; accountId: string }) => sql`
    select move.undone_at is not null as "isUndone", ${moveColumns}
    where move.decision_id = ${p.decisionId} and held.account_id = ${p.accountId}
    order by move.seq, "from", held.role, held.field`,
})

/** Roles of an account that moved since a day, or will. */
export const listMovesSince = namedQuery({
  name: 'access.movesSince',
  row: RoleMove,
  text: (p: { accountId: string; since: string }) => sql`
    select ${moveColumns}
    where held.account_id = ${p.accountId} and move.on_day > ${p.since}::date and move.undone_at is null
    order by move.on_day desc, "from", held.role, held.field`,
})

/** Whom to write to, if they may still come in. */
export const findOfficer = namedQuery({
  name: 'access.findOfficer',
  row: Officer,
  text: (p: { id: string }) => sql`
    select id, name, email, language from access.account where id = ${p.id} and disabled_at is null`,
})
