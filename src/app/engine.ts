/** Puts the machine together: database, files, clock, log, and the data's version that caches go by. */
import { join } from 'node:path'
import type { PoolClient } from 'pg'
import { type Clock, systemClock } from '#platform/clock.ts'
import { type Database, errorTranslator, migrate } from '#platform/database/index.ts'
import { filesOnDisk } from '#platform/files/index.ts'
import { createLimiter } from '#platform/limiter.ts'
import type { Logger } from '#platform/log.ts'
import type { Engine } from '#platform/operation.ts'
import { readPlace } from '#platform/place.ts'
import type { Settings } from '#platform/settings.ts'
import { authority } from './authority.ts'
import { countOperation } from './metrics.ts'
import { moduleMigrations, modules } from './modules.ts'

export interface Machine extends Engine {
  /** Names the writes this process has heard of, and the day: what was made from one version stays good while it lasts. */
  readonly version: () => string
  /** Adds a listener to every write committed here. */
  readonly onCommit: (listener: () => void) => void
  /** Hears of writes committed by other processes until `stop`. */
  readonly listen: () => Promise<{ stop(): void }>
}

/** The engine over an open database. Brings the schema up to date first. */
export async function buildMachine(
  settings: Settings,
  database: Database,
  log: Logger,
  clock: Clock = systemClock,
): Promise<Machine> {
  const applied = await migrate(database, moduleMigrations)
  if (applied.length > 0) log.info({ applied: applied.length }, 'schema brought up to date')
  let version = 0
  const listeners: (() => void)[] = []
  const changed = () => {
    version += 1
  }
  const committed = (isQuiet: boolean) => {
    if (!isQuiet) changed()
    for (const listener of listeners) listener()
  }
  return {
    settings,
    place: await readPlace(settings.place),
    database,
    authority,
    clock,
    log,
    files: filesOnDisk(join(settings.dataFolder, 'files')),
    limiter: createLimiter(),
    translate: errorTranslator(modules.map((module) => module.constraints ?? {})),
    committed,
    timed: countOperation,
    version: () => `${version} ${cityDay(clock)}`,
    onCommit: (listener) => void listeners.push(listener),
    listen: () => listenForChanges(database, log, changed),
  }
}

const dayMs = 86_400_000
const aheadMs = 7 * 3_600_000

/** The number of the day in the city's zone, which is seven hours ahead all year: pages say "today". Asked for every request. */
function cityDay(clock: Clock): number {
  return Math.floor((clock.now().getTime() + aheadMs) / dayMs)
}

/** Every write that is not quiet notifies every process; a lost connection may have missed a change, so it counts as one, and is made again. */
async function listenForChanges(database: Database, log: Logger, changed: () => void) {
  let stopped = false
  let client: PoolClient | undefined
  const connect = async () => {
    client = await database.pool.connect()
    client.on('notification', changed)
    client.on('error', (error) => {
      if (stopped) return
      log.warn({ error }, 'lost the connection that hears of changes')
      changed()
      setTimeout(() => connect().catch((again: unknown) => log.error({ error: again }, 'hears of no changes')), 1000)
    })
    await client.query('listen hieuhoc_data')
  }
  await connect()
  return {
    stop() {
      stopped = true
      client?.release(true)
    },
  }
}
