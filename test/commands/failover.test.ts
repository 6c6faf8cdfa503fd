/** The database’s first server is lost during work and its copy takes over: nobody is told a defect, nothing acknowledged is lost, all goes on. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test, vi } from 'vitest'
import { expectNothingLost, work } from '#platform/database/away.fixture.ts'
import { type Database, openDatabase } from '#platform/database/index.ts'
import { openPair, type Pair } from '#platform/database/pair.fixture.ts'
import { testMachine } from '#test/machine.ts'
import { openTerminal } from './run.ts'

vi.setConfig({ testTimeout: 120_000 })

const terminal = openTerminal({ HIEUHOC_DEMO: '0', LOG_LEVEL: 'info' })
let pair: Pair | undefined
let database: Database | undefined
let child: ChildProcess | undefined

afterAll(async () => {
  if (child?.exitCode === null) child.kill('SIGKILL')
  await database?.close()
  await pair?.close()
})

/** The program in a process of its own, as `hieuhoc start`. */
async function started(url: string) {
  const program = terminal.begin(['start', '--json'], { DATABASE_URL: url })
  child = program
  let log = ''
  let printed = ''
  program.stderr?.setEncoding('utf8').on('data', (part: string) => (log += part))
  program.stdout?.setEncoding('utf8').on('data', (part: string) => (printed += part))
  await vi.waitFor(() => expect(printed.endsWith('}\n')).toBe(true), { timeout: 60_000, interval: 50 })
  const { address } = JSON.parse(printed) as { address: string }
  return { program, address, log: () => log }
}

/** Asks for pages and rows without rest; gives all answers when it is told to stop. */
function readers(address: string) {
  let isOver = false
  const get = async (path: string) => {
    const answer = await fetch(address + path, { headers: { 'accept-language': 'vi' } })
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text: await answer.text() }
  }
  const answers: Awaited<ReturnType<typeof get>>[] = []
  const read = async (path: (n: number) => string) => {
    for (let n = 0; !isOver; n++) {
      answers.push(await get(path(n)))
      await sleep(20)
    }
  }
  const all = Promise.all([
    read((n) => `/?n=${n}`),
    read(() => '/readyz'),
    read(() => '/api/v1/organisation/units?limit=1'),
  ])
  return {
    get,
    async stop() {
      isOver = true
      await all
      return answers
    },
  }
}

test('the first server is lost in the middle of work, the copy takes over', async () => {
  pair = await openPair()
  const { program, address, log } = await started(pair.url)
  database = await openDatabase({ dataFolder: '', databaseUrl: pair.url })
  const machine = await testMachine(database)
  const listening = machine.listen()
  await vi.waitFor(() => expect(listening.isHearing()).toBe(true))

  const working = work(machine)
  const reading = readers(address)
  await sleep(1_000)
  await pair.killFirst()
  await vi.waitFor(() => expect(listening.isHearing()).toBe(false), 10_000)
  await sleep(1_000)
  // The address leads to the copy before that is a server: it must not be written to, nor read as if it were.
  pair.switchOver()
  await sleep(1_500)
  const before = working.told.length
  await pair.promote()
  await vi.waitFor(
    () => expect(working.told.slice(before).filter(({ outcome }) => outcome === 'done').length).toBeGreaterThan(20),
    { timeout: 30_000, interval: 50 },
  )
  await working.stop()
  await expectNothingLost(database, working)

  await vi.waitFor(() => expect(listening.isHearing()).toBe(true), 30_000)
  const page = { from: machine.freshness.now(), topics: new Set(['plan']) }
  expect(machine.freshness.isFresh(page)).toBe(true)
  await database.pool.query('notify hieuhoc_data')
  await vi.waitFor(() => expect(machine.freshness.isFresh(page)).toBe(false))
  listening.stop()

  await vi.waitFor(async () => expect((await reading.get('/readyz')).status).toBe(200), 20_000)
  const answers = await reading.stop()
  const refused = answers.filter(({ status }) => status !== 200)
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]))
  for (const { retryAfter, text } of refused) {
    expect(retryAfter).toBe('5')
    expect(text).toContain('Cơ sở dữ liệu tạm thời không trả lời')
  }
  for (const path of ['/', '/readyz', '/api/v1/organisation/units?limit=1']) {
    expect((await reading.get(path)).status).toBe(200)
  }
  expect(program.exitCode).toBeNull()
  expect(log()).not.toContain('"defect"')
  expect(log()).not.toContain('nobody caught')
  program.kill('SIGTERM')
  expect(await once(program, 'exit')).toEqual([0, null])
})
