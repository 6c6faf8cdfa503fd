/** Signing in by OpenID Connect: issuer and subject name the account; the first time an e-mail leads to it that is verified. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { operator } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { emailStandings } from '#platform/session/openid-claims.ts'
import { openSession } from '#platform/session/store.ts'
import type { OpenIdSettings } from '#platform/settings.ts'
import { problems as accessProblems } from '../access.texts.ts'
import { Email } from '../accounts.model.ts'
import * as accounts from '../accounts.store.ts'
import * as store from './openid.store.ts'
import { problems } from './openid.texts.ts'

const Person = z.object({
  issuer: z.string().max(500),
  subject: z.string().min(1).max(500),
  // One that is no address of ours leads to no account.
  email: Email.optional().catch(undefined),
  standing: z.enum(emailStandings),
})
type Person = z.infer<typeof Person>

/** Only the operator may: the page calls it after the issuer has answered for the person. */
export const signInByOpenId = operation({
  name: 'access.signInByOpenId',
  summary: 'Opens a session for whom an OpenID Connect issuer has answered for.',
  effect: 'write',
  touches: [],
  may: operator,
  input: Person.extend({ agent: z.string().max(1000).optional() }),
  output: z.object({ name: z.string(), session: z.string() }),
  answersOnce: true,
  async run({ tx, now, caller, settings, audit }, { agent, ...person }) {
    const [linked] = await store.findIdentity(tx, person)
    const accountId =
      linked?.accountId ?? (await link(tx, person, { now, trust: settings.openId?.trustEmail ?? 'verified' }))
    const [account] = await accounts.findById(tx, { id: accountId })
    if (!account || account.isDisabled) {
      throw new ProblemError(accessProblems.accountDisabled({ email: account?.email ?? '' }))
    }
    const session = await openSession(tx, account.id, now, { address: caller.from, agent })
    const outcome = linked ? 'signed-in' : 'linked and signed-in'
    audit({ subject: `account ${account.email}`, new: { outcome, issuer: person.issuer } })
    return { name: account.name, session }
  },
})

/** The account that an e-mail leads to which is verified, or which the operator trusts the issuer for; linked from now on. */
async function link(tx: Tx, person: Person, at: { now: Date; trust: OpenIdSettings['trustEmail'] }): Promise<string> {
  const { issuer, subject, email, standing } = person
  if (!email) throw new ProblemError(problems.openIdNoEmail())
  if (standing === 'denied') throw new ProblemError(problems.openIdUnverified())
  if (standing === 'unsaid' && at.trust === 'verified') throw new ProblemError(problems.openIdUnsaid())
  const [account] = await accounts.findByEmail(tx, { email })
  if (!account) throw new ProblemError(problems.notInvited({ email }))
  await store.insertIdentity(tx, { issuer, subject, accountId: account.id, at: at.now })
  return account.id
}
