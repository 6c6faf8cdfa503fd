/** A backup of an earlier version: the schema is made as that version had it, and brought up to date once it is filled; all in the transaction of the restore. */
import type { ClientBase } from 'pg'
import { ProblemError } from '#kernel/problem.ts'
import type { Manifest } from './backup-format.ts'
import { apply, bookkeeping, type ModuleMigrations, publish, type Step, stepsOf } from './migration-steps.ts'
import { databaseProblems } from './problems.ts'

type Applied = Manifest['migrations']

/**
 * What of the program's files the backup's version had applied.
 * @throws ProblemError `database.newerBackup`, or `otherSchema` where a file of the same name has another content
 */
export function stepsThen(applied: Applied, modules: readonly ModuleMigrations[]): Step[] {
  const steps = modules.flatMap(stepsOf)
  const byKey = new Map(steps.map((step) => [keyOf(step.module, step.file), step]))
  for (const { module, name: file, checksum } of applied) {
    const known = byKey.get(keyOf(module, file))
    if (!known) throw new ProblemError(databaseProblems.newerBackup({ module, file }))
    if (known.checksum !== checksum)
      throw new ProblemError(databaseProblems.otherSchema({ difference: `${module}/${file}` }))
  }
  const then = new Set(applied.map(({ module, name }) => keyOf(module, name)))
  return steps.filter((step) => then.has(keyOf(step.module, step.file)))
}

/** Throws away what is there and makes the tables as these files leave them. Jobs, which are none of ours, stay. */
export async function makeSchema(
  client: ClientBase,
  steps: readonly Step[],
  modules: readonly ModuleMigrations[],
): Promise<void> {
  const { rows } = await client.query<{ module: string }>('select distinct module from platform.migration')
  const schemas = new Set(['platform', ...modules.map(({ name }) => name), ...rows.map(({ module }) => module)])
  const names = [...schemas].map((name) => client.escapeIdentifier(name))
  await client.query(`drop schema if exists ${names.join(', ')} cascade`)
  await client.query(bookkeeping)
  for (const step of steps) await apply(client, step)
}

/** Applies what came after those files, and publishes the views of today. */
export async function upgradeSchema(
  client: ClientBase,
  steps: readonly Step[],
  modules: readonly ModuleMigrations[],
): Promise<void> {
  const then = new Set(steps.map((step) => keyOf(step.module, step.file)))
  const later = modules.flatMap(stepsOf).filter((step) => !then.has(keyOf(step.module, step.file)))
  for (const step of later) await apply(client, step)
  await publish(client, modules)
  // Rows and schema are of one transaction: by it, what was restored would be taken for what migrations wrote.
  await client.query(`update platform.migration set applied_in = '0'`)
}

function keyOf(module: string, file: string): string {
  return `${module}/${file}`
}
