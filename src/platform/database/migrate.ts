/**
 * Brings the schema up to the program: each module's SQL files once and in order, and the views it publishes, in one transaction, so
 * that a version that still serves meets the schema of before or the one of after. What is marked as online comes later.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientBase } from 'pg'
import { ProblemError } from '#kernel/problem.ts'
import type { Database } from './connect.ts'
import {
  apply,
  bookkeeping,
  citusFile,
  codeOf,
  type ModuleMigrations,
  publishedFile,
  recordScript,
  recordStep,
  runScript,
  type Step,
  schemaLock,
  scriptsOf,
  stepsOf,
} from './migration-steps.ts'
import { runWhilePeopleWork } from './online-steps.ts'
import { databaseProblems } from './problems.ts'
import { dropViews, eitherWay, passing, publish } from './published-views.ts'
import { onlineLock, whereNobodyIs } from './turns.ts'

/**
 * Applies what is missing, and says what it did: `['organisation/001_units.sql']`. Files marked as online are left to `migrateOnline`,
 * but in an empty database, and where a later file of their module has to be applied too.
 * @throws ProblemError `database.changedMigration`, `newerThanProgram`, `schemaBusy`; nothing is applied then.
 */
export function migrate(database: Database, modules: readonly ModuleMigrations[]): Promise<string[]> {
  return database.apart(async (client) => {
    await client.query('set statement_timeout = 0')
    // Who finds nothing to do waits for nobody: not for a backup, and not for a version that is being brought in.
    if (await isUpToDate(client, modules)) return []
    await client.query('select pg_advisory_lock($1)', [schemaLock])
    await client.query(bookkeeping)
    return applyAll(client, modules)
  })
}

async function isUpToDate(client: ClientBase, modules: readonly ModuleMigrations[]): Promise<boolean> {
  const { rows } = await client.query<{ tables: number }>(
    `select (to_regclass('platform.migration') is not null)::int + (to_regclass('platform.script') is not null)::int as tables`,
  )
  if (rows[0]?.tables !== 2) return false
  const { now, changed } = await missing(client, modules)
  return now.length === 0 && changed.length === 0
}

interface Missing {
  /** To be applied before the program serves. */
  readonly now: readonly Step[]
  readonly online: readonly Step[]
  /** Scripts that differ from what was run; those of Citus where it is there. */
  readonly changed: readonly Step[]
}

async function missing(client: ClientBase, modules: readonly ModuleMigrations[]): Promise<Missing> {
  const { steps, isNew } = await pendingSteps(client, modules)
  const isLater = (step: Step) => step.isOnline && !isNew && !steps.some((other) => comesAfter(other, step))
  const changed = await changedScripts(client, modules.flatMap(scriptsOf))
  return { now: steps.filter((step) => !isLater(step)), online: steps.filter(isLater), changed }
}

function comesAfter(other: Step, { module, file }: Step): boolean {
  return other.module === module && other.file > file && !other.isOnline
}

async function applyAll(client: ClientBase, modules: readonly ModuleMigrations[]): Promise<string[]> {
  const { now, changed } = await missing(client, modules)
  if (now.length > 0 || changed.some(({ file }) => file === publishedFile)) {
    await patiently(() =>
      inTransaction(client, async () => {
        await holdEverything(client, modules)
        for (const step of now) await applyBeneathViews(client, step, modules)
        await publish(client, modules)
      }),
    )
  }
  for (const script of changed.filter(({ file }) => file === citusFile)) {
    await inTransaction(client, async () => {
      await runScript(client, script)
      await recordScript(client, script)
    })
  }
  return now.map(nameOf)
}

/** Views hold on to the columns they read: where one is in the way, all go, and come back before the transaction ends. */
function applyBeneathViews(client: ClientBase, step: Step, modules: readonly ModuleMigrations[]): Promise<void> {
  return eitherWay(
    client,
    () => apply(client, step),
    async () => {
      await dropViews(client, modules)
      await apply(client, step)
    },
  )
}

/** Less than the second after which PostgreSQL looks for a deadlock and ends whoever has waited for so long. */
const patienceMs = 500
const tries = 240

/**
 * Takes every table and view at once, or none: a query goes from the view to its tables and an upgrade from the tables to their views, so
 * that taken one by one they would wait for each other. From then on nothing of the upgrade waits for anybody.
 */
async function holdEverything(client: ClientBase, modules: readonly ModuleMigrations[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('v', 'r', 'p') and not c.relispartition and n.nspname = any($1) order by c.relkind desc, name`,
    [modules.map(({ name }) => name)],
  )
  if (rows.length === 0) return
  await client.query(`set local statement_timeout = '${patienceMs}ms'`)
  await client.query(`lock table ${rows.map(({ name }) => name).join(', ')} in access exclusive mode`)
  await client.query('set local statement_timeout = 0')
}

/** Who waits for a table keeps all others from it: after a moment they are let through, and it is tried again. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    try {
      await work()
      return
    } catch (error) {
      if (!passing.has(codeOf(error))) throw error
      if (turn === tries) throw new ProblemError(databaseProblems.schemaBusy())
      await sleep(patienceMs)
    }
  }
}

/**
 * Runs the files that are marked as online and still missing, unless another process is at it: after the start, while people work. What
 * was cut off is carried on. Says what it did.
 */
export async function migrateOnline(database: Database, modules: readonly ModuleMigrations[]): Promise<string[]> {
  const names: string[] = []
  await whereNobodyIs(database, onlineLock, () =>
    database.apart(async (client) => {
      await client.query('set statement_timeout = 0')
      for (const step of (await missing(client, modules)).online) {
        await runWhilePeopleWork(client, step)
        await recordStep(client, step)
        names.push(nameOf(step))
      }
    }),
  )
  return names
}

function nameOf({ module, file }: Step): string {
  return `${module}/${file}`
}

async function pendingSteps(
  client: ClientBase,
  modules: readonly ModuleMigrations[],
): Promise<{ steps: Step[]; isNew: boolean }> {
  const { rows } = await client.query<{ module: string; name: string; checksum: string }>(
    'select module, name, checksum from platform.migration',
  )
  const applied = new Map(rows.map((row) => [`${row.module}/${row.name}`, row.checksum]))
  const steps = modules.flatMap(stepsOf)
  for (const { module, file, checksum } of steps) {
    const before = applied.get(`${module}/${file}`)
    if (before && before !== checksum) throw new ProblemError(databaseProblems.changedMigration({ module, file }))
  }
  const ours = new Set(modules.map((module) => module.name))
  const known = new Set(steps.map(nameOf))
  const unknown = rows.find((row) => ours.has(row.module) && !known.has(`${row.module}/${row.name}`))
  if (unknown) {
    throw new ProblemError(databaseProblems.newerThanProgram({ module: unknown.module, file: unknown.name }))
  }
  return { steps: steps.filter((step) => !applied.has(nameOf(step))), isNew: rows.length === 0 }
}

async function changedScripts(client: ClientBase, scripts: readonly Step[]): Promise<Step[]> {
  const { rows } = await client.query<{ key: string }>(
    `select module || '/' || name || '/' || checksum as key from platform.script`,
  )
  const same = new Set(rows.map((row) => row.key))
  const changed = scripts.filter((script) => !same.has(`${nameOf(script)}/${script.checksum}`))
  if (!changed.some(({ file }) => file === citusFile)) return changed
  const { rows: extensions } = await client.query(`select from pg_extension where extname = 'citus'`)
  return extensions.length > 0 ? changed : changed.filter(({ file }) => file !== citusFile)
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
