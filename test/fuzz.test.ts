/** Thousands of malformed requests to all pages, actions and operations, by nobody and by people, none left out: never a 5xx. */
import { beforeAll, describe, expect, test } from 'vitest'
import { modules } from '#app/modules.ts'
import { createApp, routes } from '#app/server.ts'
import type { Caller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { startWorker } from '#platform/jobs/index.ts'
import { createMailer } from '#platform/mail/index.ts'
import { testDatabase } from '#test/database.ts'
import { tries } from '#test/length.ts'
import { testMachine } from '#test/machine.ts'
import { demo } from '#test/worlds/demo.ts'
import { fuzz } from '../attack/fuzz.ts'

const operations = modules.flatMap((module) => module.operations)
const origin = 'http://localhost'

let database: Database
let callers: Record<string, Caller>

beforeAll(async () => {
  database = await testDatabase(demo)
  // A server has its job queues before it answers.
  const machine = await testMachine(database)
  const worker = await startWorker(machine, createMailer(machine.settings), [])
  await worker.stop()
  const accountOf = async (email: string): Promise<Caller> => {
    const { rows } = await database.pool.query('select id, name from access.account where email = $1', [email])
    return { via: 'web', from: '192.0.2.7', account: rows[0] }
  }
  callers = {
    nobody: { via: 'web', from: '192.0.2.7' },
    'an officer of a commune': await accountOf('ba-dinh@hanoi.example'),
    'an administrator of the city': await accountOf('quan-tri@hanoi.example'),
  }
})

describe('malformed requests', () => {
  test.each([
    ['nobody', tries(2000, 8000)],
    ['an officer of a commune', tries(1600, 6000)],
    ['an administrator of the city', tries(1600, 6000)],
  ] as const)('of %s: %i, and no 5xx', { timeout: 600_000 }, async (who, count) => {
    const machine = await testMachine(database)
    const app = createApp({ ...machine, limiter: { take: () => undefined } }, async () => callers[who] as Caller)
    const seed = 20_261_127
    const { faults, sent, fewest } = await fuzz({
      count,
      seed,
      origin,
      targets: { routes, operations },
      send: async ({ method, path, headers, body }) => app.request(path, { method, headers, body }),
    })
    expect(faults).toEqual([])
    expect(sent).toBe(count)
    expect(fewest).toBeGreaterThanOrEqual(3)
  })
})
