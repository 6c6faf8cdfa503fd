/** How API tokens are kept, by their owner. Reading one in use is with the accounts, for every request needs it. */
import { sql } from 'kysely'
import { z } from 'zod'
import { listQuery, namedQuery, type Tx } from '#platform/database/index.ts'
import { TokenRow } from './api-tokens.model.ts'

/** Latest first. */
export const listTokens = listQuery({
  name: 'access.listTokens',
  row: TokenRow.extend({ seq: z.number() }),
  text: (p: { accountId: string; on: string; isLive?: boolean }) => sql`
    select id, seq, name, scopes, created_at as "createdAt", expires_on::text as "expiresOn", last_used_at as "lastUsedAt",
      revoked_at is null and expires_on >= ${p.on} as "isLive"
    from access.api_token where account_id = ${p.accountId}
      and ${p.isLive === undefined ? sql`true` : sql`(revoked_at is null and expires_on >= ${p.on}) = ${p.isLive}`}`,
  order: [{ column: 'seq', type: 'bigint', isDescending: true }],
})

/** Whose a token is. */
export const findToken = namedQuery({
  name: 'access.findToken',
  row: z.object({ accountId: z.uuid() }),
  text: (p: { id: string }) => sql`select account_id as "accountId" from access.api_token where id = ${p.id}`,
})

export interface NewApiToken {
  readonly id: string
  readonly tokenHash: string
  readonly accountId: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly at: Date
  readonly expiresOn: string
}

export async function insertToken(tx: Tx, token: NewApiToken): Promise<void> {
  await sql`
    insert into access.api_token (id, token_hash, account_id, name, scopes, created_at, expires_on)
    values (${token.id}, ${token.tokenHash}, ${token.accountId}, ${token.name}, ${token.scopes}::text[], ${token.at},
      ${token.expiresOn})`.execute(tx)
}

/** Revokes a token of its owner; says whether there was such a token. */
export async function revokeToken(tx: Tx, id: string, accountId: string, at: Date): Promise<boolean> {
  const revoked = await sql`
    update access.api_token set revoked_at = coalesce(revoked_at, ${at})
    where id = ${id} and account_id = ${accountId}`.execute(tx)
  return revoked.numAffectedRows === 1n
}
