/** The web app: security headers, limits, then every page and action of the modules, each run for one identified reader. */
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import { newId } from '#kernel/id.ts'
import { ProblemError } from '#kernel/problem.ts'
import type { Caller } from '#platform/authority.ts'
import type { Engine } from '#platform/operation.ts'
import { problems } from '#platform/problems.ts'
import { boundForm } from '#platform/web/body.ts'
import { takeFlash } from '#platform/web/flash.ts'
import type { Flash, Route, View, Visit } from '#platform/web/page.ts'
import type { MadeAnswer, PublicAnswers } from '#platform/web/public-answers.ts'
import { redirectWithin } from '#platform/web/redirect.ts'
import { releaseSent } from '#platform/web/sent-form.ts'
import { sandboxed } from '#platform/web/stored-file.ts'
import { createVisit } from '#platform/web/visit.ts'
import { noteWait, tellWait } from '#platform/web/waiting.ts'

export interface WebOptions {
  readonly engine: Engine
  readonly routes: readonly Route[]
  /** The whole HTML document around a view. */
  readonly document: (view: View, visit: Visit, flash?: Flash) => Promise<string>
  /** The page that tells a reader about problems. */
  readonly problemView: (problems: ProblemError['problems'], visit: Visit) => View
  /** Where a reader without an account is sent to sign in. */
  readonly signInAt: (next: string) => string
  /** The page that asks to sign in again and carries on what was sent when the session had ended. */
  readonly signInAgain: (visit: Visit) => Promise<View>
  /** Who is calling, from the session cookie. */
  readonly identify: (http: Context) => Promise<Caller>
  /** Where what every reader sees alike is kept ready. */
  readonly answers: PublicAnswers
  /** The folder that holds `assets`: built styles, scripts and fonts. */
  readonly builtFolder: string
  /** Mounted before the pages: the API, health, metrics. */
  readonly mount: (app: Hono) => void
}

const year = 31_536_000

export function createWebApp(options: WebOptions): Hono {
  const app = new Hono()
  const respond = createRespond(options)
  app.use(compress())
  app.use('/assets/*', async (http, next) => {
    await next()
    if (http.res.ok) http.header('cache-control', `public, max-age=${year}, immutable`)
  })
  app.use('/assets/*', serveStatic({ root: options.builtFolder }))
  app.use(releasing)
  app.use(sandboxed)
  app.use(securityHeaders(options.engine.settings.publicUrl.startsWith('https:')))
  app.use(etag())
  options.mount(app)
  const { origin } = new URL(options.engine.settings.publicUrl)
  app.use(csrf({ origin: (sent, http) => sent === new URL(http.req.url).origin || sent === origin }))
  for (const route of options.routes) {
    app.on(route.method, route.pattern, (http) => respond(route, http))
  }
  app.notFound((http) => fail(options, http, new ProblemError(problems.notFound())))
  app.onError((error, http) => fail(options, http, error))
  return app
}

/** What a request has brought to disk goes when it is answered. */
async function releasing(http: Context, next: () => Promise<void>): Promise<void> {
  try {
    await next()
  } finally {
    await releaseSent(http)
  }
}

function securityHeaders(isHttps: boolean) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    strictTransportSecurity: isHttps,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
  })
}

type Respond = (route: Route, http: Context) => Promise<Response>

/** Answers a route's requests: what every reader without an account sees alike is made once, the rest for each. */
function createRespond(options: WebOptions): Respond {
  return async (route, http) => {
    const caller = await options.identify(http)
    await boundForm(http, route, caller)
    const flash = takeFlash(http)
    const make = () => makeAnswer(options, route, createVisit(options.engine, http, caller, route), flash)
    if (!caller.account && !flash && route.method === 'get')
      return options.answers.answer({ http, route, from: caller.from ?? '' }, make)
    const answer = ownAnswer(http, await make())
    // What somebody saw who was signed in is kept by nobody: after signing out the way back leads to the sign-in page.
    if (caller.account) answer.headers.set('cache-control', neverKept)
    return answer
  }
}

function ownAnswer(http: Context, made: MadeAnswer): Response {
  if ('html' in made) return privateHtml(http, made.html)
  return 'file' in made ? made.file : made.own
}

async function makeAnswer(options: WebOptions, route: Route, visit: Visit, flash?: Flash): Promise<MadeAnswer> {
  const answer = await route.handle(visit)
  const { readQuery: read, readTopics: topics } = visit
  if (answer instanceof Response) return { own: answer, read, topics }
  if ('file' in answer) return { file: answer.file, read, topics }
  const before = read.size
  const html = await options.document(answer, visit, flash)
  if (!answer.shared || answer.status) return { own: privateHtml(visit.http, html, answer.status), read, topics }
  // The page names its own address by what it looks at; a part that looks only while it is drawn must be in it too.
  return { html: read.size === before ? html : await options.document(answer, visit, flash), read, topics }
}

const neverKept = 'private, no-store'

function privateHtml(http: Context, html: string, status = 200): Response {
  http.header('cache-control', status < 400 ? 'private, no-cache' : neverKept)
  tellWait(http, status)
  return http.html(html, status as 200)
}

/** Tells the reader what happened: problems as they are, anything else as a defect with an id that the log knows. */
async function fail(options: WebOptions, http: Context, error: unknown): Promise<Response> {
  const known = asProblem(options.engine, http, error)
  const stranger = { via: 'web' as const }
  // A database that is away is not asked again who is there: the reader has waited for it once.
  const caller = known.status === 503 ? stranger : await options.identify(http).catch(() => stranger)
  const { pathname, search } = new URL(http.req.url)
  if (known.status === 401 && http.req.method === 'GET')
    return redirectWithin(http, options.signInAt(pathname + search))
  const visit = createVisit(options.engine, http, caller)
  const isSessionOver = known.status === 401 && http.req.method === 'POST'
  const view = isSessionOver ? await options.signInAgain(visit) : options.problemView(known.problems, visit)
  return privateHtml(http, await options.document(view, visit), known.status)
}

function asProblem(engine: Engine, http: Context, error: unknown): ProblemError {
  const problem = error instanceof ProblemError ? error : engine.translate(error)
  noteWait(http, problem?.problems[0])
  if (problem) return problem
  if (isRefusedByCsrf(error)) return new ProblemError(problems.crossSite())
  const id = newId()
  engine.log.error({ id, error, path: http.req.path }, 'defect')
  return new ProblemError(problems.defect({ id }))
}

function isRefusedByCsrf(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 403
}
