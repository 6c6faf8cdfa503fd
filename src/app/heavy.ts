/** The entry of the threads that do heavy work: finds the task among every file of tasks and runs it. */
import { readFile } from 'node:fs/promises'
import { ProblemError } from '#kernel/problem.ts'
import type { ContentAt, Outcome, Task } from '#platform/workers/heavy.ts'

/// <reference types="vite/types/importMeta.d.ts" />
type Functions = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>
/** Loaded when first asked for: a thread that reads Excel needs no Word. */
const places: Record<string, () => Promise<unknown>> = import.meta.glob([
  '../{platform,modules}/**/tasks.ts',
  '../modules/**/*.tasks.ts',
])

export async function run({ place, name, args }: Task): Promise<Outcome> {
  const functions = (await places[`../${place}.ts`]?.()) as Functions | undefined
  const task = functions?.[name]
  if (!task) throw new Error(`there is no task ${name} at ${place}`)
  try {
    return { value: await task(...(await Promise.all(args.map(read)))) }
  } catch (error) {
    if (error instanceof ProblemError) return { problems: error.problems }
    throw error
  }
}

async function read(arg: unknown): Promise<unknown> {
  return isContentAt(arg) ? readFile(arg.contentAt) : arg
}

function isContentAt(arg: unknown): arg is ContentAt {
  return typeof arg === 'object' && arg !== null && 'contentAt' in arg && typeof arg.contentAt === 'string'
}
