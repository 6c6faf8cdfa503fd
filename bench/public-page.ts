/** Bar 8: a public page of 126 rows, rendered anew and from the cache, under load from a second process; and its first load. */
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import type { Machine } from '#app/engine.ts'
import { createApp } from '#app/server.ts'
import { type Figure, timesOf } from './figures.ts'
import { startProgram } from './server.ts'

/** The communes of today, all 126 on one page. */
const page = '/units?kind=commune'
const kilobyte = 1024
const connections = 50
const seconds = 8

export async function benchPublicPage(machine: Machine): Promise<Figure[]> {
  const rendered = await benchRendering(machine)
  const program = await startProgram()
  try {
    return [rendered, await benchCached(program.address), await benchFirstLoad(program.address)]
  } finally {
    await program.stop()
  }
}

/** Requests that miss the cache, one after another in this process: operation, queries, and 126 rows rendered. */
async function benchRendering(machine: Machine): Promise<Figure> {
  const app = createApp(machine, async () => ({ via: 'web' }))
  const taken: number[] = []
  for (let run = 0; run < 400; run += 1) {
    const started = performance.now()
    const answer = await app.request(`${page}&run=${run}`)
    await answer.text()
    if (run >= 100) taken.push(performance.now() - started)
  }
  const times = timesOf(taken)
  const perSecond = 1000 / times.median
  return {
    bar: 8,
    what: 'a page of 126 rows that misses the cache: queries, rendering, compression for it to be kept',
    measured: `${perSecond.toFixed(0)} a second, median ${times.median.toFixed(1)} ms`,
    promised: '>= 1,000 req/s rendered',
    holds: perSecond >= 1000,
  }
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
  readonly requests: { readonly average: number }
  readonly latency: { readonly p99: number }
  readonly errors: number
  readonly non2xx: number
}

/** autocannon as its own process, so that making the load does not slow what is measured more than it must. */
async function load(url: string): Promise<LoadResult> {
  const cannon = createRequire(import.meta.url).resolve('autocannon/autocannon.js')
  const args = [cannon, '--json', '-c', String(connections), '-d', String(seconds), '-H', 'accept-encoding=br', url]
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
