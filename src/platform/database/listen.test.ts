/** The connection that hears of changes: made again however often it breaks, outside the pool, and honest while it is deaf. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Machine } from '#app/engine.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import type { Database } from './connect.ts'
import type { Listening } from './listen.ts'

let database: Database
let machine: Machine
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

async function hears(): Promise<void> {
  await vi.waitFor(() => expect(listening.isHearing()).toBe(true), { timeout: 10_000 })
  const before = machine.version()
  await database.pool.query('notify hieuhoc_data')
  await vi.waitFor(() => expect(machine.version()).not.toBe(before))
}

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
  const before = machine.version()
  expect(machine.version()).toBe(before)
  await database.pool.query(`select pg_terminate_backend(pid) from (${listeners}) l`)
  await vi.waitFor(() => expect(listening.isHearing()).toBe(false))
  const deaf = machine.version()
  expect(deaf).not.toBe(before)
  expect(listening.isHearing() || machine.version() !== deaf).toBe(true)
  await vi.waitFor(() => expect(listening.isHearing()).toBe(true))
  expect(machine.version()).not.toBe(deaf)
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
