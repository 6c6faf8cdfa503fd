/** What nobody caught, and moments without an answer: told with their reason, and the program ends only where it must. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { createLogger } from '#platform/log.ts'
import { hearDefects } from './defects.ts'
import { registry } from './metrics.ts'
import { noteEnded, noteRequest, watchForStalls } from './stalls.ts'

interface Line {
  readonly level: string
  readonly msg: string
  readonly error?: { message: string }
  readonly ms?: number
  readonly ran?: string[]
}

const lines: Line[] = []
const log = createLogger({ logLevel: 'info' }, { write: (line) => lines.push(JSON.parse(line) as Line) })

afterEach(() => {
  vi.restoreAllMocks()
  lines.length = 0
})

/** The listeners that the program adds, called as Node would. */
function heard(event: 'uncaughtException' | 'unhandledRejection', error: unknown): number | undefined {
  let code: number | undefined
  vi.spyOn(process, 'exit').mockImplementation((given) => {
    code = Number(given)
    return undefined as never
  })
  const on = vi.spyOn(process, 'on').mockImplementation(() => process)
  hearDefects(log)
  const [, listener] = on.mock.calls.find(([name]) => name === event) ?? []
  listener?.(error)
  return code
}

test('an error that nobody caught is told with its memory, and asks for a new start', () => {
  expect(heard('uncaughtException', new TypeError('x is undefined'))).toBe(70)
  expect(lines).toMatchObject([{ level: 'fatal', error: { message: 'x is undefined' }, memoryMb: expect.any(Number) }])
})

test.each([
  Object.assign(new Error('read'), { code: 'ECONNRESET' }),
  Object.assign(new Error('write'), { code: 'EPIPE' }),
  new Error('Connection terminated unexpectedly'),
])('a broken connection (%s) is told and survived', (error) => {
  expect(heard('uncaughtException', error)).toBeUndefined()
  expect(lines).toMatchObject([{ level: 'error', error: { message: error.message } }])
})

test('a failure nobody waited for is told and survived', () => {
  expect(heard('unhandledRejection', new Error('late'))).toBeUndefined()
  expect(lines).toMatchObject([{ level: 'error', error: { message: 'late' } }])
})

/** A server on which a page blocks the loop, and the answer of another never comes. */
async function serverThatBlocks(): Promise<{ server: Server; address: string }> {
  const server = createServer(({ url }, response) => {
    if (url?.startsWith('/ban-do')) return
    block(url === '/long' ? 350 : 100)
    response.end()
  })
  server.prependListener('request', noteRequest)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('a moment without an answer is measured and told with what ran then; a busy one is not', async () => {
  const stop = watchForStalls(log)
  const { server, address } = await serverThatBlocks()
  await sleep(60)
  const leaving = new AbortController()
  const unanswered = fetch(`${address}/ban-do?nam=2026`, { signal: leaving.signal }).catch(() => undefined)
  await fetch(`${address}/short`)
  await sleep(60)
  expect(lines).toEqual([])
  await fetch(`${address}/long`)
  noteEnded('portal.map')
  block(350)
  await sleep(60)
  leaving.abort()
  await unanswered
  await sleep(60)
  block(350)
  await sleep(60)
  stop()
  server.closeAllConnections()
  server.close()
  expect(lines.map(({ level, ran }) => [level, ran?.toSorted()])).toEqual([
    ['warn', ['GET /ban-do', 'GET /long']],
    ['warn', ['GET /ban-do', 'portal.map']],
    ['warn', []],
  ])
  expect(lines[0]?.ms).toBeGreaterThanOrEqual(300)
  expect(await registry.metrics()).toMatch(/hieuhoc_stall_seconds_count 3/)
})

function block(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}
