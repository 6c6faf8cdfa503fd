/** A reader without script: opens pages of the app, fills in forms by their labels, presses buttons by their words, keeps cookies. */
import type { Hono } from 'hono'

/** A page as it came back, after following where it led. */
export interface Screen {
  readonly status: number
  /** Path and query of the page. */
  readonly path: string
  readonly html: string
  /** What is read, without tags, white space single. */
  readonly text: string
  readonly headers: Headers
}

export interface WebClient {
  readonly cookies: ReadonlyMap<string, string>
  open(path: string): Promise<Screen>
  /** Fills in the form that holds the button and sends it. `typed` is by label; a choice is ticked by its label with `true`. */
  press(screen: Screen, button: string, values?: Readonly<Record<string, string | true>>): Promise<Screen>
  forgetCookies(): void
}

const origin = 'http://localhost'
type Sent = readonly (readonly [name: string, value: string])[]

export function webClient(app: Hono, headers: Readonly<Record<string, string>> = {}): WebClient {
  const cookies = new Map<string, string>()
  const request = async (path: string, sent?: Sent): Promise<Screen> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.request(origin + path, {
      method: sent ? 'POST' : 'GET',
      headers: { ...headers, cookie, ...(sent ? { origin } : {}) },
      body: sent ? new URLSearchParams(sent.map(([name, value]) => [name, value])) : undefined,
    })
    for (const set of response.headers.getSetCookie()) keepCookie(cookies, set)
    const to = response.headers.get('location')
    if (to?.startsWith('/')) return request(to, response.status === 307 ? sent : undefined)
    const html = await response.text()
    return { status: response.status, path, html, text: readable(html), headers: response.headers }
  }
  return {
    cookies,
    open: (path) => request(path),
    press(screen, button, values = {}) {
      const form = formWith(screen.html, button)
      const [to, sent] = [attribute(form, 'action') ?? screen.path, filled(form, values)]
      // A form that only asks has what was typed in its address.
      const asks = attribute(form, 'method') === 'get'
      return asks ? request(`${to}?${new URLSearchParams(sent.map(([...pair]) => pair))}`) : request(to, sent)
    },
    forgetCookies: () => cookies.clear(),
  }
}

function keepCookie(cookies: Map<string, string>, set: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
  if (/max-age=0/i.test(set)) cookies.delete(name)
  else cookies.set(name, value)
}

function formWith(html: string, button: string): string {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const match = forms.find((form) =>
    all(form, /<button[^>]*>([\s\S]*?)<\/button>/g).some((text) => readable(text) === button),
  )
  if (!match) throw new Error(`no form has the button “${button}”: ${readable(html).slice(0, 2000)}`)
  return match
}

/** The fields of a form as a browser would send them, with what was typed put over what stood there. */
function filled(form: string, values: Readonly<Record<string, string | true>>): Sent {
  const controls =
    form.match(/<input(?:[^>"]|"[^"]*")*>|<textarea[\s\S]*?<\/textarea>|<select[\s\S]*?<\/select>/g) ?? []
  const unused = new Set(Object.keys(values))
  const sent = controls.flatMap((control): [string, string][] => {
    const name = attribute(control, 'name')
    const label = labelOf(form, attribute(control, 'id'))
    const given = label === undefined ? undefined : values[label]
    if (given !== undefined) unused.delete(label ?? '')
    const value = sentValueOf(control, given)
    return name && value !== undefined ? [[name, value]] : []
  })
  if (unused.size > 0) throw new Error(`the form has no field “${[...unused].join('”, “')}”: ${readable(form)}`)
  return sent
}

function sentValueOf(control: string, given: string | true | undefined): string | undefined {
  const type = attribute(control, 'type')
  if (type === 'checkbox' || type === 'radio') {
    return given || / checked/.test(control) ? (attribute(control, 'value') ?? 'on') : undefined
  }
  if (typeof given === 'string') return given
  if (control.startsWith('<textarea')) return decoded(/>([\s\S]*)<\/textarea>/.exec(control)?.[1] ?? '')
  if (!control.startsWith('<select')) return attribute(control, 'value') ?? ''
  const chosen = /<option[^>]* selected[^>]*>/.exec(control) ?? /<option[^>]*>/.exec(control)
  return chosen ? attribute(chosen[0], 'value') : undefined
}

function labelOf(form: string, id: string | undefined): string | undefined {
  if (!id) return undefined
  const label = new RegExp(`<label for="${id}"[^>]*>([\\s\\S]*?)</label>`).exec(form)?.[1]
  return label === undefined ? undefined : readable(label)
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`^<\\w+(?:[^>"]|"[^"]*")*?\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : decoded(value)
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '')
}

function readable(html: string): string {
  const body = html.replace(/<head[\s\S]*?<\/head>/, '')
  return decoded(body.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', '#39': "'" }

function decoded(text: string): string {
  return text.replace(/&(quot|amp|lt|gt|#39);/g, (whole, name: string) => entities[name] ?? whole)
}
