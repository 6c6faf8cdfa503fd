/** What every reader sees alike is made once, whatever else stands in the address, and takes no more room than it is given. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type Changes, createChanges } from '../freshness.ts'
import { createFileCache } from './file-cache.ts'
import { createPageCache } from './page-cache.ts'
import { createPublicAnswers, type MadeAnswer } from './public-answers.ts'
import { recordedQuery } from './query.ts'

type Query = Readonly<Record<string, string | undefined>>
type Handler = (query: Query, path: string) => Promise<string | Response>

let changes: Changes
let edition: number
let runs: string[]
let counted: string[]
const folder = await mkdtemp(join(tmpdir(), 'hieuhoc-test-shared-'))
const kilobyte = 1024
const topics: ReadonlySet<string> = new Set(['plan', 'organisation'])

beforeEach(() => {
  edition = 1
  changes = createChanges({ day: () => 1, isHearing: () => true })
  runs = []
  counted = []
})

afterAll(() => rm(folder, { recursive: true }))

const mostCounted = 20

function countFile(from: string): void {
  if (counted.push(from) > mostCounted) throw new Error('too many')
}

/** An app of one route, with room for `room` bytes of pages. */
function appOf(handle: Handler, room = 1024 * kilobyte) {
  const pages = createPageCache(room)
  const files = createFileCache(join(folder, String(Math.random())), 1024 * kilobyte)
  const shared = createPublicAnswers({ pages, files, freshness: changes, countFile })
  const app = new Hono()
  app.onError((error, http) => http.text(error.message.repeat(1000), 429))
  app.get('/:page{.+}', (http) => {
    const { query, read } = recordedQuery(http.req.query())
    const make = async (): Promise<MadeAnswer> => {
      runs.push(http.req.url)
      const made = await handle(query, http.req.path)
      return { ...(typeof made === 'string' ? { html: made } : { file: made }), read, topics }
    }
    // As a flash that is taken sets a cookie: from here on what is begun of an answer goes into the next.
    http.header('x-taken', '1')
    return shared.answer({ http, route: { pattern: '/:page' }, from: 'here' }, make)
  })
  const text = async (path: string, headers = {}) => (await app.request(path, { headers })).text()
  return { app, pages, text }
}

describe('pages', () => {
  test('parameters that nobody looks at make no page', async () => {
    const { text } = appOf(async ({ year }) => `year ${year}`)
    const input = ['?year=1', '?year=1&x=1', '?x=2&year=1', '?year=1&utm=%20&y[]=3', '?year=2', '?x=9', '']
    const given = []
    for (const query of input) given.push(await text(`/a${query}`))
    expect(given).toEqual([1, 1, 1, 1, 2, undefined, undefined].map((year) => `year ${year}`))
    expect(runs).toHaveLength(3)
  })

  test('a parameter that is looked at only sometimes tells pages apart', async () => {
    const { text } = appOf(async (query) => (query.view === 'map' ? `map of ${query.on}` : 'list'))
    const given = []
    for (const query of ['?on=1', '?on=2', '?view=map&on=1', '?view=map&on=2', '?view=map&on=1', '?on=3']) {
      given.push(await text(`/a${query}`))
    }
    expect(given).toEqual(['list', 'list', 'map of 1', 'map of 2', 'map of 1', 'list'])
  })

  test('who looks at all of them keeps nothing', async () => {
    const { text, pages } = appOf(async (query) => JSON.stringify({ ...query }))
    expect([await text('/a?x=1'), await text('/a?x=2'), await text('/a?x=2')]).toEqual([
      '{"x":"1"}',
      '{"x":"2"}',
      '{"x":"2"}',
    ])
    expect(pages.bytes()).toBe(0)
  })

  test('take no more room than is given, compressed ones included, and the last asked for stay', async () => {
    const room = 200 * kilobyte
    const { text, app, pages } = appOf(
      async ({ n }) => `${n} ${Math.random()}`.padEnd(10 * kilobyte, String(Math.random())),
      room,
    )
    for (let n = 0; n < 75; n++) {
      await app.request(`/a?n=${n}`, { headers: { 'accept-encoding': n % 2 ? 'br' : 'gzip' } })
      await app.request('/a?n=0')
      expect(pages.bytes()).toBeLessThanOrEqual(room)
    }
    expect(pages.bytes()).toBeGreaterThan(room / 2)
    const made = runs.length
    await text('/a?n=0')
    await text('/a?n=74')
    expect(runs).toHaveLength(made)
  })

  test('one that would take too large a share is sent and not kept', async () => {
    const { text, pages } = appOf(async () => 'x'.repeat(50 * kilobyte), 200 * kilobyte)
    expect((await text('/a')).length).toBe(50 * kilobyte)
    expect(pages.bytes()).toBe(0)
  })

  test('values too long for anybody to mean are refused', async () => {
    const { app } = appOf(async ({ q }) => `found ${q}`)
    app.onError((error, http) =>
      http.text((error as unknown as { problems: { code: string }[] }).problems[0]?.code ?? '', 422),
    )
    const answer = await app.request(`/a?q=${'a'.repeat(8001)}`)
    expect([answer.status, await answer.text()]).toEqual([422, 'platform.tooLong'])
  })

  test('many who ask at once are answered by one making; of two pages each gets its own', async () => {
    const { text } = appOf(async ({ year }) => {
      await sleep(30)
      return `year ${year}`
    })
    const given = await Promise.all(['1', '1', '2', '1', '2', '1'].map((year) => text(`/a?year=${year}`)))
    expect(given).toEqual(['1', '1', '2', '1', '2', '1'].map((year) => `year ${year}`))
    expect(runs).toHaveLength(2)
  })

  test('who joins a making that fails asks for themselves', async () => {
    let isFirst = true
    const { text, app } = appOf(async () => {
      const fails = isFirst
      isFirst = false
      await sleep(20)
      if (fails) throw new Error('once')
      return 'made'
    })
    app.onError((_, http) => http.text('failed', 500))
    expect(await Promise.all([text('/a'), text('/a')])).toEqual(['failed', 'made'])
  })

  test('are compressed as asked, told apart by a tag, and made anew with the data', async () => {
    const { app } = appOf(async () => `data ${edition} ${'.'.repeat(2000)}`)
    const plain = await app.request('/a')
    const etag = plain.headers.get('etag') ?? ''
    const body = await plain.text()
    const bytesOf = async (encoding: string) =>
      Buffer.from(await (await app.request('/a', { headers: { 'accept-encoding': encoding } })).arrayBuffer())
    expect(brotliDecompressSync(await bytesOf('br, gzip')).toString()).toBe(body)
    expect(gunzipSync(await bytesOf('gzip')).toString()).toBe(body)
    expect((await app.request('/a', { headers: { 'if-none-match': etag } })).status).toBe(304)
    edition = 2
    changes.heard(['plan'])
    expect(await (await app.request('/a', { headers: { 'if-none-match': etag } })).text()).toContain('data 2')
  })
})

