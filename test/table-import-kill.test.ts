/** The worker of an import killed in the middle, again and again: whoever comes after goes on, and in the end every row is there once. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { operatorCaller } from '#platform/authority.ts'
import { systemClock } from '#platform/clock.ts'
import { perform } from '#platform/perform.ts'
import { projectRoot } from '#platform/root.ts'
import { peopleCsv, peopleImport, peopleTable } from '#platform/table-import/people.fixture.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { sentFile } from '#test/sent-file.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 })

const count = 40_000
const caller = operatorCaller('command')
const { operations } = peopleImport
const database = await testDatabase()
const { pool } = database
await pool.query(peopleTable)
const dataFolder = await mkdtemp(join(tmpdir(), 'hieuhoc-import-'))
afterAll(() => rm(dataFolder, { recursive: true, force: true }))
const machine = await testMachine(database, { clock: systemClock, settings: { dataFolder } })

const worker = 'src/platform/table-import/worker.fixture.ts'
beforeAll(() => {
  // The program reads files on threads of its newest build; the worker is a program of its own beside it.
  const builds = [
    [join(projectRoot, 'hieuhoc'), 'op', '--json'],
    [process.execPath, 'scripts/build.mjs', 'tool', worker, 'import-worker'],
  ]
  for (const [command = '', ...args] of builds) {
    expect(spawnSync(command, args, { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'] }).status).toBe(0)
  }
}, 180_000)

const begin = (): ChildProcess =>
  spawn(
    process.execPath,
    [
      '--no-warnings',
      join(projectRoot, 'dist/tools/import-worker.js'),
      String(pool.options.connectionString),
      dataFolder,
    ],
    { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'] },
  )
const isOver = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** How far the import is: rows staged while it is read, rows stored after. */
async function progress(id: string): Promise<{ state: string; rows: number; stored: number }> {
  const { rows } = await pool.query(
    'select state, row_count as rows, stored_count as stored from platform.table_import where id = $1',
    [id],
  )
  return rows[0]
}

/** Lets a worker go on until it has done some more, kills it, and lets its turn be over. */
async function killedWorking(id: string): Promise<boolean> {
  const before = await progress(id)
  const child = begin()
  for (;;) {
    const now = await progress(id)
    if (isOver(child)) return false
    if (now.rows > before.rows || now.stored > before.stored) break
    await wait(5)
  }
  child.kill('SIGKILL')
  if (!isOver(child)) await once(child, 'exit')
  // As after a minute in which nobody was heard of.
  await pool.query(`update platform.table_import set worked_at = worked_at - interval '2 minutes' where id = $1`, [id])
  return true
}

async function workedToTheEnd(): Promise<void> {
  const child = begin()
  await once(child, 'exit')
  expect(child.exitCode).toBe(0)
}

test('rows are read and stored once, however often whoever does it is killed', async () => {
  const file = await sentFile(machine, operations.take, { name: 'a.csv', content: Buffer.from(peopleCsv(count)) })
  const { id } = await perform(machine, operations.take, caller, { file })
  let kills = 0
  while (kills < 3 && (await killedWorking(id))) kills += 1
  expect(kills).toBeGreaterThan(0)
  await workedToTheEnd()
  expect(await progress(id)).toMatchObject({ state: 'checked', rows: count })
  const staged = await pool.query('select count(*)::int as count from platform.table_import_row where import_id = $1', [
    id,
  ])
  expect(staged.rows).toEqual([{ count }])

  await perform(machine, operations.step, caller, { id, step: 'confirm' })
  kills = 0
  while (kills < 3 && (await killedWorking(id))) kills += 1
  expect(kills).toBeGreaterThan(0)
  await workedToTheEnd()
  expect(await progress(id)).toMatchObject({ state: 'done', stored: count })
  const { rows } = await pool.query(
    'select count(*)::int as count, min(code) as first, max(code) as last from people.person',
  )
  expect(rows).toEqual([{ count, first: 'P0000000', last: 'P0039999' }])
  expect(await perform(machine, operations.step, caller, { id, step: 'undo' })).toMatchObject({ undoneCount: count })
})
