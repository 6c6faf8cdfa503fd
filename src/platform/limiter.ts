/** How often something may be tried: a fixed window of one minute, kept in memory. */
import { ProblemError } from '#kernel/problem.ts'
import type { Clock } from '#platform/clock.ts'
import { problems } from '#platform/problems.ts'

export interface Limiter {
  /** Counts one try of `key`. Throws `platform.tooManyRequests` past `perMinute`. */
  take(key: string, perMinute: number): void
}

const windowMs = 60_000
/** Past this many keys the old windows are swept, so that a flood of addresses cannot fill the memory. */
const sweepAt = 10_000

export function createLimiter(clock: Clock): Limiter {
  const windows = new Map<string, { endsAt: number; count: number }>()
  return {
    take(key, perMinute) {
      const now = clock.now().getTime()
      if (windows.size > sweepAt) for (const [old, window] of windows) if (window.endsAt <= now) windows.delete(old)
      const current = windows.get(key)
      const window = current && current.endsAt > now ? current : { endsAt: now + windowMs, count: 0 }
      window.count += 1
      windows.set(key, window)
      if (window.count > perMinute) {
        throw new ProblemError(problems.tooManyRequests({ seconds: Math.ceil((window.endsAt - now) / 1000) }))
      }
    },
  }
}
