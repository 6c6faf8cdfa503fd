/** What the operator and the city's administrators see and keep of the running system. */
import { z } from 'zod'
import { roleAtCity } from '#modules/organisation'
import { operator } from '#platform/authority.ts'
import { readKeptBytes } from '#platform/files/store.ts'
import { sweepFiles } from '#platform/files/sweeping.ts'
import { listQueues, QueueState } from '#platform/jobs/store.ts'
import { operation } from '#platform/operation.ts'
import { sweep } from '#platform/store.ts'

const administratorOfCity = roleAtCity('administrator')

export const queues = operation({
  name: 'system.queues',
  summary: 'The job queues: what waits, runs, failed and was done.',
  effect: 'read',
  may: administratorOfCity,
  input: z.object({}),
  output: z.array(QueueState),
  run: ({ tx }) => listQueues(tx),
})

const keptDays = 30

export const sweepOld = operation({
  name: 'system.sweep',
  summary: 'Drops answers by key, delivered events and ended sessions older than thirty days.',
  effect: 'write',
  may: operator,
  input: z.object({}),
  output: z.object({}),
  async run({ tx, now }) {
    await sweep(tx, new Date(now.getTime() - keptDays * 86_400_000))
    return {}
  },
})

export const storage = operation({
  name: 'system.storage',
  summary: 'How much room kept files take and may take, and what is free on their disk, in bytes.',
  effect: 'read',
  may: administratorOfCity,
  input: z.object({}),
  output: z.object({ kept: z.number(), most: z.number(), free: z.number().nullable(), reserve: z.number() }),
  async run({ tx, files, settings }) {
    const [sum] = await readKeptBytes(tx, undefined)
    const free = await files.disk.free().catch(() => null)
    return { kept: sum?.bytes ?? 0, most: settings.filesInAll, free, reserve: settings.diskReserve }
  },
})

export const sweepKeptFiles = operation({
  name: 'system.sweepFiles',
  summary:
    'Removes files of more than a day that no row names, and counts those that were kept before files were counted.',
  effect: 'write',
  touches: [],
  may: operator,
  input: z.object({}),
  output: z.object({ removed: z.number(), counted: z.number() }),
  async run({ tx, files, now, newId, audit }) {
    const swept = await sweepFiles({ tx, disk: files.disk, named: files.named, now, newId })
    audit({ subject: 'files', new: swept })
    return swept
  },
})
