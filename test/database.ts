/** A database of its own for a test file: a clone of the template with every migration, or of a world filled once per run. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '#platform/database/index.ts'

/** Data many test files start from; filled once in a run of the tests, then cloned. */
export interface World {
  /** Lower case letters, digits and underscores. */
  readonly name: string
  readonly fill: (database: Database) => Promise<void>
}

/**
 * Call at the top of a test file or in beforeAll (not within a test); the database is dropped when the file ends.
 * @param start 'migrated' (all migrations, no data), 'bare' (nothing at all), or a world.
 */
export async function testDatabase(start: 'migrated' | 'bare' | World = 'migrated'): Promise<Database> {
  const name = `${inject('testDatabasePrefix')}_${randomBytes(6).toString('hex')}`
  await onServer(async (client) => {
    const template = typeof start === 'string' ? templates[start]() : await worldTemplate(client, start)
    await client.query(`create database ${name} template ${template} strategy file_copy`)
  })
  const database = await openDatabase({ dataFolder: '', databaseUrl: testDatabaseUrl(name) })
  opened.push({ name, database })
  return database
}

const opened: { readonly name: string; readonly database: Database }[] = []

/** Closes and drops what the test file opened; see each-file.ts. */
export async function dropTestDatabases(): Promise<void> {
  for (const { name, database } of opened.splice(0)) {
    await database.close()
    await onServer((client) => client.query(`drop database if exists ${name} with (force)`))
  }
}

/** The URL of a database on the test server, for what opens its own connection. */
export function testDatabaseUrl(name: string): string {
  const url = new URL(inject('testServerUrl'))
  url.pathname = `/${name}`
  return url.href
}

const templates = { migrated: () => inject('testDatabasePrefix'), bare: () => 'template0' }

/** Built by the first file that asks; the others wait for it on a lock. */
async function worldTemplate(client: pg.Client, world: World): Promise<string> {
  const name = `${inject('testDatabasePrefix')}_world_${world.name}`
  await client.query('select pg_advisory_lock(hashtext($1))', [name])
  const { rows } = await client.query('select from pg_database where datname = $1', [name])
  if (rows.length === 0) {
    const building = `${name}_building`
    await client.query(`drop database if exists ${building} with (force)`)
    await client.query(`create database ${building} template ${templates.migrated()} strategy file_copy`)
    const database = await openDatabase({ dataFolder: '', databaseUrl: testDatabaseUrl(building) })
    // A server that has run for a minute knows its tables; the planner of a clone goes by what the template knew.
    const filled = world.fill(database).then(() => database.pool.query('analyze'))
    await filled.finally(() => database.close())
    await client.query(`alter database ${building} rename to ${name}`)
  }
  await client.query('select pg_advisory_unlock(hashtext($1))', [name])
  return name
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(inject('testServerUrl'))
  await client.connect()
  await work(client).finally(() => client.end())
}
