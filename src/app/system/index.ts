/** The running system, shaped like a module so that its operations and pages are served like any other's. */
import { z } from 'zod'
import { job } from '#platform/jobs/job.ts'
import type { Module } from '#platform/module.ts'
import { queues, storage, sweepKeptFiles, sweepOld } from './operations.ts'
import { routes } from './pages.tsx'

/** Every night, when nobody is at work. */
const nightly = '30 2 * * *'

/** A write takes seconds: what is older was cut off. */
export const leftoverMs = 3_600_000

export const system: Module = {
  name: 'system',
  operations: [queues, storage, sweepOld, sweepKeptFiles],
  routes,
  jobs: [
    job({
      name: 'system.sweep',
      every: nightly,
      payload: z.object({}),
      async run(kit) {
        // First what needs no database: on a full disk this is what makes room.
        const before = new Date(kit.engine.clock.now().getTime() - leftoverMs)
        await kit.engine.incoming.removeLeftovers(before)
        await kit.engine.files.removeLeftovers(before)
        await kit.perform(sweepKeptFiles, {})
        await kit.perform(sweepOld, {})
      },
    }),
  ],
}
