/** What anybody may do without an account: within limits, leaving no more behind than it changes, telling nothing about who has an account. */
import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { modules } from '#app/modules.ts'
import { createApp } from '#app/server.ts'
import { type Caller, type May, operatorCaller } from '#platform/authority.ts'
import { performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { callerOf, emailOf, smallCity, smallCityPassword } from '#test/worlds/small-city.ts'

const clock = handClock()
const database = await testDatabase(smallCity)
const machine = await testMachine(database, { clock })
const unlimited = { ...machine, limiter: { take: () => undefined } }
const operations = modules.flatMap((module) => module.operations)

function named(name: string) {
  const found = operations.find((operation) => operation.name === name)
  if (!found) throw new Error(`no operation ${name}`)
  return found
}

function isOpen(may: May<never>): boolean {
  return may.kind === 'anyone' || (may.kind === 'any-of' && may.rules.some(isOpen))
}

async function auditEntries(): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>('select count(*)::int from platform.audit_entry')
  return rows[0]?.count ?? 0
}

const openWrites = operations.filter(({ effect, may }) => effect === 'write' && isOpen(may))
const nobody: Caller = { via: 'api', from: '192.0.2.9' }

describe('every write that anybody may call', () => {
  test('is known', () => {
    expect(openWrites.map(({ name }) => name).sort()).toEqual([
      'access.acceptInvitation',
      'access.requestPasswordReset',
      'access.resetPassword',
      'access.signIn',
    ])
  })

  test.each(openWrites)('$name: is limited, for a whole /64 of IPv6', async (operation) => {
    expect(operation.perMinute).toBeGreaterThan(0)
    expect(operation.perMinute).toBeLessThanOrEqual(20)
    const codes: string[] = []
    for (let attempt = 0; attempt <= (operation.perMinute ?? 0); attempt += 1) {
      const from = `2001:db8:77:1::${attempt.toString(16)}`
      await performAny(machine, operation, { ...nobody, from }, {}).catch((error) => codes.push(error.problems[0].code))
    }
    expect(codes.at(-1)).toBe('platform.tooManyRequests')
    expect(codes.slice(0, -1)).not.toContain('platform.tooManyRequests')
  })

  test('leaves no entry in the audit log where it changes nothing', async () => {
    const email = emailOf('doi-duyet')
    const tryAll = async () => {
      const signIn = { email, password: 'not the password' }
      await performAny(unlimited, named('access.signIn'), nobody, signIn)
      await performAny(unlimited, named('access.requestPasswordReset'), nobody, { email: 'x@nho.example' })
      const link = { token: 'none', name: 'x', password: smallCityPassword }
      for (const name of ['access.acceptInvitation', 'access.resetPassword']) {
        await expect(performAny(unlimited, named(name), nobody, link)).rejects.toMatchObject({ status: 404 })
      }
    }
    for (let attempt = 0; attempt < 5; attempt += 1) await tryAll()
    const before = await auditEntries()
    // Now locked, and asked often enough.
    for (let attempt = 0; attempt < 5; attempt += 1) await tryAll()
    const token: Caller = { ...(await callerOf(database, 'song-doc')), via: 'api', scopes: ['*'] }
    await performAny(unlimited, named('access.signOut'), token, {})
    await expect(performAny(unlimited, named('access.signOut'), nobody, {})).rejects.toMatchObject({ status: 401 })
    expect(await auditEntries()).toBe(before)
  })

  test('takes no secret that a caller could choose for somebody', async () => {
    const inputs = operations.map(({ name, input }) => [name, Object.keys('shape' in input ? Object(input.shape) : {})])
    expect(inputs.filter(([, fields]) => fields?.includes('session'))).toEqual([])
  })
})

/** The statements of one call, without their values. */
async function statementsOf(name: string, input: object): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await performAny(unlimited, named(name), nobody, input)
    return query.mock.calls.map(([input]) => (typeof input === 'string' ? input : Object(input).text))
  } finally {
    query.mockRestore()
  }
}

const request: [string, (email: string) => object][] = [
  ['access.signIn', (email) => ({ email, password: 'not the password' })],
  ['access.requestPasswordReset', (email) => ({ email })],
]

