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
import type { OpenIdSettings } from '#platform/settings.ts'

/** What the browser keeps in a cookie while the person is away at the issuer. */
export const OpenIdTrip = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() })
export type OpenIdTrip = z.infer<typeof OpenIdTrip>

/** Who the issuer says came back. Issuer and subject identify; the e-mail only introduces. */
export interface OpenIdPerson {
  readonly issuer: string
  readonly subject: string
  readonly email?: string
  readonly isEmailVerified: boolean
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
 * Exchanges the code that came back for who it is.
 * @param returned the callback's address with everything the issuer added.
 * @throws Error when state, nonce, signature or code are not right, or the person refused.
 */
export async function finishOpenId(settings: OpenIdSettings, returned: URL, trip: OpenIdTrip): Promise<OpenIdPerson> {
  const configuration = await configurationOf(settings)
  const tokens = await authorizationCodeGrant(configuration, returned, {
    expectedState: trip.state,
    expectedNonce: trip.nonce,
    pkceCodeVerifier: trip.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('the issuer sent no identity')
  // Many issuers tell the e-mail only where one asks for it.
  const about = claims.email ? claims : await fetchUserInfo(configuration, tokens.access_token, claims.sub)
  const email = typeof about.email === 'string' ? about.email : undefined
  return { issuer: claims.iss, subject: claims.sub, email, isEmailVerified: about.email_verified === true }
}

/** The issuer's own description, read once; asked again after a failure. */
function configurationOf(settings: OpenIdSettings): Promise<Configuration> {
  const key = `${settings.issuer} ${settings.clientId}`
  const ready = known.get(key)
  if (ready) return ready
  const issuer = new URL(settings.issuer)
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)
  const asked = discovery(issuer, settings.clientId, undefined, proofOf(settings.clientSecret), {
    timeout: timeoutSeconds,
    // Unencrypted only within one machine, for trying things out.
    execute: isLoopback ? [allowInsecureRequests] : [],
  })
  known.set(key, asked)
  asked.catch(() => known.delete(key))
  return asked
}

/** The standard's default is the secret as a header; in the body only where the issuer takes no other. */
function proofOf(secret: string): ClientAuth {
  return (server, client, body, headers) => {
    const accepted = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const proof = accepted.includes('client_secret_basic') ? ClientSecretBasic(secret) : ClientSecretPost(secret)
    return proof(server, client, body, headers)
  }
}
