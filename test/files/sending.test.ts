/** The one way in for files: a form read piece by piece, by a page or by the API, within bounds; nothing of it stays when it is over. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import type { Database } from '#platform/database/index.ts'
import { fileProblems } from '#platform/files/problems.ts'
import { createIncoming } from '#platform/files/receiving.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { webClient } from '#test/web-client.ts'
import { hanoi, hanoiPassword } from '#test/worlds/hanoi.ts'

let database: Database
let dataFolder: string
let app: ReturnType<typeof createApp>
let cookie: string
beforeAll(async () => {
  database = await testDatabase(hanoi)
  dataFolder = await mkdtemp(join(tmpdir(), 'hieuhoc-sending-'))
  const machine = await testMachine(database, { settings: { dataFolder, diskReserve: 0 } })
  app = createApp(machine, createIdentify(machine))
  const client = webClient(app)
  const values = { 'Thư điện tử': 'quan-tri@hanoi.example', 'Mật khẩu': hanoiPassword }
  await client.press(await client.open('/sign-in'), 'Đăng nhập', values)
  cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
})
afterAll(() => rm(dataFolder, { recursive: true, force: true }))

const api = '/api/v1/organisation/importBoundaries'
const own = 'http://localhost'

async function post(path: string, body: BodyInit, headers: Record<string, string> = {}) {
  const init = { method: 'POST', body, headers: { cookie, origin: own, ...headers }, duplex: 'half' }
  const answer = await app.request(own + path, init as RequestInit)
  const text = await answer.text()
  return { status: answer.status, text, answer: text.startsWith('{') ? JSON.parse(text) : undefined }
}

/** A check of a file of boundaries, which says what is wrong with it. */
function form(content: BlobPart = '{"type":"FeatureCollection","features":[]}', name = 'xã.geojson') {
  const body = new FormData()
  for (const [field, value] of Object.entries({ on: '2026-11-02', source: 'Sở', dryRun: 'true' }))
    body.set(field, value)
  body.set('file', new Blob([content]), name)
  return body
}

async function incoming(): Promise<string[]> {
  return readdir(join(dataFolder, 'incoming')).catch(() => [])
}

async function lastAudited() {
  const { rows } = await database.pool.query<{ input: { file: unknown } }>(
    "select detail->'input' as input from platform.audit_entry where operation = 'organisation.importBoundaries' order by seq desc limit 1",
  )
  return rows[0]?.input.file
}

describe('the API', () => {
  test('takes a form: its file with its name, what is no text written as in JSON; the log knows the file by its hash', async () => {
    const { status, answer } = await post(
      api,
      form('{"type":"FeatureCollection","features":[]} '.repeat(1), 'Xã “mới”.geojson'),
    )
    expect([status, answer.ok, answer.imported]).toEqual([200, false, false])
    expect(await lastAudited()).toEqual({
      name: 'Xã “mới”.geojson',
      size: 43,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await incoming()).toEqual([])
  })

  test('still takes base64, for one version', async () => {
    const content = Buffer.from('{"type":"FeatureCollection","features":[]}').toString('base64')
    const input = { content, fileName: 'a.geojson', on: '2026-11-02', source: 'Sở', dryRun: true }
    const headers = { 'content-type': 'application/json' }
    const { status, answer } = await post(api, JSON.stringify(input), headers)
    expect([status, answer.ok]).toEqual([200, false])
    expect(await lastAudited()).toMatchObject({ name: 'a.geojson', size: 42 })
    const refused = await post(api, JSON.stringify({ ...input, content: 'no base64!' }), headers)
    expect([refused.status, refused.answer.problems[0].path]).toEqual([422, ['content']])
    expect(await incoming()).toEqual([])
  })

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['an unknown site', { origin: '' }],
  ])('takes no form from %s with a cookie', async (_, headers) => {
    const { status, answer } = await post(api, form(), headers)
    expect([status, answer.title]).toEqual([403, 'platform.crossSite'])
  })

  test('reads a file that is too long for an address from a form too', async () => {
    const body = new FormData()
    body.set('on', '2027-01-01')
    body.set('file', new Blob(['a,b\n1,2\n']), 'a.csv')
    const { status, answer } = await post('/api/v1/reorganisation/checkFile', body)
    expect([status, answer.acts, answer.problemCount]).toEqual([200, 0, 1])
  })

  test('takes a form only where a file is asked for', async () => {
    const { status, answer } = await post('/api/v1/access/createToken', form())
    expect([status, answer.title]).toEqual([415, 'platform.notJsonType'])
  })

  test('tells nobody’s file to sign in, and keeps nothing', async () => {
    const { status, answer } = await post(api, form(), { cookie: '' })
    expect([status, answer.title]).toEqual([401, 'platform.signInFirst'])
    expect(await incoming()).toEqual([])
  })
})

