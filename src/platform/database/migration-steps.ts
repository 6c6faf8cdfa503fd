/** One SQL file of a module as a step: what it is, running it, and making the views that modules publish. */
import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { isAway } from './away.ts'

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

export interface Step {
  readonly module: string
  readonly file: string
  readonly sql: string
  readonly checksum: string
}

/** Our own bookkeeping: part of the schema, so a backup names it and never carries it. */
export const bookkeepingTables = ['platform.migration', 'platform.script']

/** One key for everything that changes or copies the schema; processes that start together wait for each other. */
export const schemaLock = 0x68686f63

/** `applied_in` tells the rows a migration itself wrote from data. */
export const bookkeeping = `
  create schema if not exists platform;
  create table if not exists platform.migration (
    module text not null, name text not null, checksum text not null, applied_at timestamptz not null default now(),
    applied_in xid8 not null default pg_current_xact_id(),
    primary key (module, name));
  create table if not exists platform.script (
    module text not null, name text not null, checksum text not null, primary key (module, name));`

/** The numbered files of a module, in order. */
export function stepsOf(module: ModuleMigrations): Step[] {
  return Object.entries(module.migrations)
    .map(([path, sql]) => step(module.name, path.split('/').at(-1) ?? path, sql))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
}

function step(module: string, file: string, sql: string): Step {
  return { module, file, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

export const publishedFile = 'published.sql'
export const citusFile = 'citus.sql'

export function scriptsOf({ name, published, citus }: ModuleMigrations): Step[] {
  return [
    ...(published === undefined ? [] : [step(name, publishedFile, published)]),
    ...(citus === undefined ? [] : [step(name, citusFile, citus)]),
  ]
}

/** Runs a numbered file and writes down that it was. */
export async function apply(client: ClientBase, { module, file, sql, checksum }: Step): Promise<void> {
  await client.query(`create schema if not exists ${client.escapeIdentifier(module)}`)
  await runScript(client, { module, file, sql, checksum })
  await recordStep(client, { module, file, checksum })
}

export async function recordStep(
  client: ClientBase,
  { module, file, checksum }: Pick<Step, 'module' | 'file' | 'checksum'>,
): Promise<void> {
  const insert = 'insert into platform.migration (module, name, checksum) values ($1, $2, $3)'
  await client.query(insert, [module, file, checksum])
}

/** Views of other schemas that read these go along; as all are made again, none is lost. */
export async function dropViews(client: ClientBase, modules: readonly ModuleMigrations[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'v' and n.nspname = any($1)
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
    [modules.map((module) => module.name)],
  )
  if (rows.length > 0) await client.query(`drop view if exists ${rows.map((row) => row.name).join(', ')} cascade`)
  await client.query('delete from platform.script where name = $1', [publishedFile])
}

/** Makes the views of all modules anew. */
export async function publish(client: ClientBase, modules: readonly ModuleMigrations[]): Promise<void> {
  await dropViews(client, modules)
  for (const script of modules.flatMap(scriptsOf).filter((each) => each.file === publishedFile)) {
    await client.query(`create schema if not exists ${client.escapeIdentifier(script.module)}`)
    await runScript(client, script)
    await recordScript(client, script)
  }
}

export async function recordScript(client: ClientBase, { module, file, checksum }: Step): Promise<void> {
  await client.query(
    `insert into platform.script (module, name, checksum) values ($1, $2, $3)
     on conflict (module, name) do update set checksum = excluded.checksum`,
    [module, file, checksum],
  )
}

export async function runScript(client: ClientBase, { module, file, sql }: Step): Promise<void> {
  try {
    await client.query(sql)
  } catch (error) {
    if (isAway(error)) throw error
    throw new Error(`${module}/${file}: ${(error as Error).message}`, { cause: error })
  }
}
