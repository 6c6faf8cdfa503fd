/** A database that goes away during work: nobody is told a defect, nothing acknowledged is lost, nothing is done twice, and the program lives. */
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, describe, expect, inject, test, vi } from 'vitest'
import { operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { caller, expectNothingLost, look, note, work } from './away.fixture.ts'
import { isAway } from './away.ts'
import { type Database, openDatabase } from './connect.ts'
import { startEmbedded } from './embedded.ts'
import { readPidFile } from './postmaster.ts'
import { errorTranslator } from './problems.ts'
import { dataFolder } from './test-process.ts'

vi.setConfig({ testTimeout: 120_000 })

function urlOf(name: string): string {
  const url = new URL(inject('testServerUrl'))
  url.pathname = `/${name}`
  return url.href
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
    ['25006', 'database.onlyRead'],
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

test('a server that takes no changes refuses them in words, and is read; a reader that writes is a defect', async () => {
  const database = await testDatabase()
  const engine = await testMachine(database)
  const scribble = operation({
    ...look,
    name: 'test.scribble',
    async run({ publish }) {
      await publish({ name: 'test.noted', payload: {} })
      return {}
    },
  })
  const { rows } = await database.pool.query<{ name: string }>('select current_database() as name')
  const name = rows[0]?.name ?? ''
  const setTo = async (value: 'on' | 'off') => {
    const client = new pg.Client(inject('testServerUrl'))
    await client.connect()
    await client.query(`alter database ${name} set default_transaction_read_only = ${value}`)
    await client.end()
    await killBackends(urlOf(name))
  }
  await setTo('on')
  const refusal = { status: 503, problems: [{ code: 'database.onlyRead' }] }
  await expect(perform(engine, note, caller, { text: 'a' })).rejects.toMatchObject(refusal)
  expect(await perform(engine, look, caller, {})).toEqual({})
  await expect(perform(engine, scribble, caller, {})).rejects.toThrow('test.scribble wrote in a read-only transaction')
  // Asked again a moment later, it may find a server that takes changes.
  const late = perform(engine, note, caller, { text: 'b' })
  await sleep(200)
  await setTo('off')
  expect(await late).toEqual({ id: expect.any(String) })
})

test('every backend is ended a hundred times during writes', async () => {
  const database = await testDatabase()
  const engine = await testMachine(database)
  const { rows } = await database.pool.query<{ name: string }>('select current_database() as name')
  const working = work(engine)
  for (let kill = 0; kill < 100; kill++) {
    await killBackends(urlOf(rows[0]?.name ?? ''))
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
