/** People who work while the program is attacked: they sign in by the page and call operations as its islands do. */
import { newId } from '#kernel/id.ts'
import { demoAccounts } from '#modules/access'

export interface Person {
  /** The answer of a read. Throws on anything but 200. */
  read<T>(operation: string, input: Readonly<Record<string, string | number>>): Promise<T>
  /** Does a write, again and again with one key until it is answered for certain; the answer, or the status of a refusal. */
  write<T>(operation: string, input: unknown): Promise<{ readonly status: number; readonly answer: T }>
  /** One request without a second try. */
  send(path: string, init: RequestInit): Promise<Response>
  /** A page or file, asked for until it is answered for certain. */
  get(path: string): Promise<Response>
}

const longestMs = 30_000
/** Longer than all kills take: what takes seconds may be cut off by one after the other. */
const patienceMs = 300_000

/** Signs a demo account in: `ba-dinh`. */
export async function signIn(address: string, name: string): Promise<Person> {
  const account = demoAccounts.find(({ email }) => email.startsWith(`${name}@`))
  if (!account) throw new Error(`there is no demo account ${name}`)
  const cookie = await sessionOf(address, account)
  const send = (path: string, init: RequestInit) =>
    fetch(address + path, {
      redirect: 'manual',
      signal: AbortSignal.timeout(longestMs),
      ...init,
      headers: { cookie, origin: address, ...init.headers },
    })
  return {
    send,
    get: (path) => patiently(() => send(path, {})),
    async read<T>(operation: string, input: Readonly<Record<string, string | number>>) {
      const query = new URLSearchParams(Object.entries(input).map(([key, value]) => [key, String(value)]))
      const answer = await patiently(() => send(`${pathOf(operation)}?${query}`, {}))
      if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
      return (await answer.json()) as T
    },
    async write<T>(operation: string, input: unknown) {
      const headers = { 'content-type': 'application/json', 'idempotency-key': newId() }
      const answer = await patiently(() =>
        send(pathOf(operation), { method: 'POST', headers, body: JSON.stringify(input) }),
      )
      return { status: answer.status, answer: (await answer.json()) as T }
    },
  }
}

function pathOf(operation: string): string {
  return `/api/v1/${operation.replace('.', '/')}`
}

async function sessionOf(address: string, { email, password }: { email: string; password: string }): Promise<string> {
  const body = new URLSearchParams({ _sign_in_email: email, _sign_in_password: password })
  const answer = await patiently(() =>
    fetch(`${address}/sign-in`, { method: 'POST', body, headers: { origin: address }, redirect: 'manual' }),
  )
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`)
  return cookies.join('; ')
}

/** Once more after a lost connection, a 503 or a 429: as a person or a program with a key would. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  const until = performance.now() + patienceMs
  for (;;) {
    const answer = await ask()
      .then(whole)
      .catch((error: unknown) => error)
    const isAnswer = answer instanceof Response
    if (isAnswer && answer.status !== 503 && answer.status !== 429) return answer
    if (performance.now() > until) throw isAnswer ? new Error(`still ${answer.status}`) : answer
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** The answer with all of its body: one that was cut off by the end of a process is none. */
async function whole(answer: Response): Promise<Response> {
  const body = await answer.arrayBuffer()
  return new Response(body.byteLength > 0 ? body : null, { status: answer.status, headers: answer.headers })
}
