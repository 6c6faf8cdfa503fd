/** The addresses of the register of issued documents. */
import { path } from '#platform/web/path.ts'

export const registerPath = path('/issued-documents')
export const newEntryPath = path('/issued-documents/new')
export const gapPath = path('/issued-documents/gap')
export const unusedPath = path('/issued-documents/:id/unused')
