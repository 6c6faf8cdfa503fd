/** A second process like ours, for the tests of the embedded server: started, asked, closed or killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from 'vitest'
import { projectRoot } from '../root.ts'
import { systemFolder } from './binaries.ts'
import { isAlive, isRunning, readPidFile, stopPostmaster } from './postmaster.ts'

/** A process like ours: opens the database, then answers statements on its input, one JSON line each. */
const program = `
  const { openDatabase } = await import('./src/platform/database/connect.ts')
  const { createInterface } = await import('node:readline')
  const say = (value) => process.stdout.write(JSON.stringify(value) + '\\n')
  try {
    const database = await openDatabase({ dataFolder: process.env.DATA })
    say('ready')
    for await (const line of createInterface({ input: process.stdin })) {
      await database.pool.query(line).then(({ rows }) => say(rows), (error) => say({ error: error.message }))
    }
    await database.close()
  } catch (error) {
    say({ refused: error.message })
  }`

export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Such a process: `query` sends a statement and gives its rows, `close` ends it properly, `kill` does not. */
export class Hieuhoc {
  readonly child: ChildProcess
  readonly #lines: AsyncIterator<string>

  constructor(dataFolder: string, root = projectRoot, account?: Account) {
    this.child = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', program], {
      ...account,
      cwd: root,
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, DATA: dataFolder },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    if (!this.child.stdout) throw new Error('no output')
    this.#lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]()
    running.push(this)
  }

  async next(): Promise<unknown> {
    const { value } = await this.#lines.next()
    return value === undefined ? 'ended' : JSON.parse(value)
  }

  async query(statement: string): Promise<unknown> {
    this.child.stdin?.write(`${statement}\n`)
    return this.next()
  }

  /** As at the end of a command, or Ctrl-C. */
  async close(): Promise<void> {
    this.child.stdin?.end()
    await this.#ended()
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.#ended()
  }

  async #ended(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit')
  }
}

const running: Hieuhoc[] = []
const folders: string[] = []

/** After each test: nothing of it runs any more. */
export async function endAll(): Promise<void> {
  await Promise.all(running.splice(0).map((each) => each.kill()))
  for (const folder of folders) {
    const server = await serverOf(folder)
    if (server) await stopPostmaster(await clusterOf(folder), server.pid)
  }
}

/** After all: the folders go, also those that lie elsewhere. */
export async function removeAll(): Promise<void> {
  for (const folder of folders.splice(0)) {
    const home = await realpath(join(folder, 'postgres')).catch(() => folder)
    if (home.startsWith(`${systemFolder}/`)) await rm(home, { recursive: true })
    await rm(folder, { recursive: true })
  }
}

export async function dataFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hieuhoc-embedded-'))
  await chmod(folder, mode)
  folders.push(folder)
  return folder
}

export async function open(folder: string, root?: string, account?: Account): Promise<Hieuhoc> {
  const started = new Hieuhoc(folder, root, account)
  expect(await started.next()).toBe('ready')
  return started
}

export async function clusterOf(folder: string): Promise<string> {
  return join(await realpath(join(folder, 'postgres')).catch(() => folder), 'cluster')
}

/** The living server of a data folder. */
export async function serverOf(folder: string): Promise<{ pid: number; port: number } | undefined> {
  const cluster = await clusterOf(folder)
  const written = await readPidFile(cluster)
  return written && (await isRunning(cluster, written.pid)) ? written : undefined
}

export async function killServer(folder: string): Promise<number> {
  const pid = (await serverOf(folder))?.pid ?? 0
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid) && (await serverOf(folder))) await new Promise((resolve) => setTimeout(resolve, 5))
  return pid
}
