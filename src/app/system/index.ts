/** The running system, shaped like a module so that its operations and pages are served like any other's. */
import { z } from 'zod'
import { job } from '#platform/jobs/index.ts'
import type { Module } from '#platform/module.ts'
import { queues, sweepOld } from './operations.ts'
import { routes } from './pages.tsx'

/** Every night, when nobody is at work. */
const nightly = '30 2 * * *'

export const system: Module = {
  name: 'system',
  operations: [queues, sweepOld],
  routes,
  jobs: [
    job({
      name: 'system.sweep',
      every: nightly,
      payload: z.object({}),
      async run(kit) {
        await kit.perform(sweepOld, {})
      },
    }),
  ],
}
