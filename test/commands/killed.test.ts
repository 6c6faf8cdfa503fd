/** A backup and a restore killed in the middle, at many moments: a half backup is taken for a whole one by nobody, half a restore leaves what was there. */
import type { ChildProcess } from 'node:child_process'
import { createReadStream, readdirSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { createGunzip } from 'node:zlib'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { grantRole } from '#modules/access'
import { operatorCaller } from '#platform/authority.ts'
import { readFrames } from '#platform/database/backup-format.ts'
import type { Database } from '#platform/database/index.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoi } from '#test/worlds/hanoi.ts'
import { contentOf } from './content.ts'
import { ended, expectRefused, openTerminal } from './run.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const kills = 10
const settings: Record<string, string> = { HIEUHOC_DEMO: '0' }
const terminal = openTerminal(settings)
const file = join(terminal.folder, 'all.backup')
let database: Database
let backedUp: string[]

beforeAll(async () => {
  database = await testDatabase(hanoi)
  settings.DATABASE_URL = String(database.pool.options.connectionString)
  await terminal.json('backup', file)
  backedUp = await contentOf(database.pool)
})

const isOver = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null
const parts = () => readdirSync(terminal.folder).filter((name) => name.endsWith('.part'))

/** Waits for `sign` of a command, then `ms` more, and kills it unless it has ended; says whether it was killed. */
async function killed(child: ChildProcess, sign: () => Promise<boolean> | boolean, ms: number): Promise<boolean> {
  const over = ended(child)
  while (!isOver(child) && !(await sign())) await sleep(2)
  await sleep(ms)
  child.kill('SIGKILL')
  await over
  return child.signalCode === 'SIGKILL'
}

/** How long a command goes on after its sign. */
async function lengthOf(child: ChildProcess, sign: () => Promise<boolean> | boolean): Promise<number> {
  const over = ended(child)
  while (!isOver(child) && !(await sign())) await sleep(2)
  const signAt = performance.now()
  expect((await over).code).toBe(0)
  return performance.now() - signAt
}

/** Reads the backup to its end, where the sum over all of it stands. */
async function expectWhole(): Promise<void> {
  let tables = 0
  const frames = readFrames(createReadStream(file).pipe(createGunzip()))
  for await (const { kind } of frames) if (kind === 'tableEnd') tables += 1
  expect(tables).toBe(backedUp.length)
}

describe('a backup', () => {
  test('killed leaves the former one as it was, and its own half under no name that is one', async () => {
    const length = await lengthOf(terminal.begin(['backup', file]), () => parts().length > 0)
    let count = 0
    for (let n = 0; n < kills; n++) {
      if (!(await killed(terminal.begin(['backup', file]), () => parts().length > 0, (length * n) / kills))) continue
      count += 1
      await expectWhole()
      const [half] = parts()
      if (half) await copyFile(join(terminal.folder, half), join(terminal.folder, 'half.backup'))
    }
    expect(count).toBeGreaterThan(kills / 2)
    const { stderr, code } = await terminal.run(['restore', 'half.backup', '--replace'])
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringMatching(/incomplete|not a backup/) })
    expect(await contentOf(database.pool)).toEqual(backedUp)
  })

  test('made again after that is whole, and clears what the killed left; another in the making is let be', async () => {
    const other = terminal.begin(['backup', file])
    const own = terminal.begin(['backup', file])
    expect((await Promise.all([ended(other), ended(own)])).map(({ code, stderr }) => `${code} ${stderr}`)).toEqual([
      '0 ',
      '0 ',
    ])
    expect(parts()).toEqual([])
    expect((await terminal.run(['restore', file, '--replace'])).code).toBe(0)
    expect(await contentOf(database.pool)).toEqual(backedUp)
  })
})

describe('a restore', () => {
  const restore = () => terminal.begin(['restore', file, '--replace'])
  /** Whether the command has begun to write. */
  async function hasBegun(child: ChildProcess): Promise<boolean> {
    const { rows } = await database.pool.query(
      'select from pg_stat_activity where application_name = $1 and backend_xid is not null',
      [`hieuhoc:${child.pid}`],
    )
    return rows.length > 0
  }

  test('killed leaves the data as it was, or has replaced all of it; it can be made again', async () => {
    const timed = restore()
    const length = await lengthOf(timed, () => hasBegun(timed))
    const machine = await testMachine(database)
    const role = { email: 'doc@hanoi.example', unit: '00004', role: 'reader', from: '2026-01-01' }
    await perform(machine, grantRole, operatorCaller('command'), role)
    const former = await contentOf(database.pool)
    expect(former).not.toEqual(backedUp)
    let count = 0
    for (let n = 0; n < kills; n++) {
      const child = restore()
      if (!(await killed(child, () => hasBegun(child), (length * n) / kills))) break
      // Waits for the end of its transaction: whoever reads meets the locks of whoever restores.
      const left = await contentOf(database.pool)
      // Killed after its commit: all of the backup is there.
      if (isDeepStrictEqual(left, backedUp)) break
      expect(left).toEqual(former)
      count += 1
    }
    expect(count).toBeGreaterThan(kills / 2)
    expectRefused(await terminal.run(['restore', file]), 'Thêm --replace', 'Add --replace')
    expect((await terminal.run(['restore', file, '--replace'])).code).toBe(0)
    expect(await contentOf(database.pool)).toEqual(backedUp)
  })
})
