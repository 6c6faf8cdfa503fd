/** The machine over a test's database: still clock, silent log, nothing outside the test; and callers as their requests would be. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildMachine, type Machine } from '#app/engine.ts'
import { type Clock, fixedClock } from '#platform/clock.ts'
import type { Database } from '#platform/database/index.ts'
import { createLogger } from '#platform/log.ts'
import { readSettings, type Settings } from '#platform/settings.ts'
import { watchTopics } from './topics.ts'

/** The morning of 2 November 2026 in Hà Nội: the year's round is open, nothing is late. */
export const testNow = '2026-11-02T02:00:00Z'

/** A clock that a test moves by hand. */
export interface HandClock extends Clock {
  set(instant: string): void
  pass(minutes: number): void
}

export function handClock(instant = testNow): HandClock {
  let time = new Date(instant).getTime()
  return {
    now: () => new Date(time),
    set(next) {
      time = new Date(next).getTime()
    },
    pass(minutes) {
      time += minutes * 60_000
    },
  }
}

/** Settings as an installation on a laptop has them, with `given` on top. */
export function testSettings(given: Partial<Settings> = {}): Settings {
  return { ...readSettings({ LOG_LEVEL: 'silent', HIEUHOC_DEMO: '0' }), publicUrl: 'http://localhost', ...given }
}

/**
 * A machine over `database`. Files go to a folder that is made when something is kept, and swept by a later run (see
 * global-setup.ts).
 */
export async function testMachine(
  database: Database,
  given: { clock?: Clock; settings?: Partial<Settings> } = {},
): Promise<Machine> {
  const dataFolder = join(tmpdir(), `hieuhoc-test-${process.pid}-files`)
  const settings = testSettings({ dataFolder, ...given.settings })
  await watchTopics(database.pool)
  return buildMachine(settings, database, createLogger(settings), given.clock ?? fixedClock(testNow))
}
