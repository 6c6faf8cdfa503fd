/** What the job queue holds, read from its own tables: for the page of the operator. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery } from '#platform/database/index.ts'

export const QueueState = z.object({
  name: z.string(),
  waiting: z.number(),
  active: z.number(),
  failed: z.number(),
  done: z.number(),
  /** What the last failure said. */
  lastError: z.string().nullable(),
})
export type QueueState = z.infer<typeof QueueState>

/** One row a queue. The queue keeps finished jobs for some days only, so `done` counts those. */
export const listQueues = namedQuery({
  name: 'jobs.listQueues',
  row: QueueState,
  text: () => sql`
    select name,
      count(*) filter (where state in ('created', 'retry'))::int as waiting,
      count(*) filter (where state = 'active')::int as active,
      count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state = 'completed')::int as done,
      (array_agg(coalesce(output->>'message', output::text) order by completed_on desc) filter (where state = 'failed'))[1] as "lastError"
    from pgboss.job
    where name not like '\\_\\_pgboss%'
    group by name order by name`,
})
