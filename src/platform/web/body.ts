/** How long the body of a request may be: refused before it is read, by what the sender may do there. */
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ProblemError } from '#kernel/problem.ts'
import type { Caller } from '#platform/authority.ts'
import { type Body, bodyKilobytes } from '#platform/body.ts'
import { problems } from '#platform/problems.ts'
import type { Route } from '#platform/web/page.ts'
import { isMultipart } from '#platform/web/sent-form.ts'

/** Refuses a body that is too long for its kind with `platform.tooLarge`. */
export async function boundBody(http: Context, body: Body = 'short'): Promise<void> {
  const kilobytes = bodyKilobytes[body]
  await bounded(http, kilobytes, () => {
    throw new ProblemError(problems.tooLarge({ kilobytes, megabytes: Math.floor(kilobytes / 1024) }))
  })
}

/** The same for a page's form; nobody's file is read: they are asked to sign in, and to choose it again. */
export async function boundForm(http: Context, route: Route, caller: Caller): Promise<void> {
  if (route.method === 'get') return
  if (caller.account || route.body !== 'file') return boundBody(http, route.body)
  await bounded(http, bodyKilobytes.long, () => {
    // The page that asks carries on what was sent; there is nothing but the cookies.
    const headers = { cookie: http.req.header('cookie') ?? '' }
    http.req.raw = new Request(http.req.url, { method: http.req.method, headers })
    throw new ProblemError(problems.signInFirst())
  })
}

async function bounded(http: Context, kilobytes: number, onError: () => never): Promise<void> {
  // Counted while it streams, where it does not say how long it is; to count it here would be to hold it in memory.
  if (isMultipart(http) && http.req.header('content-length') === undefined) return
  await bodyLimit({ maxSize: kilobytes * 1024, onError })(http, async () => undefined)
}
