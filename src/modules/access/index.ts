/** The door of access: who people are, what they may do at which unit, and the log of what was done. */
import { type Role, rolesIncluding } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Module } from '#platform/module.ts'
import { problems } from './access.texts.ts'
import type { Grant, Officer } from './accounts.model.ts'
import * as store from './accounts.store.ts'
import { routes as peopleRoutes } from './administration.pages.tsx'
import { peoplePath } from './administration.paths.ts'
import { createToken, latestTokens, listTokens, revokeToken } from './api-tokens.operations.ts'
import * as anchors from './audit/anchors.operations.ts'
import { routes as anchorRoutes } from './audit/anchors.pages.tsx'
import { anchorsPath } from './audit/anchors.paths.ts'
import { texts as anchorTexts } from './audit/anchors.texts.ts'
import { auditEntries, auditEntry, verifyAudit } from './audit/audit.operations.ts'
import { auditPath, routes as auditRoutes } from './audit/audit.pages.tsx'
import * as delegations from './delegations.operations.ts'
import { demo, seedAccounts } from './demo.operations.ts'
import { fieldsToGive } from './fields.operations.ts'
import * as invitations from './invitations.operations.ts'
import { routes as invitationRoutes } from './invitations.pages.tsx'
import { routes as accountRoutes } from './own-account.pages.tsx'
import { accountPath } from './own-account.paths.ts'
import { prepareRoleMoved, writeRoleMoved } from './role-moves/role-moves.operations.ts'
import { roleMovesSection } from './role-moves-section.view.tsx'
import * as people from './roles.operations.ts'
import { listSessions } from './sessions.operations.ts'
import { signInByOpenId } from './sign-in/openid.operations.ts'
import { routes as openIdRoutes } from './sign-in/openid.pages.tsx'
import * as resetting from './sign-in/password-reset.operations.ts'
import { routes as resettingRoutes } from './sign-in/password-reset.pages.tsx'
import * as signing from './sign-in/sign-in.operations.ts'
import { routes as signingRoutes } from './sign-in/sign-in.pages.tsx'

export { roleWords } from './access.texts.ts'
export type { Account, Grant, Officer, RoleName } from './accounts.model.ts'
export { findActive as findActiveAccount, findHolding, findLiveToken, noteTokenUse } from './accounts.store.ts'
export { peoplePath } from './administration.paths.ts'
export { createToken } from './api-tokens.operations.ts'
export { Anchor } from './audit/anchors.model.ts'
export { auditAnchors, auditHead } from './audit/anchors.operations.ts'
export type { ChainReport } from './audit/audit.model.ts'
export { auditEntries, mostAnchors, verifyAudit } from './audit/audit.operations.ts'
export { auditPath } from './audit/audit.pages.tsx'
export { delegate, endDelegation } from './delegations.operations.ts'
export { type DemoAccount, demoAccounts } from './demo.operations.ts'
export { requireField } from './fields.operations.ts'
export { invite } from './invitations.operations.ts'
export { accountPath } from './own-account.paths.ts'
export { type ForeseenRole, type RoleMove, RoleMove as RoleMoveShape } from './role-moves/role-moves.model.ts'
export {
  type FollowRoles,
  followRoles,
  foreseeRoles,
  movesOf,
  unfollowRoles,
} from './role-moves/role-moves.operations.ts'
export { RoleMoves } from './role-moves/role-moves.view.tsx'
export {
  createAccount,
  disableAccount,
  enableAccount,
  endGrant,
  grantRole,
  listAccounts,
  myAccount,
  setPassword,
} from './roles.operations.ts'
export { sessionCookie, sessionOverView } from './sign-in/sign-in.pages.tsx'

/** A role at a unit for a field of work, on a business date. */
interface RoleAtUnit {
  readonly unitId: string
  readonly role: Role
  readonly field: string
  readonly on: string
}

/** The people to write to about a unit: those who hold the role, or one that includes it, at the very unit (not above). */
export function accountsWithRole(tx: Tx, input: RoleAtUnit): Promise<Officer[]> {
  const { unitId, role, field, on } = input
  return store.listOfficers(tx, { unitId, roles: rolesIncluding(role), field, on })
}

