/** Single sign-on against a real OpenID Connect provider, over http, with its own cookies and redirects. */
import type { ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { createLogger } from '#platform/log.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { type Screen, type WebClient, webClient } from '#test/web-client.ts'
import { emailOf, smallCity } from '#test/worlds/small-city.ts'
import { closeIssuer, issuer, type Person, throughIssuer, told } from './issuer.ts'

const database = await testDatabase(smallCity)
const openId = {
  issuer: issuer.address,
  clientId: 'hieu-hoc',
  clientSecret: 'a secret of forty characters or so, made up',
  name: 'VNeID thử',
  trustEmail: 'verified' as const,
}
const logged: string[] = []
const log = createLogger({ logLevel: 'info' }, { write: (line) => void logged.push(line) })
const machine = { ...(await testMachine(database, { settings: { openId } })), log }
const app = createApp(machine, createIdentify(machine))
const trusting = { ...machine, settings: { ...machine.settings, openId: { ...openId, trustEmail: 'issuer' as const } } }
const trustingApp = createApp(trusting, createIdentify(trusting))

async function signIn(client: WebClient, back = '/account'): Promise<Screen> {
  const away = await client.open(`/sign-in/openid?back=${encodeURIComponent(back)}`)
  return client.open(await throughIssuer(away.headers.get('location') ?? ''))
}

afterAll(closeIssuer)
beforeEach(() => {
  issuer.isDenied = false
  issuer.trouble = undefined
  logged.length = 0
})
afterEach(() => vi.restoreAllMocks())

describe('single sign-on', () => {
  test('is offered on the sign-in page', async () => {
    expect((await webClient(app).open('/sign-in')).text).toContain('Đăng nhập bằng VNeID thử')
  })

  test('links the verified e-mail once, and then goes by issuer and subject alone', async () => {
    issuer.person = told('s-1', { email: emailOf('song-nhap'), email_verified: true })
    const landed = await signIn(webClient(app))
    expect([landed.path, landed.text.includes('Đặng Sông Nhập')]).toEqual(['/account', true])
    issuer.person = told('s-1', { email: 'moved@elsewhere.example', email_verified: false })
    expect((await signIn(webClient(app))).text).toContain('Đặng Sông Nhập')
  })

  test('asks for the code with PKCE, state and nonce', async () => {
    const away = await webClient(app).open('/sign-in/openid')
    const input = new URL(away.headers.get('location') ?? '').searchParams
    expect([input.get('response_type'), input.get('code_challenge_method')]).toEqual(['code', 'S256'])
    for (const name of ['state', 'nonce', 'code_challenge']) expect(input.get(name)?.length).toBeGreaterThan(20)
  })

  test('tells somebody without an account to be invited first', async () => {
    issuer.person = told('s-2', { email: 'la@nho.example', email_verified: true })
    const client = webClient(app)
    const refused = await signIn(client)
    expect([refused.status, refused.text.includes('Chưa có tài khoản nào với la@nho.example')]).toEqual([403, true])
    expect(client.cookies.has('hieuhoc_session')).toBe(false)
  })

  test('a disabled account stays out', async () => {
    issuer.person = told('s-4', { email: emailOf('doi-doc'), email_verified: true })
    const disable = 'update access.account set disabled_at = now() where email = $1'
    await database.pool.query(disable, [emailOf('doi-doc')])
    expect((await signIn(webClient(app))).status).toBe(409)
  })
})

/** The ways in which issuers say that an e-mail is verified, or do not: who comes in by default, and where the issuer is trusted. */
const ways: [way: string, claims: (email: string) => Omit<Person, 'subject'>, byDefault: string, trusting: string][] = [
  ['true in the identity', (email) => ({ identity: { email, email_verified: true } }), 'in', 'in'],
  ['false in the identity', (email) => ({ identity: { email, email_verified: false } }), 'unverified', 'unverified'],
  ['nothing anywhere', (email) => ({ identity: { email }, further: { email } }), 'unsaid', 'in'],
  ['true as text', (email) => ({ identity: { email, email_verified: 'true' } }), 'in', 'in'],
  ['false as text', (email) => ({ identity: { email, email_verified: 'false' } }), 'unverified', 'unverified'],
  ['only in userinfo, true', (email) => ({ further: { email, email_verified: true } }), 'in', 'in'],
  ['only in userinfo, text', (email) => ({ further: { email, email_verified: 'true' } }), 'in', 'in'],
  ['only in userinfo, false', (email) => ({ further: { email, email_verified: false } }), 'unverified', 'unverified'],
  ['only in userinfo, nothing', (email) => ({ further: { email } }), 'unsaid', 'in'],
  [
    'the e-mail in both, its standing in userinfo',
    (email) => ({ identity: { email }, further: { email, email_verified: true } }),
    'in',
    'in',
  ],
  [
    'another e-mail in userinfo',
    (email) => ({ identity: { email }, further: { email: 'x@y.example', email_verified: true } }),
    'unsaid',
    'in',
  ],
  [
    'an e-mail in capitals',
    (email) => ({ identity: { email: email.toUpperCase(), email_verified: true } }),
    'in',
    'in',
  ],
  ['a number for true', (email) => ({ identity: { email, email_verified: 1 } }), 'unverified', 'unverified'],
  ['no e-mail at all', () => ({ identity: { email_verified: true } }), 'no e-mail', 'no e-mail'],
  [
    'a list for an e-mail',
    (email) => ({ identity: { email: [email], email_verified: true } }),
    'no e-mail',
    'no e-mail',
  ],
  ['a word for an e-mail', () => ({ identity: { email: 'a@b', email_verified: true } }), 'no e-mail', 'no e-mail'],
]

const words: Readonly<Record<string, string>> = {
  unverified: 'Nơi cấp đăng nhập chưa xác minh thư điện tử của bạn',
  unsaid: 'không cho biết thư điện tử của bạn đã được xác minh hay chưa',
  'no e-mail': 'Nơi cấp đăng nhập không cho biết thư điện tử của bạn nên',
}
const advice: Readonly<Record<string, string>> = {
  unsaid: 'OIDC_TRUST_EMAIL=issuer',
  'no e-mail': 'claim email for the scope',
}

describe.each([
  ['by default', app, 2],
  ['where the issuer is trusted', trustingApp, 3],
] as const)('an e-mail, %s', (_, at, column) => {
  test.each(ways.map((way, index) => [way[0], way[1], way[column], `${column}-${index}`] as const))(
    '%s: %s',
    async (_way, claims, expected, subject) => {
      await database.pool.query('delete from access.openid_identity')
      issuer.person = { subject, ...claims(emailOf('pho-nhap')) }
      const client = webClient(at)
      const landed = await signIn(client)
      expect(client.cookies.has('hieuhoc_session')).toBe(expected === 'in')
      if (expected === 'in') return expect(landed.path).toBe('/account')
      expect([landed.status, landed.text]).toEqual([403, expect.stringContaining(words[expected] ?? '')])
      expect(logged.join('')).toContain(advice[expected] ?? '')
    },
  )
})

describe('an issuer in trouble', () => {
  const inTime = () => {
    const real = AbortSignal.timeout.bind(AbortSignal)
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => real(300))
  }
  const at = (path: string, answer: (response: ServerResponse) => void) => {
    issuer.trouble = (request, response) => {
      const isMeant = request.url?.startsWith(path) ?? false
      if (isMeant) answer(response)
      return isMeant
    }
  }
  const awayWords = 'Không liên lạc được với nơi cấp đăng nhập một lần.'

  test.each([
    ['does not answer in time', () => undefined],
    ['answers with a page of its own', (response: ServerResponse) => void response.writeHead(502).end('<h1>Bad</h1>')],
    ['hangs up', (response: ServerResponse) => void response.destroy()],
  ])('that %s when asked for the tokens is told as such', async (_, answer) => {
    issuer.person = told('s-1', { email: emailOf('song-nhap'), email_verified: true })
    inTime()
    at('/token', answer)
    const refused = await signIn(webClient(app))
    expect([refused.status, refused.text]).toEqual([503, expect.stringContaining(awayWords)])
  })

  test('that fails to tell more lets in whoever is linked, and tells others to come again', async () => {
    await database.pool.query('delete from access.openid_identity')
    issuer.person = { subject: 's-7', further: { email: emailOf('song-nhap'), email_verified: true } }
    expect((await signIn(webClient(app))).path).toBe('/account')
    inTime()
    at('/me', (response) => void response.writeHead(500).end())
    expect((await signIn(webClient(app))).path).toBe('/account')
    issuer.person = { ...issuer.person, subject: 's-8' }
    expect((await signIn(webClient(app))).status).toBe(503)
  })

  test('that describes itself too slowly, or wrongly, is asked again the next time', async () => {
    const slow = { ...machine, settings: { ...machine.settings, openId: { ...openId, clientId: 'hieu-hoc-2' } } }
    const slowApp = createApp(slow, createIdentify(slow))
    inTime()
    at('/.well-known/', () => undefined)
    const refused = await webClient(slowApp).open('/sign-in/openid')
    expect([refused.status, refused.text]).toEqual([503, expect.stringContaining(awayWords)])
    at('/.well-known/', (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{}'))
    expect((await webClient(slowApp).open('/sign-in/openid')).status).toBe(503)
    issuer.trouble = undefined
    vi.restoreAllMocks()
    expect((await webClient(slowApp).open('/sign-in/openid')).headers.get('location')).toContain(issuer.address)
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
    issuer.person = told('s-1', { email: emailOf('song-nhap'), email_verified: true })
    const client = webClient(app)
    const back = await throughIssuer(await away(client))
    expect((await webClient(app).open(back)).status).toBe(422)
    await client.open(back)
    expect(client.cookies.has('hieuhoc_session')).toBe(true)
    expect((await client.open(back)).status).toBe(422)
  })

  test('for another trip, or with another nonce, is refused', async () => {
    issuer.person = told('s-1', { email: emailOf('song-nhap'), email_verified: true })
    const [one, two] = [webClient(app), webClient(app)]
    const back = await throughIssuer(await away(one))
    await away(two)
    expect((await two.open(back)).status).toBe(422)
    const text = decodeURIComponent(one.cookies.get('hieuhoc_openid') ?? '')
    const changed = encodeURIComponent(text.replace(/"nonce":"[^"]+"/, '"nonce":"another"'))
    const cookie = `hieuhoc_openid=${changed}`
    const refused = await app.request(`http://localhost${back}`, { headers: { cookie } })
    expect([refused.status, refused.headers.getSetCookie().join().includes('hieuhoc_session')]).toEqual([422, false])
  })

  test('with hostile texts is told in our words, and logged in one line', async () => {
    const client = webClient(app)
    const state = new URL(await away(client)).searchParams.get('state') ?? ''
    const hostile = '<script>alert(1)</script>\u001b[31m\r\n{"level":"fatal"} Gọi 1900 để mở khóa'
    const query = new URLSearchParams({ error: 'server_error', error_description: hostile, state, iss: issuer.address })
    const refused = await client.open(`/sign-in/openid/callback?${query}`)
    expect([refused.status, refused.text.includes('1900'), refused.html.includes('<script>alert')]).toEqual([
      422,
      false,
      false,
    ])
    expect(logged).toHaveLength(1)
    expect(logged.join('')).not.toMatch(/\\u001b|\\r|\\n./)
    const long = new URLSearchParams({ error: 'x'.repeat(5000), state, iss: issuer.address })
    expect((await client.open(`/sign-in/openid/callback?${long}`)).status).toBe(422)
  })

  test('that the person denied is told plainly', async () => {
    issuer.isDenied = true
    const stopped = await signIn(webClient(app))
    expect([stopped.status, stopped.text.includes('Việc đăng nhập đã dừng')]).toEqual([422, true])
  })

  test('an issuer that does not answer is a problem of its own, and an installation without one says so', async () => {
    const gone = { ...machine.settings, openId: { ...openId, issuer: 'http://127.0.0.1:9' } }
    const withoutIssuer = createApp({ ...machine, settings: gone }, createIdentify(machine))
    expect((await webClient(withoutIssuer).open('/sign-in/openid')).status).toBe(503)
    const off = createApp({ ...machine, settings: { ...machine.settings, openId: undefined } }, createIdentify(machine))
    expect((await webClient(off).open('/sign-in/openid')).status).toBe(404)
  })
})
