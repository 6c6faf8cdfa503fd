/** Told to stop while a job never ends and a thread spins: the program is gone in time, and takes the job up again at its next start. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readPidFile } from '#platform/database/postmaster.ts'
import { openTerminal } from './run.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const terminal = openTerminal({ HIEUHOC_DEMO: '0' })
const email = 'quantri@donvi.vn'
const password = 'mot-cau-rat-kho-doan-9'
const letters = () => readdirSync(join(terminal.folder, 'data', 'outgoing-mail'))
const sockets: Socket[] = []
/** Takes connections and never says a word. */
const muteMail = createServer((socket) => sockets.push(socket.on('error', () => undefined)))
let child: ChildProcess | undefined
let log = ''

async function start(env: Record<string, string>): Promise<string> {
  const program = terminal.begin(['start', '--json'], env)
  child = program
  log = ''
  let printed = ''
  program.stderr?.setEncoding('utf8').on('data', (part: string) => (log += part))
  program.stdout?.setEncoding('utf8').on('data', (part: string) => (printed += part))
  await vi.waitFor(() => expect(printed.endsWith('}\n')).toBe(true), { timeout: 60_000, interval: 50 })
  return (JSON.parse(printed) as { address: string }).address
}

/** Tells the program to stop; its exit code, and how long it took. */
async function stop(): Promise<{ code: number | null; ms: number }> {
  if (!child) throw new Error('nothing was started')
  const toldAt = performance.now()
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  return { code, ms: performance.now() - toldAt }
}

beforeAll(async () => {
  // Fills the empty installation.
  await terminal.run(['units', '--json'])
  const account = ['add', email, '--name', 'Nguyễn Văn A', '--unit', '01', '--role', 'administrator']
  await terminal.json('account', ...account)
  await terminal.run(['account', 'password', email, '--password-stdin'], { input: `${password}\n` })
  await once(muteMail.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => {
  if (child?.exitCode === null) child.kill('SIGKILL')
  for (const socket of sockets) socket.destroy()
  muteMail.close()
})

async function post(address: string, name: string, body: object, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', cookie }
  return fetch(`${address}/api/v1/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

test('a letter that nobody takes and a file that is never read hold nobody up, and the letter is sent after the next start', async () => {
  const spin = join(terminal.folder, 'spin.mjs')
  await writeFile(spin, `import { isMainThread } from 'node:worker_threads'\nif (!isMainThread) for (;;);\n`)
  const { port } = muteMail.address() as AddressInfo
  const address = await start({ SMTP_URL: `smtp://127.0.0.1:${port}`, NODE_OPTIONS: `--import=${spin}` })

  expect((await post(address, 'access/requestPasswordReset', { email })).status).toBe(200)
  await vi.waitFor(() => expect(sockets).toHaveLength(1), 20_000)
  const signedIn = await post(address, 'access/signIn', { email, password })
  const { session } = (await signedIn.json()) as { session: string }
  const file = { fileName: 'a.json', content: Buffer.from('{}').toString('base64'), on: '2026-11-02', source: 'x' }
  let answered = ''
  const upload = post(address, 'organisation/importBoundaries', file, `hieuhoc_session=${session}`).then(
    ({ status }) => (answered = String(status)),
    () => (answered = 'cut'),
  )
  await sleep(1_500)
  expect(answered).toBe('')

  const { code, ms } = await stop()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  await upload
  expect(answered).toMatch(/cut|503/)
  // In order: the last to leave has stopped the database.
  expect(await readPidFile(join(terminal.folder, 'data', 'postgres', 'cluster'))).toBeUndefined()
  expect(log).not.toContain('cut off')

  await start({})
  await vi.waitFor(() => expect(letters()).toHaveLength(1), { timeout: 60_000, interval: 200 })
  await sleep(1_000)
  expect(letters()).toHaveLength(1)
  expect((await stop()).code).toBe(0)
})
