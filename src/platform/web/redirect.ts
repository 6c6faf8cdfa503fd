/** The one way to send a reader on to an address, which may come from outside: it never leads off this site. */
import type { Context } from 'hono'

/** Longer than any address of ours; a browser's cookie and a proxy's header hold as much. */
const longestAddress = 4000
/** White space, control characters and backslashes are read in as many ways as there are browsers. */
const unclear = /[\p{Cc}\s\\]/u
const site = 'http://this.site.invalid'

/** Leads on within this site; an address that could lead away goes to the front page. 307 sends a form's fields along. */
export function redirectWithin(http: Context, address: string | undefined, status: 303 | 307 = 303): Response {
  return http.redirect(pathWithin(address), status)
}

/** An address of this site (a path, perhaps with a query), as a header holds it; anything that could lead away is `otherwise`. */
export function pathWithin(address: string | undefined, otherwise = '/'): string {
  if (!address?.startsWith('/') || address.length > longestAddress || unclear.test(address)) return otherwise
  if (!URL.canParse(address, site)) return otherwise
  const { origin, pathname, search, hash } = new URL(address, site)
  const within = pathname + search + hash
  // `/.//host` is `//host` once its dots are gone.
  return origin === site && !within.startsWith('//') && within.length <= longestAddress ? within : otherwise
}
