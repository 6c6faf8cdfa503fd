/** Where SQL may stand, whose tables it may touch, and who may open a transaction. */
import { type Finding, isTest, moduleOf, type Rule } from './house.ts'
import type { Source } from './source.ts'

const builders = ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'withSchema']
const joins = [
  'innerJoin',
  'leftJoin',
  'rightJoin',
  'fullJoin',
  'crossJoin',
  'innerJoinLateral',
  'leftJoinLateral',
  'using',
]
/** Calls that name the table they write to or read as. */
const rowHelpers = ['insertRows', 'recordsOf']
const looksLikeSql = /^\s*(select|with|insert into|update|delete from|create|alter|drop|truncate|copy)\s/i

/** SQL stands in stores, migrations and platform/database; a store touches its own tables and published views. */
export const sqlStaysHome: Rule = {
  name: 'SQL stays home',
  check: ({ sources, files, order }) => {
    const program = sources.filter(({ path }) => !isTest(path))
    const migrations = [...files].filter(([path]) => path.endsWith('.sql') && path.startsWith('src/'))
    return [
      ...program.filter(({ path }) => !isHomeOfSql(path)).flatMap(strayedSql),
      ...program.flatMap((source) => tablesIn(source).flatMap((table) => foreignTable(source.path, table, order))),
      ...migrations.flatMap(([path, text]) =>
        tablesInSql(text.replace(/--.*$/gm, ''), 1)
          // A key to another module's table holds the two together; reading the table is what the views are for.
          .filter(({ verb }) => verb !== 'references')
          .flatMap((table) => foreignTable(path, table, order)),
      ),
    ]
  },
}

function isHomeOfSql(path: string): boolean {
  return /[/.]store\.ts$|\/migrations\//.test(path) || path.startsWith('src/platform/database/')
}

function strayedSql({ path, calls, sql }: Source): Finding[] {
  const built = calls.filter(
    ({ name, method, strings }) =>
      (name.includes('.') && builders.includes(method)) ||
      name.startsWith('sql.') ||
      rowHelpers.includes(name) ||
      (method === 'query' && strings.some((text) => looksLikeSql.test(text))),
  )
  return [
    ...built.map(({ method, line }) => ({ path, line, says: `.${method}() belongs in a store` })),
    ...sql.map(({ line }) => ({ path, line, says: 'sql`` belongs in a store' })),
  ]
}

interface Table {
  readonly verb: string
  readonly schema: string
  readonly name: string
  readonly line: number
}

/** The tables a file names: after from, join, into, update in SQL, and in Kysely's calls. */
export function tablesIn({ calls, sql }: Source): Table[] {
  const built = calls
    .filter(
      ({ name, method }) =>
        (name.includes('.') && [...builders, ...joins].includes(method)) || rowHelpers.includes(name),
    )
    .flatMap(({ method, strings, line }) =>
      strings.slice(0, 1).flatMap((text) => {
        const [, schema, name] = /^([a-z_]+)\.([a-z_0-9]+)/.exec(text) ?? []
        return schema && name ? [{ verb: method, schema, name, line }] : []
      }),
    )
  return [...built, ...sql.flatMap(({ text, line }) => tablesInSql(text, line))]
}

function tablesInSql(text: string, firstLine: number): Table[] {
  const named =
    /\b(from|join|into|update|table|view|references|on)\s+(?:only\s+|if not exists\s+)?"?([a-z_]+)"?\."?([a-z_0-9]+)/gi
  return [...text.matchAll(named)].flatMap(([, verb = '', schema, name], index, all) => {
    const line = firstLine + text.slice(0, all[index]?.index).split('\n').length - 1
    return schema && name && isTablePlace(verb, text, all[index]?.index ?? 0)
      ? [{ verb: verb.toLowerCase(), schema, name, line }]
      : []
  })
}

/** `on` names a table only in `create index ... on`; in a join it names a column. */
function isTablePlace(verb: string, text: string, at: number): boolean {
  return verb.toLowerCase() !== 'on' || /create\s+(unique\s+)?index[^;]*$/i.test(text.slice(0, at))
}

/** The schema of a module bears its name, written without quotes. */
function schemaOf(module: string): string {
  return module.replaceAll('-', '_')
}

function foreignTable(path: string, { schema, name, line }: Table, order: readonly string[]): Finding[] {
  const own = schemaOf(moduleOf(path) ?? 'platform')
  const schemas = order.map(schemaOf)
  if (schema === own || ![...schemas, 'platform'].includes(schema)) return []
  if (schema === 'platform' || own === 'platform') return [{ path, line, says: `${own} touches ${schema}.${name}` }]
  if (!name.startsWith('published_')) {
    return [{ path, line, says: `touches ${schema}.${name}; others may read ${schema}.published_* only` }]
  }
  const isAbove = schemas.indexOf(schema) > schemas.indexOf(own)
  return isAbove ? [{ path, line, says: `reads ${schema}.${name}, and ${schema} stands above ${own}` }] : []
}

/** `perform` itself, the database's own housekeeping, the relay that moves events from the outbox to the job queue, and the sealer. */
const mayTransact = /^src\/platform\/(perform\.ts|outbox\.ts|audit\/sealing\.ts|database\/)/

/** Only `perform` opens a transaction, and only `perform` runs an operation. */
export const oneWayIn: Rule = {
  name: 'One way in',
  check: ({ sources }) =>
    sources
      .filter(({ path }) => !isTest(path) && !mayTransact.test(path))
      .flatMap(({ path, calls, sql }) => [
        ...calls
          .filter(({ name, method }) => name.includes('.') && ['transaction', 'startTransaction'].includes(method))
          .map(({ line }) => ({ path, line, says: 'opens a transaction; write an operation and call perform' })),
        ...sql
          .filter(({ text }) => /^\s*(begin|start transaction|commit|rollback)\b/i.test(text))
          .map(({ line }) => ({ path, line, says: 'steers a transaction by hand' })),
        ...runsOperation(path, calls),
      ]),
}

/** An operation that is run by another, past its parsing and its rights. In the machine `run` is also what pools and lanes do. */
function runsOperation(path: string, calls: Source['calls']): Finding[] {
  if (path.startsWith('src/platform/')) return []
  return calls
    .filter(
      ({ name, method }) => name.includes('.') && (method === 'run' || /\.run\s*\??\.\s*(call|apply|bind)$/.test(name)),
    )
    .map(({ name, line }) => ({
      path,
      line,
      says: `${name}() runs an operation; share a function of (tx, day) beside it`,
    }))
}
