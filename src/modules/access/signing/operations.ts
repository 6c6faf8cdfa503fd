/** Signing in and out, and passwords: a failure says the same and takes as long whatever the reason. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { anyone, signedIn } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { hashPassword, isGuessable, isPassword } from '#platform/session/passwords.ts'
import { closeSession, closeSessions, openSession } from '#platform/session/store.ts'
import { Email, Password, Token } from '../model.ts'
import { failuresCountFrom, leastPasswordLength, lockedUntil, passwordWeakness } from '../rules.ts'
import * as accounts from '../store.ts'
import { problems } from '../texts.ts'
import * as store from './store.ts'

/** Refused and locked are answers, not problems: a problem would take back the note of the failure. */
export const SignInOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('signed-in'), name: z.string() }),
  z.object({ outcome: z.literal('refused') }),
  z.object({ outcome: z.literal('locked'), minutes: z.number() }),
])
export type SignInOutcome = z.infer<typeof SignInOutcome>

/** `session` is made by the caller, who puts it into a cookie; the answer never holds a secret, so it may be kept. */
export const signIn = operation({
  name: 'access.signIn',
  summary: 'Opens a session under a token of your own (43 letters, random) by e-mail and password.',
  effect: 'write',
  isQuiet: true,
  may: anyone,
  input: z.object({ email: Email, password: Password, session: Token, agent: z.string().max(1000).optional() }),
  output: SignInOutcome,
  secret: ['email', 'password', 'session'],
  perMinute: 20,
  async run(work, { email, password, session, agent }): Promise<SignInOutcome> {
    const { tx, now, caller, audit } = work
    const address = caller.from ?? ''
    const failures = await store.listFailures(tx, { email, since: failuresCountFrom(now) })
    const until = lockedUntil(failures, address, now)
    if (until) return { outcome: 'locked', minutes: Math.ceil((until.getTime() - now.getTime()) / 60_000) }
    const [account] = await accounts.findByEmail(tx, { email })
    const isRight = await isPassword(account?.passwordHash, password)
    if (!account || !isRight || account.isDisabled) {
      await store.insertFailure(tx, email, address, now)
      // An unknown e-mail is not written down: it may be a password typed in the wrong field.
      audit({ subject: account ? `account ${account.email}` : 'account unknown', new: { outcome: 'refused' } })
      return { outcome: 'refused' }
    }
    await store.forgetFailures(tx, email, address)
    await openSession(tx, session, account.id, now, { address: caller.from, agent })
    audit({ subject: `account ${account.email}`, new: { outcome: 'signed-in' } })
    return { outcome: 'signed-in', name: account.name }
  },
})

export const signOut = operation({
  name: 'access.signOut',
  summary: 'Ends the session of a token.',
  effect: 'write',
  isQuiet: true,
  may: anyone,
  input: z.object({ session: Token }),
  output: z.object({}),
  secret: ['session'],
  async run({ tx }, { session }) {
    await closeSession(tx, session)
    return {}
  },
})

export const signOutEverywhere = operation({
  name: 'access.signOutEverywhere',
  summary: 'Ends every session of your account.',
  effect: 'write',
  isQuiet: true,
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
  isQuiet: true,
  may: signedIn,
  input: z.object({ currentPassword: Password, newPassword: Password, session: Token.optional() }),
  output: z.object({}),
  secret: ['currentPassword', 'newPassword', 'session'],
  perMinute: 5,
  async run({ tx, caller, audit }, { currentPassword, newPassword, session }) {
    const { id } = accountOf(caller)
    const [account] = await accounts.findById(tx, { id })
    if (!account) throw new ProblemError(platformProblems.forbidden())
    if (!(await isPassword(account.passwordHash, currentPassword))) {
      throw new ProblemError(problems.wrongPassword({}, ['currentPassword']))
    }
    await accounts.setPasswordHash(tx, id, await checkedHash(newPassword, account, 'newPassword'))
    await closeSessions(tx, id, session)
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
