/** A process that works on imports of people, as a server's worker would, until none waits: to be killed by a test. */
import { operatorCaller } from '#platform/authority.ts'
import { systemClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/database/connect.ts'
import { filesOnDisk } from '#platform/files/index.ts'
import { createLogger } from '#platform/log.ts'
import type { Engine, Operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { readSettings } from '#platform/settings.ts'
import { stopHeavy } from '#platform/workers/heavy.ts'
import { workOn } from './jobs.ts'
import { peopleImport } from './people.fixture.ts'

const [databaseUrl = '', dataFolder = ''] = process.argv.slice(2)
const settings = { ...readSettings({ LOG_LEVEL: 'silent', HIEUHOC_DEMO: '0' }), databaseUrl, dataFolder }
const database = await openDatabase(settings)
// What no batch of an import asks for is left out.
const engine = {
  settings,
  database,
  clock: systemClock,
  log: createLogger(settings),
  files: filesOnDisk(`${dataFolder}/files`),
  namedFiles: async () => [],
  fields: [],
  authority: { holds: async () => false },
  limiter: { take: () => undefined },
  translate: () => undefined,
  committed: () => undefined,
  timed: () => undefined,
} as unknown as Engine

const kit = {
  perform: <I, O>(operation: Operation<I, O>, input: unknown) =>
    perform(engine, operation, operatorCaller('job'), input),
}
while ((await workOn(kit, peopleImport)) !== null);
await stopHeavy()
await database.close()
