/** Runs heavy work on threads of its own: few at a time, a short line before them, a limit of time and memory on each task. */
import { Piscina } from 'piscina'
import { ProblemError } from '#kernel/problem.ts'
import { createLane } from '#platform/lane.ts'
import { problems } from './problems.ts'

export interface PoolLimits {
  /** Tasks that run at once. */
  readonly threads: number
  /** Tasks that may wait for a thread; who comes after them is refused. */
  readonly waiting: number
  /** How long a task may wait for a thread. */
  readonly waitMs: number
  /** The heap of each thread; a task that needs more ends its thread, never the process. */
  readonly heapMegabytes: number
}

export interface Pool {
  /**
   * Runs one task, at most `limitMs` long.
   * @throws ProblemError `workers.busy`, `workers.tooSlow` or `workers.tooHeavy`; else what the task throws.
   */
  run(task: unknown, limitMs: number): Promise<unknown>
  /** A thread could not begin, as when a newer build has taken its file away: every task is refused as `workers.busy`. */
  isBroken(): boolean
  /** Ends the threads and what runs on them, which is refused as if there were no room. */
  close(): Promise<void>
}

/** Idle threads end after this long: what they held is given back. */
const idleMs = 5_000
/** When the refused may find room. */
const retrySeconds = 15
/** Below the event loop, which answers everybody. */
const niceness = 10

/** A pool over the threads of `file`, whose `run` takes a task. No thread runs before the first task. */
export function createPool(file: string, limits: PoolLimits): Pool {
  const threads = new Piscina({
    filename: file,
    name: 'run',
    minThreads: 0,
    maxThreads: limits.threads,
    idleTimeout: idleMs,
    niceIncrement: niceness,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
  })
  const busy = () => new ProblemError(problems.busy({ seconds: retrySeconds }))
  const lane = createLane({ ...limits, atOnce: limits.threads, refuse: busy })
  const over = new AbortController()
  // Without a listener this would end the program.
  threads.on('error', (error) => over.abort(error))
  const runNow = async (task: unknown, limitMs: number): Promise<unknown> => {
    const late = AbortSignal.timeout(limitMs)
    try {
      return await threads.run(task, { signal: AbortSignal.any([late, over.signal]) })
    } catch (error) {
      if (over.signal.aborted) throw busy()
      if (late.aborted) throw new ProblemError(problems.tooSlow({ seconds: Math.round(limitMs / 1000) }))
      throw isOutOfMemory(error) ? new ProblemError(problems.tooHeavy()) : error
    }
  }
  return {
    run: (task, limitMs) => lane.run(() => runNow(task, limitMs)),
    isBroken: () => over.signal.aborted,
    async close() {
      over.abort()
      await threads.destroy()
    },
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
