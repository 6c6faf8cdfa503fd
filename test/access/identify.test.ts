/** Who a request is from: session, token, neither; and the address it comes from. */
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { addressOf, createIdentify } from '#app/identify.ts'
import { createToken, sessionCookie } from '#modules/access'
import type { Caller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { newToken, openSession } from '#platform/session/store.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { callerOf, smallCity } from '#test/worlds/small-city.ts'

const clock = handClock()
const database = await testDatabase(smallCity)
const machine = await testMachine(database, { clock })

async function identified(headers: Record<string, string>, path = '/'): Promise<Caller> {
  const app = new Hono()
  app.all('*', async (http) => http.json(await createIdentify(machine)(http)))
  app.onError((error) => {
    throw error
  })
  return (await app.request(path, { headers })).json() as Promise<Caller>
}

async function sessionOf(person: 'song-nhap' | 'doi-doc'): Promise<{ cookie: string }> {
  const { account } = await callerOf(database, person)
  const open = database.kysely.transaction()
  const token = await open.execute((tx) => openSession(tx, account?.id ?? '', clock.now(), {}))
  return { cookie: `${sessionCookie}=${token}` }
}

async function seenAt(): Promise<Date[]> {
  const { rows } = await database.pool.query<{ seen_at: Date }>('select seen_at from platform.session')
  return rows.map((row) => row.seen_at)
}

describe('a session', () => {
  test('names its account; the API is told apart by its address', async () => {
    const headers = await sessionOf('song-nhap')
    expect(await identified(headers)).toMatchObject({ via: 'web', account: { name: 'Đặng Sông Nhập' } })
    expect(await identified(headers, '/api/v1/access/me')).toMatchObject({ via: 'api' })
  })

  test('is noted as used at most every five minutes, and lives twelve hours from there', async () => {
    await database.pool.query('delete from platform.session')
    const headers = await sessionOf('song-nhap')
    const opened = clock.now()
    clock.pass(4)
    await identified(headers)
    expect(await seenAt()).toEqual([opened])
    clock.pass(2)
    await identified(headers)
    expect(await seenAt()).toEqual([clock.now()])
    clock.pass(12 * 60 - 1)
    expect((await identified(headers)).account).toBeDefined()
    clock.pass(12 * 60 + 1)
    expect((await identified(headers)).account).toBeUndefined()
  })

  test('of a disabled account, or an invented one, is nobody', async () => {
    const headers = await sessionOf('doi-doc')
    await database.pool.query("update access.account set disabled_at = now() where email like 'doi-doc%'")
    expect((await identified(headers)).account).toBeUndefined()
    expect((await identified({ cookie: `${sessionCookie}=${newToken()}` })).account).toBeUndefined()
    expect((await identified({ cookie: `${sessionCookie}=' or 1=1` })).account).toBeUndefined()
  })
})

describe('an API token', () => {
  test('acts for its account within its scopes until its last day', async () => {
    const caller = await callerOf(database, 'song-nhap')
    const input = { name: 'máy', scopes: ['access.me', 'plan'], expiresOn: '2026-11-09' }
    const { token } = await perform(machine, createToken, caller, input)
    const headers = { authorization: `Bearer ${token}` }
    expect(await identified(headers)).toMatchObject({ via: 'api', account: caller.account, scopes: input.scopes })
    clock.set('2026-11-09T16:59:00Z')
    expect((await identified(headers)).account).toBeDefined()
    clock.set('2026-11-09T17:01:00Z')
    await expect(identified(headers)).rejects.toMatchObject({ status: 401 })
  })

  test('makes no tokens, whatever its scopes', async () => {
    const caller = { ...(await callerOf(database, 'song-nhap')), scopes: ['*'] }
    const answer = perform(machine, createToken, caller, { name: 'x', scopes: ['*'], expiresOn: '2026-12-01' })
    await expect(answer).rejects.toMatchObject({ problems: [{ code: 'access.tokenMakesNone' }] })
  })

  test('that is none of ours is refused, even beside a good session', async () => {
    const headers = { ...(await sessionOf('song-nhap')), authorization: 'Bearer hieuhoc_wrong' }
    await expect(identified(headers)).rejects.toMatchObject({ status: 401 })
  })
})

describe('the address', () => {
  test.each([
    [true, '203.0.113.5, 198.51.100.2', '198.51.100.2'],
    [true, '203.0.113.5', '203.0.113.5'],
    [false, '203.0.113.5', undefined],
    [true, undefined, undefined],
  ])('trusting the proxy: %s, forwarded for: %s, gives %s', async (trust, forwarded, expected) => {
    const app = new Hono()
    app.get('/', (http) => http.json({ from: addressOf(http, trust) }))
    const headers: Record<string, string> = forwarded ? { 'x-forwarded-for': forwarded } : {}
    const { from } = (await (await app.request('/', { headers })).json()) as { from?: string }
    expect(from).toBe(expected)
  })
})
