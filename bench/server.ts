/** The program as its own process, as people run it: started from the launcher over the data of the benches. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/root.ts'
import { benchSettings } from './world.ts'

export interface RunningServer {
  readonly address: string
  /** From the command to the printed address. */
  readonly readyMs: number
  /** The most memory the process has held, in bytes (Linux). */
  peakMemory(): number
  stop(): Promise<void>
}

export async function startProgram(): Promise<RunningServer> {
  const env = {
    ...process.env,
    HIEUHOC_DATA: benchSettings().dataFolder,
    HIEUHOC_DEMO: '0',
    LOG_LEVEL: 'warn',
    PORT: '0',
  }
  const started = performance.now()
  const child = spawn(join(projectRoot, 'hieuhoc'), ['start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await firstAddress(child)
  return {
    address,
    readyMs: performance.now() - started,
    peakMemory: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += chunk
      const address = /http:\/\/\S+/.exec(text)?.[0]
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the program ended with ${code} before it was ready`)))
  })
}
