/** A database that goes away during work: nobody is told a defect, nothing acknowledged is lost, nothing is done twice, and the program lives. */
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, describe, expect, inject, test, vi } from 'vitest'
import { z } from 'zod'
import { newId } from '#kernel/id.ts'
import { ProblemError } from '#kernel/problem.ts'
import { operator, operatorCaller } from '#platform/authority.ts'
import { type Engine, operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { isAway } from './away.ts'
import { type Database, openDatabase } from './connect.ts'
import { startEmbedded } from './embedded.ts'
import { readPidFile } from './postmaster.ts'
import { errorTranslator } from './problems.ts'
import { dataFolder } from './test-process.ts'

vi.setConfig({ testTimeout: 120_000 })

const note = operation({
  name: 'test.note',
  summary: 'Publishes an event.',
  effect: 'write',
  may: operator,
  input: z.object({ text: z.string() }),
  output: z.object({ id: z.string() }),
  async run({ newId: id, publish }, { text }) {
    await publish({ name: 'test.noted', payload: { text } })
    return { id: id() }
  },
})

const look = operation({
  name: 'test.look',
  summary: 'Reads.',
  effect: 'read',
  may: operator,
  input: z.object({}),
  output: z.object({}),
  run: async () => ({}),
})

const caller = operatorCaller('command')

interface Told {
  readonly text: string
  readonly outcome: 'done' | string
}

/** Writers and readers that never rest until `stop`; what each write was told. */
function work(engine: Engine) {
  const told: Told[] = []
  const read: string[] = []
  let isOver = false
  const codeOf = (error: unknown) =>
    error instanceof ProblemError ? String(error.problems[0]?.code) : `defect ${error}`
  const write = async (isKeyed: boolean) => {
    while (!isOver) {
      const text = newId()
      const options = isKeyed ? { idempotencyKey: text } : {}
      const outcome = await perform(engine, note, caller, { text }, options).then(() => 'done', codeOf)
      told.push({ text, outcome })
      if (outcome !== 'done') await sleep(20)
    }
  }
  const reads = async () => {
    while (!isOver) {
      read.push(await perform(engine, look, caller, {}).then(() => 'done', codeOf))
      await sleep(5)
    }
  }
  const all = Promise.all([write(false), write(false), write(false), write(true), write(true), write(true), reads()])
  return {
    told,
    read,
    async stop() {
      isOver = true
      await all
    },
  }
}

/** How often each text is kept. */
async function kept(database: Database): Promise<Map<string, number>> {
  const { rows } = await database.pool.query<{ text: string; count: number }>(
    `select payload->>'text' as text, count(*)::int from platform.outbox group by 1`,
  )
  return new Map(rows.map((row) => [row.text, row.count]))
}

const passing = new Set(['done', 'platform.databaseAway', 'platform.outcomeUnknown'])

async function expectNothingLost(database: Database, { told, read }: ReturnType<typeof work>): Promise<void> {
  expect([...told.map(({ outcome }) => outcome), ...read].filter((outcome) => !passing.has(outcome))).toEqual([])
  const times = await kept(database)
  expect(told.filter(({ text, outcome }) => outcome === 'done' && times.get(text) !== 1)).toEqual([])
  expect(told.filter(({ text, outcome }) => outcome === 'platform.databaseAway' && times.has(text))).toEqual([])
  expect([...times.values()].filter((count) => count > 1)).toEqual([])
  expect(told.filter(({ outcome }) => outcome === 'done').length).toBeGreaterThan(20)
}

async function killBackends(url: string): Promise<void> {
  const client = new pg.Client(url)
  client.on('error', () => undefined)
  await client.connect()
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name like 'hieuhoc:%' and datname = current_database() and pid <> pg_backend_pid()`,
  )
  await client.end()
}

describe('what is an absence', () => {
  test.each(['08006', '08001', '57P01', '57P02', '57P03', '57P05', '53300', '53200', '25P03', '28P01', '3D000'])(
    'SQLSTATE %s is',
    (code) => {
      const error = Object.assign(new pg.DatabaseError('x', 1, 'error'), { code })
      expect(errorTranslator([])(error)?.problems[0]?.code).toBe('platform.databaseAway')
    },
  )

  test.each([
    ['57014', 'database.tooSlow'],
    ['55P03', 'database.busy'],
    ['40P01', 'database.busy'],
    ['53100', 'database.full'],
    ['23505', undefined],
    ['25006', undefined],
    ['42P01', undefined],
  ])('SQLSTATE %s is not', (code, problem) => {
    const error = Object.assign(new pg.DatabaseError('x', 1, 'error'), { code })
    expect(errorTranslator([])(error)?.problems[0]?.code).toBe(problem)
  })

  test('the driver and the network say so in their own words', () => {
    expect(isAway(new Error('Connection terminated unexpectedly'))).toBe(true)
    expect(isAway(new Error('timeout exceeded when trying to connect'))).toBe(true)
    expect(isAway(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toBe(true)
    expect(isAway(Object.assign(new Error('no such file'), { code: 'ENOENT' }))).toBe(false)
    expect(isAway(new TypeError('x is undefined'))).toBe(false)
    expect(isAway('57P01')).toBe(false)
  })
})

test('every backend is ended a hundred times during writes', async () => {
  const database = await testDatabase()
  const engine = await testMachine(database)
  const { rows } = await database.pool.query<{ name: string }>('select current_database() as name')
  const url = new URL(inject('testServerUrl'))
  url.pathname = `/${rows[0]?.name}`
  const working = work(engine)
  for (let kill = 0; kill < 100; kill++) {
    await killBackends(url.href)
    await sleep(30 * Math.random())
  }
  await sleep(300)
  await working.stop()
  await expectNothingLost(database, working)
  expect(database.pool.waitingCount).toBe(0)
})

const servers: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const end of servers.reverse()) await end()
})

/** The database of a server of its own, as the embedded kind or by its URL, and the folder of the server's pid file. */
async function openedAs(kind: 'embedded' | 'external'): Promise<{ database: Database; cluster: string }> {
  const folder = await dataFolder(0o711)
  servers.push(() => rm(folder, { recursive: true, force: true }))
  if (kind === 'embedded') {
    const database = await openDatabase({ dataFolder: folder })
    servers.push(database.close)
    return { database, cluster: database.where }
  }
  const server = await startEmbedded({ dataFolder: folder })
  servers.push(server.close)
  const { user, password, host, port, database: name } = server.address()
  const database = await openDatabase({
    dataFolder: '',
    databaseUrl: `postgres://${user}:${password}@${host}:${port}/${name}`,
  })
  servers.push(database.close)
  return { database, cluster: server.folder }
}

describe.each(['embedded', 'external'] as const)('the %s server', (kind) => {
  test.each(['SIGKILL', 'SIGQUIT', 'SIGINT'] as const)(
    'is ended by %s during writes and comes back',
    async (signal) => {
      const { database, cluster } = await openedAs(kind)
      const engine = await testMachine(database)
      const working = work(engine)
      await sleep(300)
      for (let kill = 0; kill < 2; kill++) {
        process.kill((await readPidFile(cluster))?.pid ?? 0, signal)
        const countBefore = working.told.length
        await vi.waitFor(
          () => expect(working.told.slice(countBefore + 10).some(({ outcome }) => outcome === 'done')).toBe(true),
          { timeout: 30_000, interval: 50 },
        )
        await sleep(200)
      }
      await working.stop()
      await expectNothingLost(database, working)
    },
  )
})
