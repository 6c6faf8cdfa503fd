/** One request as pages see it: its reader's language, its parameters, its form, and `perform`. */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Language, Words } from '#kernel/language.ts'
import { dateOf, say, sayIn } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import { type Caller, isOperator } from '#platform/authority.ts'
import type { Engine } from '#platform/operation.ts'
import { mayPerform, mayPerformEach, perform } from '#platform/perform.ts'
import { type Topic, topicsRead } from '#platform/topics.ts'
import { setFlash } from '#platform/web/flash.ts'
import type { Form, Route, Visit } from '#platform/web/page.ts'
import { recordedQuery } from '#platform/web/query.ts'
import { redirectWithin } from '#platform/web/redirect.ts'
import { readSent, type Taking, takeText } from '#platform/web/sent-form.ts'
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

export function createVisit(engine: Engine, http: Context, caller: Caller, route?: Route): Visit {
  const language = languageOf(http)
  const { query, read } = recordedQuery(http.req.query())
  const taking = route?.file && { incoming: engine.incoming, use: route.file }
  let form: Promise<Form> | undefined
  const topics = new Set<Topic>()
  const readForm = () => {
    // Nobody's file is taken: they are asked to sign in, and to choose it again.
    form ??= parseForm(http, caller.account || isOperator(caller) ? taking : undefined)
    return form
  }
  return {
    params: withoutPrototype(http.req.param()),
    query,
    readQuery: read,
    readTopics: topics,
    language,
    say: sayIn(language),
    caller,
    today: dateOf(engine.clock.now()),
    engine,
    http,
    async perform(operation, input) {
      for (const topic of topicsRead(operation)) topics.add(topic)
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
    async fileOf(text, name) {
      if (!taking) throw new Error(`${http.req.path} takes no file`)
      return takeText(http, text, name, taking)
    },
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
export async function sentFields(http: Context): Promise<readonly (readonly [name: string, value: string])[]> {
  return (await readSent(http)).fields
}

async function parseForm(http: Context, taking?: Taking): Promise<Form> {
  const sent = await readSent(http, taking)
  // Without a prototype: a field that nobody sent is missing, whatever it is called.
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of sent.fields) if (!name.startsWith(signInField)) fields[name] = value
  return { fields, file: sent.files.get('file') }
}
