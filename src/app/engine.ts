/** Puts the machine together: database, files, clock, log, and the data's version that caches go by. */
import { join } from 'node:path'
import { type Clock, systemClock } from '#platform/clock.ts'
import { type Database, errorTranslator, migrate } from '#platform/database/index.ts'
import { filesOnDisk } from '#platform/files/index.ts'
import { createLimiter } from '#platform/limiter.ts'
import type { Logger } from '#platform/log.ts'
import type { Engine } from '#platform/operation.ts'
import type { Settings } from '#platform/settings.ts'
import { authority } from './authority.ts'
import { countOperation } from './metrics.ts'
import { moduleMigrations, modules } from './modules.ts'

export interface Machine extends Engine {
  /** The number of the last audit entry this process knows of. */
  readonly version: () => number
  /** Adds a listener to every committed write, here or in another process. */
  readonly onCommit: (listener: () => void) => void
  /** Takes note of a version committed elsewhere. */
  readonly sawVersion: (version: number) => void
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
  const sawVersion = (seen: number) => {
    version = Math.max(version, seen)
    for (const listener of listeners) listener()
  }
  return {
    settings,
    database,
    authority,
    clock,
    log,
    files: filesOnDisk(join(settings.dataFolder, 'files')),
    limiter: createLimiter(clock),
    translate: errorTranslator(modules.map((module) => module.constraints ?? {})),
    committed: sawVersion,
    timed: countOperation,
    version: () => version,
    onCommit: (listener) => void listeners.push(listener),
    sawVersion,
  }
}
