/** Addresses that somebody else made: none leads off this site, none breaks a page. */
import { describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { emailOf, smallCity, smallCityPassword } from '#test/worlds/small-city.ts'

const database = await testDatabase(smallCity)
const machine = { ...(await testMachine(database)), limiter: { take: () => undefined } }
const app = createApp(machine, createIdentify(machine))

const hostile = [
  '/%09/evil.example',
  '/%0a/evil.example',
  '/%0d%0aLocation:%20https:%2f%2fevil.example',
  '/%00',
  '/%00/evil.example',
  '%2f%2fevil.example',
  '//evil.example',
  '/%5cevil.example',
  '%5c%5cevil.example',
  '/.//evil.example',
  '//user:word@evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  `/${'a'.repeat(7000)}`,
  '/%C4%91/%E2%80%A8/evil.example',
  '/\u{1F600}/evil.example',
]

function leadsTo(response: Response, from: string): string {
  return new URL(response.headers.get('location') ?? '', from).origin
}

const fields = { _sign_in_email: emailOf('song-nhap'), _sign_in_password: smallCityPassword }
const send = { method: 'POST', body: new URLSearchParams(fields), headers: { origin: 'http://localhost' } }
const signedIn = await app.request('http://localhost/sign-in', send)
const cookie = signedIn.headers
  .getSetCookie()
  .map((set) => set.split(';')[0])
  .join('; ')

describe.each(hostile)('back to %s', (back) => {
  test.each([
    ['the language or theme', '/preferences?language=en&back=', {}],
    ['signing in', '/sign-in?back=', send],
    ['signing in where one is', '/sign-in?back=', { headers: { cookie } }],
    ['a form carried on', '/sign-in?target=', send],
  ])('%s stays within the site', async (_, start, request) => {
    const from = `http://localhost${start}${back}`
    const response = await app.request(from, request)
    expect([303, 307]).toContain(response.status)
    expect(leadsTo(response, from)).toBe('http://localhost')
    // What a browser makes of it when the header is read by other rules.
    expect(response.headers.get('location')).toMatch(/^\/(?![/\\])[!-~]*$/)
  })
})

describe('a sign that no text holds', () => {
  test.each([
    '/units/%00',
    '/units/0000%00',
    '/indicators/%00?year=2026',
    '/indicators/learning_families_share?unit=%00',
    '/search?q=%00',
    '/plan/%00',
    '/plan/duties/%00',
    '/reorganisations/%00',
    '/invitations/%00',
    '/password-reset/%00',
    '/reports/%00',
    '/assets/%00',
    '/%00',
    '/people?unit=%00',
    '/audit?account=%00',
    '/api/v1/organisation/unit?code=%00',
    '/api/v1/organisation/search?q=%00',
    '/api/v1/access/invitation?token=%00',
    '/api/%00',
    `/people?after=${Buffer.from('["\\u0000"]').toString('base64url')}&unit=01`,
    `/api/v1/organisation/units?after=${Buffer.from('["\\u0000"]').toString('base64url')}`,
  ])('in %s is told, and is no defect', async (address) => {
    for (const headers of [{}, { cookie }] as Record<string, string>[]) {
      const { status } = await app.request(`http://localhost${address}`, { headers })
      expect(status).toBeLessThan(500)
    }
  })

  test.each([
    ['signIn', { email: 'a\u0000@nho.example', password: 'x' }],
    ['signIn', { email: 'a@nho.example', password: 'x\ud800' }],
    ['requestPasswordReset', { email: 'a\u0000@nho.example' }],
    ['requestPasswordReset', { email: 'a\ud800@nho.example' }],
    ['acceptInvitation', { token: '\u0000', name: 'x\u0000', password: 'x' }],
  ])('in what is sent to %s is told at its place', async (verb, input) => {
    const headers = { 'content-type': 'application/json' }
    const response = await app.request(`http://localhost/api/v1/access/${verb}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(input),
    })
    const { problems } = (await response.json()) as { problems: { code: string; path: string[] }[] }
    expect([response.status, problems[0]?.code]).toEqual([422, 'platform.notText'])
  })
})
