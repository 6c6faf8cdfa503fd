/** Signing in, locks, passwords and sessions, against a database. */
import { verify } from '@node-rs/argon2'
import { describe, expect, test, vi } from 'vitest'
import { perform } from '#platform/perform.ts'
import { hashToken, listSessions, openSession, readSession, touchSession } from '#platform/session/store.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { callerOf, emailOf, type SmallCityPerson, smallCity, smallCityPassword } from '#test/worlds/small-city.ts'
import { disableAccount, enableAccount } from '../roles.operations.ts'
import { changePassword, signIn, signOut, signOutEverywhere } from './sign-in.operations.ts'

// The real one, watched: how often and at which cost passwords are compared.
vi.mock('@node-rs/argon2', async (importOriginal) => {
  const real = await importOriginal<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify) }
})

const clock = handClock()
const database = await testDatabase(smallCity)
const machine = await testMachine(database, { clock })
// The limiter of addresses is the platform's; here only the account's own lock is looked at.
const engine = { ...machine, limiter: { take: () => undefined } }
const nobody = { via: 'web', from: '192.0.2.7' } as const

async function trySignIn(email: string, password: string, from: string = nobody.from) {
  const caller = { via: 'web', from } as const
  return { session: undefined, ...(await perform(engine, signIn, caller, { email, password })) }
}

/** Signs in, and is then who calls by that session. */
async function sessionOf(person: SmallCityPerson, password = smallCityPassword) {
  const { session } = await trySignIn(emailOf(person), password)
  if (!session) throw new Error(`${person} was not let in`)
  return { session, caller: { ...(await callerOf(database, person)), session: hashToken(session) } }
}

function accountOf(session: string) {
  return readSession(database.kysely, hashToken(session), clock.now())
}

describe('signing in', () => {
  test('opens a session under a token of our making, whatever the case of the e-mail', async () => {
    const { outcome, session } = await trySignIn(' Song-NHAP@nho.example ', smallCityPassword)
    expect(outcome).toBe('signed-in')
    const { account } = await callerOf(database, 'song-nhap')
    expect(session).toMatch(/^[\w-]{43}$/)
    expect((await accountOf(session ?? ''))?.accountId).toBe(account?.id)
    const mine = { email: emailOf('song-nhap'), password: smallCityPassword, session: 'a'.repeat(43) }
    const again = await perform(engine, signIn, nobody, mine)
    expect(again).not.toMatchObject({ session: mine.session })
    expect(await accountOf(mine.session)).toBeUndefined()
  })

  test('refuses a wrong password and an unknown e-mail in the same words and with no session', async () => {
    const wrong = await trySignIn(emailOf('song-nhap'), 'not the password')
    const unknown = await trySignIn('nobody@nho.example', 'not the password')
    expect([wrong.outcome, unknown.outcome]).toEqual(['refused', 'refused'])
    expect([wrong.session, unknown.session]).toEqual([undefined, undefined])
  })

  test('works as hard for an unknown e-mail as for a wrong password, so that time tells nothing', async () => {
    vi.mocked(verify).mockClear()
    await trySignIn(emailOf('doi-doc'), 'not the password')
    await trySignIn('khong-co@nho.example', 'not the password')
    const costs = vi.mocked(verify).mock.calls.map(([kept]) => String(kept).split('$').slice(1, 4))
    expect(costs).toHaveLength(2)
    expect(costs[1]).toEqual(costs[0])
  })

  test('locks after five failures from one address, for that address, for 15 minutes, also in another process', async () => {
    const email = emailOf('doi-nhap')
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await trySignIn(email, 'not the password')).outcome).toBe('refused')
    }
    expect(await trySignIn(email, smallCityPassword)).toMatchObject({ outcome: 'locked', minutes: 15 })
    const again = await testMachine(database, { clock })
    const input = { email, password: smallCityPassword }
    expect(await perform(again, signIn, nobody, input)).toMatchObject({ outcome: 'locked' })
    expect((await trySignIn(email, smallCityPassword, '203.0.113.9')).outcome).toBe('signed-in')
    clock.pass(16)
    expect((await trySignIn(email, smallCityPassword)).outcome).toBe('signed-in')
  })

  test('leaves no secret and no unknown e-mail in the audit log', async () => {
    await trySignIn('mat-khau-go-nham-o@nho.example', 'not the password')
    const { session } = await sessionOf('song-doc')
    const { rows } = await database.pool.query(
      "select detail::text || coalesce(subject, '') as text from platform.audit_entry",
    )
    const all = rows.map((row) => row.text).join('\n')
    expect(all).toContain(`account ${emailOf('song-doc')}`)
    for (const secret of [smallCityPassword, session, 'mat-khau-go-nham-o']) expect(all).not.toContain(secret)
  })

  test('is limited by address', async () => {
    const caller = { via: 'web', from: '198.51.100.77' } as const
    const attempts = Array.from({ length: 21 }, (_, index) =>
      perform(machine, signIn, caller, { email: `x${index}@nho.example`, password: 'x' }),
    )
    const failed = (await Promise.allSettled(attempts)).filter((each) => each.status === 'rejected')
    expect(failed.map((each) => each.reason.problems[0].code)).toEqual(['platform.tooManyRequests'])
  })
})