/** Pieces of a form, as they come over the wire, without a word of how many there will be. */
function streamed(pieces: Iterable<string | Uint8Array>, end?: () => void): ReadableStream<Uint8Array> {
  const rest = pieces[Symbol.iterator]()
  return new ReadableStream({
    pull(controller) {
      const { value, done } = rest.next()
      if (done) {
        end?.()
        return controller.close()
      }
      controller.enqueue(typeof value === 'string' ? new TextEncoder().encode(value) : value)
    },
  })
}

const multipart = { 'content-type': 'multipart/form-data; boundary=x' }
const part = (name: string, value: string) =>
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fileHead =
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a.geojson"\r\ncontent-type: application/octet-stream\r\n\r\n'

describe('a form', () => {
  test('that never ends is refused, however long it says it is, and nothing of it stays', async () => {
    let count = 0
    function* endless() {
      yield fileHead
      while (count++ < 1000) yield new Uint8Array(100_000)
    }
    const { status } = await post('/boundaries', streamed(endless()), multipart)
    expect(status).toBe(413)
    expect(count).toBeLessThan(200)
    expect(await incoming()).toEqual([])
  })

  test('that is cut off is no form, and nothing of it stays', async () => {
    const { status, text } = await post('/boundaries', streamed([fileHead, 'half']), multipart)
    expect([status, text]).toEqual([400, expect.stringContaining('Không đọc được biểu mẫu')])
    expect(await incoming()).toEqual([])
  })

  test.each<[string, string, number]>([
    ['with a hundred thousand fields', part('a', 'b').repeat(100_000), 422],
    ['of nothing but boundaries', '--x\r\n'.repeat(500_000), 422],
    ['with a field of three megabytes', part('a', 'b'.repeat(3_000_000)), 413],
    ['with two files', `${fileHead}1\r\n`.repeat(2), 422],
    ['without a boundary', '', 400],
  ])('%s is refused', async (name, body, status) => {
    const headers = name === 'without a boundary' ? { 'content-type': 'multipart/form-data' } : multipart
    expect((await post('/boundaries', `${body}--x--\r\n`, headers)).status).toBe(status)
    expect(await incoming()).toEqual([])
  })

  test('without a file says so at its field, with what was typed', async () => {
    const body = new FormData()
    body.set('source', 'Sở Tài nguyên')
    body.set('file', new Blob([]), '')
    const { status, text } = await post('/boundaries', body)
    expect(status).toBe(422)
    expect(text).toContain('Sở Tài nguyên')
  })

  test('gives no field that every object has', async () => {
    const { status } = await post(
      '/boundaries',
      `${part('__proto__', 'x')}${part('constructor', 'y')}--x--\r\n`,
      multipart,
    )
    expect(status).toBe(422)
  })
})

test('a file that is more than its use allows is not written further, and what comes after it is read', async () => {
  const folder = join(dataFolder, 'use')
  const taking = createIncoming({ folder, reserve: 0, look: async () => 'other' })
  const use = { maxBytes: 10, tooLarge: () => fileProblems.tooLarge({ megabytes: 0 }) }
  let count = 0
  async function* pieces() {
    for (; count < 50; count++) yield new Uint8Array(4)
  }
  const upload = await taking.receive(pieces(), { name: 'C:\\fakepath\\../Báo cáo.pdf', use })
  expect([upload.name, upload.size, upload.problem?.code, count]).toEqual(['Báo cáo.pdf', 200, 'files.tooLarge', 50])
  expect(await readdir(folder)).toEqual([])
})

test('what a call that was killed has left goes once it is old', async () => {
  const folder = join(dataFolder, 'left')
  const taking = createIncoming({ folder, reserve: 0, look: async () => 'other' })
  const use = { maxBytes: 10, tooLarge: () => fileProblems.tooLarge({ megabytes: 0 }) }
  async function* pieces() {
    yield new Uint8Array(4)
  }
  await taking.receive(pieces(), { name: 'a', use })
  expect(await taking.removeLeftovers(new Date(Date.now() - 3_600_000))).toBe(0)
  expect(await taking.removeLeftovers(new Date(Date.now() + 1000))).toBe(1)
  expect(await readdir(folder)).toEqual([])
})
