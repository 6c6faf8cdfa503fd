/** How links to reset a password are kept. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery, type Tx } from '#platform/database/index.ts'
import { LanguageName } from '../accounts.model.ts'

/** Notes that a link was asked for, and forgets who asked yesterday. */
export async function insertRequest(tx: Tx, request: { id: string; email: string; at: Date }): Promise<void> {
  const { id, email, at } = request
  await sql`insert into access.reset_request (id, email, at) values (${id}, ${email}, ${at})`.execute(tx)
  await sql`delete from access.reset_request where at < ${at}::timestamptz - interval '1 day'`.execute(tx)
}

/** How many links were asked for between two instants: none after now, where a clock was set back. */
export const countRequests = namedQuery({
  name: 'access.countResetRequests',
  row: z.object({ count: z.number() }),
  text: (p: { email: string; since: Date; until: Date }) => sql`
    select count(*)::int as count from access.reset_request
    where email = ${p.email} and at > ${p.since} and at <= ${p.until}`,
})

export const findRequest = namedQuery({
  name: 'access.findResetRequest',
  row: z.object({ email: z.string(), at: z.date() }),
  text: (p: { id: string }) => sql`select email, at from access.reset_request where id = ${p.id}`,
})

interface NewReset {
  readonly id: string
  readonly accountId: string
  readonly at: Date
  readonly expiresAt: Date
  readonly tokenHash: string
}

/** Keeps the link of a letter; one written again makes the link before worthless. False where that one was used. */
export async function keepReset(tx: Tx, reset: NewReset): Promise<boolean> {
  const result = await sql`
    insert into access.password_reset (id, account_id, created_at, expires_at, token_hash)
    values (${reset.id}, ${reset.accountId}, ${reset.at}, ${reset.expiresAt}, ${reset.tokenHash})
    on conflict (id) do update set token_hash = excluded.token_hash where password_reset.used_at is null`.execute(tx)
  return result.numAffectedRows === 1n
}

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

export const findResetByToken = namedQuery({
  name: 'access.findResetByToken',
  row: Reset,
  text: (p: { tokenHash: string }) => sql`${resetColumns} where reset.token_hash = ${p.tokenHash}`,
})

/** Every open link of the account is used up with the one that was. */
export async function useResets(tx: Tx, accountId: string, at: Date): Promise<void> {
  await sql`
    update access.password_reset set used_at = ${at} where account_id = ${accountId} and used_at is null`.execute(tx)
}
