/** How accounts and what they hold are kept, and the one join that decides every right. */
import { sql } from 'kysely'
import { z } from 'zod'
import { allFields } from '#kernel/field.ts'
import { anyField, type RoleAsked } from '#platform/authority.ts'
import type { Reader, Tx } from '#platform/database/index.ts'
import { listQuery, namedQuery } from '#platform/database/index.ts'
import { Account, Grant, LanguageName, Officer, RoleName } from './accounts.model.ts'

/** Grants `held` for a field; for every field where it is `any`. */
function isFor(field: string) {
  return field === anyField ? sql`true` : sql`held.field in (${field}, ${allFields})`
}

/** Grants `held` that say something about one of the fields; about any where none are named. */
function isAbout(fields: readonly string[] | undefined) {
  return fields ? sql`held.field = any(${[...fields, allFields]}::text[])` : sql`true`
}

/**
 * Who holds such a role: the account itself, or somebody who delegated to it. One join by index: the account's grants
 * and those delegated to it, for the field, for all, or for whatever field, and the units they stand above on that day. A unit that has
 * ended is decided at those that took over what it was (`access.deciding_units`).
 */
export const findHolding = namedQuery({
  name: 'access.holds',
  row: z.object({ id: z.uuid(), name: z.string() }),
  text: (p: RoleAsked) => sql`
    select holder.id, holder.name
    from access.holding held
    join access.account on account.id = held.account_id and account.disabled_at is null
    join access.account holder on holder.id = held.holder_id
    join organisation.published_closure place on place.ancestor_id = held.unit_id
    where held.account_id = ${p.accountId} and held.role = any(${p.roles}::text[])
      and (${p.field} = ${anyField} or held.field in (${p.field}, ${allFields}))
      and held.valid_from <= ${p.on} and held.valid_to > ${p.on}
      and place.descendant_id = any((select access.deciding_units(${p.unitId}, ${p.on}))::uuid[])
      and place.valid_from <= ${p.on} and place.valid_to > ${p.on}
    order by held.delegation_id nulls first limit 1`,
  isPrepared: true,
})

const AccountSecret = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  language: LanguageName,
  passwordHash: z.string().nullable(),
  isDisabled: z.boolean(),
})
export type AccountSecret = z.infer<typeof AccountSecret>

const accountColumns = sql`id, email, name, language, password_hash as "passwordHash", disabled_at is not null as "isDisabled"`

export const findByEmail = namedQuery({
  name: 'access.findByEmail',
  row: AccountSecret,
  text: (p: { email: string }) => sql`select ${accountColumns} from access.account where email = ${p.email}`,
})

export const findById = namedQuery({
  name: 'access.findById',
  row: AccountSecret,
  text: (p: { id: string }) => sql`select ${accountColumns} from access.account where id = ${p.id}`,
})

/** The fields for which an account holds one of `roles` at a unit or above it. */
export const listFieldsHeld = namedQuery({
  name: 'access.fieldsHeld',
  row: z.object({ field: z.string() }),
  text: (p: Omit<RoleAsked, 'field'>) => sql`
    select distinct held.field
    from access.holding held
    join access.account on account.id = held.account_id and account.disabled_at is null
    join organisation.published_closure place on place.ancestor_id = held.unit_id
    where held.account_id = ${p.accountId} and held.role = any(${p.roles}::text[])
      and held.valid_from <= ${p.on} and held.valid_to > ${p.on}
      and place.descendant_id = any((select access.deciding_units(${p.unitId}, ${p.on}))::uuid[])
      and place.valid_from <= ${p.on} and place.valid_to > ${p.on}
    order by held.field`,
})

/** Who an id belongs to, if they may still come in; for every request with a session. */
export const findActive = namedQuery({
  name: 'access.findActive',
  row: z.object({ id: z.uuid(), name: z.string(), roles: z.array(RoleName) }),
  text: (p: { id: string; on: string }) => sql`
    select account.id, account.name, array(
      select distinct held.role from access.holding held
      where held.account_id = account.id and held.valid_from <= ${p.on} and held.valid_to > ${p.on}) as roles
    from access.account where account.id = ${p.id} and account.disabled_at is null`,
})

export const namesOf = namedQuery({
  name: 'access.namesOf',
  row: z.object({ id: z.uuid(), name: z.string() }),
  text: (p: { ids: readonly string[] }) => sql`select id, name from access.account where id = any(${p.ids}::uuid[])`,
})

/** A grant as JSON, its unit named as it is now, or as it was at the end of its life. */
const grantJson = sql`jsonb_build_object('id', held.id, 'role', held.role, 'field', held.field,
  'unit', jsonb_build_object('id', unit.id, 'code', unit.code, 'name', unit.full_name),
  'validFrom', held.valid_from, 'validTo', case when isfinite(held.valid_to) then held.valid_to end)`

