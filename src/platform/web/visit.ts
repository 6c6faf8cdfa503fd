/** One request as pages see it: its reader's language, its parameters, its form, and `perform`. */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Language, Words } from '#kernel/language.ts'
import { dateOf, say, sayIn } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import type { Caller } from '#platform/authority.ts'
import type { Engine } from '#platform/operation.ts'
import { mayPerform, mayPerformEach, perform } from '#platform/perform.ts'
import { problems } from '#platform/problems.ts'
import { setFlash } from '#platform/web/flash.ts'
import type { Form, Visit } from '#platform/web/page.ts'
import { recordedQuery } from '#platform/web/query.ts'
import { redirectWithin } from '#platform/web/redirect.ts'
import { noteWait } from '#platform/web/waiting.ts'

export const languageCookie = 'hieuhoc_language'
export const themeCookie = 'hieuhoc_theme'

/** Vietnamese unless the reader chose English. */
export function languageOf(http: Context): Language {
  return getCookie(http, languageCookie) === 'en' ? 'en' : 'vi'
}

/** The theme the reader chose; undefined follows the device. */
export function themeOf(http: Context): 'light' | 'dark' | undefined {
  const chosen = getCookie(http, themeCookie)
  return chosen === 'light' || chosen === 'dark' ? chosen : undefined
}

export function createVisit(engine: Engine, http: Context, caller: Caller): Visit {
  const language = languageOf(http)
  const { query, read } = recordedQuery(http.req.query())
  let form: Promise<Form> | undefined
  const readForm = () => {
    form ??= parseForm(http)
    return form
  }
  return {
    params: withoutPrototype(http.req.param()),
    query,
    readQuery: read,
    language,
    say: sayIn(language),
    caller,
    today: dateOf(engine.clock.now()),
    engine,
    http,
    async perform(operation, input) {
      const key =
        operation.effect === 'write' && http.req.method === 'POST' ? (await readForm()).fields._key : undefined
      try {
        return await perform(engine, operation, caller, input, key ? { formKey: key } : {})
      } catch (error) {
        if (error instanceof ProblemError) noteWait(http, error.problems[0])
        throw error
      }
    },
    may: (operation, input) => mayPerform(engine, operation, caller, input),
    async mayEach(steps) {
      const names = Object.keys(steps) as (keyof typeof steps)[]
      const open = await mayPerformEach(
        engine,
        names.map((name) => steps[name]),
        caller,
      )
      return Object.fromEntries(names.map((name, index) => [name, open[index]])) as Record<keyof typeof steps, boolean>
    },
    form: readForm,
    go(to: string, done?: Words, params?: Readonly<Record<string, string | number>>) {
      if (done) setFlash(http, { kind: 'done', text: say(language, done, params) })
      return redirectWithin(http, to)
    },
  }
}

/** What was not asked is missing, whatever it is called. */
function withoutPrototype<T extends object>(given: T): T {
  return Object.assign(Object.create(null), given)
}

/**
 * Fields whose names begin so belong to signing in. A form sent after the session ended comes a second time with them; no action
 * sees them.
 */
export const signInField = '_sign_in_'

/** The text fields as they were sent, in order, each as often as it came. */
export async function sentFields(http: Context): Promise<[name: string, value: string][]> {
  return (await sentIn(http)).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  )
}

async function parseForm(http: Context): Promise<Form> {
  // Without a prototype: a field that nobody sent is missing, whatever it is called.
  const fields: Record<string, string> = Object.create(null)
  const files: Record<string, File> = Object.create(null)
  for (const [name, value] of await sentIn(http)) {
    if (name.startsWith(signInField)) continue
    if (typeof value === 'string') fields[name] = value
    else if (value.size > 0) files[name] = value
  }
  return { fields, files }
}

/** More than the cells of the largest form have fields: each more costs time, and nobody needs it. */
const mostFields = 10_000

async function sentIn(http: Context): Promise<[name: string, value: string | File][]> {
  const type = http.req.header('content-type') ?? ''
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    const body = await http.req.text()
    const found = countFields(body)
    if (found > mostFields) throw new ProblemError(problems.tooMany({ maximum: mostFields, found }))
    return [...new URLSearchParams(body)]
  }
  if (!/^multipart\/form-data/i.test(type)) return []
  const sent = await http.req.formData().catch(() => {
    throw new ProblemError(problems.notForm())
  })
  return [...sent]
}

function countFields(body: string): number {
  let count = 1
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) count += 1
  return count
}
