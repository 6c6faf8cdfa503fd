/**
 * Restore: one transaction that either ends with the database equal to the backup, brought up to date where that is of an earlier
 * version, or leaves it as it was.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
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
import { type FilesToFill, filesLookedAt, takeFiles } from './backup-files.ts'
import { damaged, type Frame, type Frames, Manifest, readJson, TableEnd, TableStart } from './backup-format.ts'
import { readBackup } from './backup-reading.ts'
import type { Database } from './connect.ts'
import { type ModuleMigrations, type Step, schemaLock } from './migration-steps.ts'
import { databaseProblems } from './problems.ts'
import { makeSchema, stepsThen, upgradeSchema } from './restore-schema.ts'

interface RestoreOptions {
  /** Leave to replace what the database holds; without it only an empty one is filled. */
  readonly replace?: boolean
  /** All that the program knows: with them a backup of an earlier version is taken in and brought up to date. */
  readonly modules?: readonly ModuleMigrations[]
  /** Where files go; without it they are only looked at. */
  readonly files?: FilesToFill
  /** Of a backup that is encrypted. */
  readonly passphrase?: string
}

/**
 * Fills a migrated database from a backup made on any server.
 * @throws ProblemError `database.notABackup`, `damagedBackup`, `otherSchema`, `newerBackup`, `passphraseNeeded`, `wrongPassphrase`,
 * `notEmpty`, `inUse`; nothing is changed then. Files that were taken in before it failed stay, named by no row.
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
  const carried = await readBackup(input, options.passphrase, (frames) => fill(client, frames, options))
  await client.query('commit')
  return carried
}

async function fill(client: ClientBase, frames: Frames, options: RestoreOptions): Promise<Carried> {
  const { replace = false, modules = [], files = filesLookedAt } = options
  const first = await frames.next()
  if (first.done || first.value.kind !== 'manifest') throw new ProblemError(databaseProblems.notABackup())
  const manifest = readManifest(first.value)
  await client.query('select pg_advisory_xact_lock($1)', [schemaLock])
  const { tables, earlier } = await tablesToFill(client, manifest, { replace, modules })
  const { sums, next } = await load(client, frames, tables)
  const carriedFiles = await takeFiles(frames, next, files)
  for (const sequence of manifest.sequences)
    await client.query(`alter sequence ${sequence.name} restart with ${BigInt(sequence.next)}`)
  for (const view of await readMaterializedViews(client)) await client.query(`refresh materialized view ${view}`)
  await compare(client, tables, sums)
  if (earlier) await upgradeSchema(client, earlier, modules)
  if (replace) await endWhatRan(client)
  // Heard at the commit by every program that runs on this database: what it made from the data before is out of date.
  await client.query('notify hieuhoc_data')
  const rows = [...sums.values()].reduce((sum, table) => sum + table.rows, 0)
  const createdAt = new Date(manifest.createdAt)
  return { tables: tables.length, rows, createdAt, files: manifest.hasFiles ? carriedFiles : null }
}

interface TablesToFill {
  readonly tables: readonly CopiedTable[]
  /** The files that the version of the backup had applied, where it is an earlier one. */
  readonly earlier?: readonly Step[]
}

/** The tables of the backup, locked; made as its version had them where that is another one. */
async function tablesToFill(
  client: ClientBase,
  manifest: Manifest,
  { replace, modules }: Required<Pick<RestoreOptions, 'replace' | 'modules'>>,
): Promise<TablesToFill> {
  const catalogue = await readCatalogue(client)
  const difference = differenceOf(manifest, catalogue)
  if (difference && modules.length === 0) throw new ProblemError(databaseProblems.otherSchema({ difference }))
  const earlier = difference ? stepsThen(manifest.migrations, modules) : undefined
  const { tables } = catalogue
  if (tables.length > 0) {
    await client.query(`lock table ${tables.map((table) => table.name).join(', ')} in access exclusive mode`)
  }
  const occupied = replace ? undefined : await firstWithData(client, tables)
  if (occupied) throw new ProblemError(databaseProblems.notEmpty({ table: occupied }))
  if (!earlier) return { tables }
  await makeSchema(client, earlier, modules)
  const then = await readCatalogue(client)
  const left = differenceOf(manifest, then)
  if (left) throw new ProblemError(databaseProblems.otherSchema({ difference: left }))
  return { tables: then.tables, earlier }
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

/** Where they differ: in migrations, or in the tables and columns these should have made. */
function differenceOf(manifest: Manifest, catalogue: Catalogue): string | undefined {
  return (
    firstDifference(manifest.migrations.map(migrationKey), catalogue.migrations.map(migrationKey)) ??
    firstDifference(manifest.tables.flatMap(columnKeys), catalogue.tables.flatMap(columnKeys)) ??
    firstDifference(
      manifest.sequences.map((sequence) => sequence.name),
      catalogue.sequences.map((sequence) => sequence.name),
    )
  )
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

/** Fills every table; `next` is the frame that comes after them. */
async function load(
  client: ClientBase,
  frames: Frames,
  tables: readonly CopiedTable[],
): Promise<{ sums: Sums; next: Frame | undefined }> {
  const { remove, putBack } = await readHindrances(client, tables)
  for (const statement of remove) await client.query(statement)
  if (tables.length > 0) await client.query(`truncate ${tables.map((table) => table.name).join(', ')}`)
  const byName = new Map(tables.map((table) => [table.name, table]))
  const sums: Sums = new Map()
  let next = await frames.next()
  for (; !next.done && next.value.kind !== 'file'; next = await frames.next()) {
    if (next.value.kind !== 'table') throw damaged('a table is expected')
    const table = byName.get(readJson(next.value, TableStart).name)
    if (!table || sums.has(table.name)) throw damaged('an unexpected table')
    sums.set(table.name, await loadTable(client, frames, table))
  }
  if (sums.size !== tables.length) throw damaged('a table is missing')
  // Deferred uniqueness is checked now: a table with checks still to come cannot be altered.
  await client.query('set constraints all immediate')
  for (const statement of putBack) await client.query(statement)
  return { sums, next: next.done ? undefined : next.value }
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
  if (!(error instanceof pg.DatabaseError)) return error
  const { code = '', message } = error
  if (code === '55P03') return new ProblemError(databaseProblems.inUse())
  // Rows that a type, a check or a key refuses: the compressed stream shows its own damage only at its end.
  return /^(22|23)/.test(code) ? damaged(message) : error
}
