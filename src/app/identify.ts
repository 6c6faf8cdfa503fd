/** Who calls: from the session's cookie, or from the API token of a program. Reads only, but for noting the use now and then. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { dateOf } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import { findActiveAccount, findLiveToken, noteTokenUse, sessionCookie } from '#modules/access'
import type { Caller } from '#platform/authority.ts'
import { repeatWhereSafe } from '#platform/database/index.ts'
import type { Engine } from '#platform/operation.ts'
import { problems } from '#platform/problems.ts'
import { hashToken, readSession, touchSession } from '#platform/session/store.ts'

/** A use is noted at most this often, so that reading pages writes next to nothing. */
const noteEveryMs = 5 * 60_000

type IdentifyContext = Pick<Engine, 'database' | 'clock' | 'settings' | 'log'>

/**
 * The caller of a request. A session that ended and a disabled account are nobody; a bearer token that is not good is refused
 * with `platform.signInFirst`, so that a program learns of it.
 */
export function createIdentify(engine: IdentifyContext): (http: Context) => Promise<Caller> {
  return async (http) => {
    const from = addressOf(http, engine.settings.trustProxy)
    const bearer = /^Bearer\s+(\S+)$/i.exec(http.req.header('authorization') ?? '')?.[1]
    if (bearer) return repeatWhereSafe(() => callerOfToken(engine, bearer, from))
    const via = http.req.path.startsWith('/api/') ? 'api' : 'web'
    const cookie = getCookie(http, sessionCookie)
    if (!cookie) return { via, from }
    const session = hashToken(cookie)
    const account = await repeatWhereSafe(() => accountOfSession(engine, session))
    return account ? { via, from, account, session } : { via, from }
  }
}

async function accountOfSession(
  { database, clock, log }: IdentifyContext,
  tokenHash: string,
): Promise<Caller['account']> {
  const now = clock.now()
  const session = await readSession(database.kysely, tokenHash, now)
  if (!session) return undefined
  if (isNews(session.seenAt, now)) await noted(log, touchSession(database.kysely, tokenHash, now))
  const [account] = await findActiveAccount(database.kysely, { id: session.accountId, on: dateOf(now) })
  return account
}

async function callerOfToken(
  { database, clock, log }: IdentifyContext,
  bearer: string,
  from?: string,
): Promise<Caller> {
  const now = clock.now()
  const [token] = await findLiveToken(database.kysely, { tokenHash: hashToken(bearer), on: dateOf(now) })
  if (!token) throw new ProblemError(problems.signInFirst())
  if (!token.lastUsedAt || isNews(token.lastUsedAt, now)) await noted(log, noteTokenUse(database.kysely, token.id, now))
  return { via: 'api', from, account: { id: token.accountId, name: token.name }, scopes: token.scopes }
}

/** Reading goes on while the disk is full: a use that cannot be noted is only told to the log. */
async function noted(log: Engine['log'], noting: Promise<unknown>): Promise<void> {
  await noting.catch((error: unknown) => log.warn({ error }, 'a use could not be noted'))
}

/** Whether a use is to be noted; so is one before the last that was noted, for then the clock was set back. */
function isNews(noted: Date, now: Date): boolean {
  return Math.abs(now.getTime() - noted.getTime()) > noteEveryMs
}

/** The address of the caller: of the connection, or what the nearest proxy saw when it is to be believed. */
export function addressOf(http: Context, trustProxy: boolean): string | undefined {
  const lastHop = trustProxy ? http.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  // A request made within the process, as tests do, has no connection.
  return lastHop || (http.env?.incoming ? getConnInfo(http).remote.address : undefined)
}
