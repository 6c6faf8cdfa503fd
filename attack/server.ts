/** The program as people run it, over a folder of its own: under its supervisor, in the demonstration, on loopback. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, readPidFile } from '#platform/database/postmaster.ts'
import { projectRoot } from '#platform/root.ts'

export interface Target {
  readonly address: string
  readonly dataFolder: string
  /** The process that serves now; another one after each of its ends. */
  serving(): number
  /** The database's main process. */
  postmaster(): Promise<number>
  /** What the serving process holds, in megabytes. */
  memory(): number
  /** Waits until pages and database answer. */
  answers(): Promise<void>
  stop(): Promise<void>
}

const patienceMs = 120_000

/** Starts it and waits until it answers; what `fill` does not bring into its data folder the first start does. */
export async function startTarget(fill?: (dataFolder: string) => Promise<void>): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'hieuhoc-attack-'))
  // As root the server runs as a system user, who has to pass through.
  chmodSync(folder, 0o711)
  const dataFolder = join(folder, 'data')
  await fill?.(dataFolder)
  const port = await freePort()
  const env = { ...process.env, HIEUHOC_DATA: dataFolder, HIEUHOC_DEMO: '1', LOG_LEVEL: 'error', PORT: String(port) }
  const address = `http://127.0.0.1:${port}`
  // The same address as people use: forms are accepted from it alone.
  const started = { ...env, HOST: '127.0.0.1', PUBLIC_URL: address }
  const supervisor = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    cwd: projectRoot,
    env: started,
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  const target: Target = {
    address,
    dataFolder,
    serving: () => servingUnder(supervisor.pid ?? 0),
    postmaster: async () => (await readPidFile(join(dataFolder, 'postgres', 'cluster')))?.pid ?? 0,
    memory: () => memoryOf(servingUnder(supervisor.pid ?? 0)),
    answers: () => untilAnswers(address),
    async stop() {
      await ended(supervisor)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await target.answers()
  return target
}

/** The last of the line of processes under the supervisor: the launcher replaces itself by Node. */
function servingUnder(pid: number): number {
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  return Number(child ?? 0)
}

function memoryOf(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
}

async function untilAnswers(address: string): Promise<void> {
  const until = performance.now() + patienceMs
  while (performance.now() < until) {
    const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error(`${address} does not answer`)
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