const unitOfGrant = sql`cross join lateral (
  select id, code, full_name from organisation.published_unit where id = held.unit_id
  order by valid_from desc limit 1) unit`

/** What an account holds on a day, and what it will. */
export const listGrants = namedQuery({
  name: 'access.listGrants',
  row: Grant,
  text: (p: { accountId: string; on: string }) => sql`
    select held.id, held.role, held.field, jsonb_build_object('id', unit.id, 'code', unit.code, 'name', unit.full_name) as unit,
      held.valid_from::text as "validFrom", case when isfinite(held.valid_to) then held.valid_to::text end as "validTo"
    from access.role_grant held ${unitOfGrant}
    where held.account_id = ${p.accountId} and held.valid_to > ${p.on} and held.valid_to > held.valid_from
    order by held.valid_from, unit.code, held.role, held.field`,
})

/** Accounts with a grant at a unit or below, by e-mail, with those grants; of some fields only what is held for them or for all. */
export const listAccounts = listQuery({
  name: 'access.listAccounts',
  row: Account,
  text: (p: { unitId: string; fields?: readonly string[]; on: string }) => sql`
    select account.id, account.email, account.name, account.language,
      account.disabled_at is not null as "isDisabled",
      jsonb_agg(${grantJson} order by held.valid_from, unit.code, held.role, held.field) as grants
    from access.account
    join access.role_grant held on held.account_id = account.id
      and held.valid_to > ${p.on} and held.valid_to > held.valid_from
    ${unitOfGrant}
    where ${isAbout(p.fields)}
      and exists (select from organisation.published_closure place
        where place.ancestor_id = ${p.unitId} and place.descendant_id = held.unit_id
          and place.valid_from <= ${p.on} and place.valid_to > ${p.on})
    group by account.id, account.email`,
  order: [{ column: 'email', type: 'text' }],
})

/** Accounts that hold one of `roles` for a field at the very unit (not above it): the people to write to. */
export const listOfficers = namedQuery({
  name: 'access.listOfficers',
  row: Officer,
  text: (p: { unitId: string; roles: readonly string[]; field: string; on: string }) => sql`
    select distinct account.id, account.name, account.email, account.language
    from access.holding held
    join access.account on account.id = held.account_id and account.disabled_at is null
    where held.unit_id = ${p.unitId} and held.role = any(${p.roles}::text[]) and ${isFor(p.field)}
      and held.valid_from <= ${p.on} and held.valid_to > ${p.on}
    order by account.email`,
})

/**
 * The lowest unit above (or at) every unit an account holds something at, and the field of all of it (`all` where there are several);
 * none when it holds nothing. With a field: of what it holds for that field. Where its roles will follow to is not looked at: that unit may not be there yet.
 */
export const findUnitAbove = namedQuery({
  name: 'access.unitAbove',
  row: z.object({ id: z.uuid(), field: z.string() }),
  text: (p: { accountId: string; field?: string; on: string }) => sql`
    with held as (
      select distinct unit_id, field from access.role_grant
      where account_id = ${p.accountId} and valid_to > ${p.on} and valid_to > valid_from
        and (${p.field ?? allFields} = ${allFields} or field in (${p.field ?? allFields}, ${allFields}))
        and (decision_id is null or valid_from <= ${p.on}))
    select place.ancestor_id as id,
      case when (select count(distinct field) from held) = 1 then min(held.field) else ${allFields} end as field
    from held
    join organisation.published_closure place on place.descendant_id = held.unit_id
      and place.valid_from <= ${p.on} and place.valid_to > ${p.on}
    group by place.ancestor_id
    having count(distinct held.unit_id) = (select count(distinct unit_id) from held)
    order by max(place.depth) limit 1`,
})

export const findGrant = namedQuery({
  name: 'access.findGrant',
  row: z.object({
    id: z.uuid(),
    accountId: z.uuid(),
    unitId: z.uuid(),
    role: z.string(),
    field: z.string(),
    email: z.string(),
  }),
  text: (p: { id: string }) => sql`
    select held.id, held.account_id as "accountId", held.unit_id as "unitId", held.role, held.field, account.email
    from access.role_grant held join access.account on account.id = held.account_id where held.id = ${p.id}`,
})

export interface NewAccount {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: string
  readonly passwordHash: string | null
  readonly at: Date
}

export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  await sql`
    insert into access.account (id, email, name, password_hash, language, created_at)
    values (${account.id}, ${account.email}, ${account.name}, ${account.passwordHash}, ${account.language},
      ${account.at})`.execute(tx)
}

