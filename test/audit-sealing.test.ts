/** Sealing beside writers: however they interleave all is sealed once, two sealers share the work, old chains go on, old processes write on. */
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import type { PoolClient } from 'pg'
import { expect, test, vi } from 'vitest'
import { moduleMigrations } from '#app/modules.ts'
import { verifyAudit } from '#modules/access'
import { sealWaiting, startSealer } from '#platform/audit/sealing.ts'
import { operatorCaller } from '#platform/authority.ts'
import { type Database, listenTo, migrate } from '#platform/database/index.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from './database.ts'
import { testMachine } from './machine.ts'

vi.setConfig({ testTimeout: 120_000 })

const write = (...topics: string[]) =>
  `select platform.append_audit(now(), null, 'x', 'command', null, 'test.write', null, null, '{}', '{${topics}}')`
/** As processes of the version before write. */
const writeAsBefore = `select platform.append_audit(now(), null, 'x', 'command', null, 'test.write', null, null, '{}')`

const verify = async (database: Database) =>
  perform(await testMachine(database), verifyAudit, operatorCaller('command'), {})

const countOf = async ({ pool }: Database, table: string) =>
  (await pool.query<{ count: number }>(`select count(*)::int from platform.${table}`)).rows[0]?.count

/** What a writer does next. */
type Act = { readonly writer: number; readonly does: 'write' | 'commit' | 'rollback' } | { readonly does: 'seal' }

const acts = fc.array(
  fc.oneof(
    fc.record({
      writer: fc.nat(4),
      does: fc.constantFrom('write', 'write', 'commit', 'rollback') as fc.Arbitrary<'write'>,
    }),
    fc.record({ does: fc.constant('seal' as const) }),
  ) as fc.Arbitrary<Act>,
  { maxLength: 60 },
)

test('in any interleaving of writers and the sealer all that is committed is sealed, once, and nothing is missing', async () => {
  const database = await testDatabase()
  const machine = await testMachine(database)
  const writers = await Promise.all(Array.from({ length: 5 }, () => database.pool.connect()))
  let committed = 0
  const run = async (list: readonly Act[]) => {
    const open = new Map<PoolClient, number>()
    const end = async (client: PoolClient, how: 'commit' | 'rollback') => {
      if (!open.has(client)) return
      await client.query(how)
      if (how === 'commit') committed += open.get(client) ?? 0
      open.delete(client)
    }
    for (const act of list) {
      if (act.does === 'seal') {
        await sealWaiting(machine, 3)
        continue
      }
      const client = writers[act.writer]
      if (!client) continue
      if (act.does !== 'write') {
        await end(client, act.does)
        continue
      }
      if (!open.has(client)) await client.query('begin')
      await client.query(write())
      open.set(client, (open.get(client) ?? 0) + 1)
    }
    for (const client of writers) await end(client, 'commit')
    expect(await verify(database)).toMatchObject({ ok: true, entries: committed, missing: 0 })
    await sealWaiting(machine, 3)
    expect(await verify(database)).toMatchObject({ ok: true, sealed: committed, waiting: 0, missing: 0 })
    expect(await countOf(database, 'audit_entry')).toBe(committed)
  }
  await fc.assert(fc.asyncProperty(acts, run), { numRuns: 60 })
  for (const client of writers) client.release()
})

test('two sealers and eight writers at once: each entry sealed once, none waiting in the end', async () => {
  const database = await testDatabase()
  const machine = await testMachine(database)
  const sealers = [startSealer(machine), startSealer(machine)]
  const writer = async () => {
    for (let count = 0; count < 100; count += 1) {
      await database.pool.query(write())
      for (const { wake } of sealers) wake()
    }
  }
  const both = async () => {
    for (let count = 0; count < 60; count += 1) await Promise.all([sealWaiting(machine, 7), sealWaiting(machine, 7)])
  }
  await Promise.all([...Array.from({ length: 8 }, writer), both()])
  await Promise.all(sealers.map((sealer) => sealer.stop()))
  await sealWaiting(machine)
  expect(await verify(database)).toMatchObject({ ok: true, sealed: 800, waiting: 0, missing: 0 })
})

