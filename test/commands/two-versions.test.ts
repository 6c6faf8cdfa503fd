/**
 * An upgrade while people work: the version before serves on, the next one brings the schema up to date and serves beside it, then the
 * first one leaves. Nobody is answered with a defect. The next version is this one with migrations more, built in a folder of its own.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test, vi } from 'vitest'
import { projectRoot } from '#platform/root.ts'
import { testDatabase } from '#test/database.ts'
import { hanoi } from '#test/worlds/hanoi.ts'
import { ended } from './run.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const database = await testDatabase(hanoi)
const folder = mkdtempSync(join(tmpdir(), 'hieuhoc-two-versions-'))
const running = new Set<ChildProcess>()
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await Promise.all([...running].map(ended))
  rmSync(folder, { recursive: true, force: true })
})

/** What an old version reads through views is changed beneath it, and a long part comes while both serve. */
const nextMigrations = {
  '900_next.sql': `alter table indicators.measure add column remark text;
    alter table indicators.indicator alter column decimals type bigint;
    alter table organisation.unit_version add column remark text;
    select pg_sleep(0.5);`,
  '901_remarks.sql': `-- online: every measure gets a remark, and is found by it
    create index concurrently if not exists measure_by_remark on indicators.measure (remark);
    -- until none is left
    update indicators.measure set remark = code where code in (
      select code from indicators.measure where remark is null limit 10);`,
}

function buildNext(): string {
  const root = join(folder, 'next')
  for (const name of ['src', 'packs', 'scripts', 'package.json', 'vite.config.ts'])
    cpSync(join(projectRoot, name), join(root, name), { recursive: true })
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'))
  for (const [name, sql] of Object.entries(nextMigrations))
    writeFileSync(join(root, 'src/modules/indicators/migrations', name), sql)
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, encoding: 'utf8' })
  expect(`${status} ${status === 0 ? '' : stderr}`).toBe('0 ')
  return root
}

async function start(root: string, name: string): Promise<{ address: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['--max-old-space-size=512', 'dist/server/main.js', 'start', '--json'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HIEUHOC_DATA: join(folder, name),
      HIEUHOC_DEMO: '0',
      PORT: '0',
      LOG_LEVEL: 'error',
      DATABASE_URL: String(database.pool.options.connectionString),
    },
  })
  running.add(child)
  child.stderr.pipe(process.stderr)
  let printed = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      printed += part
      if (printed.endsWith('}\n')) resolve((JSON.parse(printed) as { address: string }).address)
    })
    child.once('exit', (code) => reject(new Error(`start ended with ${code}`)))
  })
  return { address, child }
}

const places = [
  '/api/v1/indicators/list',
  '/api/v1/indicators/byUnit?indicator=learning_citizens_share&year=2024',
  '/api/v1/plan/progress',
  '/units/00004',
  '/indicators',
  '/search?q=ba',
  '/readyz',
]

/** Asks for this and that until told; `n` makes every address a new one, so that no answer is a kept one. */
function asking(address: string) {
  const answers = new Map<number, number>()
  let isOver = false
  const ask = async (from: number) => {
    for (let n = from; !isOver; n += 1) {
      const place = places[n % places.length] ?? ''
      const isWrite = n % 25 === 0
      const answer = isWrite
        ? await fetch(`${address}/api/v1/access/requestPasswordReset`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ email: `khong-co-${n}@hanoi.example` }),
          })
        : await fetch(`${address}${place}${place.includes('q=') ? n : ''}`)
      await answer.arrayBuffer()
      answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1)
    }
  }
  const loops = Promise.all([1, 1001].map(ask))
  return async () => {
    isOver = true
    await loops
    const defects = [...answers].filter(([status]) => status >= 500)
    return { defects, good: answers.get(200) ?? 0 }
  }
}

test('the version before and the next one serve side by side, without a defect', async () => {
  const next = buildNext()
  const before = await start(projectRoot, 'before')
  const stopAskingBefore = asking(before.address)
  await sleep(500)
  const after = await start(next, 'after')
  const stopAskingAfter = asking(after.address)
  const left = async () =>
    (await database.pool.query('select count(*)::int as count from indicators.measure where remark is null')).rows[0]
  const deadline = performance.now() + 20_000
  while ((await left()).count > 0 && performance.now() < deadline) await sleep(100)
  await sleep(1_500)
  const answersBefore = await stopAskingBefore()
  before.child.kill('SIGTERM')
  await ended(before.child)
  running.delete(before.child)
  await sleep(500)
  const answersAfter = await stopAskingAfter()
  expect([answersBefore.defects, answersAfter.defects]).toEqual([[], []])
  expect(Math.min(answersBefore.good, answersAfter.good)).toBeGreaterThan(50)
  expect(await left()).toEqual({ count: 0 })
  const { rows } = await database.pool.query(
    `select (select indisvalid from pg_index where indexrelid = 'indicators.measure_by_remark'::regclass) as valid,
       array_agg(name order by name) as names from platform.migration where name like '90%'`,
  )
  expect(rows).toEqual([{ valid: true, names: ['900_next.sql', '901_remarks.sql'] }])
  after.child.kill('SIGTERM')
  await ended(after.child)
  running.delete(after.child)
})
