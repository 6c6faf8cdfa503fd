/**
 * Processes killed while they write and seal: what was committed is in the log, is sealed by whoever comes next, and is sealed once.
 * The processes are real, each with its own connections; they import the program's sources as Node reads them.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { verifyAudit } from '#modules/access'
import { sealWaiting } from '#platform/audit/sealing.ts'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { perform } from '#platform/perform.ts'
import { projectRoot } from '#platform/root.ts'
import { testDatabase } from './database.ts'
import { testMachine } from './machine.ts'

vi.setConfig({ testTimeout: 180_000 })

const writer = join(projectRoot, 'dist/tools/test-audit-writer.js')

beforeAll(async () => {
  await promisify(execFile)(
    process.execPath,
    ['scripts/build.mjs', 'tool', 'test/audit-writer.ts', 'test-audit-writer'],
    {
      cwd: projectRoot,
    },
  )
}, 60_000)

const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

function begin({ pool }: Database, does: 'write' | 'seal') {
  const child = spawn(process.execPath, [writer, does], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, DATABASE_URL: String(pool.options.connectionString), LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  return child
}

/** Until the server has noticed that nobody is there any more. */
async function untilGone({ pool }: Database, child: ChildProcess): Promise<void> {
  const left = () => pool.query('select from pg_stat_activity where application_name = $1', [`hieuhoc:${child.pid}`])
  while (((await left()).rowCount ?? 0) > 0) await sleep(10)
}

async function killed(database: Database, child: ChildProcess): Promise<void> {
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
  child.kill('SIGKILL')
  await ended
  await untilGone(database, child)
}

test('writers with their sealers killed ten times: every write that was acknowledged is in the log and is sealed', async () => {
  const database = await testDatabase()
  const machine = await testMachine(database)
  const verify = () => perform(machine, verifyAudit, operatorCaller('command'), {})
  const told: string[] = []
  let waited = 0
  for (let round = 0; round < 10; round += 1) {
    const child = begin(database, 'write')
    if (!child.stdout) throw new Error('no output')
    const ready = Promise.withResolvers<void>()
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'ready') ready.resolve()
      else told.push(line)
    })
    child.once('exit', () => ready.reject(new Error('ended before it wrote')))
    await ready.promise
    await sleep(60 + 37 * round)
    await killed(database, child)
    const report = await verify()
    expect(report).toMatchObject({ ok: true, missing: 0 })
    waited += report.waiting
  }
  // Some were killed between a commit and the seal.
  expect(waited).toBeGreaterThan(0)
  expect(told.length).toBeGreaterThan(100)
  await sealWaiting(machine)
  const report = await verify()
  expect(report).toMatchObject({ ok: true, waiting: 0 })
  const { rows } = await database.pool.query<{ text: string }>(
    `select detail->'input'->>'text' as text from platform.audit_link join platform.audit_entry using (seq)`,
  )
  expect(rows).toHaveLength(report.sealed)
  const sealed = new Set(rows.map(({ text }) => text))
  expect(told.filter((text) => !sealed.has(text))).toEqual([])
})

test.each(['the process', 'its connection'])(
  '%s ended in the middle of a batch: nothing of it is kept, and the next seals all',
  async (what) => {
    const database = await testDatabase()
    const machine = await testMachine(database)
    const verify = () => perform(machine, verifyAudit, operatorCaller('command'), {})
    const entries = 30_000
    await database.pool.query(
      `select count(platform.append_audit(now(), null, 'x', 'command', null, 'test.write', null, null, '{}'))
     from generate_series(1, ${entries})`,
    )
    const child = begin(database, 'seal')
    const working = async () => {
      const { rows } = await database.pool.query<{ pid: number }>(
        `select pid from pg_stat_activity
       where application_name = $1 and state = 'active' and backend_xid is not null and query like '%seal_audit%'`,
        [`hieuhoc:${child.pid}`],
      )
      return rows[0]?.pid
    }
    let pid = await working()
    while (!pid && child.exitCode === null) pid = await working()
    expect(pid).toBeDefined()
    // A server notices that a process is gone when it next speaks to it; so the backend is ended as well.
    if (what === 'the process') child.kill('SIGKILL')
    await database.pool.query('select pg_terminate_backend($1)', [pid])
    await killed(database, child)
    expect(await verify()).toMatchObject({ ok: true, sealed: 0, waiting: entries, missing: 0 })
    expect(await sealWaiting(machine)).toBe(entries)
    expect(await verify()).toMatchObject({ ok: true, sealed: entries, waiting: 0, missing: 0 })
  },
)