export async function setPasswordHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await sql`update access.account set password_hash = ${passwordHash} where id = ${id}`.execute(tx)
}

export async function setDisabled(tx: Tx, id: string, at: Date | null): Promise<void> {
  await sql`update access.account set disabled_at = ${at} where id = ${id}`.execute(tx)
}

export interface NewGrant {
  readonly id: string
  readonly accountId: string
  readonly unitId: string
  readonly role: RoleName
  readonly field: string
  readonly validFrom: string
  readonly validTo?: string
  readonly by?: string
  readonly at: Date
}

export async function insertGrant(tx: Tx, grant: NewGrant): Promise<void> {
  await sql`
    insert into access.role_grant (id, account_id, unit_id, role, field, valid_from, valid_to, granted_by, granted_at)
    values (${grant.id}, ${grant.accountId}, ${grant.unitId}, ${grant.role}, ${grant.field}, ${grant.validFrom},
      ${grant.validTo ?? 'infinity'}, ${grant.by ?? null}, ${grant.at})`.execute(tx)
}

/** Gives what an invitation promised; somebody who already holds it keeps it as it is. */
export async function insertGrantUnlessHeld(tx: Tx, grant: NewGrant): Promise<void> {
  await sql`
    insert into access.role_grant (id, account_id, unit_id, role, field, valid_from, granted_by, granted_at)
    values (${grant.id}, ${grant.accountId}, ${grant.unitId}, ${grant.role}, ${grant.field}, ${grant.validFrom},
      ${grant.by ?? null}, ${grant.at})
    on conflict on constraint role_grant_once do nothing`.execute(tx)
}

/** Ends a grant on a day, or before it began; a decision that ended it too and is taken back gives it back no longer than that. */
export async function endGrant(tx: Tx, id: string, on: string): Promise<void> {
  const ended = (column: string) => sql`greatest(held.valid_from, least(${sql.ref(column)}, ${on}::date))`
  await sql`update access.role_grant held set valid_to = ${ended('held.valid_to')} where id = ${id}`.execute(tx)
  await sql`
    update access.role_move move set was_until = ${ended('move.was_until')} from access.role_grant held
    where held.id = ${id} and move.grant_id = held.id and move.undone_at is null`.execute(tx)
}

/** Units of which an account holds one of `roles` on a day, by code. */
export const listRoleUnits = namedQuery({
  name: 'access.roleUnits',
  row: z.object({ id: z.uuid(), code: z.string(), name: z.string(), kind: z.string() }),
  text: (p: { accountId: string; roles: readonly string[]; field: string; on: string }) => sql`
    select distinct unit.id, unit.code, unit.full_name as name, unit.kind
    from access.holding held
    join access.account on account.id = held.account_id and account.disabled_at is null
    join organisation.published_unit unit on unit.id = held.unit_id
      and unit.valid_from <= ${p.on} and unit.valid_to > ${p.on}
    where held.account_id = ${p.accountId} and held.role = any(${p.roles}::text[]) and ${isFor(p.field)}
      and held.valid_from <= ${p.on} and held.valid_to > ${p.on}
    order by unit.code`,
})

export const listInSight = namedQuery({
  name: 'access.inSight',
  row: z.object({ id: z.uuid(), field: z.string() }),
  text: (p: { accountId: string; roles: readonly string[]; field: string; on: string }) => sql`
    select distinct place.descendant_id as id, held.field
    from access.holding held
    join access.account on account.id = held.account_id and account.disabled_at is null
    join organisation.published_closure place on place.ancestor_id = held.unit_id
      and place.valid_from <= ${p.on} and place.valid_to > ${p.on}
    where held.account_id = ${p.accountId} and held.role = any(${p.roles}::text[]) and ${isFor(p.field)}
      and held.valid_from <= ${p.on} and held.valid_to > ${p.on}`,
})

/** An API token in use: whose it is and what for. Noted as used, at most every few minutes. */
export const findLiveToken = namedQuery({
  name: 'access.liveToken',
  row: z.object({
    id: z.uuid(),
    accountId: z.uuid(),
    name: z.string(),
    scopes: z.array(z.string()),
    lastUsedAt: z.date().nullable(),
  }),
  text: (p: { tokenHash: string; on: string }) => sql`
    select token.id, account.id as "accountId", account.name, token.scopes, token.last_used_at as "lastUsedAt"
    from access.api_token token
    join access.account on account.id = token.account_id and account.disabled_at is null
    where token.token_hash = ${p.tokenHash} and token.revoked_at is null and token.expires_on >= ${p.on}`,
})

export async function noteTokenUse(reader: Reader, id: string, at: Date): Promise<void> {
  await sql`update access.api_token set last_used_at = ${at} where id = ${id}`.execute(reader)
}
