/** What the operator and the city's administrators see and keep of the running system. */
import { z } from 'zod'
import { roleAtCity } from '#modules/organisation'
import { operator } from '#platform/authority.ts'
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
