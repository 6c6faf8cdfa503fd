/** `start` on the embedded server, as an operator sees it: filled once, joined by commands, refused on a taken port, stopped in order. */
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { readPidFile } from '#platform/database/postmaster.ts'
import { keepDemonstration } from './demonstration.ts'
import { ended, expectRefused, openTerminal } from './run.ts'

vi.setConfig({ testTimeout: 60_000 })

const demonstration = openTerminal({ HIEUHOC_DEMO: '1' })
const inEarnest = openTerminal({ HIEUHOC_DEMO: '0' })

const running = new Set<ChildProcess>()
afterEach(async () => {
  // Only what a failed test left.
  for (const child of running) child.kill('SIGTERM')
  await Promise.all([...running].map(ended))
  running.clear()
})

interface Greeting {
  readonly address: string
  readonly accounts: readonly { readonly email: string; readonly password: string }[]
}

/** Starts and waits for the greeting, as JSON. */
async function start(terminal: typeof inEarnest, env: Record<string, string> = {}) {
  const child = terminal.begin(['start', '--json'], env)
  running.add(child)
  const startedAt = performance.now()
  let printed = ''
  const greeting = await new Promise<Greeting>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      printed += part
      if (printed.endsWith('}\n')) resolve(JSON.parse(printed) as Greeting)
    })
    child.once('exit', (code) => reject(new Error(`start ended with ${code}`)))
  })
  const seconds = (performance.now() - startedAt) / 1000
  const stop = async () => {
    child.kill('SIGTERM')
    const { code } = await ended(child)
    running.delete(child)
    return code
  }
  return { ...greeting, seconds, stop }
}

function serverOf({ folder }: typeof inEarnest) {
  return readPidFile(join(folder, 'data', 'postgres', 'cluster'))
}

async function answers(address: string): Promise<number> {
  return (await fetch(`${address}/readyz`)).status
}

test('two first starts at once share one database; commands join it; the last to stop leaves no server', async () => {
  const [one, two] = await Promise.all([start(inEarnest), start(inEarnest)])
  expect(one.accounts).toEqual([])
  expect([await answers(one.address), await answers(two.address)]).toEqual([200, 200])
  const server = await serverOf(inEarnest)
  expect(await inEarnest.json('units', '--on', '2024-06-30', '--kind', 'commune')).toHaveLength(579)
  const published = await inEarnest.json('values', '--indicator', 'learning_citizens_share', '--unit', '01')
  expect(published).not.toContainEqual(expect.objectContaining({ isSample: true }))
  expect(await inEarnest.json('op', 'collection.rounds')).toHaveLength(0)
  expect(await inEarnest.json('account', 'list')).toEqual([])
  expect(await serverOf(inEarnest)).toEqual(server)
  expect(await one.stop()).toBe(0)
  expect(await answers(two.address)).toBe(200)
  expect(await two.stop()).toBe(0)
  expect(await serverOf(inEarnest)).toBeUndefined()
})

test('a demonstration names its accounts; what began in earnest gets none', async () => {
  const first = await start(demonstration)
  expect(first.accounts.map(({ email }) => email)).toContain('ba-dinh@hanoi.example')
  expect(await first.stop()).toBe(0)
  keepDemonstration(join(demonstration.folder, 'data'))
  const again = await start(inEarnest, { HIEUHOC_DEMO: '1' })
  expect(again.accounts).toEqual([])
  expect(await again.stop()).toBe(0)
})

test('a later start is ready within three seconds, and prints address and accounts for people', async () => {
  const later = await start(demonstration)
  expect(later.seconds).toBeLessThan(3)
  expect(await answers(later.address)).toBe(200)
  expect(await later.stop()).toBe(0)
  const child = demonstration.begin(['start'])
  child.stdout?.once('data', () => child.kill('SIGTERM'))
  const { code, stdout, stderr } = await ended(child)
  expect(stdout).toMatch(/Hiếu Học: http:\/\/127\.0\.0\.1:\d+\n/)
  expect(stdout).toMatch(/thanh-pho@hanoi\.example +\S+ +approver +01/)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(await serverOf(demonstration)).toBeUndefined()
})

test('a port in use is named, and nothing is left running', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as { port: number }
  const refused = await inEarnest.run(['start'], { env: { PORT: String(port) } })
  other.close()
  expectRefused(refused, `Cổng ${port}`, `The port ${port}`)
  expect(await serverOf(inEarnest)).toBeUndefined()
})

test('what was never started is filled by the first question', async () => {
  const untouched = join(inEarnest.folder, 'untouched')
  const { stdout } = await inEarnest.run(['units', '--kind', 'commune', '--on', '2026-01-01', '--json'], {
    env: { HIEUHOC_DATA: untouched },
  })
  expect(JSON.parse(stdout)).toHaveLength(126)
})
