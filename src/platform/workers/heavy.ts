/** How the program hands heavy work over: `heavy('platform/documents/tasks')('readWorkbook', bytes)` runs on another thread. */
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { Upload } from '../files/upload.ts'
import { projectRoot } from '../root.ts'
import { createPool, type Pool } from './pool.ts'

/** What goes over to a thread: a function of the file of tasks at a place, and what it is called with. */
export interface Task {
  readonly place: string
  readonly name: string
  readonly args: readonly unknown[]
}

/** Stands for the content of a file that somebody sent: the thread reads it, not the event loop. */
export interface ContentAt {
  readonly contentAt: string
}

/** What comes back; a ProblemError would lose its problems on the way. */
export type Outcome = { readonly value: unknown } | { readonly problems: readonly Problem[] }

/** The functions of a file of tasks: what they take and give must be what a structured clone can carry. */
type Functions<T> = { [K in keyof T]: T[K] extends (...args: never[]) => unknown ? T[K] : never }

/** In place of bytes a file may be given. */
type Sendable<Args extends readonly unknown[]> = {
  [I in keyof Args]: Uint8Array extends Args[I] ? Args[I] | Upload : Args[I]
}

export type Heavy<T> = <K extends keyof T & string>(
  name: K,
  ...args: Sendable<Parameters<Functions<T>[K]>>
) => Promise<Awaited<ReturnType<Functions<T>[K]>>>

/** Reading the largest upload that is allowed takes some seconds. */
const usualLimitMs = 30_000

/**
 * The functions of `src/<place>.ts`, to be called on another thread. They throw what they throw here, and besides
 * `workers.busy`, `workers.tooSlow` and `workers.tooHeavy`.
 */
export function heavy<T>(place: string, limitMs = usualLimitMs): Heavy<T> {
  return async (name, ...args) => {
    const task: Task = { place, name, args: args.map(sent) }
    const outcome = (await ownPool().run(task, limitMs)) as Outcome
    if ('problems' in outcome) throw new ProblemError(...outcome.problems)
    return outcome.value as never
  }
}

function sent(arg: unknown): unknown {
  return arg instanceof Upload ? ({ contentAt: arg.path } satisfies ContentAt) : arg
}

let pool: Pool | undefined

/** One pool for the whole process, however many machines it runs: the cores are the same. One core is the event loop's. */
function ownPool(): Pool {
  if (pool?.isBroken()) void stopHeavy()
  pool ??= createPool(join(projectRoot, 'dist', builtEntry()), {
    threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
    waiting: 24,
    waitMs: 20_000,
    heapMegabytes: 768,
  })
  return pool
}

/** Ends the threads, and what runs on them. */
export async function stopHeavy(): Promise<void> {
  const stopped = pool
  pool = undefined
  await stopped?.close()
}

/** The entry of the newest build; its name carries its content's hash, so that a running server goes on with its own. */
function builtEntry(): string {
  const built: string[] = JSON.parse(readFileSync(join(projectRoot, 'dist/.built'), 'utf8'))
  const entry = built.find((name) => /^server\/heavy-[\w-]+\.js$/.test(name))
  if (!entry) throw new Error('the build has no entry for heavy work: build again (npm run build)')
  return entry
}
