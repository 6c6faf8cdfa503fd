/** How links to reset a password are kept. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery, type Tx } from '#platform/database/index.ts'
import { LanguageName } from '../model.ts'

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