test('who finds another at it leaves it to that one; what an open transaction has written is sealed when it commits', async () => {
  const database = await testDatabase()
  const machine = await testMachine(database)
  const [late, other] = [await database.pool.connect(), await database.pool.connect()]
  await late.query('begin')
  await late.query(write())
  await database.pool.query(write())
  await other.query('begin')
  await other.query('select * from platform.audit_head for update')
  expect(await sealWaiting(machine)).toBe(0)
  await other.query('rollback')
  expect(await sealWaiting(machine)).toBe(1)
  await late.query('commit')
  expect(await sealWaiting(machine)).toBe(1)
  const { rows } = await database.pool.query('select seq from platform.audit_link order by place')
  expect(rows).toEqual([{ seq: 2 }, { seq: 1 }])
  expect(await verify(database)).toMatchObject({ ok: true, sealed: 2 })
  for (const client of [late, other]) client.release()
})

test('each batch is told once, quiet ones not at all; with nothing to do nothing is written', async () => {
  const database = await testDatabase()
  const machine = await testMachine(database)
  let heard = 0
  const listening = listenTo(database, { channel: 'hieuhoc_data', heard: () => heard++, log: machine.log })
  while (!listening.isHearing()) await sleep(10)
  const [before] = [heard]
  for (let count = 0; count < 20; count += 1) await database.pool.query(write('plan'))
  await sealWaiting(machine)
  await database.pool.query(write())
  await sealWaiting(machine)
  await sleep(200)
  expect(heard - before).toBe(1)
  listening.stop()
  const place = async () =>
    (await database.pool.query('select pg_current_wal_insert_lsn() as lsn, xmax from platform.audit_head')).rows
  const [state] = await place()
  await sealWaiting(machine)
  expect((await place())[0].xmax).toBe(state.xmax)
})

test('a chain of the version before goes on: its entries keep their hashes, and writers of that version write on', async () => {
  const database = await testDatabase('bare')
  const before = moduleMigrations.map(({ name, migrations }) => ({
    name,
    migrations: Object.fromEntries(Object.entries(migrations).filter(([file]) => !/07\d_/.test(file))),
  }))
  await migrate(database, before)
  for (let count = 0; count < 10; count += 1) await database.pool.query(writeAsBefore)
  const old = await database.pool.query('select seq, hash from platform.audit_entry order by seq')
  await migrate(database, moduleMigrations)
  const machine = await testMachine(database)
  const count = old.rows.length
  expect(count).toBeGreaterThanOrEqual(10)
  expect(await verify(database)).toMatchObject({ ok: true, entries: count, sealed: count, waiting: 0 })
  await database.pool.query(writeAsBefore)
  await sealWaiting(machine)
  expect(await verify(database)).toMatchObject({ ok: true, entries: count + 1, sealed: count + 1 })
  const { rows } = await database.pool.query(
    'select seq, hash from platform.audit_entry where hash is not null order by seq',
  )
  expect(rows).toEqual(old.rows)
  const { rows: links } = await database.pool.query('select place, seq, previous_hash from platform.audit_link')
  expect(links).toEqual([{ place: count + 1, seq: count + 1, previous_hash: old.rows.at(-1)?.hash }])
  const behind = (change: string) =>
    database.pool.query(`alter table platform.audit_entry disable trigger user; ${change};
      alter table platform.audit_entry enable trigger user`)
  await behind(`update platform.audit_entry set actor = 'nobody' where seq = 4`)
  expect(await verify(database)).toMatchObject({ ok: false, changed: 1, firstBroken: { seq: 4, why: 'changed' } })
  await behind(
    `update platform.audit_entry set actor = 'x' where seq = 4; delete from platform.audit_entry where seq = 6`,
  )
  expect(await verify(database)).toMatchObject({ ok: false, missing: 1, firstBroken: { seq: 6, why: 'missing' } })
})
