/** Signing in, locks, passwords and sessions, against a database. */
import { verify } from '@node-rs/argon2'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { perform } from '#platform/operation.ts'
import { newToken, readSession } from '#platform/session/store.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { callerOf, emailOf, smallCity, smallCityPassword } from '#test/worlds/small-city.ts'
import { disableAccount, enableAccount } from '../people/operations.ts'
import { changePassword, signIn, signOut, signOutEverywhere } from './operations.ts'

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

function trySignIn(email: string, password: string, from: string = nobody.from) {
  const session = newToken()
  const caller = { via: 'web', from } as const
  return perform(engine, signIn, caller, { email, password, session }).then((outcome) => ({ ...outcome, session }))
}

function accountOf(session: string) {
  return readSession(database.kysely, session, clock.now())
}

describe('signing in', () => {
  test('opens a session under the token given, whatever the case of the e-mail', async () => {
    const { outcome, session } = await trySignIn(' Song-NHAP@nho.example ', smallCityPassword)
    expect(outcome).toBe('signed-in')
    const { account } = await callerOf(database, 'song-nhap')
    expect((await accountOf(session))?.accountId).toBe(account?.id)
  })

  test('refuses a wrong password and an unknown e-mail in the same words and with no session', async () => {
    const wrong = await trySignIn(emailOf('song-nhap'), 'not the password')
    const unknown = await trySignIn('nobody@nho.example', 'not the password')
    expect([wrong.outcome, unknown.outcome]).toEqual(['refused', 'refused'])
    expect(await accountOf(wrong.session)).toBeUndefined()
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
    const asked = { email, password: smallCityPassword, session: newToken() }
    expect(await perform(again, signIn, nobody, asked)).toMatchObject({ outcome: 'locked' })
    expect((await trySignIn(email, smallCityPassword, '203.0.113.9')).outcome).toBe('signed-in')
    clock.pass(16)
    expect((await trySignIn(email, smallCityPassword)).outcome).toBe('signed-in')
  })

  test('leaves no secret and no unknown e-mail in the audit log', async () => {
    await trySignIn('mat-khau-go-nham-o@nho.example', 'not the password')
    const { session } = await trySignIn(emailOf('song-doc'), smallCityPassword)
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
      perform(machine, signIn, caller, { email: `x${index}@nho.example`, password: 'x', session: newToken() }),
    )
    const failed = (await Promise.allSettled(attempts)).filter((each) => each.status === 'rejected')
    expect(failed.map((each) => each.reason.problems[0].code)).toEqual(['platform.tooManyRequests'])
  })
})

describe('leaving', () => {
  test('signing out ends that session only; signing out everywhere ends all', async () => {
    const one = await trySignIn(emailOf('pho-doc'), smallCityPassword)
    const two = await trySignIn(emailOf('pho-doc'), smallCityPassword)
    await perform(engine, signOut, nobody, { session: one.session })
    expect([await accountOf(one.session), Boolean(await accountOf(two.session))]).toEqual([undefined, true])
    expect(await perform(engine, signOutEverywhere, await callerOf(database, 'pho-doc'), {})).toEqual({ sessions: 1 })
    expect(await accountOf(two.session)).toBeUndefined()
  })

  test('a disabled account is out at once and cannot come back until it is enabled', async () => {
    const email = emailOf('doi-doc')
    clock.pass(60)
    const { session } = await trySignIn(email, smallCityPassword)
    const administrator = await callerOf(database, 'doi-quan-tri')
    await perform(engine, disableAccount, administrator, { email })
    expect(await accountOf(session)).toBeUndefined()
    expect((await trySignIn(email, smallCityPassword)).outcome).toBe('refused')
    await perform(engine, enableAccount, administrator, { email })
    expect((await trySignIn(email, smallCityPassword)).outcome).toBe('signed-in')
  })

  test('a session ends 12 hours after its last use', async () => {
    const { session } = await trySignIn(emailOf('song-duyet'), smallCityPassword)
    clock.pass(12 * 60 - 1)
    expect(await accountOf(session)).toBeDefined()
    clock.pass(2)
    expect(await accountOf(session)).toBeUndefined()
  })
})

describe('changing the password', () => {
  let session = ''
  beforeAll(async () => {
    session = (await trySignIn(emailOf('pho-nhap'), smallCityPassword)).session
  })

  test.each([
    ['ngan', 'access.passwordTooShort'],
    ['pho-nhap la mat khau', 'access.passwordHoldsName'],
    ['password123456', 'access.passwordGuessable'],
    ['matkhau123456', 'access.passwordGuessable'],
  ])('refuses %s', async (newPassword, code) => {
    const caller = await callerOf(database, 'pho-nhap')
    const asked = perform(engine, changePassword, caller, { currentPassword: smallCityPassword, newPassword })
    await expect(asked).rejects.toMatchObject({ problems: [{ code, path: ['newPassword'] }] })
  })

  test('needs the current one, keeps this session and ends the others', async () => {
    const caller = await callerOf(database, 'pho-nhap')
    const other = await trySignIn(emailOf('pho-nhap'), smallCityPassword)
    const newPassword = 'bon con vit lội qua sông'
    const wrong = perform(engine, changePassword, caller, { currentPassword: 'wrong', newPassword, session })
    await expect(wrong).rejects.toMatchObject({ problems: [{ code: 'access.wrongPassword' }] })
    await perform(engine, changePassword, caller, { currentPassword: smallCityPassword, newPassword, session })
    expect([Boolean(await accountOf(session)), await accountOf(other.session)]).toEqual([true, undefined])
    expect((await trySignIn(emailOf('pho-nhap'), smallCityPassword)).outcome).toBe('refused')
    // The same letters from a keyboard that composes them otherwise.
    expect((await trySignIn(emailOf('pho-nhap'), newPassword.normalize('NFD'))).outcome).toBe('signed-in')
  })
})
