/** The door of organisation: units in time. */

import type { Module } from '#platform/module.ts'
import { boundaryImport, boundaryImports, listBoundaryImports } from './boundaries/boundary-import-list.operations.ts'
import { importBoundaries, shapes } from './boundaries/boundary-imports.operations.ts'
import { importFiles } from './boundaries/boundary-imports.store.ts'
import { routes as boundaryRoutes } from './boundaries/boundary-upload.pages.tsx'
import { routes as boundaryImportRoutes } from './boundaries/one-boundary-import.pages.tsx'
import { rebuild } from './decisions/decisions-in-force.operations.ts'
import { unitsPath } from './paths.ts'
import { unitChildren } from './unit-children.view.tsx'
import { routes } from './unit-list.pages.tsx'
import { loadUnits } from './unit-packs.operations.ts'
import { unitSearch } from './unit-search.operations.ts'
import { search, unit, unitKinds, units } from './units.operations.ts'

export { agenciesInPack, agenciesInTree, agencyFile } from './agency-packs.operations.ts'
export { type AgencyRow, changesToAgency } from './agency-packs.rules.ts'
export type {
  BoundaryImport,
  ImportReport,
  ListedImport as ListedBoundaryImport,
  Shapes,
  UnitShape,
} from './boundaries/boundaries.model.ts'
export { boundaryImport, listBoundaryImports } from './boundaries/boundary-import-list.operations.ts'
export {
  importBoundaries,
  shapes as shapesOperation,
} from './boundaries/boundary-imports.operations.ts'
export { Change as UnitChange, type ChangeKind, NewUnit, UnitCode } from './decisions/changes.model.ts'
export {
  holdTree,
  lastChangeOfTree,
  type Proposal,
  previewDecision,
  putInForce,
  rebuild as rebuildCrosswalkOperation,
  rebuildCrosswalk,
  revertDecision,
} from './decisions/decisions-in-force.operations.ts'
export type { Passing, Revised, UnitEffects } from './decisions/unit-effects.rules.ts'
export { boundariesPath, unitPath, unitsPath } from './paths.ts'
export { unitList } from './unit-list.pages.tsx'
export { loadUnits, packDecisions } from './unit-packs.operations.ts'
export type { UnitDetail, UnitLink, UnitRef, UnitRow } from './units.model.ts'
export { DateText, On, UnitLink as UnitLinkShape } from './units.model.ts'
export {
  allUnitsOn,
  kindsOfUnits,
  requireUnit,
  roleAtCity,
  rootUnit,
  search as searchUnits,
  unit as unitOperation,
  unitById,
  unitFinder,
  unitKinds as unitKindsOperation,
  units as unitsOperation,
} from './units.operations.ts'
export { dayBefore, isValidOn } from './units.rules.ts'
export { UnitAnchor, UnitChildren, UnitFacts, UnitHistory } from './units.view.tsx'

export const organisation: Module = {
  name: 'organisation',
  field: { vi: 'Đơn vị và địa giới', en: 'Units and boundaries' },
  operations: [
    units,
    unit,
    search,
    unitKinds,
    loadUnits,
    rebuild,
    importBoundaries,
    boundaryImports,
    listBoundaryImports,
    boundaryImport,
    shapes,
  ],
  routes: [...routes, ...boundaryRoutes, ...boundaryImportRoutes],
  keptFiles: importFiles,
  menu: [{ menu: 'public', order: 30, href: unitsPath.to(), words: { vi: 'Đơn vị', en: 'Units' } }],
  unitSections: [{ order: 10, show: unitChildren }],
  search: [unitSearch],
  packs: [
    { order: 10, operation: loadUnits, input: ({ pack }) => ({ pack }) },
    // Where an earlier version, which knew no crosswalk, filled the tables.
    { order: 60, operation: rebuild, input: () => ({ onlyIfMissing: true }), isRepair: true },
  ],
}
