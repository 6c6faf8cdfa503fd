/** Addresses of the people of a unit, and of the steps there. */
import { path } from '#platform/web/path.ts'

export const peoplePath = path('/people')
export const endPath = path('/people/end-role')
export const statePath = path('/people/state')
export const delegatePath = path('/people/delegations')
export const endDelegationPath = path('/people/delegations/end')
export const withdrawPath = path('/people/withdraw')
