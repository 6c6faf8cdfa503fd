/** What an OpenID Connect issuer says of a person's e-mail, out of claims that large issuers write in ways of their own. */

/** Verified, expressly or incomprehensibly not, or nothing said about it. */
export const emailStandings = ['verified', 'denied', 'unsaid'] as const
export type EmailStanding = (typeof emailStandings)[number]

export interface EmailTold {
  readonly email?: string
  readonly standing: EmailStanding
}

interface Claims {
  readonly email?: unknown
  readonly email_verified?: unknown
  readonly [other: string]: unknown
}

/** Taken from the identity itself, and from the issuer's further information where the identity leaves something open. */
export function emailTold(identity: Claims, further: Claims = {}): EmailTold {
  const [own, other] = [toldBy(identity), toldBy(further)]
  if (!own.email) return own.standing === 'denied' ? { ...other, standing: 'denied' } : other
  if (own.standing !== 'unsaid') return own
  // What is said of another address says nothing of this one.
  const isSame = other.email === undefined || other.email.toLowerCase() === own.email.toLowerCase()
  return isSame ? { ...own, standing: other.standing } : own
}

function toldBy(claims: Claims): EmailTold {
  const { email } = claims
  const standing = standingOf(claims.email_verified)
  return typeof email === 'string' && email.includes('@') ? { email: email.trim(), standing } : { standing }
}

/** The standard says a boolean; several large issuers write it as text. Whatever else it is, it is no yes. */
function standingOf(said: unknown): EmailStanding {
  if (said === undefined || said === null) return 'unsaid'
  return said === true || (typeof said === 'string' && said.toLowerCase() === 'true') ? 'verified' : 'denied'
}
