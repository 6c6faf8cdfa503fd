/** The outbox: events written with the work itself, handed to the job queue in one transaction, so none is lost or doubled. */
import { fromKysely, type PgBoss } from 'pg-boss'
import type { AnyJob } from '#platform/jobs/job.ts'
import type { Engine } from '#platform/operation.ts'
import { markRelayed, takeEvents } from '#platform/store.ts'

const batch = 100

/** Hands waiting events to the queues of the jobs that listen to them; returns how many. */
export async function relayEvents(engine: Engine, boss: PgBoss, jobs: readonly AnyJob[]): Promise<number> {
  const relayed = await engine.database.kysely.transaction().execute(async (tx) => {
    const events = await takeEvents(tx, batch)
    if (events.length === 0) return 0
    for (const event of events) {
      for (const listener of jobs.filter((each) => each.on === event.name)) {
        await boss.send(listener.name, event.payload, { db: fromKysely(tx) })
      }
    }
    await markRelayed(
      tx,
      events.map((event) => event.id),
      engine.clock.now(),
    )
    return events.length
  })
  return relayed < batch ? relayed : relayed + (await relayEvents(engine, boss, jobs))
}
