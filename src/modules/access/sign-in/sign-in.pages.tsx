/** The screens of signing in and out, also in the middle of work: what was typed when a session ended is carried on. */
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { newId } from '#kernel/id.ts'
import { type Problem, ProblemError } from '#kernel/problem.ts'
import { perform } from '#platform/perform.ts'
import type { Settings } from '#platform/settings.ts'
import { action, longAction, type Route, type View, type Visit, view } from '#platform/web/page.ts'
import { path } from '#platform/web/path.ts'
import { pathWithin, redirectWithin } from '#platform/web/redirect.ts'
import { sentFields, signInField } from '#platform/web/visit.ts'
import { noteWait } from '#platform/web/waiting.ts'
import { TextField } from '#ui/fields.tsx'
import { Form, type FormState, Hidden, LinkButton, SubmitButton } from '#ui/form.tsx'
import { PageHeader, Stack } from '#ui/layout.tsx'
import { readerOf } from '#ui/reader.ts'
import { shellPaths } from '#ui/shell-paths.ts'
import { texts as accessTexts } from '../access.texts.ts'
import { signIn, signOut } from './sign-in.operations.ts'
import { problems, texts } from './sign-in.texts.ts'

export const sessionCookie = 'hieuhoc_session'
export const signInPath = path(shellPaths.signIn)
const signOutPath = path(shellPaths.signOut)

export const openIdPath = path('/sign-in/openid')
export const forgottenPath = path('/password-reset')

const emailField = `${signInField}email`
const passwordField = `${signInField}password`

/** Hands the session's token to the browser: out of reach of scripts, and only over https where the site has it. */
export function keepSession(http: Context, settings: Settings, token: string): void {
  const secure = settings.publicUrl.startsWith('https:')
  setCookie(http, sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'Lax', secure })
}

/** Makes the browser forget the session; of the pages that were seen with it, it may have kept none. */
export function forgetSession(http: Context): void {
  deleteCookie(http, sessionCookie, { path: '/' })
}

const signInPage = view(signInPath, async (visit) => {
  if (visit.caller.account) return visit.go(landing(visit.query.back))
  return signInView(visit)
})

const signInAction = longAction(signInPath, async (visit) => {
  const fields = Object.fromEntries(await sentFields(visit.http))
  const tried = await trySignIn(visit, fields)
  const { target, back } = visit.query
  if ('problem' in tried) {
    const { problem } = tried
    noteWait(visit.http, problem)
    const again = { problems: [problem], values: { [emailField]: fields[emailField] } }
    const shown = target === undefined ? signInView(visit, again) : await sessionOverView(visit, again)
    return { ...shown, status: problem.status, isInvalid: true }
  }
  keepSession(visit.http, visit.engine.settings, tried.session)
  // 307 makes the browser send the same fields on to where they were going.
  return target === undefined ? visit.go(landing(back)) : redirectWithin(visit.http, target, 307)
})

/** Where signing in leads: back to the page one came from, or, from the front page, to what waits for this person. */
export function landing(back: string | undefined): string {
  const within = pathWithin(back, shellPaths.work)
  return within === shellPaths.home ? shellPaths.work : within
}

/** The session's token, or the problem of a sign-in that did not succeed, at its field. */
async function trySignIn(
  visit: Visit,
  fields: Readonly<Record<string, string>>,
): Promise<{ session: string } | { problem: Problem }> {
  const [email, password] = [fields[emailField], fields[passwordField]]
  const agent = visit.http.req.header('user-agent')?.slice(0, 1000)
  try {
    // Without the form's key: a repeated sign-in opens a session of its own and is never answered with another's.
    const outcome = await perform(visit.engine, signIn, visit.caller, { email, password, agent })
    if (outcome.outcome === 'signed-in') return outcome
    const at = [passwordField]
    return {
      problem:
        outcome.outcome === 'locked' ? problems.locked({ minutes: outcome.minutes }, at) : problems.refused({}, at),
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const [first] = error.problems
    if (!first) throw error
    return { problem: first.path ? { ...first, path: [`${signInField}${first.path[0]}`] } : first }
  }
}

const signOutAction = action(signOutPath, async (visit) => {
  // Whose session has ended already is signed out.
  if (visit.caller.account) await visit.perform(signOut, {})
  forgetSession(visit.http)
  return visit.go(shellPaths.home, texts.signedOut)
})

type Again = Pick<FormState, 'problems' | 'values'>

function signInView(visit: Visit, again: Again = {}): View {
  const reader = readerOf(visit.language)
  const { openId } = visit.engine.settings
  const back = pathWithin(visit.query.back)
  return {
    title: reader.say(texts.signIn),
    body: (
      <>
        <PageHeader title={reader.say(texts.signIn)} lead={reader.say(texts.signInLead)} />
        <Stack>
          <Form form={{ reader, ...again }} action={signInPath.to({ back })} formKey={newId()}>
            <Credentials form={{ reader, ...again }} />
          </Form>
          {openId && (
            <p>
              <LinkButton href={openIdPath.to({ back })}>
                {reader.say(texts.signInWith, { name: openId.name })}
              </LinkButton>
            </p>
          )}
          <p>
            <a href={forgottenPath.to()}>{reader.say(texts.forgotten)}</a>
          </p>
        </Stack>
      </>
    ),
  }
}

/** Asks to sign in again where a form was sent after the session ended; what was typed goes along, but for passwords and files. */
export async function sessionOverView(visit: Visit, again: Again = {}): Promise<View> {
  const reader = readerOf(visit.language)
  const sent = await sentFields(visit.http)
  const fields = sent.filter(([name]) => !/password/i.test(name) && name !== '_key')
  const key = sent.findLast(([name]) => name === '_key')?.[1]
  const url = new URL(visit.http.req.url)
  const target = url.pathname === signInPath.pattern ? pathWithin(visit.query.target) : url.pathname + url.search
  return {
    title: reader.say(texts.sessionOver),
    body: (
      <>
        <PageHeader title={reader.say(texts.sessionOver)} lead={reader.say(texts.sessionOverLead)} />
        <Form form={{ reader, ...again }} action={signInPath.to({ target })} formKey={key ?? newId()}>
          {fields
            .filter(([name]) => !name.startsWith(signInField))
            .map(([name, value], index) => (
              <Hidden key={`${index}`} name={name} value={value} />
            ))}
          <Credentials form={{ reader, ...again }} />
        </Form>
      </>
    ),
  }
}

function Credentials({ form }: { form: FormState }) {
  const { say } = form.reader
  return (
    <>
      <TextField form={form} name={emailField} label={say(accessTexts.email)} type="email" autocomplete="username" />
      <TextField
        form={form}
        name={passwordField}
        label={say(accessTexts.password)}
        type="password"
        autocomplete="current-password"
      />
      <SubmitButton>{say(texts.signIn)}</SubmitButton>
    </>
  )
}

export const routes: Route[] = [signInPage, signInAction, signOutAction]
