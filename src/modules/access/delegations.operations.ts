/** Delegating: by the holder or by an administrator of all that is held; it ends by itself, or is ended by any of them. */
import { z } from 'zod'
import { type Field, fieldWords } from '#kernel/field.ts'
import { formatDate, say, sayIn } from '#kernel/language.ts'
import { PageInput, pageOf } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { requireUnit, rootUnit } from '#modules/organisation'
import { anyOf, operator, relatedBy, roleAt, self, signedIn } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { letter } from '#platform/mail/letter.ts'
import { operation } from '#platform/operation.ts'
import { problems as accessProblems, purposes } from './access.texts.ts'
import { Day, Email, FieldCode, Letter, UnitCode } from './accounts.model.ts'
import * as accounts from './accounts.store.ts'
import { DelegatedRole, Delegation } from './delegations.model.ts'
import { delegationFault } from './delegations.rules.ts'
import * as store from './delegations.store.ts'
import { letters, problems } from './delegations.texts.ts'
import { fieldsOfCaller, requireField, unitNamed } from './fields.operations.ts'
import { accountOf } from './sign-in/sign-in.operations.ts'

/** The lowest unit above all that an account holds in a field; the city where it holds nothing. */
async function unitAbove(tx: Tx, input: { accountId: string; field: string; on: string }): Promise<string> {
  const [above] = await accounts.findUnitAbove(tx, input)
  return above?.id ?? (await rootUnit(tx, input.on)).id
}

interface NewDelegation {
  readonly delegator: string
  readonly field: string
}

async function idOf(email: string, tx: Tx): Promise<string | undefined> {
  const [account] = await accounts.findByEmail(tx, { email })
  return account?.id
}

async function unitOfDelegator({ delegator, field }: NewDelegation, tx: Tx, on: string): Promise<string | undefined> {
  const accountId = await idOf(delegator, tx)
  return accountId && unitAbove(tx, { accountId, field, on })
}

export const delegate = operation({
  name: 'access.delegate',
  summary: 'Lets somebody do what the delegator may in a field of work, until a day; the delegate does not pass it on.',
  effect: 'write',
  touches: [],
  may: anyOf(
    self('delegator', ({ delegator }: NewDelegation, tx) => idOf(delegator, tx)),
    roleAt('administrator', 'delegator.units', unitOfDelegator, {
      subject: 'input.field',
      locate: async ({ field }) => field,
    }),
  ),
  input: z.object({
    delegator: Email,
    delegate: Email,
    field: FieldCode,
    from: Day.optional(),
    /** The first day without it, a year after the first at most. */
    until: Day,
  }),
  output: z.object({ id: z.uuid() }),
  async run(work, input) {
    const { tx, now, today, newId, caller, fields, audit, publish } = work
    const { field, from = today, until } = input
    requireField(fields, field)
    requireDays(today, { from, until })
    const delegator = await requireAccount(tx, input.delegator, 'delegator')
    const to = await requireAccount(tx, input.delegate, 'delegate')
    if (delegator.id === to.id) throw new ProblemError(problems.delegatesToSelf({}, ['delegate']))
    const held = { accountId: delegator.id, field, on: today }
    const [above] = await accounts.findUnitAbove(tx, held)
    if (!above) throw new ProblemError(problems.nothingToDelegate({ email: input.delegator }, ['delegator']))
    const id = newId()
    const days = { validFrom: from, validTo: until }
    const made = { id, delegatorId: delegator.id, delegateId: to.id, field, ...days, by: caller.account?.id, at: now }
    await store.insertDelegation(tx, made)
    await publish({ name: 'access.delegated', payload: { delegationId: id } })
    const entry = { delegate: input.delegate, field, from, until }
    audit({ subject: `account ${input.delegator}`, unitId: above.id, field, new: entry })
    return { id }
  },
})

function requireDays(today: string, days: { readonly from: string; readonly until: string }): void {
  const fault = delegationFault(today, days)
  if (fault === 'in-past') throw new ProblemError(problems.delegationInPast({}, ['from']))
  if (fault === 'no-day') throw new ProblemError(accessProblems.grantLives({}, ['until']))
  if (fault === 'too-long') throw new ProblemError(problems.delegationTooLong({}, ['until']))
}

async function requireAccount(tx: Tx, email: string, name: string): Promise<accounts.AccountSecret> {
  const [account] = await accounts.findByEmail(tx, { email })
  if (!account) throw new ProblemError(accessProblems.unknownAccount({ email }, [name]))
  if (account.isDisabled) throw new ProblemError(accessProblems.accountDisabled({ email }, [name]))
  return account
}

interface DelegationNamed {
  readonly delegation: string
}

async function delegationNamed({ delegation: id }: DelegationNamed, tx: Tx): Promise<Delegation | undefined> {
  const [delegation] = await store.findDelegation(tx, { id })
  return delegation
}

