/** The screens of reports: reading them, and making them. */
import type { Route } from '#platform/web/page.ts'
import { routes as reading } from './reading/pages.tsx'
import { routes as writing } from './writing/pages.tsx'

export { reportPath, reportsPath } from './addresses/pages.tsx'

export const routes: Route[] = [...reading, ...writing]
