/** The views that modules publish: replaced where they stand, or made anew in the same transaction, so that nobody ever misses one. */
import type { ClientBase } from 'pg'
import {
  codeOf,
  type ModuleMigrations,
  publishedFile,
  recordScript,
  runScript,
  type Step,
  scriptsOf,
} from './migration-steps.ts'

/** What another has locked: no reason to do it in another way. */
export const passing = new Set(['55P03', '57014', '40P01'])

/** Tries one way, and another from the same place where the first is refused. */
export async function eitherWay(
  client: ClientBase,
  first: () => Promise<void>,
  second: () => Promise<void>,
): Promise<void> {
  await client.query('savepoint either')
  try {
    await first()
  } catch (error) {
    if (passing.has(codeOf(error)) || !codeOf(error)) throw error
    await client.query('rollback to savepoint either')
    await second()
  }
  await client.query('release savepoint either')
}

/**
 * Makes the views as the modules have them now, within a transaction. A view that only gained columns is replaced; where one lost a
 * column or changed its type all are dropped and made again: who reads them meanwhile waits for the end of the transaction.
 */
export async function publish(client: ClientBase, modules: readonly ModuleMigrations[]): Promise<void> {
  const scripts = modules.flatMap(scriptsOf).filter(({ file }) => file === publishedFile)
  for (const { module } of scripts) await client.query(`create schema if not exists ${client.escapeIdentifier(module)}`)
  await eitherWay(
    client,
    () => replaceViews(client, modules, scripts),
    async () => {
      await dropViews(client, modules)
      for (const script of scripts) await runScript(client, script)
    },
  )
  await client.query('delete from platform.script where name = $1', [publishedFile])
  for (const script of scripts) await recordScript(client, script)
}

async function replaceViews(
  client: ClientBase,
  modules: readonly ModuleMigrations[],
  scripts: readonly Step[],
): Promise<void> {
  for (const script of scripts)
    await runScript(client, script, script.sql.replace(/\bcreate view\b/gi, 'create or replace view'))
  const wanted = new Set(
    scripts.flatMap(({ sql }) => [...sql.matchAll(/\bcreate view ([\w.]+)/gi)].map(([, name]) => name)),
  )
  const left = (await viewsOf(client, modules)).filter((name) => !wanted.has(name))
  if (left.length > 0) await client.query(`drop view ${left.join(', ')}`)
}

/** Views of other schemas that read these go along; as all are made again, none is lost. */
export async function dropViews(client: ClientBase, modules: readonly ModuleMigrations[]): Promise<void> {
  const names = await viewsOf(client, modules)
  if (names.length > 0) await client.query(`drop view if exists ${names.join(', ')} cascade`)
}

async function viewsOf(client: ClientBase, modules: readonly ModuleMigrations[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'v' and n.nspname = any($1)
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
    [modules.map((module) => module.name)],
  )
  return rows.map(({ name }) => name)
}
