/** The door of portal: the public face, put together from what the modules below give. */
import type { Module } from '#platform/module.ts'
import { boundarySpans } from './boundary-days/boundary-days.operations.ts'
import { routes as compareRoutes } from './comparison/comparison.pages.tsx'
import { routes as homeRoutes } from './home.pages.tsx'
import { routes as indicatorRoutes } from './indicator/one-indicator.pages.tsx'
import { routes as methodRoutes } from './method.pages.tsx'
import { routes as dataRoutes } from './open-data.pages.tsx'
import { searchTargets } from './search/search.operations.ts'
import { routes as searchRoutes } from './search/search.pages.tsx'
import { routes as unitRoutes } from './unit/one-unit.pages.tsx'
import { routes as valueRoutes } from './value/one-value.pages.tsx'

export { apiPath, dataPath, homePath, methodPath, stylePath } from './paths.ts'

export const portal: Module = {
  name: 'portal',
  operations: [searchTargets, boundarySpans],
  routes: [
    ...homeRoutes,
    ...indicatorRoutes,
    ...unitRoutes,
    ...compareRoutes,
    ...valueRoutes,
    ...searchRoutes,
    ...dataRoutes,
    ...methodRoutes,
  ],
}
