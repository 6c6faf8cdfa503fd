/** The sealer: links the entries that wait to the chain, in batches, soon after each write and at least every second. */
import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '#kernel/id.ts'
import { dateOf } from '#kernel/language.ts'
import { seal } from '#platform/audit/store.ts'
import type { Engine } from '#platform/operation.ts'
import { writeEvent } from '#platform/store.ts'

/** One batch: a few hundredths of a second of the database. */
const mostInBatch = 1000

type SealerEngine = Pick<Engine, 'database' | 'clock' | 'log'>

/**
 * Seals what waits, batch after batch, each in a transaction of its own; returns how many entries. Where another process is at it,
 * leaves it to that one.
 */
export async function sealWaiting(engine: SealerEngine, batchSize = mostInBatch): Promise<number> {
  const sealed = await sealBatch(engine, batchSize)
  return sealed < batchSize ? sealed : sealed + (await sealWaiting(engine, batchSize))
}

function sealBatch({ database, clock }: SealerEngine, most: number): Promise<number> {
  const now = clock.now()
  return database.kysely.transaction().execute(async (tx) => {
    const [batch] = await seal(tx, { now, today: dateOf(now), most })
    if (batch?.anchored) {
      await writeEvent(tx, { id: newId(), at: now, name: 'audit.anchored', payload: { day: batch.anchored } })
    }
    return batch?.entries ?? 0
  })
}

/** How long a process that ends waits for its last batch. */
const endWithinMs = 2000

/** Seals what a process leaves; what cannot be sealed in time waits for the next process, and its work stays done. */
export async function sealAtEnd(engine: SealerEngine): Promise<void> {
  const sealed = sealWaiting(engine).catch((error: unknown) =>
    engine.log.warn({ error }, 'audit entries wait unsealed'),
  )
  await Promise.race([sealed, sleep(endWithinMs, undefined, { ref: false })])
}

export interface Sealer {
  /** Called after every commit. */
  wake(): void
  /** Ends when what waits now is sealed, or cannot be. */
  stop(): Promise<void>
}

/** Writes that come together are sealed together. */
const gatherMs = 100
const everyMs = 1000

/** Seals until stopped; a database that is away is asked again a second later, and told of once until it is back. */
export function startSealer(engine: SealerEngine): Sealer {
  let isAway = false
  let running: Promise<void> | undefined
  let waking: NodeJS.Timeout | undefined
  let isStopped = false
  const run = async () => {
    try {
      await sealWaiting(engine)
      isAway = false
    } catch (error) {
      if (!isAway) engine.log.warn({ error }, 'audit entries wait unsealed')
      isAway = true
    }
  }
  const start = () => {
    waking = undefined
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }
  const timer = setInterval(() => void start(), everyMs)
  return {
    wake() {
      if (!isStopped) waking ??= setTimeout(() => void start(), gatherMs)
    },
    async stop() {
      isStopped = true
      clearInterval(timer)
      clearTimeout(waking)
      await running
      await sealAtEnd(engine)
    },
  }
}
