/** The door of access: who people are, what they may do at which unit, and the log of what was done. */
import { type Role, rolesIncluding } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Module } from '#platform/module.ts'
import { routes as accountRoutes } from './account/pages.tsx'
import { auditEntries, auditEntry, verifyAudit } from './audit/operations.ts'
import { routes as auditRoutes } from './audit/pages.tsx'
import { prepareRoleMoved, writeRoleMoved } from './following/operations.ts'
import * as invitations from './invitations/operations.ts'
import { routes as invitationRoutes } from './invitations/pages.tsx'
import type { Grant, Officer } from './model.ts'
import { signInByOpenId } from './openid/operations.ts'
import { routes as openIdRoutes } from './openid/pages.tsx'
import * as people from './people/operations.ts'
import { routes as peopleRoutes } from './people/pages.tsx'
import * as resetting from './resetting/operations.ts'
import { routes as resettingRoutes } from './resetting/pages.tsx'
import * as signing from './signing/operations.ts'
import { routes as signingRoutes } from './signing/pages.tsx'
import * as store from './store.ts'
import { problems } from './texts.ts'
import { createToken, listTokens, revokeToken } from './tokens/operations.ts'

export { accountPath } from './account/pages.tsx'
export type { ChainReport } from './audit/model.ts'
export { auditEntries, verifyAudit } from './audit/operations.ts'
export { auditPath } from './audit/pages.tsx'
export { type ForeseenRole, type RoleMove, RoleMove as RoleMoveShape } from './following/model.ts'
export { type FollowRoles, followRoles, foreseeRoles, movesOf, unfollowRoles } from './following/operations.ts'
export { RoleMoves } from './following/pages.tsx'
export { invite } from './invitations/operations.ts'
export type { Account, Grant, Officer, RoleName } from './model.ts'
export {
  createAccount,
  disableAccount,
  enableAccount,
  endGrant,
  grantRole,
  listAccounts,
  myAccount,
  setPassword,
} from './people/operations.ts'
export { peoplePath } from './people/pages.tsx'
export { type DemoAccount, demoAccounts, seedDemoAccounts } from './seed.ts'
export { sessionCookie, sessionOverView } from './signing/pages.tsx'
export { findActive as findActiveAccount, findHolding, findLiveToken, noteTokenUse } from './store.ts'
export { roleWords } from './texts.ts'
export { createToken } from './tokens/operations.ts'

/** The people to write to about a unit: those who hold `role`, or one that includes it, at the very unit (not above). */
export function accountsWithRole(tx: Tx, unitId: string, role: Role, on: string): Promise<Officer[]> {
  return store.listOfficers(tx, { unitId, roles: rolesIncluding(role), on })
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

/** The units at which an account itself holds `role` or one that includes it: whose work waits for this person. */
export function roleUnits(
  tx: Tx,
  accountId: string,
  role: Role,
  on: string,
): Promise<{ id: string; code: string; name: string; kind: string }[]> {
  return store.listRoleUnits(tx, { accountId, roles: rolesIncluding(role), on })
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
    revokeToken,
    people.listAccounts,
    people.grantRole,
    people.endGrant,
    people.disableAccount,
    people.enableAccount,
    people.createAccount,
    people.setPassword,
    invitations.invite,
    invitations.openInvitations,
    invitations.withdrawInvitation,
    invitations.invitation,
    invitations.acceptInvitation,
    invitations.prepareInvitation,
    prepareRoleMoved,
    auditEntries,
    auditEntry,
    verifyAudit,
  ],
  routes: [
    ...signingRoutes,
    ...resettingRoutes,
    ...openIdRoutes,
    ...accountRoutes,
    ...peopleRoutes,
    ...invitationRoutes,
    ...auditRoutes,
  ],
  jobs: [invitations.sendInvitation, resetting.sendReset, writeRoleMoved],
  constraints: {
    account_email_once: () => problems.emailTaken({}, ['email']),
    role_grant_once: () => problems.alreadyHeld({}, ['role']),
    role_grant_lives: () => problems.grantLives({}, ['until']),
  },
}
