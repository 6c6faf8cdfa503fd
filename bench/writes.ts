/**
 * Writes through `perform` beside bare inserts of the same rows: at 1, 8 and 32 connections, the server flushing every commit to disk as
 * in earnest, by turns in the same run. A write counts when its audit entry is sealed.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { buildMachine, type Machine } from '#app/engine.ts'
import { fillEmpty } from '#app/fill.ts'
import { newId } from '#kernel/id.ts'
import { createAccount, grantRole } from '#modules/access'
import { requireUnit } from '#modules/organisation'
import { sealWaiting, startSealer } from '#platform/audit/sealing.ts'
import { type Caller, operatorCaller, roleAt } from '#platform/authority.ts'
import { type Database, openDatabase } from '#platform/database/index.ts'
import { createLogger } from '#platform/log.ts'
import { operation } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { type Figure, ms, timesOf } from './figures.ts'
import { benchSettings } from './world.ts'

/** A small operation: one row of an officer who may write for the unit, sent by a form. */
const note = operation({
  name: 'bench.note',
  summary: 'Writes one row.',
  effect: 'write',
  may: roleAt('editor', 'unit', async ({ unit }: { unit: string }, tx, on) => (await requireUnit(tx, unit, on)).id),
  input: z.object({ unit: z.string().max(20), text: z.string().max(500) }),
  output: z.object({ id: z.string() }),
  async run({ tx, now, newId: next, audit }, { unit, text }) {
    const id = next()
    await sql`insert into bench.note (id, unit, text, written_at) values (${id}, ${unit}, ${text}, ${now})`.execute(tx)
    audit({ subject: `note ${id}`, new: { text } })
    return { id }
  },
})

const text = 'Tổ chức lớp xóa mù chữ tại nhà văn hóa, 24 học viên, hai buổi mỗi tuần. '.repeat(2)
const commune = '00004'
const email = 'bench@hieuhoc.example'

/** An editor of a commune, as a request of theirs would call. */
async function editor(machine: Machine): Promise<Caller> {
  const operator = operatorCaller('command')
  const { rows: accounts } = await machine.database.pool.query('select id, name from access.account where email = $1', [
    email,
  ])
  if (!accounts[0]) {
    await perform(machine, createAccount, operator, { email, name: 'Nguyễn Thị A' })
    await perform(machine, grantRole, operator, { email, unit: commune, role: 'editor', from: '2026-01-01' })
    return editor(machine)
  }
  return { account: accounts[0], via: 'web', from: '192.0.2.7', session: 'x' }
}

/** What the bare inserts write: the same row, the same key with its answer, the same entry into a log with the same indexes. */
const bareTables = `
  create schema if not exists bench;
  drop table if exists bench.note, bench.idempotency_key, bench.audit_entry;
  create table bench.note (id uuid primary key, unit text not null, text text not null, written_at timestamptz not null);
  create table bench.idempotency_key (like platform.idempotency_key including all);
  create table bench.audit_entry (like platform.audit_entry including all)`

const inserts = {
  note: 'insert into bench.note (id, unit, text, written_at) values ($1, $2, $3, $4)',
  key: `insert into bench.idempotency_key (key, operation, actor, answer, created_at, input_hash) values ($1, $2, $3, $4, $5, $6)`,
  entry: `insert into bench.audit_entry (at, actor_id, actor, via, address, operation, subject, detail)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
}

function rowsOf(caller: Caller) {
  const [id, now] = [newId(), new Date()]
  const detail = { field: 'bench', input: { unit: commune, text }, changes: [{ subject: `note ${id}`, new: { text } }] }
  const hash = `${id}0123456`
  return {
    note: [id, commune, text, now],
    key: [hash, 'bench.note', caller.account?.id, JSON.stringify({ id }), now, hash],
    entry: [
      now,
      caller.account?.id,
      caller.account?.name,
      'web',
      caller.from,
      'bench.note',
      `note ${id}`,
      JSON.stringify(detail),
    ],
  }
}

async function bareWrite({ pool }: Database, caller: Caller): Promise<void> {
  const rows = rowsOf(caller)
  const client = await pool.connect()
  await client.query('begin')
  await client.query(inserts.note, rows.note)
  await client.query(inserts.key, rows.key)
  await client.query(inserts.entry, rows.entry)
  await client.query('commit')
  client.release()
}

/** The least that can be: one statement that is its own transaction. */
async function oneStatement({ pool }: Database, caller: Caller): Promise<void> {
  const { note, key, entry } = rowsOf(caller)
  const later = (statement: string, by: number) =>
    statement.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + by}`)
  await pool.query(`with note as (${inserts.note}), key as (${later(inserts.key, 4)}) ${later(inserts.entry, 10)}`, [
    ...note,
    ...key,
    ...entry,
  ])
}

