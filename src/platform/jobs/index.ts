/** Jobs: durable work after the answer, retried and visible, kept by pg-boss in the same database. */
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { operatorCaller } from '#platform/authority.ts'
import { underTodaysNames } from '#platform/former-names.ts'
import type { AnyJob, JobKit } from '#platform/jobs/job.ts'
import type { Mailer } from '#platform/mail/index.ts'
import type { Engine } from '#platform/operation.ts'
import { relayEvents } from '#platform/outbox.ts'
import { perform } from '#platform/perform.ts'

export interface Worker {
  /** Delivers what the outbox holds now; called after every commit. */
  wake(): void
  stop(): Promise<void>
}

const retries = { retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 300 }
const relayEverySeconds = 5

/** Starts pg-boss and works every job. Events are relayed when woken, and every few seconds for other processes' events. */
export async function startWorker(engine: Engine, mailer: Mailer, jobs: readonly AnyJob[]): Promise<Worker> {
  const boss = await startBoss(engine, engine.log)
  const kit: JobKit = {
    mailer,
    engine,
    perform: (operation, input) => perform(engine, operation, operatorCaller('job'), input),
  }
  for (const each of jobs) {
    await boss.createQueue(each.name, { ...retries, expireInSeconds: each.longestSeconds ?? retries.expireInSeconds })
    if (each.every) await boss.schedule(each.name, each.every, {}, { tz: 'Asia/Ho_Chi_Minh' })
    await boss.work(each.name, { pollingIntervalSeconds: 1 }, async (batch) => {
      for (const one of batch) await each.run(kit, each.payload.parse(underTodaysNames(one.data, each.former)))
    })
  }
  const relay = relayLoop(() => relayEvents(engine, boss, jobs), engine.log)
  return {
    wake: relay.wake,
    async stop() {
      await relay.stop()
      await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}

async function startBoss(engine: Engine, log: Logger): Promise<PgBoss> {
  const { pool } = engine.database
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) } })
  boss.on(
    'error',
    onceAWhile((error) => log.error({ error }, 'job queue')),
  )
  await boss.start()
  return boss
}

const sameAgainMs = 10_000

/** While the database is away every queue says so every second: the log hears the same words once in ten seconds. */
function onceAWhile(tell: (error: Error) => void): (error: Error) => void {
  let last = ''
  let toldAt = 0
  return (error) => {
    if (error.message === last && performance.now() - toldAt < sameAgainMs) return
    last = error.message
    toldAt = performance.now()
    tell(error)
  }
}

/** Runs one relay at a time; a wake during a run starts another, so no event waits for the clock. */
function relayLoop(relay: () => Promise<number>, log: Logger) {
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  const wake = () => {
    if (stopped) return
    again = true
    running ??= run().finally(() => {
      running = undefined
    })
  }
  const run = async () => {
    while (again && !stopped) {
      again = false
      await relay().catch((error: unknown) => log.error({ error }, 'outbox'))
    }
  }
  const timer = setInterval(wake, relayEverySeconds * 1000)
  wake()
  return {
    wake,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
