/** `./hieuhoc` as a person in a terminal uses it: its own data folder, no settings of ours, what it prints and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect } from 'vitest'
import { settingEntries } from '#platform/setting-entries.ts'

const launcher = join(process.cwd(), 'hieuhoc')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Terminal {
  /** A folder of the test's own, for files it writes. */
  readonly folder: string
  /** Runs a command to its end. */
  run(args: readonly string[], more?: { env?: Record<string, string>; input?: string }): Promise<Ended>
  /** Runs a command that must end well, and reads what it prints with --json. */
  json(...args: string[]): Promise<unknown>
  /** Starts a command that goes on. */
  begin(args: readonly string[], env?: Record<string, string>): ChildProcess
}

/** A terminal with a data folder of its own and, looked up at each command, these settings on top. Call it at the top of a test file. */
export function openTerminal(settings: Record<string, string> = {}): Terminal {
  const folder = mkdtempSync(join(tmpdir(), 'hieuhoc-commands-'))
  // As root the server runs as a system user, who has to pass through.
  chmodSync(folder, 0o711)
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const begin = (args: readonly string[], env: Record<string, string> = {}) =>
    spawn(launcher, args, {
      cwd: folder,
      env: { ...outside(), HIEUHOC_DATA: join(folder, 'data'), PORT: '0', ...settings, ...env },
      stdio: 'pipe',
    })
  const run: Terminal['run'] = async (args, { env, input = '' } = {}) => {
    const child = begin(args, env)
    child.stdin?.end(input)
    return ended(child)
  }
  const json = async (...args: string[]) => {
    const { code, stdout, stderr } = await run([...args, '--json'])
    expect(`${code} ${stderr}`).toBe('0 ')
    return JSON.parse(stdout) as unknown
  }
  return { folder, run, json, begin }
}

/** What the command printed and its exit code, when it has ended. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const [stdout, stderr] = await Promise.all([read(child.stdout), read(child.stderr), closed(child)])
  return { code: child.exitCode, stdout, stderr }
}

function read(stream: ChildProcess['stdout']): Promise<string> {
  return stream ? text(stream) : Promise.resolve('')
}

async function closed(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
}

/** A refusal: exit code 1, nothing on standard output, and these words in both languages, without a stack. */
export function expectRefused({ code, stdout, stderr }: Ended, vi: string, en: string): void {
  expect(stderr).toContain(vi)
  expect(stderr).toContain(en)
  expect(stderr).not.toMatch(/^\s+at /m)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
}

/** The environment without any setting of the program: what the tests' own run was given is not for the command. */
function outside(): NodeJS.ProcessEnv {
  const names = new Set(settingEntries.map(({ name }) => name))
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.has(name)))
}
