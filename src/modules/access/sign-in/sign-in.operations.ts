/** Signing in and out, and passwords: a failure says the same and takes as long whatever the reason. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { anyone, signedIn } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { networkOf } from '#platform/limiter.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { hashPassword, isGuessable, isPassword, passwordLane } from '#platform/session/passwords.ts'
import { closeSession, closeSessions, openSession } from '#platform/session/store.ts'
import { Email, Password } from '../accounts.model.ts'
import {
  type Failure,
  failuresCountFrom,
  leastPasswordLength,
  lockedUntil,
  passwordWeakness,
} from '../accounts.rules.ts'
import * as accounts from '../accounts.store.ts'
import * as store from './sign-in.store.ts'
import { problems } from './sign-in.texts.ts'

/** Refused and locked are answers, not problems: a problem would take back the note of the failure. */
export const SignInOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('signed-in'), name: z.string(), session: z.string() }),
  z.object({ outcome: z.literal('refused') }),
  z.object({ outcome: z.literal('locked'), minutes: z.number() }),
])
export type SignInOutcome = z.infer<typeof SignInOutcome>

/** The session's token is ours to make, told once: whoever could choose it would know the session of somebody else. */
export const signIn = operation({
  name: 'access.signIn',
  summary: 'Opens a session by e-mail and password; the answer holds its token, once.',
  effect: 'write',
  touches: [],
  may: anyone,
  input: z.object({ email: Email, password: Password, agent: z.string().max(1000).optional() }),
  output: SignInOutcome,
  secret: ['email', 'password'],
  answersOnce: true,
  perMinute: 20,
  lane: passwordLane,
  async run({ tx, now, caller, audit, unchanged }, { email, password, agent }): Promise<SignInOutcome> {
    const address = networkOf(caller.from)
    const until = lockedUntil(await failuresOf(tx, email, now), address, now)
    if (until) {
      unchanged()
      return { outcome: 'locked', minutes: Math.ceil((until.getTime() - now.getTime()) / 60_000) }
    }
    const [account] = await accounts.findByEmail(tx, { email })
    const isRight = await isPassword(account?.passwordHash, password)
    if (!account || !isRight || account.isDisabled) {
      await store.insertFailure(tx, email, address, now)
      // An unknown e-mail is not written down: it may be a password typed in the wrong field.
      audit({ subject: account ? `account ${account.email}` : 'account unknown', new: { outcome: 'refused' } })
      return { outcome: 'refused' }
    }
    await store.forgetFailures(tx, email, address)
    const session = await openSession(tx, account.id, now, { address: caller.from, agent })
    audit({ subject: `account ${account.email}`, new: { outcome: 'signed-in' } })
    return { outcome: 'signed-in', name: account.name, session }
  },
})

/** The failures of an e-mail; those that a clock set back since then would put into the future are of now. */
async function failuresOf(tx: Tx, email: string, now: Date): Promise<Failure[]> {
  const failures = await store.listFailures(tx, { email, since: failuresCountFrom(now), limit: 200 })
  if (!failures.some(({ at }) => at > now)) return failures
  await store.bringFailuresBack(tx, email, now)
  return failures.map(({ at, address }) => ({ at: at > now ? now : at, address }))
}

export const signOut = operation({
  name: 'access.signOut',
  summary: 'Ends the session you call by; an API token has none.',
  effect: 'write',
  touches: [],
  may: signedIn,
  input: z.object({}),
  output: z.object({}),
  async run({ tx, caller, audit, unchanged }) {
    const { name } = accountOf(caller)
    if (!caller.session) {
      unchanged()
      return {}
    }
    await closeSession(tx, caller.session)
    audit({ subject: `account ${name}`, new: { sessionsEnded: 1 } })
    return {}
  },
})

export const signOutEverywhere = operation({
  name: 'access.signOutEverywhere',
  summary: 'Ends every session of your account.',
  effect: 'write',
  touches: [],
  may: signedIn,
  input: z.object({}),
  output: z.object({ sessions: z.number() }),
  async run({ tx, caller, audit }) {
    const { id, name } = accountOf(caller)
    const sessions = await closeSessions(tx, id)
    audit({ subject: `account ${name}`, new: { sessionsEnded: sessions } })
    return { sessions }
  },
})

export const changePassword = operation({
  name: 'access.changePassword',
  summary: 'Changes your password and signs you out elsewhere.',
  effect: 'write',
  touches: [],
  may: signedIn,
  input: z.object({ currentPassword: Password, newPassword: Password }),
  output: z.object({}),
  secret: ['currentPassword', 'newPassword'],
  perMinute: 5,
  lane: passwordLane,
  async run({ tx, caller, audit }, { currentPassword, newPassword }) {
    const { id } = accountOf(caller)
    const [account] = await accounts.findById(tx, { id })
    if (!account) throw new ProblemError(platformProblems.forbidden())
    if (!(await isPassword(account.passwordHash, currentPassword))) {
      throw new ProblemError(problems.wrongPassword({}, ['currentPassword']))
    }
    await accounts.setPasswordHash(tx, id, await checkedHash(newPassword, account, 'newPassword'))
    await closeSessions(tx, id, caller.session)
    audit({ subject: `account ${account.email}`, new: { password: 'changed' } })
    return {}
  },
})

/** Who calls, where `may` has made sure that somebody does; the operator has no account. */
export function accountOf(caller: Work['caller']): { readonly id: string; readonly name: string } {
  if (!caller.account) throw new ProblemError(platformProblems.signInFirst())
  return caller.account
}

/** The hash of a password that will do. Throws `access.password...` at `field` for one that will not. */
export async function checkedHash(password: string, owner: { email: string }, field: string): Promise<string> {
  const weakness = passwordWeakness(password, owner, isGuessable(password, owner.email.split(/[@.]/)))
  if (weakness === 'too-short') {
    throw new ProblemError(problems.passwordTooShort({ least: leastPasswordLength }, [field]))
  }
  if (weakness === 'holds-name') throw new ProblemError(problems.passwordHoldsName({}, [field]))
  if (weakness === 'guessable') throw new ProblemError(problems.passwordGuessable({}, [field]))
  return hashPassword(password)
}
