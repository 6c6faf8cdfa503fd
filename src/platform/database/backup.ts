/** Backup without outside tools: every table of ours in one snapshot, by COPY, then the files, into one gzip'ed stream. Flat in memory. */
import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type CopiedTable, copyOut, readCatalogue } from './backup-catalogue.ts'
import { encrypted } from './backup-encryption.ts'
import { type FilesToCopy, fileFrames } from './backup-files.ts'
import { type Frame, jsonFrame, type Manifest, writeFrames } from './backup-format.ts'
import type { Database } from './connect.ts'
import { schemaLock } from './migration-steps.ts'

/** What a backup or a restore carried. */
export interface Carried {
  readonly tables: number
  readonly rows: number
  /** When the backup was made. */
  readonly createdAt: Date
  /** Null where it is a backup without files. */
  readonly files: CarriedFiles | null
}

interface CarriedFiles {
  readonly count: number
  readonly bytes: number
  /** Names of files that were not there any more when the backup was made, or were not what had been written. */
  readonly lost: readonly string[]
}

interface BackupOptions {
  /** The files that go along; without them it is a backup of the tables alone. */
  readonly files?: FilesToCopy
  /** Encrypts the whole. */
  readonly passphrase?: string
}

/**
 * Writes a backup; people go on working meanwhile, and it holds what was committed when it began. The stream is ended. When it
 * fails, what was written is no backup: write to a file beside, and rename it when this resolves.
 */
export function backup(database: Database, output: Writable, options: BackupOptions = {}): Promise<Carried> {
  const { files, passphrase } = options
  return database.apart(async (client) => {
    await beginCopying(client, 'repeatable read read only')
    // Nobody changes tables while they are copied.
    await client.query('select pg_advisory_xact_lock_shared($1)', [schemaLock])
    const source = new Source(client, database.version, files)
    const frames = writeFrames(source.frames())
    // Level 4: half the time of the default for a tenth more space.
    const gzip = createGzip({ level: 4 })
    if (passphrase === undefined) await pipeline(frames, gzip, output)
    else await pipeline(frames, gzip, (bytes: AsyncIterable<Buffer>) => encrypted(bytes, passphrase), output)
    return source.carried
  })
}

/** Begins a transaction whose COPY text is the same on every server. */
export async function beginCopying(client: ClientBase, mode: string): Promise<void> {
  await client.query(`begin isolation level ${mode}`)
  await client.query(`set local statement_timeout = 0; set local synchronize_seqscans = off;
    set local extra_float_digits = 3; set local bytea_output = hex; set local IntervalStyle = iso_8601`)
}

class Source {
  readonly #client: ClientBase
  readonly #server: number
  readonly #files: FilesToCopy | undefined
  carried: Carried = { tables: 0, rows: 0, createdAt: new Date(0), files: null }

  constructor(client: ClientBase, server: number, files: FilesToCopy | undefined) {
    this.#client = client
    this.#server = server
    this.#files = files
  }

  async *frames(): AsyncGenerator<Frame> {
    const { migrations, tables, sequences } = await readCatalogue(this.#client)
    const { rows: clock } = await this.#client.query<{ now: Date }>('select now()')
    const createdAt = clock[0]?.now ?? new Date()
    const manifest: Manifest = {
      format: 'hieuhoc-backup',
      version: 2,
      hasFiles: this.#files !== undefined,
      createdAt: createdAt.toISOString(),
      server: this.#server,
      migrations,
      tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
      sequences,
    }
    yield jsonFrame('manifest', manifest)
    let rows = 0
    for (const table of tables) rows += yield* this.#tableFrames(table)
    const { rows: named } = this.#files
      ? await this.#client.query<{ name: string }>('select distinct name from platform.kept_file')
      : { rows: [] }
    // Files are never altered, so they need no snapshot: nothing in the database waits while they are copied.
    await this.#client.query('commit')
    const files = this.#files ? yield* fileFrames(this.#files, new Set(named.map(({ name }) => name))) : null
    this.carried = { tables: tables.length, rows, createdAt, files }
  }

  async *#tableFrames(table: CopiedTable): AsyncGenerator<Frame, number> {
    yield jsonFrame('table', { name: table.name })
    const content = new Content()
    for await (const body of gather(copyRows(this.#client, table))) {
      content.add(body)
      yield { kind: 'rows', body }
    }
    yield jsonFrame('tableEnd', content.sum())
    return content.sum().rows
  }
}

/** The rows of a table as COPY text. */
export function copyRows(client: ClientBase, table: CopiedTable): AsyncIterable<Buffer> {
  return client.query(copyTo(copyOut(client, table)))
}

const lineFeed = 0x0a

/** Counts and hashes COPY text: each row ends with a line feed, and those within values are escaped. */
export class Content {
  readonly #hash = createHash('sha256')
  #rows = 0

  add(bytes: Buffer): void {
    this.#hash.update(bytes)
    for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) this.#rows += 1
  }

  sum(): { rows: number; sha256: string } {
    return { rows: this.#rows, sha256: this.#hash.copy().digest('hex') }
  }
}

const gathered = 65_536

/** The driver gives small pieces; a frame for each would double the file. */
async function* gather(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer[] = []
  let size = 0
  for await (const piece of pieces) {
    pending.push(piece)
    size += piece.length
    if (size < gathered) continue
    yield Buffer.concat(pending)
    pending = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(pending)
}
