/** The pages that walk a report back: one figure with its units, one unit with its figures. */
import type { Route } from '#platform/web/page.ts'
import { figurePage } from './figure/pages.tsx'
import { reportUnitPage } from './unit/pages.tsx'

export const routes: Route[] = [figurePage, reportUnitPage]
