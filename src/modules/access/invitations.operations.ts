/** Invitations: an administrator asks a person in; the link in the letter proves the mailbox and opens the account. */
import { z } from 'zod'
import { type Field, inField } from '#kernel/field.ts'
import { formatInstant, say, sayIn } from '#kernel/language.ts'
import { PageInput, pageOf, sortInput } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { fold, tidy } from '#kernel/text.ts'
import { requireUnit } from '#modules/organisation'
import { anyone, operator, roleAt } from '#platform/authority.ts'
import type { ListPageInput, Tx } from '#platform/database/index.ts'
import { letter } from '#platform/mail/letter.ts'
import { operation, type Work } from '#platform/operation.ts'
import { passwordLane } from '#platform/session/passwords.ts'
import { hashToken, newToken } from '#platform/session/store.ts'
import { path } from '#platform/web/path.ts'
import { Email, FieldCode, LanguageName, Letter, Password, PersonName, RoleName, UnitCode } from './accounts.model.ts'
import { afterDays, invitationDays } from './accounts.rules.ts'
import * as accounts from './accounts.store.ts'
import { fieldsOfCaller, mayGive, requireField, unitNamed } from './fields.operations.ts'
import * as store from './invitations.store.ts'
import { checkedHash } from './sign-in/sign-in.operations.ts'
import { letters, problems, purposes, roleWords } from './texts.ts'

export const invitationPath = path('/invitations/:token')

export const invite = operation({
  name: 'access.invite',
  summary: 'Invites a person to a role at a unit by letter; somebody who already has an account gets the role at once.',
  effect: 'write',
  isQuiet: true,
  may: mayGive,
  input: z.object({
    email: Email,
    name: PersonName,
    unit: UnitCode,
    role: RoleName,
    field: FieldCode,
    language: LanguageName.default('vi'),
  }),
  output: z.object({ outcome: z.enum(['invited', 'granted']) }),
  async run(work, { email, name, unit, role, field, language }) {
    const { tx, now, today, newId, caller, fields, audit, publish } = work
    requireField(fields, field)
    const { id: unitId } = await requireUnit(tx, unit, today)
    const by = caller.account?.id
    const [known] = await accounts.findByEmail(tx, { email })
    if (known?.isDisabled) throw new ProblemError(problems.accountDisabled({ email }, ['email']))
    audit({ subject: `account ${email}`, unitId, field, new: { role, field, unit, invited: !known } })
    if (known) {
      const grant = { id: newId(), accountId: known.id, unitId, role, field, validFrom: today, by, at: now }
      await accounts.insertGrant(tx, grant)
      return { outcome: 'granted' as const }
    }
    const id = newId()
    const expiresAt = afterDays(now, invitationDays)
    await store.insertInvitation(tx, { id, email, name, language, unitId, role, field, by, at: now, expiresAt })
    await publish({ name: 'access.invited', payload: { invitationId: id } })
    return { outcome: 'invited' as const }
  },
})

export const ListedInvitation = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  unitName: z.string(),
  role: RoleName,
  field: z.string(),
  expiresAt: z.date(),
})
export type ListedInvitation = z.infer<typeof ListedInvitation>

const InvitationQuery = z.object({
  unit: UnitCode,
  query: z.string().max(100).optional(),
  state: z.enum(['open', 'expired']).optional(),
})

async function invitationsAt(
  work: Work,
  { unit, query: entry = '', state }: z.infer<typeof InvitationQuery>,
  page: ListPageInput<'email'>,
) {
  const { tx, today, now, audit } = work
  const { id: unitId } = await requireUnit(tx, unit, today)
  const fields = await fieldsOfCaller(work, unitId, 'administrator')
  audit({ subject: `unit ${unit}`, unitId })
  const query = fold(tidy(entry)) || undefined
  return store.listInvitations(tx, { unitId, fields, on: today, query, state, now }, page)
}

export const listInvitations = operation({
  name: 'access.listInvitations',
  summary: 'Invitations to a unit and under it that nobody has taken up, for the fields you administer, latest first.',
  effect: 'read',
  may: roleAt('administrator', 'unit', unitNamed, 'any'),
  input: PageInput.extend({ ...InvitationQuery.shape, sort: sortInput(store.listInvitations.sorts) }),
  output: pageOf(ListedInvitation),
  sensitive: { purpose: purposes.keepingAccounts, records: ({ rows }) => rows.map((row) => row.id) },
  run: (work, { unit, query, state, ...page }) => invitationsAt(work, { unit, query, state }, page),
})

/** The name and the shape that the list had before it had pages. */
export const openInvitations = operation({
  name: 'access.openInvitations',
  summary: 'Deprecated, use access.listInvitations: the latest 200 that nobody has taken up.',
  effect: 'read',
  may: roleAt('administrator', 'unit', unitNamed, 'any'),
  input: z.object({ unit: UnitCode }),
  output: z.array(ListedInvitation),
  sensitive: { purpose: purposes.keepingAccounts, records: (rows) => rows.map((row) => row.id) },
  run: async (work, input) => (await invitationsAt(work, input, { limit: 200 })).rows,
})

