/** The JSON API: every operation at `/api/v1/<module>/<verb>`, reads by GET, writes by POST; problems as RFC 9457. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { newId } from '#kernel/id.ts'
import type { Language } from '#kernel/language.ts'
import { describe, ProblemError } from '#kernel/problem.ts'
import { schemaOf } from '#platform/api/schema.ts'
import { type Caller, isRefusedUnasked } from '#platform/authority.ts'
import { fileUseOf } from '#platform/files/upload.ts'
import { underTodaysNames, withFormerNames } from '#platform/former-names.ts'
import type { AnyOperation, Engine } from '#platform/operation.ts'
import { performAny } from '#platform/perform.ts'
import { mostProblems, problems, retryAfter } from '#platform/problems.ts'
import { topicsRead } from '#platform/topics.ts'
import { boundBody } from '#platform/web/body.ts'
import type { PublicAnswers } from '#platform/web/public-answers.ts'
import { isMultipart, readSent } from '#platform/web/sent-form.ts'
import { type StoredFile, sendStored } from '#platform/web/stored-file.ts'

export interface ApiOptions {
  readonly engine: Engine
  readonly operations: readonly AnyOperation[]
  /** Who is calling, from a bearer token or the session cookie. */
  readonly identify: (http: Context) => Promise<Caller>
  /** Where large answers are kept for everybody. */
  readonly answers: PublicAnswers
}

/** `collection.approve` -> `/api/v1/collection/approve`. */
export function addressOf({ name }: Pick<AnyOperation, 'name'>): string {
  return `/api/v1/${name.replace('.', '/')}`
}

export function createApi(options: ApiOptions): Hono {
  const api = new Hono()
  for (const operation of options.operations) {
    const method = operation.effect === 'read' ? 'get' : 'post'
    api.on(method, addressOf(operation), (http) => call(options, operation, http))
    const { name } = operation.former ?? {}
    if (name) api.on(method, addressOf({ name }), (http) => callByFormerName(options, operation, http))
    // A file is too long for an address.
    if (method === 'get' && fileUseOf(operation.input))
      api.post(addressOf(operation), (http) => call(options, operation, http))
  }
  // Not `/api` itself: that is a page.
  api.all('/api/:rest{.+}', () => {
    throw new ProblemError(problems.notFound())
  })
  api.onError((error, http) => problemResponse(options.engine, error, http))
  return api
}

/** RFC 9745 and RFC 8288: the address is deprecated, and which one to use. */
function callByFormerName(options: ApiOptions, operation: AnyOperation, http: Context): Promise<Response> {
  http.header('deprecation', `@${deprecatedSince}`)
  http.header('link', `<${addressOf(operation)}>; rel="successor-version"`)
  return call(options, operation, http)
}
/** 1 December 2026, in seconds since 1970: the version that gave operations and fields the words of the glossary. */
const deprecatedSince = Date.UTC(2026, 11, 1) / 1000

async function call(options: ApiOptions, operation: AnyOperation, http: Context): Promise<Response> {
  const caller = await options.identify(http)
  if (isRefusedUnasked(operation, caller)) throw new ProblemError(problems.signInFirst())
  await boundBody(http, operation.body)
  const sent = http.req.method === 'POST' ? await bodyInput(options, operation, http) : queryInput(http)
  const input = underTodaysNames(sent, operation.former)
  const key = http.req.header('idempotency-key')
  const keys = key === undefined ? {} : { idempotencyKey: key }
  const answer = async () =>
    withFormerNames(await performAny(options.engine, operation, caller, input, keys), operation.former)
  if (operation.isLarge && !caller.account && !hasLists(input)) {
    const input = { http, route: { pattern: addressOf(operation) }, from: caller.from ?? '' }
    return options.answers.answer(input, async () => ({
      file: Response.json(await answer()),
      read: fieldsOf(operation),
      topics: new Set(topicsRead(operation)),
    }))
  }
  const output = await answer()
  if (operation.answersFile) return sendStored(http, options.engine.files, output as StoredFile)
  http.header('cache-control', caller.account ? 'private, no-store' : 'no-cache')
  return http.json(output as object)
}

