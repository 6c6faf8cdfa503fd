/** Accounts and what they hold: made by the operator or by invitation, given and ended by the administrators of a unit. */
import { z } from 'zod'
import { allFields } from '#kernel/field.ts'
import { PageInput, pageOf } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { requireUnit, rootUnit } from '#modules/organisation'
import { operator, roleAt, signedIn } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { passwordLane } from '#platform/session/passwords.ts'
import { closeSessions, listSessions, SessionUse } from '#platform/session/store.ts'
import { problems, purposes } from './access.texts.ts'
import {
  Account,
  Day,
  Email,
  FieldCode,
  Grant,
  LanguageName,
  Password,
  PersonName,
  RoleName,
  UnitCode,
} from './accounts.model.ts'
import * as store from './accounts.store.ts'
import { DelegatedRole, Delegation } from './delegations.model.ts'
import * as delegations from './delegations.store.ts'
import { fieldsOfCaller, mayGive, requireField, unitNamed } from './fields.operations.ts'
import { RoleMove } from './role-moves/role-moves.model.ts'
import { movesOf } from './role-moves/role-moves.operations.ts'
import { accountOf, checkedHash } from './sign-in/sign-in.operations.ts'

/** The lowest unit above everything an account holds, and its field; of one that holds nothing the city, and all fields. */
async function aboveAccount(input: { email: string }, tx: Tx, on: string) {
  const [account] = await store.findByEmail(tx, input)
  if (!account) return undefined
  const [above] = await store.findUnitAbove(tx, { accountId: account.id, on })
  return above ?? { id: (await rootUnit(tx, on)).id, field: allFields }
}

export const createAccount = operation({
  name: 'access.createAccount',
  summary: 'Makes an account; without a password it is opened by a link to reset it, or by single sign-on.',
  effect: 'write',
  touches: [],
  may: operator,
  input: z.object({
    email: Email,
    name: PersonName,
    language: LanguageName.default('vi'),
    password: Password.optional(),
  }),
  output: z.object({ id: z.uuid() }),
  secret: ['password'],
  lane: passwordLane,
  async run({ tx, now, newId, audit }, { email, name, language, password }) {
    const id = newId()
    const passwordHash = password === undefined ? null : await checkedHash(password, { email }, 'password')
    await store.insertAccount(tx, { id, email, name, language, passwordHash, at: now })
    audit({ subject: `account ${email}`, new: { email, name, language } })
    return { id }
  },
})

export const setPassword = operation({
  name: 'access.setPassword',
  summary: 'Sets the password of an account and signs it out everywhere.',
  effect: 'write',
  touches: [],
  may: operator,
  input: z.object({ email: Email, password: Password }),
  output: z.object({}),
  secret: ['password'],
  lane: passwordLane,
  async run({ tx, audit }, { email, password }) {
    const account = await requireAccount(tx, email)
    await store.setPasswordHash(tx, account.id, await checkedHash(password, account, 'password'))
    await closeSessions(tx, account.id)
    audit({ subject: `account ${email}`, new: { password: 'set' } })
    return {}
  },
})

export const grantRole = operation({
  name: 'access.grantRole',
  summary: 'Gives an account a role at a unit and everything under it, for a field of work or for all.',
  effect: 'write',
  touches: [],
  may: mayGive,
  input: z.object({
    email: Email,
    unit: UnitCode,
    role: RoleName,
    field: FieldCode,
    from: Day.optional(),
    until: Day.optional(),
  }),
  output: z.object({ id: z.uuid() }),
  async run({ tx, now, today, newId, caller, fields, audit }, { email, unit, role, field, from = today, until }) {
    requireField(fields, field)
    const account = await requireAccount(tx, email)
    const { id: unitId } = await requireUnit(tx, unit, today)
    if (until && until <= from) throw new ProblemError(problems.grantLives({}, ['until']))
    const id = newId()
    const grant = { id, accountId: account.id, unitId, role, field, validFrom: from, validTo: until }
    await store.insertGrant(tx, { ...grant, by: caller.account?.id, at: now })
    audit({ subject: `account ${email}`, unitId, field, new: { role, field, unit, from, until } })
    return { id }
  },
})

interface GrantNamed {
  readonly grant: string
}

async function grantNamed({ grant: id }: GrantNamed, tx: Tx) {
  const [grant] = await store.findGrant(tx, { id })
  return grant
}

