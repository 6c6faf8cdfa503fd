/** How programs call: with narrow tokens, and with content types as people write them. */
import { describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { createToken } from '#modules/access'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { callerOf, emailOf, smallCity, smallCityPassword } from '#test/worlds/small-city.ts'

const database = await testDatabase(smallCity)
const machine = { ...(await testMachine(database)), limiter: { take: () => undefined } }
const app = createApp(machine, createIdentify(machine))

async function bearer(scopes: string[]): Promise<{ authorization: string }> {
  const caller = await callerOf(database, 'pho-quan-tri')
  const { token } = await perform(machine, createToken, caller, { name: 'máy', scopes, expiresOn: '2026-12-01' })
  return { authorization: `Bearer ${token}` }
}

const narrow = await bearer(['access.me'])
const signIn = { _sign_in_email: emailOf('pho-quan-tri'), _sign_in_password: smallCityPassword }
const signedIn = await app.request('http://localhost/sign-in', {
  method: 'POST',
  body: new URLSearchParams(signIn),
  headers: { origin: 'http://localhost' },
})
const cookie = signedIn.headers
  .getSetCookie()
  .map((set) => set.split(';')[0])
  .join('; ')

describe('a narrow token', () => {
  test.each([
    ['what it names', 'access/me', 200],
    ['what anybody may read', 'organisation/units', 200],
    ['nothing else of its account', 'access/accounts?unit=01', 403],
    ['not the tokens', 'access/tokens', 403],
  ])('reads %s', async (_, address, status) => {
    expect((await app.request(`http://localhost/api/v1/${address}`, { headers: narrow })).status).toBe(status)
  })

  test('sees of what is public what nobody sees', async () => {
    for (const address of [
      'indicators/list',
      'plan/versions',
      'reorganisation/list',
      'reports/list',
      'organisation/units',
    ]) {
      const [one, two] = await Promise.all(
        [narrow, {}].map((headers) => app.request(`http://localhost/api/v1/${address}`, { headers })),
      )
      expect([one?.status, await one?.text()]).toEqual([two?.status, await two?.text()])
      expect([200, 404]).toContain(one?.status)
    }
  })

  test('writes nothing it does not name, though anybody may', async () => {
    const response = await app.request('http://localhost/api/v1/access/requestPasswordReset', {
      method: 'POST',
      headers: { ...narrow, 'content-type': 'application/json' },
      body: JSON.stringify({ email: emailOf('khach') }),
    })
    expect(response.status).toBe(403)
  })
})

describe('a content type', () => {
  const everything = bearer(['*'])
  const send = (type: string | undefined, headers: Record<string, string>) =>
    app.request('http://localhost/api/v1/access/revokeToken', {
      method: 'POST',
      headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
      body: new TextEncoder().encode('{"id":"no"}'),
    })

  test.each([
    ['application/json', true],
    ['Application/JSON', true],
    ['APPLICATION/JSON;charset=utf-8', true],
    ['application/json ; charset="UTF-8"', true],
    ['text/plain', false],
    ['Text/Plain;application/json', false],
    ['application/x-www-form-urlencoded', false],
    ['multipart/form-data; boundary=application/json', false],
    ['application/jsonp', false],
    ['application/json-patch+json', false],
    [undefined, false],
  ])('%s is taken: %s, by cookie and by token', async (type, isTaken) => {
    for (const headers of [{ cookie }, await everything, { ...(await everything), cookie }]) {
      const { status } = await send(type, headers)
      // What is taken is read, and found to be no id.
      expect(status).toBe(isTaken ? 422 : 415)
    }
  })

  test('that is wrong is told in both languages', async () => {
    const told = async (language: string) => (await send('text/plain', { cookie, 'accept-language': language })).json()
    expect(await told('vi')).toMatchObject({ detail: expect.stringContaining('phải là JSON') })
    expect(await told('en')).toMatchObject({ detail: expect.stringContaining('must be JSON') })
  })
})

describe('what somebody sees who is signed in', () => {
  const bySession = { cookie }
  test.each([
    ['a page', '/account'],
    ['a page of others', '/people?unit=101'],
    ['a page that everybody shares', '/units'],
    ['a page that is not there', '/units/nowhere'],
    ['a page one may not see', '/system'],
    ['the way to another page', '/sign-in'],
    ['an answer of the API', '/api/v1/access/me'],
    ['a problem of the API', '/api/v1/access/accounts?unit=nowhere'],
    ['a table to keep', '/data/units.csv'],
  ])('%s is kept by no cache: %s', async (_, address) => {
    const response = await app.request(`http://localhost${address}`, { headers: bySession })
    expect(response.headers.get('cache-control')).toContain('no-store')
  })

  test('by a token of a program is kept by none either; what is public may be', async () => {
    const mine = await app.request('http://localhost/api/v1/access/me', { headers: narrow })
    expect(mine.headers.get('cache-control')).toContain('no-store')
    const open = await app.request('http://localhost/units')
    expect(open.headers.get('cache-control')).toBe('no-cache')
  })
})
