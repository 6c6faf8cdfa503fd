/** The types of columns in src/app/tables.ts are those of the migrated database; UPDATE_DOCS=1 writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/root.ts'
import { testDatabase } from '#test/database.ts'

const database = await testDatabase()
const path = join(projectRoot, 'src/app/tables.ts')

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly isNullable: boolean
  readonly hasDefault: boolean
  readonly isAlwaysMade: boolean
}

async function columns(): Promise<Column[]> {
  const { rows } = await database.pool.query<Column>(`
    select namespace.nspname || '.' || relation.relname as table, attribute.attname as column, type.typname as type,
      not attribute.attnotnull as "isNullable", attribute.atthasdef or attribute.attidentity <> '' as "hasDefault",
      attribute.attgenerated <> '' or attribute.attidentity = 'a' as "isAlwaysMade"
    from pg_class relation
    join pg_namespace namespace on namespace.oid = relation.relnamespace
    join pg_attribute attribute on attribute.attrelid = relation.oid and attribute.attnum > 0 and not attribute.attisdropped
    join pg_type type on type.oid = attribute.atttypid
    where relation.relkind in ('r', 'p') and not relation.relispartition
      and namespace.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'public')
    order by namespace.nspname collate "C", relation.relname collate "C", attribute.attnum`)
  return rows
}

const types: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['int2', 'int4', 'int8', 'numeric', 'float4', 'float8'].map((name) => [name, 'number'])),
  ...Object.fromEntries(['jsonb', 'json'].map((name) => [name, 'Json'])),
  bool: 'boolean',
  timestamptz: 'Date',
  bytea: 'Uint8Array',
}

/** Dates and ids are text; what is not known here is read as text too. */
function typeOf({ type, isNullable, hasDefault, isAlwaysMade }: Column): string {
  const bare = types[type.replace(/^_/, '')] ?? 'string'
  const whole = `${type.startsWith('_') ? `readonly ${bare}[]` : bare}${isNullable ? ' | null' : ''}`
  if (isAlwaysMade) return `GeneratedAlways<${whole}>`
  return hasDefault ? `Generated<${whole}>` : whole
}

function fileOf(all: readonly Column[]): string {
  const tables = [...Map.groupBy(all, ({ table }) => table)].map(([table, own]) => {
    const lines = own.map((column) => `      ${column.column}: ${typeOf(column)}\n`)
    return `    '${table}': {\n${lines.join('')}    }\n`
  })
  return `/** The columns of every table, as migrations leave them. Written by test/tables.test.ts with UPDATE_DOCS=1, never by hand. */
import type { Generated, GeneratedAlways } from 'kysely'

type Json = object | string | number | boolean

declare module '#platform/database/tables.ts' {
  interface Tables {
${tables.join('')}  }
}
`
}

test('src/app/tables.ts has every column of every table (written anew by: UPDATE_DOCS=1 npm test -- test/tables.test.ts)', async () => {
  const now = fileOf(await columns())
  if (process.env.UPDATE_DOCS === '1') writeFileSync(path, now)
  else expect(readFileSync(path, 'utf8')).toBe(now)
})
