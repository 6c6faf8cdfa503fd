/** The door of portal: the public face, put together from what the modules below give. */
import type { Module } from '#platform/module.ts'
import { routes as compareRoutes } from './compare/pages.tsx'
import { routes as dataRoutes } from './data/pages.tsx'
import { routes as homeRoutes } from './home/pages.tsx'
import { routes as indicatorRoutes } from './indicator/pages.tsx'
import { routes as methodRoutes } from './method/pages.tsx'
import { searchTargets } from './search/operations.ts'
import { routes as searchRoutes } from './search/pages.tsx'
import { trees } from './trees/operations.ts'
import { routes as unitRoutes } from './unit/pages.tsx'
import { routes as valueRoutes } from './value/pages.tsx'

export { apiPath, dataPath, homePath, methodPath, stylePath } from './pages.tsx'

export const portal: Module = {
  name: 'portal',
  operations: [searchTargets, trees],
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
