/** Brings the schema up to the program: each module's SQL files once and in order, then the views it publishes. */
import type { ClientBase } from 'pg'
import { ProblemError } from '#kernel/problem.ts'
import type { Database } from './connect.ts'
import {
  apply,
  bookkeeping,
  citusFile,
  dropViews,
  type ModuleMigrations,
  publish,
  publishedFile,
  recordScript,
  runScript,
  type Step,
  schemaLock,
  scriptsOf,
  stepsOf,
} from './migration-steps.ts'
import { databaseProblems } from './problems.ts'

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

async function applyAll(client: ClientBase, modules: readonly ModuleMigrations[]): Promise<string[]> {
  const pending = await pendingSteps(client, modules)
  const scripts = modules.flatMap(scriptsOf)
  const changed = await changedScripts(client, scripts)
  const viewsStale = pending.length > 0 || changed.some((script) => script.file === publishedFile)
  // Views hold on to the columns they read, so they go before the tables change.
  if (viewsStale) await inTransaction(client, () => dropViews(client, modules))
  for (const step of pending) await inTransaction(client, () => apply(client, step))
  if (viewsStale) await inTransaction(client, () => publish(client, modules))
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

async function changedScripts(client: ClientBase, scripts: readonly Step[]): Promise<Step[]> {
  const { rows } = await client.query<{ key: string }>(
    `select module || '/' || name || '/' || checksum as key from platform.script`,
  )
  const same = new Set(rows.map((row) => row.key))
  return scripts.filter((script) => !same.has(`${script.module}/${script.file}/${script.checksum}`))
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
