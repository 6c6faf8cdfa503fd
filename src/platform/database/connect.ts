/** Opens the database: the embedded server, or the one DATABASE_URL names; the rest of the program cannot tell which. */
import type { Socket } from 'node:net'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { ProblemError } from '#kernel/problem.ts'
import type { Settings } from '../settings.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { parserConfig } from './parsers.ts'
import { PreparingClient } from './prepared.ts'
import { databaseProblems } from './problems.ts'
import type { Tables } from './tables.ts'

export interface Database {
  readonly pool: pg.Pool
  readonly kysely: Kysely<Tables>
  readonly kind: 'embedded' | 'external'
  /** The server's version number as PostgreSQL writes it: 180004. */
  readonly version: number
  /** Where it is, for people and logs: never a password. */
  readonly where: string
  /** A connection outside the pool, not yet connected, that may lie idle or work as long as it needs to. */
  newClient(limits?: pg.ClientConfig): pg.Client
  /** Runs long work on such a connection, which is thrown away after, with its settings and locks. */
  apart<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  /** Waits a moment for running statements, then leaves; the last process to leave an embedded server stops it. */
  close(): Promise<void>
}

const leastVersion = 15
/** One statement of a page or an operation; long work (migrations, exports, jobs) sets its own within its transaction. */
const statementTimeout = '30s'
/** A server that has not even refused a statement by then does not hear us any more. */
const answerTimeoutMs = 40_000
const connectTimeoutMs = 10_000
const poolSize = 20
/** How long running statements may take to end when the program leaves. */
const leaveMs = 2_500

/** How the connections of one process are named in pg_stat_activity. */
export const applicationName = `hieuhoc:${process.pid}`

/**
 * Opens the database and checks that it will do.
 * @throws ProblemError `database.*`: unreachable, too old, without ICU, or the embedded server does not start.
 */
export async function openDatabase(settings: Pick<Settings, 'dataFolder' | 'databaseUrl'>): Promise<Database> {
  return settings.databaseUrl ? openExternal(settings.databaseUrl) : openEmbedded(settings.dataFolder)
}

async function openExternal(url: string): Promise<Database> {
  const pool = makePool({ connectionString: url })
  const { hostname, port, pathname } = new URL(url)
  const where = `${hostname}:${port || 5432}${pathname}`
  const close = () => endPool(pool)
  try {
    return databaseOf(pool, 'external', await checkServer(pool), where, close)
  } catch (error) {
    await close()
    throw error instanceof ProblemError ? error : unreachable(where, error)
  }
}

async function openEmbedded(dataFolder: string): Promise<Database> {
  let pool: pg.Pool | undefined
  const server = await startEmbedded({
    dataFolder,
    // A server that died is started again, perhaps on another port; new connections of the pool go there.
    onMoved: (address) => pool && Object.assign(pool.options, address),
  })
  pool = makePool(server.address())
  const close = () => leave(pool, server)
  try {
    return databaseOf(pool, 'embedded', await checkServer(pool), server.folder, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function leave(pool: pg.Pool | undefined, server: EmbeddedServer): Promise<void> {
  if (pool) await endPool(pool)
  await server.close()
}

/** Ends the pool; what has not ended by itself after a moment is cut off, for a server that hangs would keep us for ever. */
async function endPool(pool: pg.Pool): Promise<void> {
  const open = clientsOf.get(pool) ?? []
  const cut = setTimeout(() => {
    for (const client of open) cutOff(client)
  }, leaveMs)
  await pool.end()
  clearTimeout(cut)
}

/** The driver has no public way to drop a connection without a word to the server. */
function cutOff(client: pg.ClientBase): void {
  const { connection } = client as unknown as { connection: { stream: Socket } }
  connection.stream.destroy()
}

function databaseOf(
  pool: pg.Pool,
  kind: Database['kind'],
  version: number,
  where: string,
  close: () => Promise<void>,
): Database {
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  let closing: Promise<void> | undefined
  const newClient = (limits?: pg.ClientConfig) => clientApart(pool, limits)
  const apart: Database['apart'] = async (work) => {
    const client = newClient()
    try {
      await client.connect()
      return await work(client)
    } finally {
      // In the middle of a COPY, or of a statement nobody waits for, this closes the connection at once.
      void client.end().catch(() => undefined)
    }
  }
  return { pool, kysely, kind, version, where, newClient, apart, close: () => (closing ??= close()) }
}

function clientApart({ options }: pg.Pool, limits?: pg.ClientConfig): pg.Client {
  // The password does not come along by itself: the pool hides it from whoever lists its options.
  const { password } = options
  const client = new pg.Client({ ...options, password, query_timeout: undefined, ...limits })
  client.on('error', ignore)
  return client
}

/** A broken connection fails what runs on it and is told there; its event, were nobody to listen, would end the program. */
const ignore = () => undefined

const clientsOf = new WeakMap<pg.Pool, Set<pg.PoolClient>>()

function makePool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    Client: PreparingClient,
    application_name: applicationName,
    types: parserConfig,
    // Instants are written and read in UTC, whatever the server's own zone.
    // Compiling a plan costs more than it saves on the short queries of pages, on whichever server.
    options: `-c jit=off -c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601 -c statement_timeout=${statementTimeout}`,
    max: poolSize,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: answerTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    onConnect: refuseCopy,
    ...config,
  })
  const open = new Set<pg.PoolClient>()
  clientsOf.set(pool, open)
  // An idle connection that breaks leaves the pool by itself; the next query meets the error, if there still is one.
  pool.on('error', ignore)
  // The pool stops listening to the connections it lends.
  pool.on('connect', (client) => open.add(client).size && client.on('error', ignore))
  pool.on('remove', (client) => open.delete(client))
  return pool
}

/** After a fail-over the old address may lead to a server that only copies the new one: reads there are old, writes fail. */
async function refuseCopy(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ copies: boolean }>('select pg_is_in_recovery() as copies')
  if (rows[0]?.copies) throw new Error('Connection terminated: this server is a copy of another')
}

async function checkServer(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ version: string; encoding: string; icu: boolean }>(
    `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
            exists (select from pg_collation where collname = 'vi-x-icu') as icu`,
  )
  const count = Number(rows[0]?.version)
  if (count < leastVersion * 10_000) {
    throw new ProblemError(databaseProblems.tooOld({ found: Math.floor(count / 10_000), least: leastVersion }))
  }
  if (!rows[0]?.icu || rows[0].encoding !== 'UTF8') throw new ProblemError(databaseProblems.noVietnameseOrder())
  return count
}

function unreachable(where: string, error: unknown): ProblemError {
  const reason = error instanceof AggregateError ? String(error.errors[0]?.message) : (error as Error).message
  return new ProblemError(databaseProblems.unreachable({ where, reason }))
}

/** Whether the server answers; throws when it does not. */
export async function ping(database: Database): Promise<void> {
  await database.pool.query('select 1')
}
