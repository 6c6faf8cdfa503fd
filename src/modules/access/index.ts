/** The door of access: who people are, what they may do at which unit, and the log of what was done. */
import { type Role, rolesIncluding } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Module } from '#platform/module.ts'
import type { AnyOperation } from '#platform/operation.ts'
import type { Grant, Officer } from './model.ts'
import {
  createAccount,
  disableAccount,
  enableAccount,
  endGrant,
  grantRole,
  listAccounts,
  myAccount,
  setPassword,
} from './people/operations.ts'
import { changePassword, signIn, signOut, signOutEverywhere } from './signing/operations.ts'
import { routes as signingRoutes } from './signing/pages.tsx'
import * as store from './store.ts'
import { problems } from './texts.ts'

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
export { type DemoAccount, demoAccounts, seedDemoAccounts } from './seed.ts'
export { changePassword, signIn, signOut, signOutEverywhere } from './signing/operations.ts'
export { sessionCookie, sessionOverView } from './signing/pages.tsx'
export { findActive as findActiveAccount, findHolding, findLiveToken, noteTokenUse } from './store.ts'
export { roleWords } from './texts.ts'

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
    signIn,
    signOut,
    signOutEverywhere,
    changePassword,
    myAccount,
    listAccounts,
    createAccount,
    setPassword,
    grantRole,
    endGrant,
    disableAccount,
    enableAccount,
  ] as unknown as AnyOperation[],
  routes: [...signingRoutes],
  constraints: {
    account_email_once: () => problems.emailTaken({}, ['email']),
    role_grant_once: () => problems.alreadyHeld({}, ['role']),
    role_grant_lives: () => problems.grantLives({}, ['until']),
  },
}
