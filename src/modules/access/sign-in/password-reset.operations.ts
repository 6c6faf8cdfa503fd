/** A forgotten password: a link by letter, working once and for an hour; nobody learns whether an account exists. */
import { z } from 'zod'
import { formatInstant, say } from '#kernel/language.ts'
import { ProblemError } from '#kernel/problem.ts'
import { anyone, operator } from '#platform/authority.ts'
import { letter } from '#platform/mail/letter.ts'
import { operation } from '#platform/operation.ts'
import { passwordLane } from '#platform/session/passwords.ts'
import { closeSessions, hashToken, newToken } from '#platform/session/store.ts'
import { path } from '#platform/web/path.ts'
import { problems as accessProblems } from '../access.texts.ts'
import { Email, Letter, Password } from '../accounts.model.ts'
import { afterMinutes, mostResets, resetMinutes } from '../accounts.rules.ts'
import * as accounts from '../accounts.store.ts'
import * as store from './password-reset.store.ts'
import { letters, problems } from './password-reset.texts.ts'
import { checkedHash } from './sign-in.operations.ts'
import { forgetFailures } from './sign-in.store.ts'

export const resetPath = path('/password-reset/:token')

export const requestPasswordReset = operation({
  name: 'access.requestPasswordReset',
  summary: 'Sends a link to reset the password, if there is an account with this e-mail.',
  effect: 'write',
  touches: [],
  may: anyone,
  input: z.object({ email: Email }),
  output: z.object({}),
  secret: ['email'],
  perMinute: 5,
  // Whether there is such an account is looked up by the job: here all is the same for either, and takes as long.
  async run({ tx, now, newId, audit, unchanged, publish }, { email }) {
    const [input] = await store.countRequests(tx, { email, since: afterMinutes(now, -resetMinutes), until: now })
    if ((input?.count ?? 0) >= mostResets) {
      unchanged()
      return {}
    }
    const resetId = newId()
    await store.insertRequest(tx, { id: resetId, email, at: now })
    await publish({ name: 'access.resetRequested', payload: { resetId } })
    // Not the e-mail: it may be none of an account.
    audit({ subject: 'password reset', new: { reset: 'requested' } })
    return {}
  },
})

export const resetPassword = operation({
  name: 'access.resetPassword',
  summary: 'Sets a new password by the link of a letter, and signs out everywhere.',
  effect: 'write',
  touches: [],
  may: anyone,
  input: z.object({ token: z.string().max(200), password: Password }),
  output: z.object({}),
  secret: ['token', 'password'],
  perMinute: 10,
  lane: passwordLane,
  async run({ tx, now, audit }, { token, password }) {
    const [reset] = await store.findResetByToken(tx, { tokenHash: hashToken(token) })
    if (!reset) throw new ProblemError(accessProblems.unknownLink())
    if (reset.usedAt || reset.expiresAt <= now) throw new ProblemError(problems.resetExpired())
    await accounts.setPasswordHash(tx, reset.accountId, await checkedHash(password, reset, 'password'))
    await store.useResets(tx, reset.accountId, now)
    await closeSessions(tx, reset.accountId)
    // Who owns the mailbox need not wait out the lock that somebody else's guesses caused.
    await forgetFailures(tx, reset.email)
    audit({ subject: `account ${reset.email}`, new: { password: 'reset' } })
    return {}
  },
})

/** Makes the link, so that it is readable nowhere but in the letter. */
export const prepareReset = operation({
  name: 'access.prepareReset',
  summary: 'Writes the letter with a new link to reset a password; nothing when it was used or is over.',
  effect: 'write',
  touches: [],
  may: operator,
  input: z.object({ resetId: z.uuid() }),
  output: z.object({ letter: Letter.nullable() }),
  answersOnce: true,
  async run({ tx, now, settings, audit, unchanged }, { resetId }) {
    const [request] = await store.findRequest(tx, { id: resetId })
    const [account] = request ? await accounts.findByEmail(tx, request) : []
    const expiresAt = request && afterMinutes(request.at, resetMinutes)
    const token = newToken()
    const isOpen = expiresAt && expiresAt > now && account && !account.isDisabled
    const reset = isOpen && {
      id: resetId,
      accountId: account.id,
      at: request.at,
      expiresAt,
      tokenHash: hashToken(token),
    }
    if (!reset || !(await store.keepReset(tx, reset))) {
      unchanged()
      return { letter: null }
    }
    audit({ subject: `account ${account.email}`, new: { reset: 'letter' } })
    const { email: to, name, language } = account
    const url = `${settings.publicUrl}${resetPath.to({ token })}`
    const text = say(language, letters.resetBody, { name, url, until: formatInstant(expiresAt) })
    return { letter: { to, subject: say(language, letters.resetSubject), text } }
  },
})

export const sendReset = letter({
  name: 'access.sendReset',
  on: 'access.resetRequested',
  payload: z.object({ resetId: z.uuid() }),
  write: async ({ perform }, payload) => (await perform(prepareReset, payload)).letter,
})
