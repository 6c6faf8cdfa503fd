/** The way to the OpenID Connect issuer and back. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { ProblemError } from '#kernel/problem.ts'
import { operatorCaller } from '#platform/authority.ts'
import type { Logger } from '#platform/log.ts'
import { perform } from '#platform/perform.ts'
import { beginOpenId, finishOpenId, type OpenIdFault, OpenIdTrip, openIdFaultOf } from '#platform/session/openid.ts'
import type { OpenIdSettings, Settings } from '#platform/settings.ts'
import { type Route, type Visit, view } from '#platform/web/page.ts'
import { path } from '#platform/web/path.ts'
import { pathWithin } from '#platform/web/redirect.ts'
import { signInByOpenId } from './openid.operations.ts'
import { problems, texts } from './openid.texts.ts'
import { keepSession, landing, openIdPath } from './sign-in.pages.tsx'

const callbackPath = path('/sign-in/openid/callback')
const tripCookie = 'hieuhoc_openid'
const tripSeconds = 600

/** The trip, and where the person wanted to go. */
const KeptTrip = OpenIdTrip.extend({ back: OpenIdTrip.shape.state })

const begin = view(openIdPath, async (visit) => {
  const { settings, log } = visit.engine
  const openId = requireOpenId(settings)
  const begun = await beginOpenId(openId, callbackOf(settings)).catch((error: unknown) => {
    log.error({ issuer: openId.issuer, ...openIdFaultOf(error).told }, 'openid: the issuer cannot be reached')
    throw new ProblemError(problems.openIdUnreachable())
  })
  keepTrip(visit.http, settings, JSON.stringify({ ...begun.trip, back: pathWithin(visit.query.back) }))
  return visit.http.redirect(begun.address, 303)
})

const comeBack = view(callbackPath, async (visit) => {
  const { settings, log } = visit.engine
  const openId = requireOpenId(settings)
  const trip = takeTrip(visit.http)
  if (!trip) throw new ProblemError(problems.openIdFailed())
  const { search } = new URL(visit.http.req.url)
  const returned = new URL(callbackOf(settings) + search)
  const { person, fault } = await finishOpenId(openId, returned, trip).catch((error: unknown) => {
    throw refusalFor(log, openIdFaultOf(error))
  })
  const { name, session } = await signInFor(visit, person).catch((error: unknown) => {
    throw isUntold(error) ? untold(log, error, { issuer: openId.issuer, fault }) : error
  })
  keepSession(visit.http, settings, session)
  return visit.go(landing(trip.back), texts.welcome, { name })
})

function refusalFor(log: Logger, { kind, told: details }: OpenIdFault): ProblemError {
  log.warn(details, `openid: sign-in ${kind}`)
  if (kind === 'unreachable') return new ProblemError(problems.openIdUnreachable())
  return new ProblemError(kind === 'denied' ? problems.openIdDenied() : problems.openIdFailed())
}

/** Refused because of what the issuer did not tell: the person can do little about it, the operator can. */
function isUntold(error: unknown): error is ProblemError {
  return error instanceof ProblemError && ['access.openIdUnsaid', 'access.openIdNoEmail'].includes(error.message)
}

function untold(log: Logger, refusal: ProblemError, seen: { issuer: string; fault?: OpenIdFault }): ProblemError {
  if (seen.fault) return refusalFor(log, seen.fault)
  const advice =
    refusal.message === 'access.openIdUnsaid'
      ? 'the issuer does not say whether the e-mail is verified (claim email_verified); if it gives only addresses it has checked itself, set OIDC_TRUST_EMAIL=issuer'
      : 'the issuer tells no e-mail; let it give the claim email for the scope email'
  log.warn({ issuer: seen.issuer }, `openid: sign-in refused: ${advice}`)
  return refusal
}

/** The page answers for the person, because the issuer did; the address is the person's own. */
function signInFor(visit: Visit, input: object): Promise<{ name: string; session: string }> {
  const agent = visit.http.req.header('user-agent')?.slice(0, 1000)
  const caller = { ...operatorCaller('job'), from: visit.caller.from }
  return perform(visit.engine, signInByOpenId, caller, { ...input, agent })
}

function requireOpenId(settings: Settings): OpenIdSettings {
  if (!settings.openId) throw new ProblemError(problems.openIdOff())
  return settings.openId
}

function callbackOf(settings: Settings): string {
  return settings.publicUrl + callbackPath.to()
}

function keepTrip(http: Context, settings: Settings, trip: string): void {
  const secure = settings.publicUrl.startsWith('https:')
  setCookie(http, tripCookie, trip, {
    path: openIdPath.pattern,
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: tripSeconds,
  })
}

/** A trip is taken once: a second answer of the issuer finds nothing. */
function takeTrip(http: Context) {
  const cookie = getCookie(http, tripCookie)
  deleteCookie(http, tripCookie, { path: openIdPath.pattern })
  try {
    return KeptTrip.safeParse(JSON.parse(cookie ?? '')).data
  } catch {
    return undefined
  }
}

export const routes: Route[] = [begin, comeBack]