export const endDelegation = operation({
  name: 'access.endDelegation',
  summary: 'Ends a delegation; today is the first day without it.',
  effect: 'write',
  touches: [],
  may: anyOf(
    relatedBy('party to', 'delegation', async (accountId, { delegation: id }: DelegationNamed, tx) => {
      const [answer] = await store.findParty(tx, { id, accountId })
      return answer?.isParty ?? false
    }),
    roleAt(
      'administrator',
      'delegator.units',
      async (input: DelegationNamed, tx, on) => {
        const delegation = await delegationNamed(input, tx)
        return delegation && unitAbove(tx, { accountId: delegation.delegator.id, field: delegation.field, on })
      },
      { subject: 'delegation.field', locate: async (input, tx) => (await delegationNamed(input, tx))?.field },
    ),
  ),
  input: z.object({ delegation: z.uuid() }),
  output: z.object({}),
  async run({ tx, today, audit }, input) {
    const delegation = await delegationNamed(input, tx)
    if (!delegation) throw new ProblemError(problems.unknownDelegation())
    const { id, delegator, delegate: to, field } = delegation
    await store.endDelegation(tx, id, today)
    const unitId = await unitAbove(tx, { accountId: delegator.id, field, on: today })
    const old = { delegate: to.email, field, until: delegation.validTo }
    audit({ subject: `account ${delegator.email}`, unitId, field, old, new: { endedOn: today } })
    return {}
  },
})

export const ownDelegations = operation({
  name: 'access.listOwnDelegations',
  summary: 'What you delegated, today and later, latest first.',
  effect: 'read',
  may: signedIn,
  input: PageInput,
  output: pageOf(Delegation),
  run: ({ tx, caller, today }, page) => store.listGiven(tx, { accountId: accountOf(caller).id, on: today }, page),
})

export const delegatedRoles = operation({
  name: 'access.listDelegatedRoles',
  summary: 'Roles that others hold and delegated to you, today and later, by the day they begin.',
  effect: 'read',
  may: signedIn,
  input: PageInput,
  output: pageOf(DelegatedRole),
  run: ({ tx, caller, today }, page) =>
    store.listDelegatedRoles(tx, { accountId: accountOf(caller).id, on: today }, page),
})

export const listDelegations = operation({
  name: 'access.delegations',
  summary: 'Delegations of those who hold a role at a unit or under it, for the fields you administer, latest first.',
  effect: 'read',
  may: roleAt('administrator', 'unit', unitNamed, 'any'),
  input: PageInput.extend({ unit: UnitCode }),
  output: pageOf(Delegation),
  sensitive: {
    purpose: purposes.keepingAccounts,
    records: ({ rows }) => rows.flatMap(({ delegator, delegate: to }) => [delegator.id, to.id]),
  },
  async run(work, { unit, ...page }) {
    const { tx, today, audit } = work
    const { id: unitId } = await requireUnit(tx, unit, today)
    const fields = await fieldsOfCaller(work, unitId, 'administrator')
    audit({ subject: `unit ${unit}`, unitId })
    return store.listDelegations(tx, { unitId, fields, on: today }, page)
  },
})

/** Written when the letter is sent, so that it says what holds then: of a delegation that has ended meanwhile, nothing. */
export const prepareDelegated = operation({
  name: 'access.prepareDelegated',
  summary:
    'Writes the letter that tells a delegate what was delegated to them; nothing when it is over or the account is disabled.',
  effect: 'write',
  touches: [],
  may: operator,
  input: z.object({ delegationId: z.uuid() }),
  output: z.object({ letter: Letter.nullable() }),
  async run({ tx, today, settings, fields }, { delegationId }) {
    const [delegation] = await store.findDelegation(tx, { id: delegationId })
    if (!delegation || delegation.validTo <= today || delegation.validTo <= delegation.validFrom)
      return { letter: null }
    const [account] = await accounts.findById(tx, { id: delegation.delegate.id })
    if (!account || account.isDisabled) return { letter: null }
    return { letter: letterOf(delegation, account, { fields, address: `${settings.publicUrl}/account` }) }
  },
})

function letterOf(
  { delegator, field, validFrom, validTo }: Delegation,
  { email: to, name, language }: accounts.AccountSecret,
  { fields, address }: { readonly fields: readonly Field[]; readonly address: string },
): Letter {
  const params = {
    name,
    delegator: `${delegator.name} (${delegator.email})`,
    field: sayIn(language)(fieldWords(field, fields)),
    from: formatDate(validFrom),
    until: formatDate(validTo),
    address,
  }
  return {
    to,
    subject: say(language, letters.delegatedSubject, { ...params, delegator: delegator.name }),
    text: say(language, letters.delegatedBody, params),
  }
}

export const writeDelegated = letter({
  name: 'access.writeDelegated',
  on: 'access.delegated',
  payload: z.object({ delegationId: z.uuid() }),
  write: async ({ perform }, payload) => (await perform(prepareDelegated, payload)).letter,
})