export const withdrawInvitation = operation({
  name: 'access.withdrawInvitation',
  summary: 'Makes the link of an invitation worthless.',
  effect: 'write',
  isQuiet: true,
  may: roleAt(
    'administrator',
    'invitation.unit',
    async ({ invitation: id }: { invitation: string }, tx) => (await store.findInvitation(tx, { id }))[0]?.unitId,
    {
      subject: 'invitation.field',
      locate: async ({ invitation: id }, tx) => (await store.findInvitation(tx, { id }))[0]?.field,
    },
  ),
  input: z.object({ invitation: z.uuid() }),
  output: z.object({}),
  async run({ tx, now, audit }, { invitation }) {
    const [result] = await store.findInvitation(tx, { id: invitation })
    if (!result) throw new ProblemError(problems.unknownLink())
    await store.useInvitations(tx, [invitation], now)
    audit({
      subject: `account ${result.email}`,
      unitId: result.unitId,
      field: result.field,
      old: { role: result.role, field: result.field },
      new: { withdrawn: true },
    })
    return {}
  },
})

const Link = z.string().max(200)

export const invitation = operation({
  name: 'access.invitation',
  summary: 'What the link of an invitation offers.',
  effect: 'read',
  may: anyone,
  input: z.object({ token: Link }),
  output: z.object({ email: z.string(), name: z.string(), unitName: z.string(), role: RoleName, field: z.string() }),
  perMinute: 30,
  run: ({ tx, now }, { token }) => requireOpen(tx, token, now),
})

export const acceptInvitation = operation({
  name: 'access.acceptInvitation',
  summary: 'Opens the account that an invitation offers, with every role its e-mail is invited to.',
  effect: 'write',
  isQuiet: true,
  may: anyone,
  input: z.object({ token: Link, name: PersonName, password: Password }),
  output: z.object({ email: z.string() }),
  secret: ['token', 'password'],
  perMinute: 10,
  lane: passwordLane,
  async run(work, { token, name, password }) {
    const { tx, now, today, newId, audit } = work
    const { email, language } = await requireOpen(tx, token, now)
    const open = await store.lockOpenInvitations(tx, { email, now })
    const accountId = await accountFor(work, { email, name, language, password })
    for (const { unitId, role, field, by } of open) {
      const grant = { id: newId(), accountId, unitId, role, field, validFrom: today, by: by ?? undefined, at: now }
      await accounts.insertGrantUnlessHeld(tx, grant)
      audit({ subject: `account ${email}`, unitId, field, new: { role, field } })
    }
    await store.useInvitations(
      tx,
      open.map(({ id }) => id),
      now,
    )
    return { email }
  },
})

/** The account of an e-mail; one made in the meantime keeps its own password. */
async function accountFor(
  { tx, now, newId }: Work,
  person: { email: string; name: string; language: string; password: string },
): Promise<string> {
  const [known] = await accounts.findByEmail(tx, person)
  if (known?.isDisabled) throw new ProblemError(problems.accountDisabled({ email: person.email }))
  if (known) return known.id
  const passwordHash = await checkedHash(person.password, person, 'password')
  const id = newId()
  await accounts.insertAccount(tx, { ...person, id, passwordHash, at: now })
  return id
}

async function requireOpen(tx: Tx, token: string, now: Date): Promise<store.Invitation> {
  const [invitation] = await store.findInvitationByToken(tx, { tokenHash: hashToken(token) })
  if (!invitation) throw new ProblemError(problems.unknownLink())
  if (invitation.usedAt) throw new ProblemError(problems.invitationUsed())
  if (invitation.expiresAt <= now)
    throw new ProblemError(problems.invitationExpired({ on: formatInstant(invitation.expiresAt) }))
  return invitation
}

/** Makes the link, so that it is readable nowhere but in the letter; a letter sent again makes the one before worthless. */
export const prepareInvitation = operation({
  name: 'access.prepareInvitation',
  summary: 'Writes the letter of an invitation, with a new link; nothing when it was taken up or is over.',
  effect: 'write',
  isQuiet: true,
  may: operator,
  input: z.object({ invitationId: z.uuid() }),
  output: z.object({ letter: Letter.nullable() }),
  answersOnce: true,
  async run({ tx, now, settings, fields }, { invitationId }) {
    const [invitation] = await store.findInvitation(tx, { id: invitationId })
    if (!invitation || invitation.usedAt || invitation.expiresAt <= now) return { letter: null }
    const token = newToken()
    await store.setInvitationToken(tx, invitation.id, hashToken(token))
    return { letter: letterFor(invitation, `${settings.publicUrl}${invitationPath.to({ token })}`, fields) }
  },
})

function letterFor(result: store.Invitation, url: string, fields: readonly Field[]): Letter {
  const { email: to, name, language, unitName: unit } = result
  const role = inField(sayIn(language), roleWords[result.role], result.field, fields)
  const until = formatInstant(result.expiresAt)
  return {
    to,
    subject: say(language, letters.invitationSubject, { unit }),
    text: say(language, letters.invitationBody, { name, role, unit, url, until }),
  }
}

export const sendInvitation = letter({
  name: 'access.sendInvitation',
  on: 'access.invited',
  payload: z.object({ invitationId: z.uuid() }),
  write: async ({ perform }, payload) => (await perform(prepareInvitation, payload)).letter,
})
