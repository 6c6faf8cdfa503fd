/** What a reader without an account can cost: every public address of the demonstration, made anew, in milliseconds of one core. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { buildMachine, type Machine } from '#app/engine.ts'
import { fillEmpty } from '#app/fill.ts'
import { modules } from '#app/modules.ts'
import { createApp } from '#app/server.ts'
import { addressOf } from '#platform/api/dispatcher.ts'
import { schemaOf } from '#platform/api/schema.ts'
import { openDatabase } from '#platform/database/index.ts'
import { createLogger } from '#platform/log.ts'
import type { AnyOperation } from '#platform/operation.ts'
import { readSettings } from '#platform/settings.ts'

/** So many addresses of each route are asked for. */
const perRoute = 3
const times = 4

interface Cost {
  readonly path: string
  readonly status: number
  readonly kilobytes: number
  readonly cpuMs: number
}

async function main(): Promise<void> {
  const data = process.env.HIEUHOC_BENCH_DEMO ?? join(tmpdir(), 'hieuhoc-bench-demo')
  const settings = readSettings({ HIEUHOC_DATA: data, HIEUHOC_DEMO: '1', LOG_LEVEL: 'warn', PORT: '0' })
  const database = await openDatabase(settings)
  try {
    const machine = await buildMachine(settings, database, createLogger(settings))
    await fillEmpty(machine)
    const app = appWithoutCache(machine)
    const costs = [...(await walkPages(app)), ...(await askOperations(app, machine))]
    const sorted = costs.toSorted((a, b) => b.cpuMs - a.cpuMs)
    for (const { path, status, kilobytes, cpuMs } of sorted.slice(0, 60)) {
      console.log(`${cpuMs.toFixed(0).padStart(6)} ms ${String(kilobytes).padStart(7)} kB ${status} ${path}`)
    }
    console.log(`${costs.length} addresses, ${costs.filter(({ cpuMs }) => cpuMs > 50).length} over 50 ms`)
  } finally {
    await database.close()
  }
}

/** Nothing that was made is fresh, and nobody is limited. */
function appWithoutCache(machine: Machine): Hono {
  const unlimited = { ...machine, limiter: { take: () => undefined } }
  return createApp({ ...unlimited, freshness: { ...machine.freshness, isFresh: () => false } }, async () => ({
    via: 'web',
  }))
}

async function costOf(app: Hono, path: string): Promise<Cost & { html: string }> {
  let least = Number.POSITIVE_INFINITY
  let [status, kilobytes, html] = [0, 0, '']
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage()
    const response = await app.request(`http://localhost${path}`)
    const body = Buffer.from(await response.arrayBuffer())
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
    status = response.status
    kilobytes = Math.round(body.length / 1024)
    html = response.headers.get('content-type')?.startsWith('text/html') ? body.toString() : ''
    if (least > 3000) break
  }
  return { path, status, kilobytes, cpuMs: least, html }
}

/** From the start page along every link, a few addresses of each route and of each set of parameters. */
async function walkPages(app: Hono): Promise<Cost[]> {
  const patterns = modules.flatMap(({ routes }) => routes).filter(({ method }) => method === 'get')
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  const waiting = ['/']
  const costs: Cost[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const url = new URL(path, 'http://localhost')
    const route = patterns.find(({ pattern }) => matches(pattern, url.pathname))?.pattern ?? url.pathname
    const kind = `${route} ${[...url.searchParams.keys()].sort()}`
    const count = counts.get(kind) ?? 0
    if (count >= perRoute) continue
    counts.set(kind, count + 1)
    const { html, ...cost } = await costOf(app, path)
    costs.push(cost)
    for (const [, href = ''] of html.matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&')
      if (seen.has(next) || next.startsWith('/assets/') || next.startsWith('/preferences')) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return costs
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path)
}

/** Every reading operation that anyone may call, with the largest answers its input allows. */
async function askOperations(app: Hono, machine: Machine): Promise<Cost[]> {
  const open = modules
    .flatMap(({ operations }) => operations)
    .filter(({ effect, may }) => effect === 'read' && may.kind === 'anyone')
  const costs: Cost[] = []
  for (const operation of open) {
    const { html: _, ...cost } = await costOf(app, addressOf(operation) + queryFor(operation, machine))
    costs.push(cost)
  }
  return costs
}

function queryFor(operation: AnyOperation, machine: Machine): string {
  const named: Record<string, string> = {
    year: '2024',
    limit: '1000',
    code: machine.place.root,
    unit: machine.place.root,
    indicator: process.env.INDICATOR ?? 'learning_citizens_share',
    format: 'docx',
    q: 'học',
    query: 'học',
    text: 'học',
    level: 'near',
  }
  const known = Object.keys((schemaOf(operation.input, 'input').properties ?? {}) as object)
  const given = known.flatMap((name) => (named[name] === undefined ? [] : [[name, named[name]]]))
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

await main()