/** What an answer may depend on: other parameters make no other answer. */
function fieldsOf({ input }: AnyOperation): ReadonlySet<string> {
  return new Set(input instanceof z.ZodObject ? Object.keys(input.shape) : ['*'])
}

/** A parameter given once is a text; given more than once, a list. */
function queryInput(http: Context): Record<string, string | string[]> {
  const all = Object.entries(http.req.queries())
  return Object.fromEntries(all.map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]))
}

/** Answers are kept by addresses that give each parameter once. */
function hasLists(input: unknown): boolean {
  return Object.values(input ?? {}).some(Array.isArray)
}

async function bodyInput({ engine }: ApiOptions, operation: AnyOperation, http: Context): Promise<unknown> {
  const use = fileUseOf(operation.input)
  if (!use || !isMultipart(http)) return jsonBody(http)
  // Unlike JSON another site's form may send this with a reader's cookie, without asking first.
  if (!hasToken(http) && !isFromHere(engine, http)) throw new ProblemError(problems.crossSite())
  const { fields, files } = await readSent(http, { incoming: engine.incoming, use })
  const shapes = (schemaOf(operation.input, 'input').properties ?? {}) as Record<string, { type?: unknown }>
  const values = fields.map(([name, text]) => [
    name,
    Object.hasOwn(shapes, name) ? typedValue(text, shapes[name]) : text,
  ])
  return { ...Object.fromEntries(values), ...Object.fromEntries(files) }
}

function hasToken(http: Context): boolean {
  return /^Bearer\s/i.test(http.req.header('authorization') ?? '')
}

function isFromHere({ settings }: Engine, http: Context): boolean {
  const origin = http.req.header('origin')
  return origin === new URL(http.req.url).origin || origin === new URL(settings.publicUrl).origin
}

/** A field of a form is text; what is to be a number, a list or yes and no is written as in JSON. */
function typedValue(text: string, shape: { type?: unknown } = {}): unknown {
  if (shape.type === undefined || [shape.type].flat().includes('string')) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function jsonBody(http: Context): Promise<unknown> {
  const [type = ''] = (http.req.header('content-type') ?? '').split(';')
  // Whoever calls: a browser's cookie may not write from another site, and JSON by this name needs a preflight, which we never grant.
  if (type.trim().toLowerCase() !== 'application/json') throw new ProblemError(problems.notJsonType())
  const text = await http.req.text()
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError(problems.notJson())
  }
}

/** RFC 9457: the first problem in the standard fields, the first fifty under `problems`. */
export function problemResponse(engine: Engine, error: unknown, http: Context): Response {
  const known = error instanceof ProblemError ? error : (engine.translate(error) ?? defect(engine, error, http))
  const language: Language = http.req.header('accept-language')?.startsWith('en') ? 'en' : 'vi'
  const all = known.problems.slice(0, mostProblems + 1).map((problem) => ({
    code: problem.code,
    detail: describe(language, problem),
    ...(problem.path ? { path: problem.path } : {}),
  }))
  const body = {
    type: `urn:hieuhoc:problem:${all[0]?.code}`,
    title: all[0]?.code,
    status: known.status,
    detail: all[0]?.detail,
    problems: all,
  }
  const wait = known.problems[0] && retryAfter(known.problems[0])
  return http.body(JSON.stringify(body), known.status as 400, {
    'content-type': 'application/problem+json; charset=UTF-8',
    ...(wait ? { 'retry-after': wait } : {}),
    'cache-control': 'no-store',
  })
}

function defect(engine: Engine, error: unknown, http: Context): ProblemError {
  const id = newId()
  engine.log.error({ id, error, path: http.req.path }, 'defect')
  return new ProblemError(problems.defect({ id }))
}
