/** Puts the machine together: database, files, clock, log, and the freshness of data that caches go by. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ProblemError } from '#kernel/problem.ts'
import { type Clock, systemClock } from '#platform/clock.ts'
import {
  type Database,
  errorTranslator,
  isAway,
  type Listening,
  listenTo,
  migrate,
  type TranslateError,
} from '#platform/database/index.ts'
import { mediaKindOf } from '#platform/documents/media-kinds.ts'
import { DamagedFileError, openFiles } from '#platform/files/index.ts'
import { fileProblems } from '#platform/files/problems.ts'
import { createIncoming } from '#platform/files/receiving.ts'
import type { NamedFile, NamedFiles } from '#platform/files/store.ts'
import { createChanges, type Freshness } from '#platform/freshness.ts'
import { createLimiter } from '#platform/limiter.ts'
import type { Logger } from '#platform/log.ts'
import type { Commit, Engine } from '#platform/operation.ts'
import { readPlace } from '#platform/place.ts'
import type { Settings } from '#platform/settings.ts'
import { authority } from './authority.ts'
import { countOperation } from './metrics.ts'
import { fields, moduleMigrations, modules } from './modules.ts'
import { noteEnded } from './stalls.ts'

export interface Machine extends Engine {
  /** Which topics this process has heard of changing: what was made before is out of date. */
  readonly freshness: Freshness
  /** Adds a listener to every write, and every read of persons, committed here. */
  readonly onCommit: (listener: (commit: Commit) => void) => void
  /** Hears of writes committed by other processes until `stop`. */
  readonly listen: () => Listening
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
  let listening: Listening | undefined
  const changes = createChanges({ day: () => cityDay(clock), isHearing: () => listening?.isHearing() !== false })
  const listeners: ((commit: Commit) => void)[] = []
  const committed = (commit: Commit) => {
    if (commit.touches.length > 0) changes.heard(commit.touches)
    for (const listener of listeners) listener(commit)
  }
  return {
    settings,
    place: await readPlace(settings.place),
    database,
    authority,
    fields,
    clock,
    log,
    files: openFiles(settings),
    incoming: createIncoming({
      folder: join(settings.dataFolder, 'incoming'),
      reserve: settings.diskReserve,
      look: async (path) => mediaKindOf(await readFile(path)),
    }),
    namedFiles,
    facts: modules.flatMap(({ facts = [] }) => facts),
    limiter: createLimiter(),
    translate: tellingOfDamage(
      loggingWhatIsAway(errorTranslator(modules.map((module) => module.constraints ?? {})), log),
      log,
    ),
    committed,
    timed(operation, seconds, outcome) {
      countOperation(operation, seconds, outcome)
      noteEnded(operation.name)
    },
    freshness: changes,
    onCommit: (listener) => void listeners.push(listener),
    listen: () =>
      (listening = listenTo(database, {
        channel: 'hieuhoc_data',
        heard: (text) => changes.heard(text ? text.split(' ') : undefined),
        log,
      })),
  }
}

async function namedFiles(...input: Parameters<NamedFiles>): Promise<NamedFile[]> {
  const files: NamedFile[] = []
  for (const { keptFiles } of modules) files.push(...((await keptFiles?.(...input)) ?? []))
  return files
}

const dayMs = 86_400_000
const aheadMs = 7 * 3_600_000

/** The number of the day in the city's zone, which is seven hours ahead all year: pages say "today". Asked for every request. */
function cityDay(clock: Clock): number {
  return Math.floor((clock.now().getTime() + aheadMs) / dayMs)
}

const quietMs = 1000

/** A damaged file is told to its reader, and to the operator, who alone can put it right. */
function tellingOfDamage(translate: TranslateError, log: Logger): TranslateError {
  return (error) => {
    if (!(error instanceof DamagedFileError)) return translate(error)
    log.error({ error }, 'a kept file is damaged')
    return new ProblemError(fileProblems.damaged({}, ['file']))
  }
}

/** The log names what keeps the database away, once a second at most: every request of an outage meets it. */
function loggingWhatIsAway(translate: TranslateError, log: Logger): TranslateError {
  let loggedAt = Number.NEGATIVE_INFINITY
  return (error) => {
    if (isAway(error) && performance.now() - loggedAt > quietMs) {
      loggedAt = performance.now()
      log.warn({ error }, 'the database is away')
    }
    return translate(error)
  }
}