describe('leaving', () => {
  test('signing out ends that session only; signing out everywhere ends all', async () => {
    const one = await sessionOf('pho-doc')
    const two = await sessionOf('pho-doc')
    await perform(engine, signOut, one.caller, {})
    expect([await accountOf(one.session), Boolean(await accountOf(two.session))]).toEqual([undefined, true])
    expect(await perform(engine, signOutEverywhere, await callerOf(database, 'pho-doc'), {})).toEqual({ sessions: 1 })
    expect(await accountOf(two.session)).toBeUndefined()
  })

  test('a disabled account is out at once and cannot come back until it is enabled', async () => {
    const email = emailOf('doi-doc')
    clock.pass(60)
    const { session } = await sessionOf('doi-doc')
    const administrator = await callerOf(database, 'doi-quan-tri')
    await perform(engine, disableAccount, administrator, { email })
    expect(await accountOf(session)).toBeUndefined()
    expect((await trySignIn(email, smallCityPassword)).outcome).toBe('refused')
    await perform(engine, enableAccount, administrator, { email })
    expect((await trySignIn(email, smallCityPassword)).outcome).toBe('signed-in')
  })

  test('sessions are listed by the order of their use, though the clock was set back', async () => {
    const { id } = (await callerOf(database, 'doi-nhap')).account ?? {}
    const at = (time: string) => new Date(`2026-11-02T${time}:00Z`)
    const listed = () =>
      database.kysely.transaction().execute(async (tx) => {
        const { rows } = await listSessions(tx, { accountId: id ?? '', at: at('03:00') }, { limit: 9 })
        return rows.flatMap(({ agent }) => agent ?? [])
      })
    const open = (agent: string, time: string) =>
      database.kysely.transaction().execute((tx) => openSession(tx, id ?? '', at(time), { agent }))
    const phone = await open('phone', '02:00')
    await open('desk', '01:00')
    expect(await listed()).toEqual(['desk', 'phone'])
    await touchSession(database.kysely, hashToken(phone), at('00:30'))
    expect(await listed()).toEqual(['phone', 'desk'])
  })

  test('a session ends 12 hours after its last use', async () => {
    const { session } = await sessionOf('song-duyet')
    clock.pass(12 * 60 - 1)
    expect(await accountOf(session)).toBeDefined()
    clock.pass(2)
    expect(await accountOf(session)).toBeUndefined()
  })
})

describe('changing the password', () => {
  test.each([
    ['ngan', 'access.passwordTooShort'],
    ['pho-nhap la mat khau', 'access.passwordHoldsName'],
    ['password123456', 'access.passwordGuessable'],
    ['matkhau123456', 'access.passwordGuessable'],
  ])('refuses %s', async (newPassword, code) => {
    const caller = await callerOf(database, 'pho-nhap')
    const answer = perform(engine, changePassword, caller, { currentPassword: smallCityPassword, newPassword })
    await expect(answer).rejects.toMatchObject({ problems: [{ code, path: ['newPassword'] }] })
  })

  test('needs the current one, keeps this session and ends the others', async () => {
    const { caller, session } = await sessionOf('pho-nhap')
    const other = await sessionOf('pho-nhap')
    const newPassword = 'bon con vit lội qua sông'
    const wrong = perform(engine, changePassword, caller, { currentPassword: 'wrong', newPassword })
    await expect(wrong).rejects.toMatchObject({ problems: [{ code: 'access.wrongPassword' }] })
    await perform(engine, changePassword, caller, { currentPassword: smallCityPassword, newPassword })
    expect([Boolean(await accountOf(session)), await accountOf(other.session)]).toEqual([true, undefined])
    expect((await trySignIn(emailOf('pho-nhap'), smallCityPassword)).outcome).toBe('refused')
    // The same letters from a keyboard that composes them otherwise.
    expect((await trySignIn(emailOf('pho-nhap'), newPassword.normalize('NFD'))).outcome).toBe('signed-in')
  })
})
