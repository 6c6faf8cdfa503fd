/** Brings the schema up to the program: each module's SQL files once and in order, then the views it publishes. */
import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { ProblemError } from '#kernel/problem.ts'
import { isAway } from './away.ts'
import type { Database } from './connect.ts'
import { databaseProblems } from './problems.ts'

/** The SQL of one module; its schema has the module's name. */
export interface ModuleMigrations {
  readonly name: string
  /** File name (or path) to SQL, applied once each in the order of the names: `001_units.sql`. */
  readonly migrations: Readonly<Record<string, string>>
  /** The views others may read: made anew whenever anything changed. All views of the schema belong here. */
  readonly published?: string
  /** Distribution of the tables; run again when it changes, only where the extension exists. */
  readonly citus?: string
}

interface Step {
  readonly module: string
  readonly file: string
  readonly sql: string
  readonly checksum: string
}

/** Our own bookkeeping: part of the schema, so a backup names it and never carries it. */
export const bookkeepingTables = ['platform.migration', 'platform.script']

/** One key for everything that changes or copies the schema; processes that start together wait for each other. */
export const schemaLock = 0x68686f63

/**
 * Applies what is missing, one transaction a file, and says what it did: `['organisation/001_units.sql']`.
 * @throws ProblemError `database.changedMigration` or `database.newerThanProgram`; nothing is applied then.
 */
export function migrate(database: Database, modules: readonly ModuleMigrations[]): Promise<string[]> {
  return database.apart(async (client) => {
    await client.query('set statement_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [schemaLock])
    await client.query(bookkeeping)
    return applyAll(client, modules)
  })
}

/** `applied_in` tells the rows a migration itself wrote from data. */
const bookkeeping = `
  create schema if not exists platform;
  create table if not exists platform.migration (
    module text not null, name text not null, checksum text not null, applied_at timestamptz not null default now(),
    applied_in xid8 not null default pg_current_xact_id(),
    primary key (module, name));
  create table if not exists platform.script (
    module text not null, name text not null, checksum text not null, primary key (module, name));`

async function applyAll(client: ClientBase, modules: readonly ModuleMigrations[]): Promise<string[]> {
  const pending = await pendingSteps(client, modules)
  const scripts = modules.flatMap(scriptsOf)
  const changed = await changedScripts(client, scripts)
  const viewsStale = pending.length > 0 || changed.some((script) => script.file === publishedFile)
  // Views hold on to the columns they read, so they go before the tables change.
  if (viewsStale) await inTransaction(client, () => dropViews(client, modules))
  for (const step of pending) await inTransaction(client, () => apply(client, step))
  if (viewsStale) await inTransaction(client, () => publish(client, modules, scripts))
  await distribute(client, changed)
  return pending.map((step) => `${step.module}/${step.file}`)
}

async function pendingSteps(client: ClientBase, modules: readonly ModuleMigrations[]): Promise<Step[]> {
  const { rows } = await client.query<Omit<Step, 'file' | 'sql'> & { name: string }>(
    'select module, name, checksum from platform.migration',
  )
  const applied = new Map(rows.map((row) => [`${row.module}/${row.name}`, row.checksum]))
  const steps = modules.flatMap(stepsOf)
  for (const { module, file, checksum } of steps) {
    const before = applied.get(`${module}/${file}`)
    if (before && before !== checksum) throw new ProblemError(databaseProblems.changedMigration({ module, file }))
  }
  const ours = new Set(modules.map((module) => module.name))
  const known = new Set(steps.map((step) => `${step.module}/${step.file}`))
  const unknown = rows.find((row) => ours.has(row.module) && !known.has(`${row.module}/${row.name}`))
  if (unknown) {
    throw new ProblemError(databaseProblems.newerThanProgram({ module: unknown.module, file: unknown.name }))
  }
  return steps.filter((step) => !applied.has(`${step.module}/${step.file}`))
}

function stepsOf(module: ModuleMigrations): Step[] {
  return Object.entries(module.migrations)
    .map(([path, sql]) => step(module.name, path.split('/').at(-1) ?? path, sql))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
}

function step(module: string, file: string, sql: string): Step {
  return { module, file, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

const publishedFile = 'published.sql'
const citusFile = 'citus.sql'

function scriptsOf({ name, published, citus }: ModuleMigrations): Step[] {
  return [
    ...(published === undefined ? [] : [step(name, publishedFile, published)]),
    ...(citus === undefined ? [] : [step(name, citusFile, citus)]),
  ]
}

async function changedScripts(client: ClientBase, scripts: readonly Step[]): Promise<Step[]> {
  const { rows } = await client.query<{ key: string }>(
    `select module || '/' || name || '/' || checksum as key from platform.script`,
  )
  const same = new Set(rows.map((row) => row.key))
  return scripts.filter((script) => !same.has(`${script.module}/${script.file}/${script.checksum}`))
}

async function apply(client: ClientBase, { module, file, sql, checksum }: Step): Promise<void> {
  await client.query(`create schema if not exists ${client.escapeIdentifier(module)}`)
  await runScript(client, { module, file, sql, checksum })
  const insert = 'insert into platform.migration (module, name, checksum) values ($1, $2, $3)'
  await client.query(insert, [module, file, checksum])
}

/** Views of other schemas that read these go along; as all are made again, none is lost. */
async function dropViews(client: ClientBase, modules: readonly ModuleMigrations[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'v' and n.nspname = any($1)
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
    [modules.map((module) => module.name)],
  )
  if (rows.length > 0) await client.query(`drop view if exists ${rows.map((row) => row.name).join(', ')} cascade`)
  await client.query('delete from platform.script where name = $1', [publishedFile])
}

async function publish(
  client: ClientBase,
  modules: readonly ModuleMigrations[],
  scripts: readonly Step[],
): Promise<void> {
  await dropViews(client, modules)
  for (const script of scripts.filter((each) => each.file === publishedFile)) {
    await client.query(`create schema if not exists ${client.escapeIdentifier(script.module)}`)
    await runScript(client, script)
    await recordScript(client, script)
  }
}

async function distribute(client: ClientBase, changed: readonly Step[]): Promise<void> {
  const scripts = changed.filter((script) => script.file === citusFile)
  if (scripts.length === 0) return
  const { rows } = await client.query(`select from pg_extension where extname = 'citus'`)
  if (rows.length === 0) return
  for (const script of scripts) {
    await inTransaction(client, async () => {
      await runScript(client, script)
      await recordScript(client, script)
    })
  }
}

async function recordScript(client: ClientBase, { module, file, checksum }: Step): Promise<void> {
  await client.query(
    `insert into platform.script (module, name, checksum) values ($1, $2, $3)
     on conflict (module, name) do update set checksum = excluded.checksum`,
    [module, file, checksum],
  )
}

async function runScript(client: ClientBase, { module, file, sql }: Step): Promise<void> {
  try {
    await client.query(sql)
  } catch (error) {
    if (isAway(error)) throw error
    throw new Error(`${module}/${file}: ${(error as Error).message}`, { cause: error })
  }
}

async function inTransaction(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    // Where the connection is lost there is nothing to roll back, and the first error says why.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
