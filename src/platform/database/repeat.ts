/** Runs work on the database again where that cannot do it twice: after conflicts, and after connections lost before the commit. */
import { setTimeout as sleep } from 'node:timers/promises'
import { ProblemError } from '#kernel/problem.ts'
import { problems } from '../problems.ts'
import { isAway } from './away.ts'

/** One run of the work, as the work itself tells of it. */
export interface Attempt {
  /** Set when the commit is asked for: from then on a lost connection leaves unknown whether the work is kept. */
  isCommitting: boolean
}

const conflicts = new Set(['40001', '40P01'])
/** Serialisation failures and deadlocks are the database asking to try again; three times is enough. */
const mostConflicts = 3
/** A backend that was ended is replaced at once, a server that starts again takes about a second. */
const pauses = [100, 1000]
/** What took longer than this hangs: asking again would keep its caller waiting as long once more. */
const patienceMs = 5_000

/**
 * Runs `work` until it ends well, or for a reason that will not pass.
 * @param isKeyed the work itself finds out that it was done before, so it may be repeated after a commit of unknown outcome.
 * @throws ProblemError `platform.outcomeUnknown` when the connection was lost in a commit; otherwise what `work` threw last.
 */
export async function repeatWhereSafe<T>(work: (attempt: Attempt) => Promise<T>, isKeyed = false): Promise<T> {
  const begunAt = performance.now()
  let met = 0
  let lost = 0
  let isUnknown = false
  for (;;) {
    const attempt = { isCommitting: false }
    try {
      return await work(attempt)
    } catch (error) {
      if (isConflict(error) && met++ < mostConflicts) continue
      if (!isAway(error)) throw error
      isUnknown ||= attempt.isCommitting
      const pause = isUnknown && !isKeyed ? undefined : pauses[lost++]
      if (pause === undefined || performance.now() - begunAt > patienceMs) {
        throw isUnknown ? new ProblemError(problems.outcomeUnknown()) : error
      }
      await sleep(pause)
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && conflicts.has(String(error.code))
}
