/** Opens the database: the embedded server, or the one DATABASE_URL names; the rest of the program cannot tell which. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { ProblemError } from '#kernel/problem.ts'
import type { Settings } from '../settings.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { parserConfig } from './parsers.ts'
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
  /** Waits for running statements, then leaves; the last process to leave an embedded server stops it. */
  close(): Promise<void>
}

const leastVersion = 15
/** One statement of a page or an operation; long work (migrations, exports, jobs) sets its own within its transaction. */
const statementTimeout = '30s'
const poolSize = 20

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
  try {
    return databaseOf(pool, 'external', await checkServer(pool), where, () => pool.end())
  } catch (error) {
    await pool.end()
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
  await pool?.end()
  await server.close()
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
  return { pool, kysely, kind, version, where, close: () => (closing ??= close()) }
}

function makePool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    application_name: applicationName,
    types: parserConfig,
    // Instants are written and read in UTC, whatever the server's own zone.
    // Compiling a plan costs more than it saves on the short queries of pages, on whichever server.
    options: `-c jit=off -c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601 -c statement_timeout=${statementTimeout}`,
    max: poolSize,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    ...config,
  })
  // An idle connection that breaks leaves the pool by itself; the next query meets the error, if there still is one.
  pool.on('error', () => undefined)
  return pool
}

async function checkServer(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ version: string; encoding: string; icu: boolean }>(
    `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
            exists (select from pg_collation where collname = 'vi-x-icu') as icu`,
  )
  const found = Number(rows[0]?.version)
  if (found < leastVersion * 10_000) {
    throw new ProblemError(databaseProblems.tooOld({ found: Math.floor(found / 10_000), least: leastVersion }))
  }
  if (!rows[0]?.icu || rows[0].encoding !== 'UTF8') throw new ProblemError(databaseProblems.noVietnameseOrder())
  return found
}

function unreachable(where: string, error: unknown): ProblemError {
  const reason = error instanceof AggregateError ? String(error.errors[0]?.message) : (error as Error).message
  return new ProblemError(databaseProblems.unreachable({ where, reason }))
}

/** Whether the server answers; throws when it does not. */
export async function ping(database: Database): Promise<void> {
  await database.pool.query('select 1')
}
