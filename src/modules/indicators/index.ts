/** The door of indicators: measures, values, and what is computed from them. */
import type { Module } from '#platform/module.ts'
import { compare } from './comparing/operations.ts'
import { history, recorders } from './history/operations.ts'
import { dictionary, openValues } from './open-data/operations.ts'
import { byUnit, listIndicators, recordedOfUnit, series, values } from './operations.ts'
import { loadCatalogue } from './packs/operations.ts'
import { routes } from './pages.tsx'
import { parts } from './parts/operations.ts'
import { measureTotal } from './totals/operations.ts'

export { basisText, madeText } from './carrying/pages.tsx'
export { compare as compareOperation, mostCompared } from './comparing/operations.ts'
export { FigureSources, FormulaWords, ShownWhy, sumText } from './figures/pages.tsx'
export { history as historyOperation, recorders as recordersOperation } from './history/operations.ts'
export { ValueHistory } from './history/pages.tsx'
export type {
  HistoryRow,
  Indicator,
  Measure,
  MeasureRule,
  NewValue,
  OpenValue,
  Part,
  PartSource,
  Point,
  RecordedValue,
  RolledUp,
  Terms,
  UnitValue,
} from './model.ts'
export { Indicator as IndicatorShape, Point as PointShape } from './model.ts'
export { dictionary as dictionaryOperation, openValues as openValuesOperation } from './open-data/operations.ts'
export {
  byUnit as byUnitOperation,
  listIndicators as listIndicatorsOperation,
  recordedOfUnit as recordedOfUnitOperation,
  recordValues,
  requireIndicators,
  series as seriesOperation,
  seriesFor,
  values as valuesOperation,
} from './operations.ts'
export { loadCatalogue, submissionSource } from './packs/operations.ts'
export { insertSources } from './packs/store.ts'
export {
  amountText,
  indicatorPath,
  indicatorsPath,
  isDrawn,
  isEstimate,
  measurePath,
  valuePath,
  valueText,
} from './pages.tsx'
export { listParallels } from './parallels/store.ts'
export { parts as partsOperation } from './parts/operations.ts'
export { Categories, type PartsProps, PartsTable, partsFile } from './parts/pages.tsx'
export type { Basis, Rebased, Tree } from './rebasing/model.ts'
export { Rebased as RebasedShape, Tree as TreeShape } from './rebasing/model.ts'
export { requireUnitOnTree } from './rebasing/operations.ts'
export { SourcePlaces, sourceText } from './rebasing/pages.tsx'
export { dayOf as dayOfTree } from './rebasing/rules.ts'
export { rebasingRules } from './rebasing/texts.ts'
export { disagreeing, leafKind, momentOf } from './rules.ts'
export { listMeasureRules, withdrawValues } from './store.ts'
export { type MeasureTotal, measureTotal as measureTotalOperation } from './totals/operations.ts'

export const indicators: Module = {
  name: 'indicators',
  operations: [
    listIndicators,
    series,
    byUnit,
    compare,
    parts,
    values,
    history,
    recorders,
    measureTotal,
    recordedOfUnit,
    openValues,
    dictionary,
    loadCatalogue,
  ],
  routes,
}
