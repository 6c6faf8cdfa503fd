/** The folder of the embedded server: `<data>/postgres` with the cluster and its password; made whole or not at all. */
import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import {
  chown,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ProblemError } from '#kernel/problem.ts'
import { type Binaries, systemFolder } from './binaries.ts'
import { isAlive } from './postmaster.ts'
import { databaseProblems } from './problems.ts'
import { mayEnter, type ServerUser } from './server-user.ts'

const run = promisify(execFile)

export interface Cluster {
  /** PostgreSQL's own data directory, without symbolic links in its path. */
  readonly folder: string
  readonly password: string
}

export const superuser = 'hieuhoc'

/** The cluster of a data folder, or undefined when there is none yet. */
export async function findCluster(dataFolder: string): Promise<Cluster | undefined> {
  const link = join(dataFolder, 'postgres')
  if (!(await lstat(link).catch(() => undefined))) return undefined
  const home = await realpath(link).catch(() => undefined)
  if (!home) throw new ProblemError(databaseProblems.folderGone({ folder: link }))
  return { folder: join(home, 'cluster'), password: await readFile(join(home, 'password'), 'utf8') }
}

/** Who owns a cluster: as root, the server is started as the user who made it. */
export async function ownerOf(cluster: Cluster): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {}
  const { uid, gid } = await stat(cluster.folder)
  return { uid, gid }
}

/** The major version in the cluster: '18'. */
export async function clusterVersion(cluster: Cluster): Promise<string> {
  return (await readFile(join(cluster.folder, 'PG_VERSION'), 'utf8')).trim()
}

interface NewCluster {
  readonly dataFolder: string
  readonly binaries: Binaries
  readonly user: ServerUser
  /** False only in tests: a new cluster need not survive a power cut there. */
  readonly sync: boolean
}

/**
 * Makes a cluster beside its place and moves it there in one step, so a crash leaves no half of one and of two starts at once
 * the first wins. Where the server's user cannot enter the data folder (root's home), the cluster lies under
 * `/var/lib/hieuhoc/<id>` and `<data>/postgres` is a link to it.
 */
export async function createCluster({ dataFolder, binaries, user, sync }: NewCluster): Promise<void> {
  await mkdir(dataFolder, { recursive: true })
  await sweepUnfinished(dataFolder)
  const away = 'uid' in user && !(await mayEnter(user, dataFolder))
  if (away) await mkdir(systemFolder, { recursive: true, mode: 0o755 })
  const home = away ? join(systemFolder, randomUUID()) : join(dataFolder, `postgres.${process.pid}.new`)
  // Others may pass through to the cluster, which only its owner may read; the password beside it is ours alone.
  await mkdir(home, { mode: 0o711 })
  await initialise(home, binaries, user, sync)
  await syncFolder(home)
  const place = join(dataFolder, 'postgres')
  const placed = away ? symlink(home, place) : rename(home, place)
  await placed.catch(() => rm(home, { recursive: true, force: true }))
  await syncFolder(dataFolder)
}

async function initialise(home: string, binaries: Binaries, user: ServerUser, sync: boolean): Promise<void> {
  const folder = join(home, 'cluster')
  const forServer = join(home, 'password.initdb')
  const password = randomBytes(24).toString('base64url')
  await writeFile(join(home, 'password'), password, { mode: 0o600, flush: true })
  await writeFile(forServer, password, { mode: 0o600 })
  await mkdir(folder, { mode: 0o700 })
  if ('uid' in user) await Promise.all([folder, forServer].map((path) => chown(path, user.uid, user.gid)))
  const options = [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    `--pwfile=${forServer}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=vi',
    `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
    '--lc-messages=C',
    '--no-instructions',
    ...(sync ? [] : ['--no-sync']),
  ]
  try {
    await run(binaries.initdb, options, { ...user, cwd: '/', env: { PATH: process.env.PATH } })
  } catch (error) {
    await rm(home, { recursive: true, force: true })
    throw error
  }
  await rm(forServer)
}

/** A folder that a killed first start left behind. */
async function sweepUnfinished(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    const pid = /^postgres\.(\d+)\.new$/.exec(name)?.[1]
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      await rm(join(dataFolder, name), { recursive: true, force: true })
    }
  }
}

/** A rename is kept through a power cut only when its folder is written out. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}