/** Names by account id, to show beside what was done. */
export async function nameOfAccounts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = ids.length === 0 ? [] : await store.namesOf(tx, { ids })
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** What an account holds on a day and later, each grant with its unit. */
export function grantsOf(tx: Tx, accountId: string, on: string): Promise<Grant[]> {
  return store.listGrants(tx, { accountId, on })
}

/**
 * Every unit at which an account is a reader or auditor for a field of work (`any`: for whatever field) on a day, by a role there or
 * above, its own or delegated to it: what it may see, each with the field that the role is held for.
 */
export function unitsInSight(
  tx: Tx,
  accountId: string,
  { field, on }: { field: string; on: string },
): Promise<{ id: string; field: string }[]> {
  const roles = [...rolesIncluding('reader'), ...rolesIncluding('auditor')]
  return store.listInSight(tx, { accountId, roles, field, on })
}

/** The units at which an account itself holds `role` or one that includes it, for a field: whose work waits for this person. */
export function roleUnits(
  tx: Tx,
  accountId: string,
  { role, field, on }: Omit<RoleAtUnit, 'unitId'>,
): Promise<{ id: string; code: string; name: string; kind: string }[]> {
  return store.listRoleUnits(tx, { accountId, roles: rolesIncluding(role), field, on })
}

export const access: Module = {
  name: 'access',
  operations: [
    signing.signIn,
    signing.signOut,
    signing.signOutEverywhere,
    signing.changePassword,
    resetting.requestPasswordReset,
    resetting.resetPassword,
    resetting.prepareReset,
    signInByOpenId,
    people.myAccount,
    createToken,
    listTokens,
    latestTokens,
    listSessions,
    revokeToken,
    fieldsToGive,
    people.listAccounts,
    people.grantRole,
    people.endGrant,
    delegations.delegate,
    delegations.endDelegation,
    delegations.listDelegations,
    delegations.ownDelegations,
    delegations.delegatedRoles,
    people.disableAccount,
    people.enableAccount,
    people.createAccount,
    people.setPassword,
    invitations.invite,
    invitations.listInvitations,
    invitations.openInvitations,
    invitations.withdrawInvitation,
    invitations.invitation,
    invitations.acceptInvitation,
    invitations.prepareInvitation,
    prepareRoleMoved,
    delegations.prepareDelegated,
    auditEntries,
    auditEntry,
    verifyAudit,
    anchors.auditAnchors,
    anchors.auditHead,
    anchors.anchorWish,
    anchors.chooseAnchors,
    anchors.askForLetters,
    anchors.prepareAnchor,
    seedAccounts,
  ],
  routes: [
    ...signingRoutes,
    ...resettingRoutes,
    ...openIdRoutes,
    ...accountRoutes,
    ...peopleRoutes,
    ...invitationRoutes,
    ...auditRoutes,
    ...anchorRoutes,
  ],
  jobs: anchors.anchorJobs,
  letters: [
    invitations.sendInvitation,
    resetting.sendReset,
    writeRoleMoved,
    delegations.writeDelegated,
    anchors.writeAnchor,
  ],
  menu: [
    {
      menu: 'account',
      order: 30,
      href: peoplePath.to(),
      words: { vi: 'Người dùng', en: 'People' },
      roles: ['administrator'],
    },
    {
      menu: 'account',
      order: 50,
      href: auditPath.to(),
      words: { vi: 'Nhật ký', en: 'Audit log' },
      roles: ['administrator', 'auditor'],
    },
    { menu: 'footer', order: 40, href: anchorsPath.to(), words: anchorTexts.anchors },
    { menu: 'account', order: 90, href: accountPath.to(), words: { vi: 'Tài khoản', en: 'Account' } },
  ],
  tasks: [{ order: 10, show: roleMovesSection }],
  demo,
  constraints: {
    account_email_once: () => problems.emailTaken({}, ['email']),
    role_grant_once: () => problems.alreadyHeld({}, ['role']),
    delegation_once: () => problems.alreadyDelegated({}, ['delegate']),
    role_grant_lives: () => problems.grantLives({}, ['until']),
  },
}
