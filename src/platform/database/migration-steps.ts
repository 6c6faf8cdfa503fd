/** One SQL file of a module as a step: what it is, and running it. */
import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { isAway } from './away.ts'
import { runInTransaction } from './online-steps.ts'

/** The SQL of one module; its schema has the module's name. */
export interface ModuleMigrations {
  readonly name: string
  /**
   * File name (or path) to SQL, applied once each in the order of the names: `001_units.sql`. One that begins with `-- online` runs
   * while people work, see `online-steps.ts`.
   */
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
  readonly isOnline: boolean
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
  const checksum = createHash('sha256').update(sql).digest('hex')
  return { module, file, sql, checksum, isOnline: sql.startsWith('-- online') }
}

export const publishedFile = 'published.sql'
export const citusFile = 'citus.sql'

export function scriptsOf({ name, published, citus }: ModuleMigrations): Step[] {
  return [
    ...(published === undefined ? [] : [step(name, publishedFile, published)]),
    ...(citus === undefined ? [] : [step(name, citusFile, citus)]),
  ]
}

/** Runs a numbered file within a transaction, whatever it was written for, and writes down that it was. */
export async function apply(client: ClientBase, step: Step): Promise<void> {
  await client.query(`create schema if not exists ${client.escapeIdentifier(step.module)}`)
  if (step.isOnline) await runInTransaction(client, step)
  else await runScript(client, step)
  await recordStep(client, step)
}

export async function recordStep(client: ClientBase, { module, file, checksum }: Step): Promise<void> {
  // Under a savepoint rows are of a transaction of their own: that of this very row.
  const insert = 'insert into platform.migration (module, name, checksum) values ($1, $2, $3)'
  await client.query(insert, [module, file, checksum])
  const update = 'update platform.migration set applied_in = xmin::text::xid8 where module = $1 and name = $2'
  await client.query(update, [module, file])
}

export async function recordScript(client: ClientBase, { module, file, checksum }: Step): Promise<void> {
  await client.query(
    `insert into platform.script (module, name, checksum) values ($1, $2, $3)
     on conflict (module, name) do update set checksum = excluded.checksum`,
    [module, file, checksum],
  )
}

/** Runs the text of a step, or another in its place; an error names the file. */
export async function runScript(client: ClientBase, { module, file, sql }: Step, text: string = sql): Promise<number> {
  try {
    return (await client.query(text)).rowCount ?? 0
  } catch (error) {
    if (isAway(error)) throw error
    throw new Error(`${module}/${file}: ${(error as Error).message}`, { cause: error })
  }
}

/** The code of what PostgreSQL refused, also where an error tells the file. */
export function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  return code ?? cause?.code ?? ''
}
