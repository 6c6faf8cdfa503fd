/** The connection that hears of changes: made again however often it breaks, outside the pool, and honest while it is deaf. */
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { backup } from './backup.ts'
import type { Database } from './connect.ts'
import type { Listening } from './listen.ts'
import { restore } from './restore.ts'

let database: Database
let machine: Awaited<ReturnType<typeof testMachine>>
let listening: Listening

beforeAll(async () => {
  database = await testDatabase()
  machine = await testMachine(database)
  listening = machine.listen()
  await vi.waitFor(() => expect(listening.isHearing()).toBe(true))
})
afterAll(() => listening.stop())

const listeners = `select pid from pg_stat_activity
  where datname = current_database() and query in ('listen "hieuhoc_data"', 'select 1') and pid <> pg_backend_pid()`

/** Something made now of a topic: whether it is as it would be made again. */
function made(topic = 'plan'): () => boolean {
  const page = { from: machine.freshness.now(), topics: new Set([topic]) }
  return () => machine.freshness.isFresh(page)
}

async function hears(): Promise<void> {
  await vi.waitFor(() => expect(listening.isHearing()).toBe(true), { timeout: 10_000 })
  const isFresh = made()
  await database.pool.query('notify hieuhoc_data')
  await vi.waitFor(() => expect(isFresh()).toBe(false))
}

test('what other processes changed is told by topic; a word without one is of everything', async () => {
  await hears()
  const [ofPlan, ofReports] = [made('plan'), made('reports')]
  await database.pool.query(`select pg_notify('hieuhoc_data', 'plan collection.entry')`)
  await vi.waitFor(() => expect(ofPlan()).toBe(false))
  expect(ofReports()).toBe(true)
  await database.pool.query('notify hieuhoc_data')
  await vi.waitFor(() => expect(ofReports()).toBe(false))
})

test('it hears again after each of ten losses, takes no place of the pool and leaves no connection behind', async () => {
  await hears()
  for (let loss = 0; loss < 10; loss++) {
    await database.pool.query(`select pg_terminate_backend(pid) from (${listeners}) l`)
    await vi.waitFor(() => expect(listening.isHearing()).toBe(false))
    await hears()
  }
  expect((await database.pool.query(listeners)).rowCount).toBe(1)
  expect(database.pool.totalCount - database.pool.idleCount).toBe(0)
})

test('what a lost connection may have missed counts as a change; hearing, nothing changes by itself', async () => {
  await hears()
  await sleep(50)
  const before = made()
  expect(before()).toBe(true)
  await database.pool.query(`select pg_terminate_backend(pid) from (${listeners}) l`)
  await vi.waitFor(() => expect(listening.isHearing()).toBe(false))
  const deaf = made()
  expect(before()).toBe(false)
  expect(listening.isHearing() || !deaf()).toBe(true)
  await vi.waitFor(() => expect(listening.isHearing()).toBe(true))
  expect(deaf()).toBe(false)
  expect(made()()).toBe(true)
})

test('a restore in place of the data is heard; the sessions and waiting jobs of the data before are gone', async () => {
  await hears()
  const written = new PassThrough()
  const [file] = await Promise.all([buffer(written), backup(database, written)])
  const boss = new PgBoss({ db: { executeSql: (text, values) => database.pool.query(text, values) } })
  await boss.start()
  await boss.createQueue('test.job')
  await boss.send('test.job', {})
  await boss.stop()
  const account = '019a0000-0000-7000-8000-000000000001'
  await database.pool.query(
    `insert into platform.session (token_hash, account_id, created_at, seen_at, expires_at)
     values ('x', $1, now(), now(), now() + interval '1 hour')`,
    [account],
  )
  const isFresh = made()
  await restore(database, Readable.from([file]), { replace: true })
  await vi.waitFor(() => expect(isFresh()).toBe(false))
  const left = `select (select count(*)::int from platform.session) as sessions,
    (select count(*)::int from pgboss.job where name = 'test.job') as jobs`
  expect((await database.pool.query(left)).rows).toEqual([{ sessions: 0, jobs: 0 }])
})

test('it goes on asking while no connection can be made, and stops at once when told', async () => {
  const { rows } = await database.pool.query<{ name: string }>('select current_database() as name')
  const other = await testDatabase('bare')
  const allow = (yes: boolean) => other.pool.query(`alter database ${rows[0]?.name} allow_connections ${yes}`)
  await allow(false)
  await database.pool.query(`select pg_terminate_backend(pid) from (${listeners}) l`)
  await sleep(2_500)
  expect(listening.isHearing()).toBe(false)
  await allow(true)
  await hears()
  listening.stop()
  await vi.waitFor(async () => expect((await database.pool.query(listeners)).rowCount).toBe(0))
})
