/** Restore: one transaction that either ends with the database equal to the backup, or leaves it as it was. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg, { type ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { ProblemError } from '#kernel/problem.ts'
import { beginCopying, type Carried, Content, copyRows } from './backup.ts'
import {
  type Catalogue,
  type CopiedTable,
  copyIn,
  firstWithData,
  readCatalogue,
  readHindrances,
  readMaterializedViews,
} from './backup-catalogue.ts'
import { damaged, type Frame, Manifest, readFrames, readJson, TableEnd, TableStart } from './backup-format.ts'
import type { Database } from './connect.ts'
import { schemaLock } from './migrate.ts'
import { databaseProblems } from './problems.ts'

interface RestoreOptions {
  /** Leave to replace what the database holds; without it only an empty one is filled. */
  readonly replace?: boolean
}

type Frames = AsyncGenerator<Frame, void, undefined>

/**
 * Fills a migrated database from a backup of the same schema version, made on any server.
 * @throws ProblemError `database.notABackup`, `damagedBackup`, `otherSchema`, `notEmpty`, `inUse`; nothing is changed then.
 */
export async function restore(database: Database, input: Readable, options: RestoreOptions = {}): Promise<Carried> {
  try {
    // Closing the connection undoes what was not committed, also in the middle of a COPY.
    return await database.apart((client) => restoreOn(client, input, options))
  } catch (error) {
    throw problemOf(error)
  }
}

async function restoreOn(client: ClientBase, input: Readable, options: RestoreOptions): Promise<Carried> {
  await beginCopying(client, 'read committed')
  // Somebody at work is a reason to refuse, not to wait.
  await client.query(`set local lock_timeout = '5s'`)
  const carried = await pipeline(input, createGunzip(), async (bytes: AsyncIterable<Buffer>) =>
    fill(client, readFrames(bytes), options),
  )
  await client.query('commit')
  return carried
}

async function fill(client: ClientBase, frames: Frames, { replace = false }: RestoreOptions): Promise<Carried> {
  const first = await frames.next()
  if (first.done || first.value.kind !== 'manifest') throw new ProblemError(databaseProblems.notABackup())
  const manifest = readManifest(first.value)
  await client.query('select pg_advisory_xact_lock($1)', [schemaLock])
  const catalogue = await readCatalogue(client)
  checkSameSchema(manifest, catalogue)
  const { tables } = catalogue
  if (tables.length > 0) {
    await client.query(`lock table ${tables.map((table) => table.name).join(', ')} in access exclusive mode`)
  }
  const occupied = replace ? undefined : await firstWithData(client, tables)
  if (occupied) throw new ProblemError(databaseProblems.notEmpty({ table: occupied }))
  const sums = await load(client, frames, tables)
  for (const { name, next } of manifest.sequences)
    await client.query(`alter sequence ${name} restart with ${BigInt(next)}`)
  for (const view of await readMaterializedViews(client)) await client.query(`refresh materialized view ${view}`)
  await compare(client, tables, sums)
  if (replace) await endWhatRan(client)
  // Heard at the commit by every program that runs on this database: what it made from the data before is out of date.
  await client.query('notify hieuhoc_data')
  const rows = [...sums.values()].reduce((sum, table) => sum + table.rows, 0)
  return { tables: tables.length, rows, createdAt: new Date(manifest.createdAt) }
}

/** What belonged to the data that is gone: sessions, some of them ended since the backup, and jobs that wait. */
async function endWhatRan(client: ClientBase): Promise<void> {
  await client.query('delete from platform.session')
  const { rows } = await client.query<{ jobs: string | null }>(`select to_regclass('pgboss.job')::text as jobs`)
  if (!rows[0]?.jobs) return
  await client.query(`delete from pgboss.job where state in ('created', 'retry') and not starts_with(name, '__pgboss')`)
}

function readManifest(frame: Frame): Manifest {
  try {
    return readJson(frame, Manifest)
  } catch {
    throw new ProblemError(databaseProblems.notABackup())
  }
}

