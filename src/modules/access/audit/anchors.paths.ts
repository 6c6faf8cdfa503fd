/** Where anchors are published, and where an auditor says whether to be sent them. */
import { path } from '#platform/web/path.ts'

export const anchorsPath = path('/audit/anchors')
export const anchorWishPath = path('/account/anchors')
