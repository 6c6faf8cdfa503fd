/** How delegations are kept. What they open is decided with what accounts hold (`access.holding`). */
import { sql } from 'kysely'
import { z } from 'zod'
import { allFields } from '#kernel/field.ts'
import { listQuery, namedQuery, type Tx } from '#platform/database/index.ts'
import { DelegatedRole, Delegation } from './delegations.model.ts'

export interface NewDelegation {
  readonly id: string
  readonly delegatorId: string
  readonly delegateId: string
  readonly field: string
  readonly validFrom: string
  readonly validTo: string
  readonly by?: string
  readonly at: Date
}

export async function insertDelegation(tx: Tx, delegation: NewDelegation): Promise<void> {
  const { id, delegatorId, delegateId, field, validFrom, validTo, by, at } = delegation
  await sql`
    insert into access.delegation (id, delegator_id, delegate_id, field, valid_from, valid_to, made_by, made_at)
    values (${id}, ${delegatorId}, ${delegateId}, ${field}, ${validFrom}, ${validTo}, ${by ?? null}, ${at})`.execute(tx)
}

/** Ends a delegation on a day, or before it began. */
export async function endDelegation(tx: Tx, id: string, on: string): Promise<void> {
  await sql`
    update access.delegation set valid_to = greatest(valid_from, least(valid_to, ${on}::date))
    where id = ${id}`.execute(tx)
}

const columns = sql`
  delegation.id, delegation.field, delegation.valid_from::text as "validFrom", delegation.valid_to::text as "validTo",
  jsonb_build_object('id', delegator.id, 'name', delegator.name, 'email', delegator.email) as delegator,
  jsonb_build_object('id', delegate.id, 'name', delegate.name, 'email', delegate.email) as delegate`
const people = sql`
  from access.delegation
  join access.account delegator on delegator.id = delegation.delegator_id
  join access.account delegate on delegate.id = delegation.delegate_id`

export const findDelegation = namedQuery({
  name: 'access.findDelegation',
  row: Delegation,
  text: (p: { id: string }) => sql`select ${columns} ${people} where delegation.id = ${p.id}`,
})

/** Whether an account gave this delegation or was given it. */
export const findParty = namedQuery({
  name: 'access.findParty',
  row: z.object({ isParty: z.boolean() }),
  text: (p: { id: string; accountId: string }) => sql`
    select exists (
      select from access.delegation
      where id = ${p.id} and ${p.accountId} in (delegator_id, delegate_id)) as "isParty"`,
})

/** What an account delegated, on a day and later, latest first. */
export const listGiven = listQuery({
  name: 'access.delegationsGiven',
  row: Delegation.extend({ seq: z.number() }),
  text: (p: { accountId: string; on: string }) => sql`
    select ${columns}, delegation.seq ${people}
    where delegation.delegator_id = ${p.accountId}
      and delegation.valid_to > ${p.on} and delegation.valid_to > delegation.valid_from`,
  order: [{ column: 'seq', type: 'bigint', isDescending: true }],
})

/** The roles that an account has in place of others, on a day and later. */
export const listDelegatedRoles = listQuery({
  name: 'access.delegatedRoles',
  row: DelegatedRole.extend({ unitCode: z.string() }),
  text: (p: { accountId: string; on: string }) => sql`
    select held.delegation_id as delegation, holder.name as holder, held.role, held.field,
      jsonb_build_object('code', unit.code, 'name', unit.full_name) as unit, unit.code as "unitCode",
      held.valid_from as "validFrom", held.valid_to as "validTo"
    from access.holding held
    join access.account holder on holder.id = held.holder_id
    cross join lateral (
      select code, full_name from organisation.published_unit where id = held.unit_id
      order by valid_from desc limit 1) unit
    where held.account_id = ${p.accountId} and held.delegation_id is not null
      and held.valid_to > ${p.on} and held.valid_to > held.valid_from`,
  order: [
    { column: 'validFrom', type: 'date' },
    { column: 'holder', type: 'text' },
    { column: 'unitCode', type: 'text' },
    { column: 'role', type: 'text' },
    { column: 'field', type: 'text' },
    { column: 'delegation', type: 'uuid' },
    { column: 'validTo', type: 'date' },
  ],
})

/**
 * Delegations, on a day and later, of those who hold a role at a unit or below, latest first; of some fields only those for them or
 * for all.
 */
export const listDelegations = listQuery({
  name: 'access.listDelegations',
  row: Delegation.extend({ seq: z.number() }),
  text: (p: { unitId: string; fields?: readonly string[]; on: string }) => sql`
    select ${columns}, delegation.seq ${people}
    where delegation.valid_to > ${p.on} and delegation.valid_to > delegation.valid_from
      and ${p.fields ? sql`delegation.field = any(${[...p.fields, allFields]}::text[])` : sql`true`}
      and exists (
        select from access.role_grant held
        join organisation.published_closure place on place.descendant_id = held.unit_id
          and place.ancestor_id = ${p.unitId} and place.valid_from <= ${p.on} and place.valid_to > ${p.on}
        where held.account_id = delegation.delegator_id and held.valid_to > ${p.on} and held.valid_to > held.valid_from)`,
  order: [{ column: 'seq', type: 'bigint', isDescending: true }],
})
