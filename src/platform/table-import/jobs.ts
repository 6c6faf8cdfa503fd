/** The worker's part: goes on with imports that wait, one after another, as long as there are some. */
import { z } from 'zod'
import { newId } from '#kernel/id.ts'
import { ProblemError } from '#kernel/problem.ts'
import { type AnyJob, type JobKit, job } from '#platform/jobs/job.ts'
import { waitingEvent } from './import-operations.ts'
import type { AnyTableImport } from './table-import.ts'
import { failureOf } from './working.ts'

const everyMinute = '* * * * *'

/** Two queues for all imports: what has just begun to wait, and what was left behind by a process that died. */
export function importJobs(imports: readonly AnyTableImport[]): AnyJob[] {
  if (imports.length === 0) return []
  return [
    job({
      name: 'table-import.work',
      on: waitingEvent,
      payload: z.object({ kind: z.string() }),
      run: (kit, { kind }) =>
        workThrough(
          kit,
          imports.filter(({ name }) => name === kind),
        ),
    }),
    job({
      name: 'table-import.resume',
      every: everyMinute,
      payload: z.object({}),
      run: (kit) => workThrough(kit, imports),
    }),
  ]
}

async function workThrough(kit: Pick<JobKit, 'perform'>, imports: readonly AnyTableImport[]): Promise<void> {
  for (const each of imports) {
    let id: string | null
    do id = await workOn(kit, each)
    while (id !== null)
  }
}

/** Works on the import that waits longest until it is read or stored, or stopped; null when none waits. */
export async function workOn(
  { perform }: Pick<JobKit, 'perform'>,
  { operations }: AnyTableImport,
): Promise<string | null> {
  const turn = newId()
  let { id, more } = await perform(operations.work, { turn })
  try {
    while (id !== null && more) ({ id, more } = await perform(operations.work, { id, turn }))
  } catch (error) {
    const [problem] = error instanceof ProblemError ? error.problems : []
    // What passes by itself is tried again, by whoever takes the next turn.
    if (!problem || problem.status === 503) throw error
    await perform(operations.work, { id: id ?? undefined, turn, failure: failureOf(problem) })
  }
  return id
}
