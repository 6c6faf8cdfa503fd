/** Bar 8: a public page of 126 rows, rendered anew and from the cache, under load from a second process; and its first load. */
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import type { Hono } from 'hono'
import { problemView, renderDocument } from '#app/document.tsx'
import type { Machine } from '#app/engine.ts'
import { answersOf, createApp } from '#app/server.ts'
import { unitList, unitsOperation } from '#modules/organisation'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { projectRoot } from '#platform/root.ts'
import { createWebApp } from '#platform/web/app.ts'
import { assetsOf } from '#platform/web/assets.ts'
import { view } from '#platform/web/page.ts'
import { path } from '#platform/web/path.ts'
import { ListView } from '#ui/list.tsx'
import { readerOf } from '#ui/reader.ts'
import { type Figure, type Times, timeEach } from './figures.ts'
import { startProgram } from './server.ts'

/** The communes of today, all 126 on one page. */
const page = '/units?kind=commune'
const kilobyte = 1024
const connections = 50
const seconds = 8

export async function benchPublicPage(machine: Machine): Promise<Figure[]> {
  const made = await benchRendering(machine)
  const program = await startProgram()
  try {
    return [...made, await benchCached(program.address), await benchFirstLoad(program.address)]
  } finally {
    await program.stop()
  }
}

/** The page made anew for every request, in this process: from rows at hand, as peers are measured; and as it is, with its queries. */
async function benchRendering(machine: Machine): Promise<Figure[]> {
  const rendered = await timeRequests(await appOfOnePage(machine), '/bench', 2000)
  const missed = await timeRequests(
    createApp(machine, async () => ({ via: 'web' })),
    page,
    400,
  )
  const perSecond = (times: Times) => `${(1000 / times.median).toFixed(0)} req/s, median ${times.median.toFixed(2)} ms`
  return [
    {
      bar: 8,
      what: 'a page of 126 rows, rendered for every request from rows at hand',
      measured: perSecond(rendered),
      promised: '>= 1,000 req/s a process',
      holds: rendered.median <= 1,
    },
    {
      bar: 8,
      what: 'the same page when the cache misses: two operations with their queries, then rendering',
      measured: perSecond(missed),
      promised: 'none of its own',
      holds: true,
    },
  ]
}

function timeRequests(app: Hono, address: string, count: number): Promise<Times> {
  const runs = Array.from({ length: count }, (_, run) => run)
  return timeEach(runs, async (run) =>
    (await app.request(`${address}${address.includes('?') ? '&' : '?'}run=${run}`)).text(),
  )
}

/** The web app with one page that asks nothing of the database: headers, shell, table, as for any other. */
async function appOfOnePage(machine: Machine): Promise<Hono> {
  const { rows } = await perform(machine, unitsOperation, operatorCaller('command'), { kind: 'commune', limit: 126 })
  const context = { reader: readerOf('vi'), today: '2026-11-23', filter: {}, extra: { kinds: [] } }
  const state = { context, page: { rows }, problems: [], query: {}, isFirst: true, hrefOf: () => '/bench' }
  const body = <ListView list={unitList} state={state} />
  const client = join(projectRoot, 'dist', 'client')
  const assets = assetsOf(join(client, 'manifest.json'))
  return createWebApp({
    engine: machine,
    routes: [view(path('/bench'), async () => ({ title: 'bench', body }))],
    document: (shown, visit) => renderDocument(assets, 'Hà Nội', shown, visit),
    problemView,
    signInAt: () => '/',
    signInAgain: async () => ({ title: '', body: null }),
    identify: async () => ({ via: 'web' }),
    answers: answersOf(machine),
    builtFolder: client,
    mount: () => undefined,
  })
}

async function benchCached(address: string): Promise<Figure> {
  const result = await load(`${address}${page}`)
  return {
    bar: 8,
    what: `the same page, unchanged data, ${connections} connections`,
    measured: `${result.requests.average.toFixed(0)} req/s, p99 ${result.latency.p99} ms, ${result.non2xx + result.errors} errors`,
    promised: '>= 5,000 req/s, p99 < 50 ms',
    holds: result.requests.average >= 5000 && result.latency.p99 < 50 && result.errors + result.non2xx === 0,
  }
}

interface LoadResult {
  readonly requests: { readonly average: number; readonly total: number }
  readonly latency: { readonly p99: number }
  readonly errors: number
  readonly non2xx: number
}

/** autocannon as its own process, so that making the load does not slow what is measured more than it must. */
export async function load(url: string, lasting = seconds): Promise<LoadResult> {
  const cannon = createRequire(import.meta.url).resolve('autocannon/autocannon.js')
  const args = [cannon, '--json', '-c', String(connections), '-d', String(lasting), '-H', 'accept-encoding=br', url]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 16 * kilobyte * kilobyte })
  return JSON.parse(stdout)
}

/** Everything a browser loads the first time, compressed; fonts come after the first paint but are counted. */
async function benchFirstLoad(address: string): Promise<Figure> {
  const html = await (await fetch(address)).text()
  const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
  let bytes = brotliCompressSync(html).length
  for (const file of files) {
    const body = await (await fetch(address + file)).text()
    bytes += brotliCompressSync(body).length
    if (file.endsWith('.css')) bytes += await fontBytes(address, file, body)
  }
  const measured = `${(bytes / kilobyte).toFixed(0)} kB in all`
  return {
    bar: 8,
    what: 'first load of the front page: document, styles, scripts, fonts',
    measured,
    promised: '< 100 kB',
    holds: bytes < 100 * kilobyte,
  }
}

/** The fonts a Vietnamese page takes: its Vietnamese and Latin subsets, and the figures. */
async function fontBytes(address: string, sheet: string, css: string): Promise<number> {
  const fonts = [...css.matchAll(/url\(([^)]+\.woff2)\)/g)].map(
    (match) => new URL((match[1] ?? '').replace(/["']/g, ''), address + sheet),
  )
  let bytes = 0
  for (const font of new Set(fonts.map(String))) bytes += (await (await fetch(font)).arrayBuffer()).byteLength
  return bytes
}