describe('downloads', () => {
  const csv = (text: string) =>
    new Response(text, { headers: { 'content-type': 'text/csv; charset=UTF-8', 'content-disposition': 'attachment' } })

  test('are written once for all who ask, and sent from disk plain, compressed or in part', async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `row ${row}`).join('\r\n')
    const { app, text } = appOf(async ({ year }) => csv(`${year}\r\n${rows}`))
    const given = await Promise.all(Array.from({ length: 5 }, (_, index) => text(`/f.csv?year=1&x=${index % 1}`)))
    expect(new Set(given)).toEqual(new Set([`1\r\n${rows}`]))
    const zipped = await app.request('/f.csv?year=1&y=2', { headers: { 'accept-encoding': 'gzip' } })
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    const bytes = Buffer.from(await zipped.arrayBuffer())
    expect(gunzipSync(bytes).toString()).toBe(given[0])
    expect(zipped.headers.get('content-length')).toBe(String(bytes.length))
    const etag = zipped.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+-gz"$/)
    const again = await app.request('/f.csv?year=1', { headers: { 'accept-encoding': 'gzip', 'if-none-match': etag } })
    expect(again.status).toBe(304)
    const part = await app.request('/f.csv?year=1', { headers: { range: 'bytes=3-7' } })
    expect([part.status, await part.text()]).toEqual([206, given[0]?.slice(3, 8)])
    const range = { range: 'bytes=3-2002', 'accept-encoding': 'gzip' }
    const plain = await app.request('/f.csv?year=1', { headers: range })
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, given[0]?.slice(3, 2003)])
    expect(runs).toHaveLength(1)
    expect(counted.length).toBeGreaterThan(5)
  })

  test('past the limit nothing of the file is in the answer', async () => {
    const { app } = appOf(async () => csv('x'.repeat(5000)))
    const ask = () => app.request('/l.csv', { headers: { 'accept-encoding': 'gzip' } })
    for (let time = 0; time < mostCounted; time++) expect((await ask()).headers.get('content-encoding')).toBe('gzip')
    const refused = await ask()
    expect([refused.status, refused.headers.get('content-encoding'), refused.headers.get('etag')]).toEqual([
      429,
      null,
      null,
    ])
    expect(await refused.text()).toContain('too many')
  })

  test('are made anew with the data, and what is pushed out leaves the disk', async () => {
    const { text } = appOf(async ({ n }) => csv(`${edition} ${n} ${'x'.repeat(100 * kilobyte)}`))
    const first = await text('/g.csv?n=0')
    edition = 2
    changes.heard(['plan'])
    expect(await text('/g.csv?n=0')).not.toBe(first)
    for (let n = 1; n < 30; n++) {
      counted = []
      await text(`/g.csv?n=${n}`)
    }
    await sleep(50)
    const names = (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f-]{30,}/.test(name))
    expect(names.length).toBeLessThan(30)
  })

  test('a costly one is good for a while, so that every change of the data does not make it again', async () => {
    const { text } = appOf(async () => {
      await sleep(20)
      return new Response(
        new ReadableStream({
          async pull(controller) {
            await sleep(1100)
            controller.enqueue(new TextEncoder().encode(String(edition)))
            controller.close()
          },
        }),
        { headers: { 'content-type': 'text/csv' } },
      )
    })
    expect(await text('/h.csv')).toBe('1')
    edition = 2
    changes.heard(['plan'])
    expect(await text('/h.csv')).toBe('1')
    expect(runs).toHaveLength(1)
  })
})
