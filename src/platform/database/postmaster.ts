/** PostgreSQL's main process: what its pid file says, whether it lives, starting and stopping it. */
import { execFile, spawn } from 'node:child_process'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import type { ServerUser } from './server-user.ts'
import { serverOptions } from './tuning.ts'

export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** 'starting', 'ready', 'stopping', 'standby'. */
  readonly status: string
}

const pollInterval = 10

/** What `postmaster.pid` says; PostgreSQL writes it, line by line, and takes it away when it stops. */
export async function readPidFile(folder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, port: Number(lines[3] ?? 0), status: lines[7]?.trim() ?? '' } : undefined
}

/** Whether the pid file's process is this cluster's server, rather than another process that was given the same number. */
export async function isRunning(folder: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false
  const command = process.platform === 'linux' ? await procCommand(pid) : await psCommand(pid)
  return command.includes('postgres') && command.includes(folder)
}

/** Whether a process of this number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function procCommand(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
}

async function psCommand(pid: number): Promise<string> {
  const run = promisify(execFile)
  return run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  )
}

/**
 * Takes away a pid file whose process is not the server: PostgreSQL itself only does so when no process has the number.
 * Moved aside and looked at again first, as another start may have written a new one meanwhile; and if that slips
 * through, PostgreSQL still refuses a second server by the shared memory of the first.
 */
export async function removeStalePidFile(folder: string, stale: Postmaster): Promise<void> {
  const file = join(folder, 'postmaster.pid')
  const aside = join(folder, `postmaster.pid.${process.pid}`)
  await rename(file, aside).catch(() => undefined)
  const pid = Number((await readFile(aside, 'utf8').catch(() => '')).split('\n')[0])
  await (pid === stale.pid ? rm(aside, { force: true }) : rename(aside, file).catch(() => undefined))
}

interface Start {
  readonly folder: string
  readonly binaries: Binaries
  readonly user: ServerUser
  readonly logFile: string
  readonly fsync: boolean
  readonly port: number
}

/**
 * Starts a server that outlives this process (its own session, its output in the log file).
 * Resolves when it accepts connections; otherwise with the end of its log.
 */
export async function startPostmaster(start: Start): Promise<{ failure?: string }> {
  const log = await openLog(start.logFile, start.user)
  const { size } = await log.stat()
  const child = spawn(start.binaries.postgres, ['-D', start.folder, ...serverOptions(start)], {
    ...start.user,
    cwd: '/',
    env: { PATH: process.env.PATH },
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  let ended = false
  for (const event of ['error', 'exit'] as const) child.on(event, () => (ended = true))
  child.unref()
  await log.close()
  for (;;) {
    if (ended) return { failure: await tail(start.logFile, size) }
    const written = await readPidFile(start.folder)
    if (written?.pid === child.pid && written?.status === 'ready') return {}
    await sleep(pollInterval)
  }
}

/** Fast shutdown: running transactions are rolled back, everything committed is written; resolves when it is gone. */
export async function stopPostmaster(folder: string, pid: number): Promise<void> {
  if (await isRunning(folder, pid)) process.kill(pid, 'SIGINT')
  await goneOf(folder, pid)
}

/** Resolves when the server's process is gone. */
async function goneOf(folder: string, pid: number): Promise<void> {
  while (await isRunning(folder, pid)) await sleep(pollInterval)
}

/** A free loopback port; the one used before when it is still free. */
export async function freePort(preferred = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (preferred ? resolve(freePort()) : reject(error)))
    probe.listen({ port: preferred, host: '127.0.0.1' }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const largestLog = 10_000_000

async function openLog(path: string, user: ServerUser) {
  const before = await stat(path).catch(() => undefined)
  if (before && before.size > largestLog) await rename(path, `${path}.1`)
  const log = await open(path, 'a', 0o600)
  if ('uid' in user) await log.chown(user.uid, user.gid)
  return log
}

async function tail(path: string, from: number): Promise<string> {
  const text = (await readFile(path)).subarray(from).toString('utf8')
  return text.trim().split('\n').slice(-3).join(' ')
}
