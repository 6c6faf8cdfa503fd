/** The door of indicators: measures, values, and what is computed from them. */
import type { Module } from '#platform/module.ts'
import { catalogueKinds } from './catalogue-packs.operations.ts'
import { compare } from './comparison.operations.ts'
import { routes } from './indicator-list.pages.tsx'
import { loadCatalogue } from './indicator-packs.operations.ts'
import { indicatorSearch } from './indicator-search.operations.ts'
import { indicatorsPath } from './paths.ts'
import { byUnit, listIndicators, recordedOfUnit, series, values } from './series.operations.ts'
import { parts } from './sums/parts.operations.ts'
import { measureTotal } from './sums/totals.operations.ts'
import { dictionary, openValues } from './value-dump.operations.ts'
import { history, recorders } from './value-history.operations.ts'

export { compare as compareOperation, mostCompared } from './comparison.operations.ts'
export { basisText, madeText } from './conversion/basis.view.tsx'
export type { Basis, BoundaryDay, Conversion } from './conversion/boundary-day.model.ts'
export { BoundaryDay as BoundaryDayShape, Conversion as ConversionShape } from './conversion/boundary-day.model.ts'
export { requireUnitOnBoundaries } from './conversion/conversion.operations.ts'
export { dayOf as dayOfBoundaries } from './conversion/conversion.rules.ts'
export { rebasingRules } from './conversion/conversion.texts.ts'
export { SourcePlaces, sourceText } from './conversion/conversion.view.tsx'
export { FigureSources, FormulaWords, ShownWhy, sumText } from './figure-choice.view.tsx'
export { loadCatalogue, submissionSource } from './indicator-packs.operations.ts'
export { insertSources } from './indicator-packs.store.ts'
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
} from './indicators.model.ts'
export { Indicator as IndicatorShape, Point as PointShape } from './indicators.model.ts'
export { disagreeing, leafKind, momentOf } from './indicators.rules.ts'
export { listMeasureRules, withdrawValues } from './indicators.store.ts'
export { amountText, isDrawn, isEstimate, valueText } from './numbers.view.tsx'
export { listParallels } from './parallels.store.ts'
export { indicatorPath, indicatorsPath, measurePath, valuePath } from './paths.ts'
export {
  byUnit as byUnitOperation,
  catalogueOf,
  listIndicators as listIndicatorsOperation,
  recordedOfUnit as recordedOfUnitOperation,
  recordValues,
  requireIndicators,
  series as seriesOperation,
  seriesFor,
  values as valuesOperation,
} from './series.operations.ts'
export { parts as partsOperation, partsOf } from './sums/parts.operations.ts'
export { Categories, type PartsProps, PartsTable, partsFile } from './sums/parts.view.tsx'
export { type MeasureTotal, measureTotal as measureTotalOperation } from './sums/totals.operations.ts'
export { dictionary as dictionaryOperation, openValues as openValuesOperation } from './value-dump.operations.ts'
export { history as historyOperation, recorders as recordersOperation } from './value-history.operations.ts'
export { ValueHistory } from './value-history.view.tsx'

export const indicators: Module = {
  name: 'indicators',
  field: { vi: 'Số liệu và chỉ số', en: 'Figures and indicators' },
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
  menu: [{ menu: 'public', order: 20, href: indicatorsPath.to(), words: { vi: 'Chỉ số', en: 'Indicators' } }],
  search: [indicatorSearch],
  packKinds: catalogueKinds,
  packs: [{ order: 30, operation: loadCatalogue, input: ({ pack }) => ({ pack }) }],
}
