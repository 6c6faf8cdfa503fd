/** Addresses of one's API tokens. */
import { path } from '#platform/web/path.ts'

export const tokensPath = path('/account/tokens')
export const revokePath = path('/account/tokens/:id/revoke')