const roundMs = 2000
const rounds = 3

interface Rate {
  /** Writes a second. */
  readonly rate: number
  readonly taken: number[]
}

/** So many writers for a while; the time goes on until `finish` is done. */
async function rateOf(writers: number, write: () => Promise<unknown>, finish: () => Promise<unknown>): Promise<Rate> {
  const taken: number[] = []
  const started = performance.now()
  const one = async () => {
    while (performance.now() - started < roundMs) {
      const at = performance.now()
      await write()
      taken.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: writers }, one))
  await finish()
  return { rate: (1000 * taken.length) / (performance.now() - started), taken }
}

const median = (values: readonly number[]) => timesOf(values).median

async function figureAt(machine: Machine, caller: Caller, writers: number): Promise<Figure> {
  const { database } = machine
  const sealer = startSealer(machine)
  machine.onCommit(sealer.wake)
  const nothing = async () => undefined
  const through = () => perform(machine, note, caller, { unit: commune, text }, { formKey: newId() })
  const kinds = [
    () => rateOf(writers, through, () => sealed(machine)),
    () => rateOf(writers, () => bareWrite(database, caller), nothing),
    () => rateOf(writers, () => oneStatement(database, caller), nothing),
  ]
  const rates = kinds.map((): number[] => [])
  const taken: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, kind] of kinds.entries()) {
      const result = await kind()
      // The first round warms up.
      if (round === 0) continue
      rates[index]?.push(result.rate)
      if (index === 0) taken.push(...result.taken)
    }
  }
  await sealer.stop()
  const [own = 0, bare = 1, least = 1] = rates.map(median)
  const share = own / bare
  const percent = (value: number) => `${Math.round(100 * value)} %`
  const times = timesOf(taken)
  return {
    bar: 15,
    what: `small writes at ${writers} connection${writers > 1 ? 's' : ''}, flushed to disk, with their audit entries sealed`,
    measured: `${Math.round(own)} a second, median ${ms(times.median)}, p95 ${ms(times.p95)}`,
    promised: writers === 32 ? '>= 60 % of bare inserts' : 'none of its own',
    holds: writers < 32 || share >= 0.6,
    ratio: `${percent(share)} of bare inserts of the same rows in transactions (${Math.round(bare)} a second), ${percent(own / least)} of one statement a write (${Math.round(least)})`,
  }
}

async function sealed(machine: Machine): Promise<void> {
  for (;;) {
    await sealWaiting(machine)
    const { rowCount } = await machine.database.pool.query('select from platform.audit_waiting limit 1')
    if (!rowCount) return
    await sleep(5)
  }
}

/** How many statements one write sends. */
async function statementsOf(machine: Machine, caller: Caller): Promise<number> {
  const { query } = pg.Client.prototype
  let count = 0
  pg.Client.prototype.query = function counted(this: pg.Client, ...input: unknown[]) {
    count += 1
    return (query as (...input: unknown[]) => unknown).apply(this, input)
  } as typeof query
  try {
    await perform(machine, note, caller, { unit: commune, text }, { formKey: newId() })
  } finally {
    pg.Client.prototype.query = query
  }
  return count
}

export async function benchWrites(): Promise<Figure[]> {
  const own = benchSettings()
  const settings = { ...own, dataFolder: join(own.dataFolder, 'writes') }
  const database = await openDatabase(settings)
  database.pool.options.max = 40
  const machine = await buildMachine(settings, database, createLogger(settings))
  await fillEmpty(machine)
  await database.pool.query(bareTables)
  const caller = await editor(machine)
  const { rows } = await database.pool.query<{ fsync: string }>(`select current_setting('fsync') as fsync`)
  if (rows[0]?.fsync !== 'on') throw new Error('the server of this bench does not flush')
  const figures: Figure[] = []
  for (const writers of [1, 8, 32]) figures.push(await figureAt(machine, caller, writers))
  figures.push({
    bar: 15,
    what: 'statements of such a write, its own row among them',
    measured: `${await statementsOf(machine, caller)}`,
    promised: 'none of its own',
    holds: true,
    ratio: '5 of the bare inserts in a transaction',
  })
  await database.close()
  return figures
}
