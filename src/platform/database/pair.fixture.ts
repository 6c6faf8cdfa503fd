/** A server and its streaming copy, which takes over: both reached by one address, as behind the proxy of a cluster. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { vi } from 'vitest'
import { type Binaries, findBinaries } from './binaries.ts'
import { type Cluster, createCluster, findCluster, superuser } from './cluster.ts'
import { freePort, readPidFile } from './postmaster.ts'
import { type ServerUser, serverUser } from './server-user.ts'
import { dataFolder } from './test-process.ts'
import { serverOptions } from './tuning.ts'

export interface Pair {
  /** By way of the proxy. */
  readonly url: string
  /** Ends the first server as a power cut does. */
  killFirst(): Promise<void>
  /** New connections go to the copy from now on; those that are open break. */
  switchOver(): void
  /** Makes the copy a server of its own. */
  promote(): Promise<void>
  close(): Promise<void>
}

interface Server {
  readonly process: ChildProcess
  readonly port: number
  query(text: string): Promise<pg.QueryResult>
}

/** Nothing that was acknowledged may be lost with the first server: a commit waits for the copy. */
export async function openPair(): Promise<Pair> {
  const user = await serverUser()
  const binaries = await findBinaries(user)
  const folder = await dataFolder(0o711)
  await createCluster({ dataFolder: folder, binaries, user, sync: false })
  const cluster = await findCluster(folder)
  if (!cluster) throw new Error('no cluster')
  const copy = { ...cluster, folder: join(dirname(cluster.folder), 'copy') }
  await mkdir(copy.folder, { mode: 0o700 })
  await promisify(execFile)('cp', ['-a', `${cluster.folder}/.`, copy.folder])
  await writeFile(join(copy.folder, 'standby.signal'), '')
  const first = await begin(cluster, { binaries, user })
  const from = `host=127.0.0.1 port=${first.port} user=${superuser} password=${cluster.password}`
  const second = await begin(copy, { binaries, user, more: [`primary_conninfo=${from}`] })
  await vi.waitFor(async () => {
    const { rows } = await first.query('select state from pg_stat_replication')
    if (rows[0]?.state !== 'streaming') throw new Error('the copy does not follow')
  }, 20_000)
  await first.query(`alter system set synchronous_standby_names = '*'`)
  await first.query('select pg_reload_conf()')
  await first.query('create database hieuhoc')
  const proxy = await openProxy(first.port)
  return {
    url: `postgres://${superuser}:${cluster.password}@127.0.0.1:${proxy.port}/hieuhoc`,
    killFirst: () => end(first),
    switchOver: () => proxy.switchTo(second.port),
    promote: async () => void (await second.query('select pg_promote()')),
    async close() {
      proxy.close()
      await Promise.all([end(first), end(second)])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function begin(
  { folder, password }: Cluster,
  { binaries, user, more = [] }: { binaries: Binaries; user: ServerUser; more?: string[] },
): Promise<Server> {
  const port = await freePort()
  const settings = ['synchronous_commit=on', 'full_page_writes=on', ...more].flatMap((one) => ['-c', one])
  const child = spawn(binaries.postgres, ['-D', folder, ...serverOptions({ port, fsync: false }), ...settings], {
    ...user,
    cwd: '/',
    env: { PATH: process.env.PATH },
    stdio: 'ignore',
  })
  await vi.waitFor(
    async () => {
      const { status = '' } = (await readPidFile(folder)) ?? {}
      if (!['ready', 'standby'].includes(status)) throw new Error('not ready')
    },
    { timeout: 30_000, interval: 50 },
  )
  const query = async (text: string) => {
    const client = new pg.Client({ host: '127.0.0.1', port, user: superuser, password, database: 'postgres' })
    await client.connect()
    return client.query(text).finally(() => client.end())
  }
  return { process: child, port, query }
}

async function end({ process: child }: Server): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Hands every connection on to one port, whichever that is at the moment. */
async function openProxy(first: number) {
  let target = first
  const open = new Set<Socket>()
  const tie = (one: Socket, other: Socket) => {
    open.add(one)
    one.on('error', () => undefined).on('close', () => open.delete(one) && other.destroy())
    one.pipe(other)
  }
  const server = createServer((incoming) => {
    const outgoing = connect(target, '127.0.0.1')
    tie(incoming, outgoing)
    tie(outgoing, incoming)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const breakAll = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    switchTo(port: number) {
      target = port
      breakAll()
    },
    close() {
      server.close()
      breakAll()
    },
  }
}
