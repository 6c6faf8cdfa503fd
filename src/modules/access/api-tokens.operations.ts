/** API tokens: a program acts for a person, within scopes and for a while; a token itself makes no tokens. */
import { z } from 'zod'
import { PageInput, pageOf } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { self, signedIn } from '#platform/authority.ts'
import { operation, type Work } from '#platform/operation.ts'
import { hashToken, newToken } from '#platform/session/store.ts'
import { Day } from './accounts.model.ts'
import { lastTokenDay } from './accounts.rules.ts'
import { TokenRow } from './api-tokens.model.ts'
import * as store from './api-tokens.store.ts'
import { problems } from './api-tokens.texts.ts'
import { accountOf } from './sign-in/sign-in.operations.ts'

/** Begins every token, so that one left in a file is found by whoever searches for leaks. */
const prefix = 'hieuhoc_'

const Scope = z
  .string()
  .max(100)
  .regex(/^(\*|[a-z][a-z-]*(\.[A-Za-z]+)?)$/)

export const createToken = operation({
  name: 'access.createToken',
  summary: 'Makes an API token that acts for you within scopes (operations, modules, or *), for a year at most.',
  effect: 'write',
  touches: [],
  may: signedIn,
  input: z.object({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(Scope).min(1).max(50),
    expiresOn: Day,
  }),
  output: z.object({ id: z.uuid(), token: z.string() }),
  answersOnce: true,
  perMinute: 10,
  async run(work, { name, scopes, expiresOn }) {
    const { tx, now, today, newId, audit } = work
    const account = personOf(work)
    const last = lastTokenDay(today)
    if (expiresOn > last) throw new ProblemError(problems.tokenTooLong({ last }, ['expiresOn']))
    if (expiresOn < today) throw new ProblemError(problems.tokenInPast({}, ['expiresOn']))
    const id = newId()
    const token = `${prefix}${newToken()}`
    const row = { id, tokenHash: hashToken(token), accountId: account.id, name, scopes, at: now, expiresOn }
    await store.insertToken(tx, row)
    audit({ subject: `token ${name}`, new: { scopes, expiresOn } })
    return { id, token }
  },
})

export const listTokens = operation({
  name: 'access.listTokens',
  summary: 'Your API tokens, without their secrets, latest first.',
  effect: 'read',
  may: signedIn,
  input: PageInput.extend({ state: z.enum(['live', 'over']).optional() }),
  output: pageOf(TokenRow),
  run: (work, { state, ...page }) =>
    store.listTokens(work.tx, { ...ownerOf(work), isLive: state && state === 'live' }, page),
})

/** The name and the shape that the list had before it had pages. */
export const latestTokens = operation({
  name: 'access.tokens',
  summary: 'Deprecated, use access.listTokens: the latest 100 of your API tokens, without their secrets.',
  effect: 'read',
  may: signedIn,
  input: z.object({}),
  output: z.array(TokenRow),
  run: async (work) => (await store.listTokens(work.tx, ownerOf(work), { limit: 100 })).rows,
})

function ownerOf(work: Work) {
  return { accountId: personOf(work).id, on: work.today }
}

export const revokeToken = operation({
  name: 'access.revokeToken',
  summary: 'Makes one of your API tokens worthless.',
  effect: 'write',
  touches: [],
  may: self('token.account', async ({ id }: { id: string }, tx) => (await store.findToken(tx, { id }))[0]?.accountId),
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  async run(work, { id }) {
    const token = await store.revokeToken(work.tx, id, personOf(work).id, work.now)
    if (!token) throw new ProblemError(problems.unknownToken())
    work.audit({ subject: `token ${id}`, new: { revoked: true } })
    return {}
  },
})

/** The person who is signed in; a stolen token must not make itself a longer life. */
function personOf({ caller }: Work): { readonly id: string } {
  if (caller.scopes) throw new ProblemError(problems.tokenMakesNone())
  return accountOf(caller)
}
