/** A running program whose database, readers or connections misbehave: it lives, answers, tells what it cannot do, and ends when it is told. */
import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freePort, readPidFile } from '#platform/database/postmaster.ts'
import { openTerminal } from './run.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

const terminal = openTerminal({ HIEUHOC_DEMO: '0' })
const sockets: Socket[] = []
let child: ChildProcess
let address = ''
let metricsPort = 0
let log = ''

async function start(): Promise<void> {
  log = ''
  metricsPort = await freePort()
  child = terminal.begin(['start', '--json'], { METRICS_PORT: String(metricsPort) })
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (log += part))
  let printed = ''
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (printed += part))
  await vi.waitFor(() => expect(printed.endsWith('}\n')).toBe(true), { timeout: 90_000, interval: 50 })
  address = (JSON.parse(printed) as { address: string }).address
}

beforeAll(start)
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  if (child.exitCode === null) child.kill('SIGKILL')
  await terminal.run(['units', '--json'])
})

async function get(path: string): Promise<{ status: number; retryAfter: string | null; text: string }> {
  const answer = await fetch(address + path, { headers: { 'accept-language': 'vi' } })
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text: await answer.text() }
}

async function postmaster(): Promise<number> {
  return (await readPidFile(join(terminal.folder, 'data', 'postgres', 'cluster')))?.pid ?? 0
}

function connected(): Promise<Socket> {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  sockets.push(socket)
  socket.on('error', () => undefined).resume()
  return once(socket, 'connect').then(() => socket)
}

test.each(['SIGKILL', 'SIGQUIT'] as const)(
  'the database ends by %s: pages are served, or say for how long they are not',
  async (signal) => {
    expect((await get('/')).status).toBe(200)
    for (let kill = 0; kill < 2; kill++) {
      process.kill(await postmaster(), signal)
      const answers = []
      const until = performance.now() + 3_000
      while (performance.now() < until) {
        answers.push(
          ...(await Promise.all([
            get('/'),
            get('/readyz'),
            get('/api/v1/organisation/units?limit=1'),
            get(`/?n=${answers.length}`),
          ])),
        )
        await sleep(50)
      }
      const refused = answers.filter(({ status }) => status !== 200)
      expect(new Set(refused.map(({ status }) => status))).toEqual(new Set(refused.length > 0 ? [503] : []))
      for (const { retryAfter, text } of refused) {
        expect(retryAfter).toBe('5')
        expect(text).toContain('Cơ sở dữ liệu tạm thời không trả lời')
      }
      await vi.waitFor(async () => expect((await get('/readyz')).status).toBe(200), { timeout: 20_000 })
      expect((await get('/')).status).toBe(200)
    }
    expect(child.exitCode).toBeNull()
    expect(log).not.toContain('"defect"')
  },
)

test('two thousand connections that trickle their heads keep no reader from a page', async () => {
  const slow: Socket[] = []
  for (let batch = 0; batch < 20; batch++) {
    slow.push(...(await Promise.all(Array.from({ length: 100 }, connected))))
  }
  for (const socket of slow) socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-')
  const startedAt = performance.now()
  for (let reader = 0; reader < 5; reader++) expect((await get('/')).status).toBe(200)
  expect(performance.now() - startedAt).toBeLessThan(5_000)
  await vi.waitFor(() => expect(slow.filter((socket) => socket.destroyed)).toHaveLength(2_000), { timeout: 20_000 })
  expect((await get('/')).status).toBe(200)
})

test('broken requests, aborted uploads and readers that leave hurt nobody', async () => {
  const lines = [
    '\x16\x03\x01 not http\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    'POST /dang-nhap HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n',
    'POST /api/v1/access/signIn HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n',
    'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    'GET /api/v1/organisation/units HTTP/1.1\r\nHost: x\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET http://[ HTTP/1.1\r\nHost: [\r\n\r\n',
  ]
  for (const line of lines) {
    for (const leave of ['destroy', 'resetAndDestroy', 'end'] as const) {
      const socket = await connected()
      socket.write(line)
      await sleep(20)
      socket[leave]()
    }
  }
  await sleep(300)
  expect((await get('/')).status).toBe(200)
  expect(child.exitCode).toBeNull()
  expect(log).not.toContain('nobody caught')
})

test('the metrics tell the lag of the loop and the moments without an answer', async () => {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \d/)
  expect(text).toMatch(/hieuhoc_stall_seconds_count \d/)
})

/** The server's process and those of its connections. */
function family(pid: number): number[] {
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
  return [pid, ...children.trim().split(/\s+/).map(Number)]
}

test('told to stop while the database hangs and requests wait for it, it is gone within ten seconds', async () => {
  const server = await postmaster()
  const stopped = family(server)
  for (const pid of stopped) process.kill(pid, 'SIGSTOP')
  try {
    const waiting = [get('/api/v1/organisation/units?limit=1'), get('/?x=1'), get('/readyz')].map((one) =>
      one.catch(() => 'cut'),
    )
    const half = await connected()
    half.write('POST /dang-nhap HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n')
    await sleep(300)
    const toldAt = performance.now()
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(performance.now() - toldAt).toBeLessThan(10_000)
    expect(code).toBe(0)
    await Promise.all(waiting)
  } finally {
    for (const pid of stopped) process.kill(pid, 'SIGCONT')
  }
})

test('what it was told before is there after the next start', async () => {
  await start()
  expect((await get('/')).status).toBe(200)
  const toldAt = performance.now()
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  expect(performance.now() - toldAt).toBeLessThan(6_000)
})
