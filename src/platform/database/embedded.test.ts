/** The embedded server under real kills, several processes at once, stale locks and unusable folders. */
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { clusterOf, dataFolder, endAll, Hieuhoc, killServer, open, removeAll, serverOf } from './test-process.ts'

vi.setConfig({ testTimeout: 60_000 })
afterEach(endAll)
afterAll(removeAll)

const createTable = 'create table if not exists kept (n int primary key)'
const count = 'select count(*)::int as n from kept'

test('what was written is there at the next start, and the last to leave stops the server', async () => {
  const folder = await dataFolder()
  const first = await open(folder)
  await first.query(createTable)
  await first.query('insert into kept values (1)')
  expect(await serverOf(folder)).toBeDefined()
  await first.close()
  expect(await serverOf(folder)).toBeUndefined()
  const second = await open(folder)
  expect(await second.query(count)).toEqual([{ n: 1 }])
  expect(await second.query("select current_setting('fsync') as fsync")).toEqual([{ fsync: 'on' }])
  const order = "select string_agg(w, ' ' order by w) as w from unnest(array['Đông', 'Dung', 'Ánh', 'An', 'Em']) w"
  expect(await second.query(order)).toEqual([{ w: 'An Ánh Dung Đông Em' }])
  await second.close()
})

test('three processes at once on an empty folder share one server; it outlives the first that started it', async () => {
  const folder = await dataFolder()
  const all = await Promise.all([1, 2, 3].map(() => open(folder)))
  const [first, second, third] = all as [Hieuhoc, Hieuhoc, Hieuhoc]
  await first.query(createTable)
  expect(await second.query('insert into kept values (1)')).toEqual([])
  const server = await serverOf(folder)
  await first.close()
  await second.close()
  expect(await serverOf(folder)).toEqual(server)
  expect(await third.query(count)).toEqual([{ n: 1 }])
  await third.close()
  expect(await serverOf(folder)).toBeUndefined()
  expect((await readdir(folder)).sort()).toEqual(['postgres', 'postgres.log'])
})

test('processes that come and go at random never meet a stopped server', async () => {
  const folder = await dataFolder()
  await (await open(folder)).close()
  const visit = async (delay: number) => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * delay))
      const visitor = await open(folder)
      expect(await visitor.query('select 1 as n')).toEqual([{ n: 1 }])
      await visitor.close()
    }
  }
  await Promise.all([visit(50), visit(100), visit(200)])
  expect(await serverOf(folder)).toBeUndefined()
})

test('a killed process leaves its server to the next one, which stops it', async () => {
  const folder = await dataFolder()
  const killed = await open(folder)
  await killed.query(createTable)
  const server = await serverOf(folder)
  await killed.kill()
  expect(await serverOf(folder)).toEqual(server)
  const next = await open(folder)
  expect(await serverOf(folder)).toEqual(server)
  await next.close()
  expect(await serverOf(folder)).toBeUndefined()
})

test('killed at any moment, process and server together, nothing acknowledged is lost', async () => {
  const folder = await dataFolder()
  let acknowledged = 0
  for (let turn = 0; turn < 4; turn += 1) {
    const writer = await open(folder)
    await writer.query(createTable)
    expect(await writer.query(count)).toEqual([{ n: acknowledged }])
    const until = Date.now() + Math.random() * 200
    while (Date.now() < until) {
      await writer.query(`insert into kept values (${acknowledged})`)
      acknowledged += 1
    }
    await Promise.all([killServer(folder), writer.kill()])
  }
  expect(acknowledged).toBeGreaterThan(10)
  const last = await open(folder)
  expect(await last.query(count)).toEqual([{ n: acknowledged }])
  await last.close()
})

test('a process whose server is killed starts it again and goes on', async () => {
  const folder = await dataFolder()
  const [one, two] = (await Promise.all([open(folder), open(folder)])) as [Hieuhoc, Hieuhoc]
  await one.query(createTable)
  await one.query('insert into kept values (1)')
  const killed = await killServer(folder)
  for (const each of [one, two]) {
    let answer: unknown
    for (let turn = 0; turn < 100 && !Array.isArray(answer); turn += 1) {
      answer = await each.query(count)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(answer).toEqual([{ n: 1 }])
  }
  expect((await serverOf(folder))?.pid).not.toBe(killed)
  await one.close()
  expect(await serverOf(folder)).toBeDefined()
  await two.close()
  expect(await serverOf(folder)).toBeUndefined()
})

test('a pid file whose number went to another process does not stand in the way', async () => {
  const folder = await dataFolder()
  const before = await open(folder)
  const server = await serverOf(folder)
  await Promise.all([killServer(folder), before.kill()])
  const pidFile = join(await clusterOf(folder), 'postmaster.pid')
  const lines = await readFile(pidFile, 'utf8')
  expect(lines.startsWith(`${server?.pid}\n`)).toBe(true)
  await writeFile(pidFile, lines.replace(/^\d+/, String(process.pid)))
  const after = await open(folder)
  expect(await after.query('select 1 as n')).toEqual([{ n: 1 }])
  await after.close()
})

test('what a killed first start left is swept, and an unusable folder is refused by its name', async () => {
  const folder = await dataFolder()
  const left = join(folder, 'postgres.999999999.new', 'cluster')
  await mkdir(left, { recursive: true })
  await (await open(folder)).close()
  expect(await readdir(folder)).not.toContain('postgres.999999999.new')
  const other = await dataFolder()
  await symlink(join(other, 'gone'), join(other, 'postgres'))
  expect(await new Hieuhoc(other).next()).toEqual({ refused: 'database.folderGone' })
  const file = join(other, 'file')
  await writeFile(file, '')
  expect(await new Hieuhoc(file).next()).toEqual({ refused: 'database.folderNotUsable' })
})
