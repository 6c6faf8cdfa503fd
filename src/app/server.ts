/** Serves the program: pages, API and health on one port, metrics on one of their own, with the worker in the same process. */

import type { Server } from 'node:http'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { sessionOverView } from '#modules/access'
import { createApi } from '#platform/api/dispatcher.ts'
import { openApiDocument } from '#platform/api/openapi.ts'
import { startSealer } from '#platform/audit/sealing.ts'
import type { Caller } from '#platform/authority.ts'
import { ping } from '#platform/database/index.ts'
import { startWorker, type Worker } from '#platform/jobs/index.ts'
import { createMailer } from '#platform/mail/index.ts'
import { letterJob } from '#platform/mail/letter.ts'
import { projectRoot } from '#platform/root.ts'
import type { Settings } from '#platform/settings.ts'
import { importJobs } from '#platform/table-import/index.ts'
import { createWebApp } from '#platform/web/app.ts'
import { assetsOf } from '#platform/web/assets.ts'
import { createFileCache } from '#platform/web/file-cache.ts'
import { createPageCache } from '#platform/web/page-cache.ts'
import { createPublicAnswers, type PublicAnswers } from '#platform/web/public-answers.ts'
import { redirectWithin } from '#platform/web/redirect.ts'
import { languageCookie, themeCookie } from '#platform/web/visit.ts'
import { stopHeavy } from '#platform/workers/heavy.ts'
import { shellPaths } from '#ui/shell-paths.ts'
import { apiRoute } from './api-page.tsx'
import { problemView, renderDocument } from './document.tsx'
import type { Machine } from './engine.ts'
import { closeListener, listen } from './listener.ts'
import { registry } from './metrics.ts'
import { modules, parts } from './modules.ts'
import { myWorkRoute } from './my-work.tsx'
import { watchForStalls } from './stalls.ts'
import { leftoverMs } from './system/index.ts'

const clientFolder = join(projectRoot, 'dist', 'client')
const operations = modules.flatMap((module) => module.operations)

/** Every page and action. */
export const routes = [
  ...modules.flatMap(({ routes, routesOver }) => [...routes, ...(routesOver?.(parts) ?? [])]),
  myWorkRoute,
  apiRoute(operations),
]

/** Everything done in the background. */
export const jobs = [
  ...modules.flatMap(({ jobs = [], letters = [] }) => [...jobs, ...letters.map(letterJob)]),
  ...importJobs(modules.flatMap(({ imports = [] }) => imports)),
]

export interface Running {
  readonly address: string
  /** Where metrics are served, when they are. */
  readonly metricsAddress?: string
  stop(): Promise<void>
}

/** The web app over a machine, without a port: what the server serves and tests request. */
export function createApp(machine: Machine, identify: (http: Context) => Promise<Caller>): Hono {
  const assets = assetsOf(join(clientFolder, 'manifest.json'))
  const answers = answersOf(machine)
  return createWebApp({
    engine: machine,
    routes,
    document: (view, visit, flash) => renderDocument(assets, machine.place.name[visit.language], view, visit, flash),
    problemView,
    signInAt: (next) => `${shellPaths.signIn}?${new URLSearchParams({ back: next })}`,
    signInAgain: sessionOverView,
    identify,
    answers,
    builtFolder: clientFolder,
    mount(app) {
      mountMachinery(app, machine)
      app.route('/', createApi({ engine: machine, operations, identify, answers }))
    },
  })
}

/** Downloads that one address may fetch in a minute. */
const filesPerMinute = 60

/** What every reader without an account sees alike, kept ready while the data and the day stay the same. */
export function answersOf({ settings, limiter, version }: Machine): PublicAnswers {
  return createPublicAnswers({
    pages: createPageCache(),
    files: createFileCache(join(settings.dataFolder, 'downloads')),
    version,
    countFile: (from) => limiter.take('download', from, filesPerMinute),
  })
}

function mountMachinery(app: Hono, machine: Machine): void {
  app.get('/healthz', (http) => http.text('ok'))
  app.get('/readyz', async (http) => {
    await ping(machine.database)
    return http.text('ready')
  })
  // Made once: it says what the program is, which does not change while it runs.
  let described: string | undefined
  app.get('/api/openapi.json', (http) => {
    described ??= JSON.stringify(
      openApiDocument(operations, { publicUrl: machine.settings.publicUrl, fields: machine.fields }),
    )
    return http.body(described, 200, { 'content-type': 'application/json', 'cache-control': 'no-cache' })
  })
  app.get(shellPaths.preferences, keepPreference)
}

/** Keeps the reader's language or theme for a year and goes back to where they were. */
function keepPreference(http: Context): Response {
  const { language, theme, back } = http.req.query()
  const cookie = { path: '/', sameSite: 'Lax', maxAge: 31_536_000, httpOnly: true } as const
  if (language === 'vi' || language === 'en') setCookie(http, languageCookie, language, cookie)
  if (theme === 'light' || theme === 'dark' || theme === 'system') setCookie(http, themeCookie, theme, cookie)
  return redirectWithin(http, back)
}

/** Starts the worker and listens; resolves when requests are answered. */
export async function startServer(machine: Machine, identify: (http: Context) => Promise<Caller>): Promise<Running> {
  // The port first: when it is taken, nothing else has been begun.
  const listeners = await listenAll(createApp(machine, identify), machine.settings)
  const mailer = createMailer(machine.settings)
  const worker = await startWorker(machine, mailer, jobs).catch(async (error: unknown) => {
    await Promise.all(listeners.map(closeListener))
    throw error
  })
  machine.onCommit(({ hasEvents }) => hasEvents && worker.wake())
  const sealer = startSealer(machine)
  machine.onCommit(sealer.wake)
  const before = new Date(machine.clock.now().getTime() - leftoverMs)
  Promise.all([machine.files.removeLeftovers(before), machine.incoming.removeLeftovers(before)]).catch(
    (error: unknown) => machine.log.warn({ error }, 'half-written files could not be removed'),
  )
  const listening = machine.listen()
  const stopWatching = watchForStalls(machine.log)
  const [address = '', metricsAddress] = listeners.map(addressOf)
  return {
    address,
    metricsAddress,
    async stop() {
      listening.stop()
      stopWatching()
      await stopAll(listeners, worker, mailer.close)
      await sealer.stop()
      await stopHeavy()
    },
  }
}

/** The public port, and the one of metrics where the settings open it: what they tell is nobody's business outside. */
async function listenAll(app: Hono, { port, host, metrics }: Settings): Promise<Server[]> {
  const open = await listen(app, port, host)
  if (!metrics) return [open]
  const watched = await listen(metricsApp(), metrics.port, metrics.host).catch(async (error: unknown) => {
    await closeListener(open)
    throw error
  })
  return [open, watched]
}

function metricsApp(): Hono {
  const app = new Hono()
  app.get('/metrics', async (http) =>
    http.body(await registry.metrics(), 200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }),
  )
  return app
}

function addressOf(listener: Server): string | undefined {
  const bound = listener.address()
  if (typeof bound !== 'object' || !bound) return undefined
  const named = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address
  return `http://${['0.0.0.0', '[::]'].includes(named) ? 'localhost' : named}:${bound.port}`
}

async function stopAll(listeners: readonly Server[], worker: Worker, closeMail: () => void): Promise<void> {
  await Promise.all([...listeners.map(closeListener), worker.stop()])
  closeMail()
}