describe.each(request)('%s, for an e-mail with an account and for one without', (name, inputFor) => {
  test('asks the database for the same', async () => {
    const known = await statementsOf(name, inputFor(emailOf('pho-duyet')))
    const unknown = await statementsOf(name, inputFor('ai-do@nho.example'))
    expect(known.length).toBeGreaterThan(3)
    expect(unknown).toEqual(known)
  })

  test('takes as long', async () => {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    for (let round = 0; round < 15; round += 1) {
      for (const [kind, email] of [
        ['known', emailOf('song-duyet')],
        ['unknown', `vang-${round}@nho.example`],
      ] as const) {
        clock.pass(61)
        const started = performance.now()
        await performAny(unlimited, named(name), nobody, inputFor(email))
        times[kind].push(performance.now() - started)
      }
    }
    const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
    const ratio = median(times.known) / median(times.unknown)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })
})

test('the job that writes the letter finds out who it is for, and leaves nothing for nobody', async () => {
  const ask = async (email: string) => {
    await performAny(unlimited, named('access.requestPasswordReset'), nobody, { email })
    const { rows } = await database.pool.query<{ payload: { resetId: string } }>(
      "select payload from platform.outbox where name = 'access.resetRequested' order by id desc limit 1",
    )
    return performAny(unlimited, named('access.prepareReset'), operatorCaller('job'), rows[0]?.payload)
  }
  clock.pass(61)
  expect(await ask(emailOf('doi-doc'))).toMatchObject({ letter: { to: emailOf('doi-doc') } })
  const before = await auditEntries()
  expect(await ask('khong-ai@nho.example')).toEqual({ letter: null })
  expect(await auditEntries()).toBe(before + 1)
})

test('a clock set back makes nobody wait longer', async () => {
  const email = emailOf('pho-nhap')
  const signIn = (password: string) => performAny(unlimited, named('access.signIn'), nobody, { email, password })
  for (let attempt = 0; attempt < 5; attempt += 1) await signIn('not the password')
  clock.pass(-24 * 60)
  expect(await signIn(smallCityPassword)).toEqual({ outcome: 'locked', minutes: 15 })
  clock.pass(16)
  expect(await signIn(smallCityPassword)).toMatchObject({ outcome: 'signed-in' })
  const ask = () => performAny(unlimited, named('access.requestPasswordReset'), nobody, { email })
  clock.pass(61)
  for (let attempt = 0; attempt < 3; attempt += 1) await ask()
  clock.pass(-24 * 60)
  const before = await auditEntries()
  await ask()
  expect(await auditEntries()).toBe(before + 1)
})

describe('signing in through the API', () => {
  const app = createApp(machine, createIdentify(machine))
  const post = (verb: string, body: object, headers: Record<string, string> = {}) =>
    app.request(`http://localhost/api/v1/access/${verb}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })

  test('twice with a token of one’s own is no defect: the token is not taken', async () => {
    const sessions: string[] = []
    for (const password of [smallCityPassword, smallCityPassword]) {
      const body = { email: emailOf('khach'), password, session: 'A'.repeat(43) }
      const answer = await post('signIn', body)
      expect(answer.status).toBe(200)
      sessions.push(((await answer.json()) as { session: string }).session)
    }
    expect(new Set([...sessions, 'A'.repeat(43)]).size).toBe(3)
    expect((await post('signOut', {}, { cookie: `hieuhoc_session=${'A'.repeat(43)}` })).status).toBe(401)
    expect((await post('signOut', {}, { cookie: `hieuhoc_session=${sessions[0]}` })).status).toBe(200)
    expect((await post('signOut', {}, { cookie: `hieuhoc_session=${sessions[0]}` })).status).toBe(401)
    expect((await post('signOut', {}, { cookie: `hieuhoc_session=${sessions[1]}` })).status).toBe(200)
  })

  test('tells a token once, also under a key', async () => {
    const body = { email: emailOf('khach'), password: smallCityPassword }
    expect((await post('signIn', body, { 'idempotency-key': 'sign-in-1' })).status).toBe(200)
    const again = await post('signIn', body, { 'idempotency-key': 'sign-in-1' })
    expect([again.status, (await again.text()).includes('session')]).toEqual([409, false])
  })
})
