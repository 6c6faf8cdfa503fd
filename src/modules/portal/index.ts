/** The door of portal: the public face, put together from what the modules below give. */
import type { Module } from '#platform/module.ts'
import { boundarySpans } from './boundary-days/boundary-days.operations.ts'
import { routes as compareRoutes } from './comparison/comparison.pages.tsx'
import { routes as homeRoutes } from './home.pages.tsx'
import { routes as indicatorRoutes } from './indicator/one-indicator.pages.tsx'
import { routes as methodRoutes } from './method.pages.tsx'
import { routes as dataRoutes } from './open-data.pages.tsx'
import { apiPath, dataPath, homePath, methodPath, stylePath } from './paths.ts'
import { searchAll } from './search/search.operations.ts'
import { searchRoutes } from './search/search.pages.tsx'
import { unitRoutes } from './unit/one-unit.pages.tsx'
import { routes as valueRoutes } from './value/one-value.pages.tsx'

export { apiPath, dataPath, homePath, methodPath, stylePath } from './paths.ts'

export const portal: Module = {
  name: 'portal',
  operations: [searchAll, boundarySpans],
  routes: [...homeRoutes, ...indicatorRoutes, ...compareRoutes, ...valueRoutes, ...dataRoutes, ...methodRoutes],
  routesOver: (parts) => [...unitRoutes(parts), ...searchRoutes(parts)],
  menu: [
    { menu: 'public', order: 10, href: homePath.to(), words: { vi: 'Tiến độ', en: 'Progress' } },
    { menu: 'public', order: 60, href: dataPath.to(), words: { vi: 'Dữ liệu mở', en: 'Open data' } },
    {
      menu: 'footer',
      order: 10,
      href: methodPath.to(),
      words: { vi: 'Các con số được làm ra như thế nào', en: 'How the numbers are made' },
    },
    { menu: 'footer', order: 20, href: apiPath.to(), words: { vi: 'API', en: 'API' } },
    { menu: 'footer', order: 30, href: stylePath.to(), words: { vi: 'Bộ giao diện', en: 'Style guide' } },
  ],
}
