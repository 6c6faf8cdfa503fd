/**
 * The embedded PostgreSQL server: started by the first process that needs it, joined by others, stopped by the last to leave.
 *
 * Two locks of PostgreSQL itself keep order, so none of ours can go stale. Who starts: `postmaster.pid`, a lock file with the
 * pid, which lets only one server live on a folder. Who stops: every process holds a shared advisory lock on a connection of
 * its own; one that leaves asks for the exclusive lock, and gets it only when nobody else is there. A killed process loses its
 * lock with its connection, and the server, which is not its child in any way that matters, waits for the next one.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ProblemError } from '#kernel/problem.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { type Cluster, clusterVersion, createCluster, findCluster, ownerOf, superuser } from './cluster.ts'
import {
  freePort,
  isRunning,
  type Postmaster,
  readPidFile,
  removeStalePidFile,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts'
import { databaseProblems } from './problems.ts'
import { serverUser } from './server-user.ts'

export interface ServerAddress {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

export interface EmbeddedServer {
  /** The cluster's real folder. */
  readonly folder: string
  address(): ServerAddress
  /** Leaves the server; stops it, and waits for that, when no other process uses it. */
  close(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataFolder: string
  /** Told when the server had died and was started again: it may have another port. */
  readonly onMoved?: (address: ServerAddress) => void
  /** Other programs than the packaged ones: tests run Debian's PostgreSQL 15 with it. */
  readonly binaries?: Binaries
  /** False only in tests. */
  readonly fsync?: boolean
}

const presenceLock = 0x68686f64
const databaseName = 'hieuhoc'
/** How long a start is tried again while something that passes is in its way: orphans of a killed server, a taken port. */
const patience = 30_000
const passing = /lock file .* already exists|still in use|could not bind|Address already in use/i
const pause = 20

interface Presence {
  readonly client: pg.Client
  readonly cluster: Cluster
  readonly postmaster: Postmaster
}

/**
 * Joins the server on a data folder, or starts it, first making its cluster where there is none.
 * @throws ProblemError `database.*` when the folder, the programs or the server's user are not usable.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  let presence = await arrive(options)
  let closing = false
  let returning: Promise<void> = Promise.resolve()
  const watch = () => presence.client.once('end', () => (returning = closing ? returning : comeBack()))
  const comeBack = async () => {
    while (!closing) {
      try {
        presence = await arrive(options, presence.postmaster.port)
        watch()
        options.onMoved?.(addressOf(presence))
        return
      } catch {
        // The pool's next query reports that the server is away; this keeps trying until it is back.
        await sleep(1000)
      }
    }
  }
  watch()
  return {
    folder: presence.cluster.folder,
    address: () => addressOf(presence),
    async close() {
      closing = true
      await returning
      await leave(presence)
    },
  }
}

function addressOf({ cluster, postmaster }: Presence): ServerAddress {
  return {
    host: '127.0.0.1',
    port: postmaster.port,
    user: superuser,
    password: cluster.password,
    database: databaseName,
  }
}

async function arrive(options: EmbeddedOptions, port?: number): Promise<Presence> {
  const cluster = await openCluster(options)
  const deadline = Date.now() + patience
  for (;;) {
    const written = await readPidFile(cluster.folder)
    if (written && (await isRunning(cluster.folder, written.pid))) {
      const client = await joinServer(cluster, written)
      if (client) return { client, cluster, postmaster: written }
      // It is starting (a recovery takes its time) or stopping; it lives, so waiting ends.
      await sleep(pause)
    } else {
      if (written) await removeStalePidFile(cluster.folder, written)
      await start(options, cluster, deadline, port)
    }
  }
}

async function openCluster(options: EmbeddedOptions): Promise<Cluster> {
  const { dataFolder, binaries, fsync = true } = options
  try {
    const known = await findCluster(dataFolder)
    if (known) return known
    const user = await serverUser()
    await createCluster({ dataFolder, user, sync: fsync, binaries: binaries ?? (await findBinaries(user)) })
    const cluster = await findCluster(dataFolder)
    if (cluster) return cluster
    throw new Error('the new cluster is not there')
  } catch (error) {
    if (error instanceof ProblemError) throw error
    const reason = (error as Error).message
    throw new ProblemError(databaseProblems.folderNotUsable({ folder: dataFolder, reason }))
  }
}

async function start(options: EmbeddedOptions, cluster: Cluster, deadline: number, port?: number): Promise<void> {
  const user = await ownerOf(cluster)
  const binaries = options.binaries ?? (await findBinaries(user))
  if (!options.binaries) await checkVersion(cluster)
  const logFile = join(options.dataFolder, 'postgres.log')
  const { failure } = await startPostmaster({
    folder: cluster.folder,
    binaries,
    user,
    logFile,
    fsync: options.fsync ?? true,
    port: await freePort(port),
  })
  if (failure === undefined) return
  if (!passing.test(failure) || Date.now() > deadline) {
    throw new ProblemError(databaseProblems.notStarted({ reason: failure, log: logFile }))
  }
  await sleep(pause)
}

const packagedVersion = '18'

async function checkVersion(cluster: Cluster): Promise<void> {
  const match = await clusterVersion(cluster)
  if (match !== packagedVersion) {
    throw new ProblemError(
      databaseProblems.otherVersion({ folder: cluster.folder, found: match, here: packagedVersion }),
    )
  }
}

/** A connection that holds the shared lock; undefined when the server does not answer yet or any more. */
async function joinServer(cluster: Cluster, { port }: Postmaster): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: superuser,
    password: cluster.password,
    database: 'postgres',
    application_name: `hieuhoc:${process.pid}`,
    keepAlive: true,
  })
  // The end of the connection is what is listened to; without a listener its error would end the program.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [presenceLock])
    await ensureDatabase(client)
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    if (isPassing(error)) return undefined
    throw error
  }
}

/** Refused or cut connections, and class 57P: the server is starting or shutting down. */
function isPassing(error: unknown): boolean {
  const { code = '', message } = error as { code?: string; message: string }
  return /^(57P|ECONN|EPIPE)/.test(code) || /Connection terminated/.test(message)
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select from pg_database where datname = $1', [databaseName])
  if (rows.length > 0) return
  // Two first starts at once: exclusive for the moment of making it, on another key than the presence.
  await client.query('select pg_advisory_lock($1)', [presenceLock + 1])
  const again = await client.query('select from pg_database where datname = $1', [databaseName])
  if (again.rows.length === 0) await client.query(`create database ${databaseName}`)
  await client.query('select pg_advisory_unlock($1)', [presenceLock + 1])
}

async function leave({ client, cluster, postmaster }: Presence): Promise<void> {
  const alone = await client
    .query('select pg_advisory_unlock_shared($1)', [presenceLock])
    .then(() => client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [presenceLock]))
    .then(({ rows }) => rows[0]?.alone === true)
    // The server is gone already: there is nothing to stop.
    .catch(() => false)
  if (alone) await stopPostmaster(cluster.folder, postmaster.pid)
  await client.end().catch(() => undefined)
}
