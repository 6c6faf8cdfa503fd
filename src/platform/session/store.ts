/** Sessions in the database: only the hash of a token is kept, so a stolen backup opens no session. */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'

/** A session lasts this long after its last use; an officer who types all day is never thrown out. */
export const sessionHours = 12

export interface SessionOrigin {
  readonly address?: string
  readonly agent?: string
}

/** Opens a session and returns its token, the only copy. */
export async function openSession(tx: Tx, accountId: string, at: Date, origin: SessionOrigin): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await sql`
    insert into platform.session (token_hash, account_id, created_at, seen_at, expires_at, address, agent)
    values (${hashToken(token)}, ${accountId}, ${at}, ${at}, ${after(at, sessionHours)},
      ${origin.address ?? null}, ${origin.agent?.slice(0, 300) ?? null})`.execute(tx)
  return token
}

/** The account of a live session, or undefined. */
export async function readSession(
  tx: Tx,
  token: string,
  at: Date,
): Promise<{ accountId: string; seenAt: Date } | undefined> {
  const found = await sql<{ accountId: string; seenAt: Date }>`
    select account_id as "accountId", seen_at as "seenAt" from platform.session
    where token_hash = ${hashToken(token)} and expires_at > ${at}`.execute(tx)
  return found.rows[0]
}

/** Notes the use of a session and moves its end. */
export async function touchSession(tx: Tx, token: string, at: Date): Promise<void> {
  await sql`
    update platform.session set seen_at = ${at}, expires_at = ${after(at, sessionHours)}
    where token_hash = ${hashToken(token)}`.execute(tx)
}

export async function closeSession(tx: Tx, token: string): Promise<void> {
  await sql`delete from platform.session where token_hash = ${hashToken(token)}`.execute(tx)
}

/** Signs an account out everywhere; returns how many sessions ended. */
export async function closeSessions(tx: Tx, accountId: string): Promise<number> {
  const closed = await sql`delete from platform.session where account_id = ${accountId}`.execute(tx)
  return Number(closed.numAffectedRows ?? 0)
}

/** Tokens are random and long, so a plain fast hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function after(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000)
}
