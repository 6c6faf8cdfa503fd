/** The door of indicators: measures, values, and what is computed from them. */
import type { Module } from '#platform/module.ts'
import type { AnyOperation } from '#platform/operation.ts'
import { byUnit, listIndicators, recordedOfUnit, series, values } from './operations.ts'
import { loadCatalogue } from './packs/operations.ts'

export type { Indicator, Measure, MeasureRule, NewValue, Point, RecordedValue, RolledUp, UnitValue } from './model.ts'
export { Indicator as IndicatorShape, Point as PointShape } from './model.ts'
export {
  byUnit as byUnitOperation,
  recordedOfUnit as recordedOfUnitOperation,
  recordValues,
  requireIndicators,
  series as seriesOperation,
  seriesFor,
  values as valuesOperation,
} from './operations.ts'
export { loadCatalogue, submissionSource } from './packs/operations.ts'
export { listMeasureRules } from './store.ts'

export const indicators: Module = {
  name: 'indicators',
  operations: [listIndicators, series, byUnit, values, recordedOfUnit, loadCatalogue] as unknown as AnyOperation[],
  routes: [],
}
