/**
 * Where a test of a store begins: a world of its own on one connection, in one transaction that is never committed. What the file and
 * its `beforeAll` write stays for the file; what a test writes goes with it, so that no test has to keep clear of another. Two who
 * write at once need a database of their own.
 */
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { afterAll, afterEach, beforeEach } from 'vitest'
import type { Database, Tables, Tx } from '#platform/database/index.ts'
import { testDatabase, type World } from '#test/database.ts'
import { smallRound } from './small-round.ts'

/** Call it at the top of a test file. */
export async function openStores(start: World | 'migrated' = smallRound) {
  const own = await testDatabase(start)
  const client = await own.pool.connect()
  await client.query('begin')
  beforeEach(async () => void (await client.query('savepoint before_test')))
  afterEach(async () => void (await client.query('rollback to savepoint before_test')))
  afterAll(() => client.release(true))
  const database = onOneConnection(own, client)
  return {
    database,
    /** Does what a step of an operation does, in a transaction of its own. */
    within: <T>(work: (tx: Tx) => Promise<T>) => database.kysely.transaction().execute(work),
    unit: unitOf(await livesIn(client)),
  }
}

/** The transactions of a store are savepoints here, each after the other; every other statement runs on the same connection. */
function onOneConnection(own: Database, client: pg.PoolClient): Database {
  let last: Promise<void> = Promise.resolve()
  const connect = async () => {
    const before = last
    const { promise, resolve } = Promise.withResolvers<void>()
    last = promise
    await before
    return { query: (text: string, values: unknown[]) => client.query(stepOf[text] ?? text, values), release: resolve }
  }
  const dialect = new PostgresDialect({
    pool: { connect, end: async () => undefined, options: own.pool.options } as never,
  })
  return { ...own, pool: client as unknown as pg.Pool, kysely: new Kysely<Tables>({ dialect }) }
}

/** What is put off to the end of a transaction is looked at at the end of the step. */
const stepOf: Readonly<Record<string, string>> = {
  begin: 'savepoint step',
  commit: 'set constraints all immediate; set constraints all deferred; release savepoint step',
  rollback: 'rollback to savepoint step; release savepoint step',
}

interface Life {
  readonly id: string
  readonly code: string
  readonly opened: string
  readonly closed: string
}

async function livesIn(client: pg.PoolClient): Promise<Life[]> {
  const { rows } = await client.query<Life>(
    'select id, code, opened_on::text as opened, closed_on::text as closed from organisation.unit',
  )
  return rows
}

/** The id of the unit of the world that bears a code on a day. */
function unitOf(lives: readonly Life[]) {
  return (code: string, on = '2026-11-01'): string => {
    const life = lives.find((each) => each.code === code && each.opened <= on && each.closed > on)
    if (!life) throw new Error(`no unit bears the code ${code} on ${on}`)
    return life.id
  }
}
