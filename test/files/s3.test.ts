/** The program with its files in an S3 store: sent by a form, given back in parts, within shares, nothing left of what came to nothing, and swept. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { storage, sweepKeptFiles } from '#app/system/operations.ts'
import { collection, openRound } from '#modules/collection'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import { nameOf } from '#platform/files/index.ts'
import { perform, performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { type HandClock, handClock, testMachine, testNow } from '#test/machine.ts'
import { type S3Server, startS3Server } from '#test/s3-server.ts'
import { webClient } from '#test/web-client.ts'
import { hanoi, hanoiCaller, hanoiPassword } from '#test/worlds/hanoi.ts'

let server: S3Server
let database: Database
let clock: HandClock
let dataFolder: string
let machine: Awaited<ReturnType<typeof testMachine>>
let request: (path: string, init?: RequestInit) => Promise<Response>
let duty: string

beforeAll(async () => {
  server = await startS3Server()
  database = await testDatabase(hanoi)
  dataFolder = await mkdtemp(join(tmpdir(), 'hieuhoc-s3-data-'))
  clock = handClock()
  machine = await testMachine(database, {
    clock,
    settings: { dataFolder, s3: server.settings, filesPerUnit: 100_000, diskReserve: 0 },
  })
  await perform(machine, openRound, await hanoiCaller(database, 'quan-tri'), { year: 2026 })
  const list = collection.operations.find(({ name }) => name === 'collection.duties')
  if (!list) throw new Error('no operation collection.duties')
  const input = { round: 2026, unit: 'SGDDT' }
  const { duties } = (await performAny(machine, list, await hanoiCaller(database, 'sgddt'), input)) as {
    duties: { id: string }[]
  }
  duty = duties[0]?.id ?? ''
  const app = createApp(machine, createIdentify(machine))
  const client = webClient(app)
  const values = { 'Thư điện tử': 'sgddt@hanoi.example', 'Mật khẩu': hanoiPassword }
  await client.press(await client.open('/sign-in'), 'Đăng nhập', values)
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  request = async (path, init = {}) =>
    app.request(`http://localhost${path}`, {
      ...init,
      headers: { cookie, origin: 'http://localhost', ...init.headers },
    })
})
afterAll(async () => {
  await server.stop()
  await rm(dataFolder, { recursive: true, force: true })
})

const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)])

/** By the API, as a form with a file. */
async function send(content: Buffer) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ round: '2026', unit: 'SGDDT', duty })) body.set(name, value)
  body.set('file', new Blob([new Uint8Array(content)]), 'Minh chứng.pdf')
  const answer = await request('/api/v1/collection/addEvidence', { method: 'POST', body })
  return { status: answer.status, answer: (await answer.json()) as { id?: string; title?: string } }
}

async function lying(): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of machine.files.list()) names.push(name)
  return names.sort()
}

const content = pdf(40_000)

test('evidence goes to the store and comes back, whole and in part', async () => {
  const { status, answer } = await send(content)
  expect([status, await lying()]).toEqual([200, [nameOf(content)]])
  const at = `/rounds/2026/units/SGDDT/evidence/${answer.id}`
  const whole = await request(at)
  expect(Buffer.from(await whole.arrayBuffer())).toEqual(content)
  expect(whole.headers.get('content-security-policy')).toContain('sandbox')
  const part = await request(at, { headers: { range: 'bytes=39990-' } })
  expect(part.headers.get('content-range')).toBe('bytes 39990-39999/40000')
  expect(Buffer.from(await part.arrayBuffer())).toEqual(content.subarray(39_990))
  const tag = whole.headers.get('etag') ?? ''
  expect((await request(at, { headers: { 'if-none-match': tag } })).status).toBe(304)
  // Nothing of it is on our disk.
  const left = await readdir(dataFolder, { recursive: true, withFileTypes: true })
  expect(left.filter((each) => each.isFile())).toEqual([])
})

test('what goes beyond the share of the unit is refused, and nothing of it stays in the store', async () => {
  const { status, answer } = await send(pdf(70_000))
  expect([status, answer.title]).toEqual([507, 'files.unitFull'])
  expect(await lying()).toEqual([nameOf(content)])
})

test('what is refused before it is kept never reaches the store', async () => {
  const { status } = await send(Buffer.from('<script>alert(1)</script>'))
  expect([status, await lying()]).toEqual([422, [nameOf(content)]])
})

test('an orphan of a day goes in the night; what is named stays', async () => {
  const orphan = await machine.files.write(pdf(100))
  const sweep = () => perform(machine, sweepKeptFiles, operatorCaller('job'), {})
  clock.set(new Date().toISOString())
  expect(await sweep()).toMatchObject({ removed: 0 })
  expect(await lying()).toContain(orphan)
  clock.pass(25 * 60)
  expect(await sweep()).toMatchObject({ removed: 1 })
  expect(await lying()).toEqual([nameOf(content)])
  // Back to when the session was begun.
  clock.set(testNow)
})

test('what is free is that of the disk where files arrive; while the store is away nothing is changed and that is told', async () => {
  const room = await perform(machine, storage, operatorCaller('command'), {})
  expect(room).toMatchObject({ kept: 40_000, free: expect.any(Number) })
  await server.stop()
  const { status, answer } = await send(pdf(50))
  expect([status, answer.title]).toEqual([503, 'files.storeAway'])
  expect((await request('/rounds/2026/units/SGDDT')).status).toBe(200)
}, 60_000)
