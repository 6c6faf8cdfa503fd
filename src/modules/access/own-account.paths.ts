/** Addresses of one's own account. */
import { path } from '#platform/web/path.ts'

export const accountPath = path('/account')
export const passwordPath = path('/account/password')
export const everywherePath = path('/account/sign-out-everywhere')
export const delegatePath = path('/account/delegations')
export const endDelegationPath = path('/account/delegations/end')