/** The same migrations, and the same tables and columns they should have made. */
function checkSameSchema(manifest: Manifest, catalogue: Catalogue): void {
  const difference =
    firstDifference(manifest.migrations.map(migrationKey), catalogue.migrations.map(migrationKey)) ??
    firstDifference(manifest.tables.flatMap(columnKeys), catalogue.tables.flatMap(columnKeys)) ??
    firstDifference(
      manifest.sequences.map((sequence) => sequence.name),
      catalogue.sequences.map((sequence) => sequence.name),
    )
  if (difference) throw new ProblemError(databaseProblems.otherSchema({ difference }))
}

function migrationKey({ module, name, checksum }: Manifest['migrations'][number]): string {
  return `${module}/${name} (${checksum.slice(0, 8)})`
}

function columnKeys({ name, columns }: Pick<CopiedTable, 'name' | 'columns'>): string[] {
  return [name, ...columns.map((column) => `${name}.${column.name} ${column.type}`)]
}

function firstDifference(ours: readonly string[], theirs: readonly string[]): string | undefined {
  return ours.find((each) => !theirs.includes(each)) ?? theirs.find((each) => !ours.includes(each))
}

type Sum = ReturnType<Content['sum']>
type Sums = Map<string, Sum>

async function load(client: ClientBase, frames: Frames, tables: readonly CopiedTable[]): Promise<Sums> {
  const { remove, putBack } = await readHindrances(client, tables)
  for (const statement of remove) await client.query(statement)
  if (tables.length > 0) await client.query(`truncate ${tables.map((table) => table.name).join(', ')}`)
  const byName = new Map(tables.map((table) => [table.name, table]))
  const sums: Sums = new Map()
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    if (next.value.kind !== 'table') throw damaged('a table is expected')
    const table = byName.get(readJson(next.value, TableStart).name)
    if (!table || sums.has(table.name)) throw damaged('an unexpected table')
    sums.set(table.name, await loadTable(client, frames, table))
  }
  if (sums.size !== tables.length) throw damaged('a table is missing')
  // Deferred uniqueness is checked now: a table with checks still to come cannot be altered.
  await client.query('set constraints all immediate')
  for (const statement of putBack) await client.query(statement)
  return sums
}

async function loadTable(client: ClientBase, frames: Frames, table: CopiedTable): Promise<Sum> {
  const content = new Content()
  let told: Sum | undefined
  async function* rows() {
    for (let next = await frames.next(); !next.done; next = await frames.next()) {
      if (next.value.kind !== 'rows') {
        told = readJson(next.value, TableEnd)
        return
      }
      content.add(next.value.body)
      yield next.value.body
    }
  }
  await pipeline(Readable.from(rows(), { objectMode: false }), client.query(copyFrom(copyIn(client, table))))
  const sum = content.sum()
  if (told?.rows !== sum.rows || told.sha256 !== sum.sha256) throw damaged(`the rows of ${table.name} differ`)
  return sum
}

/** Reads back what is now there: freshly filled tables give their rows in the order they came. */
async function compare(client: ClientBase, tables: readonly CopiedTable[], sums: Sums): Promise<void> {
  for (const table of tables) {
    const content = new Content()
    for await (const bytes of copyRows(client, table)) content.add(bytes)
    const { rows, sha256 } = content.sum()
    const sum = sums.get(table.name)
    if (sum?.rows !== rows || sum.sha256 !== sha256) throw damaged(`${table.name} does not read back as written`)
  }
}

/** What the file or the moment is to blame for; everything else is a defect. */
function problemOf(error: unknown): unknown {
  if (error instanceof ProblemError) return error
  const { code = '', message } = error as { code?: string; message: string }
  if (code === 'Z_DATA_ERROR' && message === 'incorrect header check') {
    return new ProblemError(databaseProblems.notABackup())
  }
  if (code.startsWith('Z_')) return damaged(message)
  if (!(error instanceof pg.DatabaseError)) return error
  if (code === '55P03') return new ProblemError(databaseProblems.inUse())
  // Rows that a type, a check or a key refuses: the compressed stream shows its own damage only at its end.
  return /^(22|23)/.test(code) ? damaged(message) : error
}
