/** Single sign-on by OpenID Connect: the authorisation code flow with PKCE, state and nonce, as the client. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { z } from 'zod'
import { type EmailTold, emailTold } from '#platform/session/openid-claims.ts'
import type { OpenIdSettings } from '#platform/settings.ts'

/** What the browser keeps in a cookie while the person is away at the issuer. */
export const OpenIdTrip = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() })
export type OpenIdTrip = z.infer<typeof OpenIdTrip>

/** Who the issuer says came back. Issuer and subject identify; the e-mail only introduces. */
export interface OpenIdPerson extends EmailTold {
  readonly issuer: string
  readonly subject: string
}

/** Why a sign-in came to nothing; `told` is for the log, in one line, without secrets. */
export interface OpenIdFault {
  readonly kind: 'unreachable' | 'denied' | 'failed'
  readonly told: Readonly<Record<string, string>>
}

const timeoutSeconds = 10
const known = new Map<string, Promise<Configuration>>()

/** Where to send the browser, and what to keep until it comes back to `callback`. Throws when the issuer cannot be reached. */
export async function beginOpenId(
  settings: OpenIdSettings,
  callback: string,
): Promise<{ address: string; trip: OpenIdTrip }> {
  const configuration = await configurationOf(settings)
  const trip = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: callback,
    scope: 'openid email',
    code_challenge: await calculatePKCECodeChallenge(trip.verifier),
    code_challenge_method: 'S256',
    state: trip.state,
    nonce: trip.nonce,
  })
  return { address: address.href, trip }
}

/**
 * Exchanges the code that came back for who it is; `fault` where the issuer then failed to tell more about the person.
 * @param returned the callback's address with everything the issuer added.
 * @throws Error when state, nonce, signature or code are not right, or the person refused.
 */
export async function finishOpenId(
  settings: OpenIdSettings,
  returned: URL,
  trip: OpenIdTrip,
): Promise<{ person: OpenIdPerson; fault?: OpenIdFault }> {
  const configuration = await configurationOf(settings)
  const tokens = await authorizationCodeGrant(configuration, returned, {
    expectedState: trip.state,
    expectedNonce: trip.nonce,
    pkceCodeVerifier: trip.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('the issuer sent no identity')
  const identity = { issuer: claims.iss, subject: claims.sub }
  const email = emailTold(claims)
  // Many issuers tell the e-mail, or whether it is verified, only where one asks for it.
  const isOpen = !email.email || email.standing === 'unsaid'
  if (!isOpen || !configuration.serverMetadata().userinfo_endpoint) return { person: { ...identity, ...email } }
  try {
    const further = await fetchUserInfo(configuration, tokens.access_token, claims.sub)
    return { person: { ...identity, ...emailTold(claims, further) } }
  } catch (error) {
    // Whoever is linked already is known without it.
    return { person: { ...identity, ...email }, fault: openIdFaultOf(error) }
  }
}

/** What an error of the flow means; texts of the issuer, which anybody may have put into the address, are made harmless. */
export function openIdFaultOf(error: unknown): OpenIdFault {
  const { name, message, code, error: said, error_description: description, cause } = Object(error) as Fault
  const reason = cause instanceof Error ? `${cause.name} ${cause.message}` : undefined
  const details = Object.entries({ name, message, code, said, description, reason })
    .filter(([, text]) => typeof text === 'string')
    .map(([key, text]) => [key, String(text).replace(/\p{C}/gu, ' ').slice(0, 200)])
  const { status } = Object(cause) as { status?: number }
  const isAway =
    /fetch failed|timed? ?out|abort/i.test(`${message} ${reason}`) || (status !== undefined && status >= 500)
  const kind = isAway ? 'unreachable' : said === 'access_denied' ? 'denied' : 'failed'
  return { kind, told: Object.fromEntries(details) }
}

type Fault = Partial<Record<'name' | 'message' | 'code' | 'error' | 'error_description' | 'cause', unknown>>

/** The issuer's own description, read once; asked again after a failure. */
function configurationOf(settings: OpenIdSettings): Promise<Configuration> {
  const key = `${settings.issuer} ${settings.clientId}`
  const ready = known.get(key)
  if (ready) return ready
  const issuer = new URL(settings.issuer)
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)
  const input = discovery(issuer, settings.clientId, undefined, proofOf(settings.clientSecret), {
    timeout: timeoutSeconds,
    // Unencrypted only within one machine, for trying things out.
    execute: isLoopback ? [allowInsecureRequests] : [],
  })
  known.set(key, input)
  input.catch(() => known.delete(key))
  return input
}

/** The standard's default is the secret as a header; in the body only where the issuer takes no other. */
function proofOf(secret: string): ClientAuth {
  return (server, client, body, headers) => {
    const accepted = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const proof = accepted.includes('client_secret_basic') ? ClientSecretBasic(secret) : ClientSecretPost(secret)
    return proof(server, client, body, headers)
  }
}
