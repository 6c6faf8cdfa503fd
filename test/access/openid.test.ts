/** Single sign-on against a real OpenID Connect provider, over http, with its own cookies and redirects. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { type Screen, type WebClient, webClient } from '#test/web-client.ts'
import { emailOf, smallCity } from '#test/worlds/small-city.ts'

/** Who sits before the issuer's sign-in page. */
interface Person {
  readonly subject: string
  readonly email: string
  readonly isVerified: boolean
}
let person: Person = { subject: 's-1', email: emailOf('song-nhap'), isVerified: true }
let isDenied = false

const server = createServer()
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'hieu-hoc',
      client_secret: 'a secret of forty characters or so, made up',
      redirect_uris: ['http://localhost/sign-in/openid/callback'],
    },
  ],
  ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  async findAccount(_, subject) {
    return {
      accountId: subject,
      claims: async () => ({ sub: subject, email: person.email, email_verified: person.isVerified }),
    }
  },
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId })
    grant.addOIDCScope('openid email')
    await grant.save()
    return grant
  },
})
const answer = provider.callback()
server.on('request', (request: IncomingMessage, response: ServerResponse) => {
  if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
  const result = isDenied ? { error: 'access_denied' } : { login: { accountId: person.subject } }
  void provider.interactionFinished(request, response, result)
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

const database = await testDatabase(smallCity)
const openId = {
  issuer,
  clientId: 'hieu-hoc',
  clientSecret: 'a secret of forty characters or so, made up',
  name: 'VNeID thử',
}
const machine = await testMachine(database, { settings: { openId } })
const app = createApp(machine, createIdentify(machine))

/** Follows the issuer's redirects until it sends the browser back to us; returns the path it sends to. */
async function throughIssuer(start: string): Promise<string> {
  const cookies = new Map<string, string>()
  let address = new URL(start)
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, { headers: { cookie }, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    address = new URL(response.headers.get('location') ?? '', address)
    if (address.origin === 'http://localhost') return address.pathname + address.search
  }
  throw new Error('the issuer did not send back')
}

async function signIn(client: WebClient, back = '/account'): Promise<Screen> {
  const away = await client.open(`/sign-in/openid?back=${encodeURIComponent(back)}`)
  return client.open(await throughIssuer(away.headers.get('location') ?? ''))
}

beforeEach(() => {
  isDenied = false
})

describe('single sign-on', () => {
  test('is offered on the sign-in page', async () => {
    expect((await webClient(app).open('/sign-in')).text).toContain('Đăng nhập bằng VNeID thử')
  })

  test('links the verified e-mail once, and then goes by issuer and subject alone', async () => {
    const landed = await signIn(webClient(app))
    expect([landed.path, landed.text.includes('Đặng Sông Nhập')]).toEqual(['/account', true])
    person = { ...person, email: 'moved@elsewhere.example', isVerified: false }
    expect((await signIn(webClient(app))).text).toContain('Đặng Sông Nhập')
  })

  test('asks for the code with PKCE, state and nonce', async () => {
    const away = await webClient(app).open('/sign-in/openid')
    const asked = new URL(away.headers.get('location') ?? '').searchParams
    expect([asked.get('response_type'), asked.get('code_challenge_method')]).toEqual(['code', 'S256'])
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(20)
  })

  test('tells somebody without an account to be invited first', async () => {
    person = { subject: 's-2', email: 'la@nho.example', isVerified: true }
    const client = webClient(app)
    const refused = await signIn(client)
    expect([refused.status, refused.text.includes('Chưa có tài khoản nào với la@nho.example')]).toEqual([403, true])
    expect(client.cookies.has('hieuhoc_session')).toBe(false)
  })

  test('does not believe an e-mail that the issuer has not verified', async () => {
    person = { subject: 's-3', email: emailOf('pho-quan-tri'), isVerified: false }
    const refused = await signIn(webClient(app))
    expect([refused.status, refused.text.includes('chưa xác minh thư điện tử')]).toEqual([403, true])
  })

  test('a disabled account stays out', async () => {
    person = { subject: 's-4', email: emailOf('doi-doc'), isVerified: true }
    await database.pool.query('update access.account set disabled_at = now() where email = $1', [person.email])
    expect((await signIn(webClient(app))).status).toBe(409)
  })
})

describe('an answer that is not ours', () => {
  async function away(client: WebClient): Promise<string> {
    return (await client.open('/sign-in/openid')).headers.get('location') ?? ''
  }

  test('with another state is refused', async () => {
    const client = webClient(app)
    const back = await throughIssuer(await away(client))
    const changed = back.replace(/state=[^&]+/, 'state=another')
    const refused = await client.open(changed)
    expect([refused.status, refused.text.includes('Đăng nhập một lần không thành công.')]).toEqual([422, true])
  })

  test('in a browser that never left, or a second time, is refused', async () => {
    person = { subject: 's-1', email: emailOf('song-nhap'), isVerified: true }
    const client = webClient(app)
    const back = await throughIssuer(await away(client))
    expect((await webClient(app).open(back)).status).toBe(422)
    await client.open(back)
    expect(client.cookies.has('hieuhoc_session')).toBe(true)
    expect((await client.open(back)).status).toBe(422)
  })

  test('that the person denied is told plainly', async () => {
    isDenied = true
    expect((await signIn(webClient(app))).status).toBe(422)
  })

  test('an issuer that does not answer is a problem of its own, and an installation without one says so', async () => {
    const gone = { ...machine.settings, openId: { ...openId, issuer: 'http://127.0.0.1:9' } }
    const withoutIssuer = createApp({ ...machine, settings: gone }, createIdentify(machine))
    expect((await webClient(withoutIssuer).open('/sign-in/openid')).status).toBe(503)
    const off = createApp({ ...machine, settings: { ...machine.settings, openId: undefined } }, createIdentify(machine))
    expect((await webClient(off).open('/sign-in/openid')).status).toBe(404)
  })
})
