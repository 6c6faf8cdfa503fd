/** Who is asked to wait is told how long, also in the header that programs read, whichever page says so. */
import type { Context } from 'hono'
import type { Problem } from '#kernel/problem.ts'
import { retryAfter } from '#platform/problems.ts'

const noted = 'retryAfter'

/** Remembers what a request has to wait for, until its answer is made. */
export function noteWait(http: Context, problem: Problem | undefined): void {
  const wait = problem && retryAfter(problem)
  if (wait) http.set(noted, wait)
}

/** Names the wait that was noted, where the answer asks for one: a problem that a page got over is not told. */
export function tellWait(http: Context, status: number): void {
  const wait = http.get(noted)
  if (wait && (status === 429 || status === 503)) http.header('retry-after', wait)
}
