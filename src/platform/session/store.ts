/** Sessions in the database: only the hash of a token is kept, so a stolen backup opens no session. */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { listQuery, type Reader, type Tx } from '#platform/database/index.ts'

/** A session lasts this long after its last use; an officer who types all day is never thrown out. */
export const sessionHours = 12

export interface SessionOrigin {
  readonly address?: string
  readonly agent?: string
}

/** A session as its owner sees it. */
export const SessionUse = z.object({
  createdAt: z.date(),
  seenAt: z.date(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
})
export type SessionUse = z.infer<typeof SessionUse>

/** A token nobody guesses: 43 letters, always of our making. An operation that answers with one answers once. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Opens a session; the answer is its token, which is kept nowhere. */
export async function openSession(tx: Tx, accountId: string, at: Date, origin: SessionOrigin): Promise<string> {
  const token = newToken()
  await sql`
    insert into platform.session (token_hash, account_id, created_at, seen_at, expires_at, address, agent)
    values (${hashToken(token)}, ${accountId}, ${at}, ${at}, ${after(at, sessionHours)},
      ${origin.address ?? null}, ${origin.agent?.slice(0, 300) ?? null})`.execute(tx)
  return token
}

/** The account of a live session, or undefined. */
export async function readSession(
  reader: Reader,
  tokenHash: string,
  at: Date,
): Promise<{ accountId: string; seenAt: Date } | undefined> {
  const result = await sql<{ accountId: string; seenAt: Date }>`
    select account_id as "accountId", seen_at as "seenAt" from platform.session
    where token_hash = ${tokenHash} and expires_at > ${at}`.execute(reader)
  return result.rows[0]
}

/** Notes the use of a session and moves its end. */
export async function touchSession(reader: Reader, tokenHash: string, at: Date): Promise<void> {
  await sql`
    update platform.session set seq = default, seen_at = ${at}, expires_at = ${after(at, sessionHours)}
    where token_hash = ${tokenHash}`.execute(reader)
}

/** The live sessions of an account, latest use first, whatever the clock said then. */
export const listSessions = listQuery({
  name: 'platform.sessions',
  row: SessionUse.extend({ seq: z.number() }),
  text: (p: { accountId: string; at: Date }) => sql`
    select created_at as "createdAt", seen_at as "seenAt", address, agent, seq from platform.session
    where account_id = ${p.accountId} and expires_at > ${p.at}`,
  order: [{ column: 'seq', type: 'bigint', isDescending: true }],
})

export async function closeSession(tx: Tx, tokenHash: string): Promise<void> {
  await sql`delete from platform.session where token_hash = ${tokenHash}`.execute(tx)
}

/** Signs an account out everywhere, but for the session whose hash is `kept`; returns how many sessions ended. */
export async function closeSessions(tx: Tx, accountId: string, text = ''): Promise<number> {
  const closed = await sql`
    delete from platform.session where account_id = ${accountId} and token_hash <> ${text}`.execute(tx)
  return Number(closed.numAffectedRows ?? 0)
}

/** Tokens are random and long, so a plain fast hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function after(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000)
}
