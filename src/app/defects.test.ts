/** What nobody caught, and moments without an answer: told with their reason, and the program ends only where it must. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { createLogger } from '#platform/log.ts'
import { hearDefects } from './defects.ts'
import { registry } from './metrics.ts'
import { began, noteEnded, watchForStalls } from './stalls.ts'

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

test('a moment without an answer is measured and told with what ran then; a busy one is not', async () => {
  const stop = watchForStalls(log)
  await sleep(60)
  const end = began('GET /ban-do')
  block(100)
  await sleep(60)
  expect(lines).toEqual([])
  block(350)
  noteEnded('portal.map')
  await sleep(60)
  end()
  stop()
  expect(lines).toMatchObject([{ level: 'warn', ran: expect.arrayContaining(['portal.map', 'GET /ban-do']) }])
  expect(lines[0]?.ms).toBeGreaterThanOrEqual(300)
  expect(await registry.metrics()).toMatch(/hieuhoc_stall_seconds_count 1/)
})

function block(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}
