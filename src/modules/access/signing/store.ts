/** How sign-ins that failed, links to reset a password, and identities of OpenID Connect are kept. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery, type Tx } from '#platform/database/index.ts'
import { LanguageName } from '../model.ts'

export const listFailures = namedQuery({
  name: 'access.listFailures',
  row: z.object({ at: z.date(), address: z.string() }),
  text: (p: { email: string; since: Date }) => sql`
    select at, address from access.failed_sign_in where email = ${p.email} and at > ${p.since}
    order by at desc limit 200`,
})

/** Notes a failure, and forgets those of yesterday. */
export async function insertFailure(tx: Tx, email: string, address: string, at: Date): Promise<void> {
  await sql`insert into access.failed_sign_in (email, address, at) values (${email}, ${address}, ${at})`.execute(tx)
  await sql`delete from access.failed_sign_in where at < ${at}::timestamptz - interval '1 day'`.execute(tx)
}

export async function forgetFailures(tx: Tx, email: string, address: string): Promise<void> {
  await sql`delete from access.failed_sign_in where email = ${email} and address = ${address}`.execute(tx)
}

interface NewReset {
  readonly id: string
  readonly accountId: string
  readonly at: Date
  readonly expiresAt: Date
}

export async function insertReset(tx: Tx, reset: NewReset): Promise<void> {
  await sql`
    insert into access.password_reset (id, account_id, created_at, expires_at)
    values (${reset.id}, ${reset.accountId}, ${reset.at}, ${reset.expiresAt})`.execute(tx)
}

/** How many links were asked for since an instant. */
export const countResets = namedQuery({
  name: 'access.countResets',
  row: z.object({ count: z.number() }),
  text: (p: { accountId: string; since: Date }) => sql`
    select count(*)::int as count from access.password_reset
    where account_id = ${p.accountId} and created_at > ${p.since}`,
})

const Reset = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  email: z.string(),
  name: z.string(),
  language: LanguageName,
  expiresAt: z.date(),
  usedAt: z.date().nullable(),
})

const resetColumns = sql`
  select reset.id, account.id as "accountId", account.email, account.name, account.language,
    reset.expires_at as "expiresAt", reset.used_at as "usedAt"
  from access.password_reset reset
  join access.account on account.id = reset.account_id and account.disabled_at is null`

export const findReset = namedQuery({
  name: 'access.findReset',
  row: Reset,
  text: (p: { id: string }) => sql`${resetColumns} where reset.id = ${p.id}`,
})

export const findResetByToken = namedQuery({
  name: 'access.findResetByToken',
  row: Reset,
  text: (p: { tokenHash: string }) => sql`${resetColumns} where reset.token_hash = ${p.tokenHash}`,
})

export async function setResetToken(tx: Tx, id: string, tokenHash: string): Promise<void> {
  await sql`update access.password_reset set token_hash = ${tokenHash} where id = ${id}`.execute(tx)
}

/** Every open link of the account is used up with the one that was. */
export async function useResets(tx: Tx, accountId: string, at: Date): Promise<void> {
  await sql`
    update access.password_reset set used_at = ${at} where account_id = ${accountId} and used_at is null`.execute(tx)
}

export const findIdentity = namedQuery({
  name: 'access.findIdentity',
  row: z.object({ accountId: z.uuid() }),
  text: (p: { issuer: string; subject: string }) => sql`
    select account_id as "accountId" from access.openid_identity
    where issuer = ${p.issuer} and subject = ${p.subject}`,
})

export async function insertIdentity(
  tx: Tx,
  identity: { issuer: string; subject: string; accountId: string; at: Date },
): Promise<void> {
  await sql`
    insert into access.openid_identity (issuer, subject, account_id, linked_at)
    values (${identity.issuer}, ${identity.subject}, ${identity.accountId}, ${identity.at})`.execute(tx)
}
