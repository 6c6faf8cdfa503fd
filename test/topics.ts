/**
 * Holds what operations say of their topics against what they do: every statement of an operation that a test performs names its
 * relations, and a topic that is read or changed without being named is a defect of the operation.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { modules } from '#app/modules.ts'
import type { AnyOperation } from '#platform/operation.ts'
import { type Topic, topicsRead, topicsTouched } from '#platform/topics.ts'

/** Tables of a part that changes far more often than the rest of its module; one of two topics changes with either. */
const partsOf: Readonly<Record<string, readonly Topic[]>> = {
  'collection.cell': ['collection.entry'],
  'collection.content_change': ['collection.entry'],
  'collection.duty_report': ['collection.entry'],
  'collection.evidence': ['collection.entry'],
  'collection.submission': ['collection', 'collection.entry'],
}

/** What a statement names, and all that its views and functions name. */
interface Named {
  readonly read: ReadonlySet<string>
  readonly changed: ReadonlySet<string>
}

interface Relations {
  /** Of views and functions: the text that says what they look at. */
  readonly texts: ReadonlyMap<string, string>
  readonly tables: ReadonlySet<string>
}

const running = new AsyncLocalStorage<AnyOperation>()
let relations: Promise<Relations> | undefined
const known = new Map<string, Named>()

/** From now on, in this process. */
export async function watchTopics(pool: pg.Pool): Promise<void> {
  relations ??= begin(pool)
  await relations
}

async function begin(pool: pg.Pool): Promise<Relations> {
  const loaded = await loadRelations(pool)
  for (const { operations } of modules) for (const operation of operations) watch(operation)
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const operation = running.getStore()
    const text = textOf(given[0])
    if (operation && text) hold(operation, namedIn(text, loaded))
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  } as typeof query
  return loaded
}

function watch(operation: AnyOperation): void {
  const { run } = operation
  Object.assign(operation, {
    run: (...given: Parameters<typeof run>) => running.run(operation, () => run(...given)),
  })
}

function textOf(given: unknown): string | undefined {
  if (typeof given === 'string') return given
  return typeof given === 'object' && given !== null && 'text' in given ? String(given.text) : undefined
}

function hold(operation: AnyOperation, { read, changed }: Named): void {
  if (operation.effect === 'write') {
    // What no page shows is nobody's topic.
    if (operation.touches?.length === 0) return
    const touched = new Set(topicsTouched(operation))
    const missing = [...changed].filter(
      (table) => topicsOf(table).length > 0 && topicsOf(table).every((topic) => !touched.has(topic)),
    )
    if (missing.length > 0) throw new Error(`${operation.name} changes ${missing} and does not say so: touches`)
  } else if (operation.may.kind === 'anyone') {
    const named = new Set(topicsRead(operation))
    const missing = [...read].flatMap(topicsOf).filter((topic) => !named.has(topic))
    if (missing.length > 0)
      throw new Error(`${operation.name} reads ${[...new Set(missing)]} and does not say so: reads`)
  }
}

/** Of tables of the platform each row belongs to some module, which is read or changed with it. */
function topicsOf(table: string): readonly Topic[] {
  const [schema = ''] = table.split('.')
  if (schema === 'platform' || schema === '') return []
  return partsOf[table] ?? [schema.replaceAll('_', '-')]
}

function namedIn(text: string, all: Relations): Named {
  const kept = known.get(text)
  if (kept) return kept
  const changes = /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate)\s+([a-z_]+\.[a-z_]+)/gi
  const changed = new Set(
    [...text.matchAll(changes)].map(([, name = '']) => name).filter((name) => all.tables.has(name)),
  )
  const read = new Set<string>()
  const seen = new Set<string>()
  const look = (words: string) => {
    for (const [name] of words.matchAll(/\b[a-z_]+\.[a-z_]+\b/g)) {
      if (seen.has(name)) continue
      seen.add(name)
      if (all.tables.has(name)) read.add(name)
      look(all.texts.get(name) ?? '')
    }
  }
  look(text)
  const named = { read, changed }
  known.set(text, named)
  return named
}

async function loadRelations(pool: pg.Pool): Promise<Relations> {
  const { rows } = await pool.query<{ name: string; text: string | null }>(`
    select schemaname || '.' || viewname as name, definition as text from pg_views where schemaname !~ '^(pg_|information)'
    union all select nspname || '.' || proname, prosrc from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
      where nspname !~ '^(pg_|information|public|pgboss)'
    union all select schemaname || '.' || tablename, null from pg_tables where schemaname !~ '^(pg_|information|pgboss)'`)
  const texts = new Map(rows.flatMap(({ name, text }) => (text === null ? [] : [[name, text] as const])))
  return { texts, tables: new Set(rows.filter(({ text }) => text === null).map(({ name }) => name)) }
}