export const endGrant = operation({
  name: 'access.endGrant',
  summary: 'Ends a role; today is the first day without it.',
  effect: 'write',
  touches: [],
  may: roleAt('administrator', 'grant.unit', async (input: GrantNamed, tx) => (await grantNamed(input, tx))?.unitId, {
    subject: 'grant.field',
    locate: async (input, tx) => (await grantNamed(input, tx))?.field,
  }),
  input: z.object({ grant: z.uuid() }),
  output: z.object({}),
  async run({ tx, today, audit }, { grant }) {
    const held = await grantNamed({ grant }, tx)
    if (!held) throw new ProblemError(problems.unknownGrant())
    await store.endGrant(tx, grant, today)
    audit({
      subject: `account ${held.email}`,
      unitId: held.unitId,
      field: held.field,
      old: { role: held.role, field: held.field },
      new: { endedOn: today },
    })
    return {}
  },
})

export const listAccounts = operation({
  name: 'access.accounts',
  summary:
    'The accounts that hold a role at a unit or under it, by e-mail, with what they hold for the fields you administer.',
  effect: 'read',
  may: roleAt('administrator', 'unit', unitNamed, 'any'),
  input: PageInput.extend({ unit: UnitCode }),
  output: pageOf(Account),
  sensitive: {
    purpose: purposes.keepingAccounts,
    records: ({ rows }) => rows.map((row) => row.id),
  },
  async run(work, { unit, ...page }) {
    const { tx, today, audit } = work
    const { id: unitId } = await requireUnit(tx, unit, today)
    const fields = await fieldsOfCaller(work, unitId, 'administrator')
    audit({ subject: `unit ${unit}`, unitId })
    return store.listAccounts(tx, { unitId, fields, on: today }, page)
  },
})

const ofAccount = roleAt(
  'administrator',
  'account.units',
  async (input: { email: string }, tx, on) => (await aboveAccount(input, tx, on))?.id,
  { subject: 'account.fields', locate: async (input, tx, on) => (await aboveAccount(input, tx, on))?.field },
)

export const disableAccount = operation({
  name: 'access.disableAccount',
  summary: 'Keeps an account out and signs it out everywhere; what it did stays.',
  effect: 'write',
  touches: [],
  may: ofAccount,
  input: z.object({ email: Email }),
  output: z.object({}),
  async run({ tx, now, audit }, { email }) {
    const account = await requireAccount(tx, email)
    await store.setDisabled(tx, account.id, now)
    await closeSessions(tx, account.id)
    audit({ subject: `account ${email}`, old: { isDisabled: account.isDisabled }, new: { isDisabled: true } })
    return {}
  },
})

export const enableAccount = operation({
  name: 'access.enableAccount',
  summary: 'Lets a disabled account in again.',
  effect: 'write',
  touches: [],
  may: ofAccount,
  input: z.object({ email: Email }),
  output: z.object({}),
  async run({ tx, audit }, { email }) {
    const account = await requireAccount(tx, email)
    await store.setDisabled(tx, account.id, null)
    audit({ subject: `account ${email}`, old: { isDisabled: account.isDisabled }, new: { isDisabled: false } })
    return {}
  },
})

export const myAccount = operation({
  name: 'access.me',
  summary: 'Your account, the roles you hold, and where you are signed in.',
  effect: 'read',
  may: signedIn,
  input: z.object({}),
  output: z.object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    language: LanguageName,
    hasPassword: z.boolean(),
    grants: z.array(Grant),
    /** Roles that others hold and delegated to you: the first 200. `access.listDelegatedRoles` has all. */
    delegated: z.array(DelegatedRole),
    /** What you delegated: the latest 100. `access.listOwnDelegations` has all. */
    delegations: z.array(Delegation),
    /** Roles that followed their unit to its successor lately, or will. */
    moves: z.array(RoleMove),
    /** The latest 50. `access.listSessions` has all. */
    sessions: z.array(SessionUse),
  }),
  async run({ tx, caller, now, today }) {
    const { id } = accountOf(caller)
    const [account] = await store.findById(tx, { id })
    if (!account) throw new ProblemError(problems.unknownAccount({ email: '' }))
    return {
      ...account,
      hasPassword: account.passwordHash !== null,
      grants: await store.listGrants(tx, { accountId: id, on: today }),
      delegated: (await delegations.listDelegatedRoles(tx, { accountId: id, on: today }, { limit: 200 })).rows,
      delegations: (await delegations.listGiven(tx, { accountId: id, on: today }, { limit: 100 })).rows,
      moves: await movesOf(tx, id, today),
      sessions: (await listSessions(tx, { accountId: id, at: now }, { limit: 50 })).rows,
    }
  },
})

async function requireAccount(tx: Tx, email: string): Promise<store.AccountSecret> {
  const [account] = await store.findByEmail(tx, { email })
  if (!account) throw new ProblemError(problems.unknownAccount({ email }, ['email']))
  return account
}
