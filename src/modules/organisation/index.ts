/** The door of organisation: units in time. */

import type { Module } from '#platform/module.ts'
import { loadUnits, search, unit, unitKinds, units } from './operations.ts'
import { routes } from './pages.tsx'

export type { UnitDetail, UnitLink, UnitRef, UnitRow } from './model.ts'
export { DateText, On, UnitLink as UnitLinkShape } from './model.ts'
export {
  loadUnits,
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
export { UnitAnchor, UnitChildren, UnitFacts, UnitHistory, UnitTable, unitPath, unitsPath } from './pages.tsx'
export { isValidOn } from './rules.ts'

export const organisation: Module = {
  name: 'organisation',
  operations: [units, unit, search, unitKinds, loadUnits],
  routes,
}
