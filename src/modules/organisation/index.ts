/** The door of organisation: units in time. */

import type { Module } from '#platform/module.ts'
import { boundaryImports, importBoundaries, shapes } from './boundaries/operations.ts'
import { routes as boundaryRoutes } from './boundaries/pages.tsx'
import { importFiles } from './boundaries/store.ts'
import { rebuild } from './enacting/operations.ts'
import { search, unit, unitKinds, units } from './operations.ts'
import { loadUnits } from './packs/operations.ts'
import { routes } from './pages.tsx'

export { Act, type ActKind, NewUnit, UnitCode } from './acts/model.ts'
export type { Aftermath, Passing, Revised } from './aftermath/rules.ts'
export type { BoundaryImport, ImportReport, Shapes, UnitShape } from './boundaries/model.ts'
export {
  boundaryImports as boundaryImportsOperation,
  importBoundaries,
  shapes as shapesOperation,
} from './boundaries/operations.ts'
export {
  enactReform,
  foreseeReform,
  holdTree,
  lastChangeOfTree,
  type Proposal,
  rebuild as rebuildLineageOperation,
  rebuildLineage,
  revokeReform,
} from './enacting/operations.ts'
export type { UnitDetail, UnitLink, UnitRef, UnitRow } from './model.ts'
export { DateText, On, UnitLink as UnitLinkShape } from './model.ts'
export {
  requireUnit,
  roleAtCity,
  rootUnit,
  search as searchUnits,
  unit as unitOperation,
  unitById,
  unitFinder,
  unitKinds as unitKindsOperation,
  units as unitsOperation,
} from './operations.ts'
export { loadUnits, packReforms } from './packs/operations.ts'
export {
  boundariesPath,
  UnitAnchor,
  UnitChildren,
  UnitFacts,
  UnitHistory,
  UnitTable,
  unitPath,
  unitsPath,
} from './pages.tsx'
export { dayBefore, isValidOn } from './rules.ts'

export const organisation: Module = {
  name: 'organisation',
  operations: [units, unit, search, unitKinds, loadUnits, rebuild, importBoundaries, boundaryImports, shapes],
  routes: [...routes, ...boundaryRoutes],
  keptFiles: importFiles,
}
