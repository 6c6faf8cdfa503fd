/** What a backup asks the database about itself: its tables and columns, sequences, foreign keys and triggers. */
import type { ClientBase } from 'pg'
import { bookkeepingTables } from './migration-steps.ts'

export interface CopiedTable {
  /** Schema-qualified and quoted as SQL needs it. */
  readonly name: string
  /** Without generated columns, which the database computes again. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly partitioned: boolean
}

export interface Catalogue {
  readonly migrations: { module: string; name: string; checksum: string }[]
  readonly tables: CopiedTable[]
  readonly sequences: { name: string; next: string }[]
}

/**
 * Everything of the schemas our migrations made. The schema `pgboss` is not one of them and stays out: jobs belong to a running
 * system, and a restored one must not send last month's mails again; the outbox, which is ours, is kept.
 */
export async function readCatalogue(client: ClientBase): Promise<Catalogue> {
  const { rows: migrations } = await client.query<Catalogue['migrations'][number]>(
    'select module, name, checksum from platform.migration order by module collate "C", name collate "C"',
  )
  const schemas = [...new Set(['platform', ...migrations.map((row) => row.module)])]
  const { rows: tables } = await client.query<CopiedTable>(tablesText, [schemas, bookkeepingTables])
  return { migrations, tables, sequences: await readSequences(client, schemas) }
}

const tablesText = `
  select format('%I.%I', n.nspname, c.relname) as name, c.relkind = 'p' as partitioned,
         (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                          order by a.attname collate "C")
          from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1)
    and format('%I.%I', n.nspname, c.relname) <> all($2)
  order by n.nspname, c.relname`

async function readSequences(client: ClientBase, schemas: readonly string[]): Promise<Catalogue['sequences']> {
  const { rows } = await client.query<{ name: string; step: string }>(
    `select format('%I.%I', schemaname, sequencename) as name, increment_by::text as step
     from pg_sequences where schemaname = any($1) order by schemaname, sequencename`,
    [schemas],
  )
  const sequences: Catalogue['sequences'] = []
  for (const { name, step } of rows) {
    const state = await client.query<{ next: string }>(
      `select (case when is_called then last_value + $1::bigint else last_value end)::text as next from ${name}`,
      [step],
    )
    sequences.push({ name, next: state.rows[0]?.next ?? '1' })
  }
  return sequences
}

/** Statements that take what hinders loading out of the way, and put it back as it was. */
export interface Hindrances {
  readonly remove: string[]
  readonly putBack: string[]
}

/**
 * Foreign keys are dropped and made again, so tables need no order and keys may form a circle; making them checks every row.
 * Triggers are switched off. Both need ownership only, no superuser, and end with the transaction.
 */
export async function readHindrances(client: ClientBase, tables: readonly CopiedTable[]): Promise<Hindrances> {
  const names = tables.map((table) => table.name)
  // With an empty search path the definitions name every table with its schema.
  await client.query(`set local search_path = ''`)
  const keys = await client.query<{ remove: string; put_back: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as remove,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as put_back
     from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = any($1::regclass[])`,
    [names],
  )
  const triggers = await client.query<{ remove: string; put_back: string }>(
    `select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as remove,
            format('alter table %s enable %s trigger %I', tgrelid::regclass,
              case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname) as put_back
     from pg_trigger where not tgisinternal and tgenabled <> 'D' and tgrelid = any($1::regclass[])`,
    [names],
  )
  await client.query('set local search_path to default')
  const all = [...triggers.rows, ...keys.rows]
  return { remove: all.map((each) => each.remove), putBack: all.map((each) => each.put_back).reverse() }
}

/** Materialized views of our schemas: derived, so made again instead of copied. */
export async function readMaterializedViews(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'm' and n.nspname in (select module from platform.migration) order by c.oid`,
  )
  return rows.map((row) => row.name)
}

/** The first table that holds a row no migration wrote, or undefined. */
export async function firstWithData(client: ClientBase, tables: readonly CopiedTable[]): Promise<string | undefined> {
  for (const { name } of tables) {
    const { rows } = await client.query(
      `select from ${name} where xmin::text::bigint not in
         (select applied_in::text::bigint & 4294967295 from platform.migration) limit 1`,
    )
    if (rows.length > 0) return name
  }
  return undefined
}

/** `copy ... to stdout`, the columns in the order of their names, which is the same in every database. */
export function copyOut(client: ClientBase, { name, columns, partitioned }: CopiedTable): string {
  const list = columnList(client, columns)
  return partitioned ? `copy (select ${list} from ${name}) to stdout` : `copy ${name} (${list}) to stdout`
}

/** `copy ... from stdin`; identity columns take the given values. */
export function copyIn(client: ClientBase, { name, columns }: CopiedTable): string {
  return `copy ${name} (${columnList(client, columns)}) from stdin`
}

function columnList(client: ClientBase, columns: CopiedTable['columns']): string {
  return columns.map((column) => client.escapeIdentifier(column.name)).join(', ')
}
