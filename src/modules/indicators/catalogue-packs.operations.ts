/** The catalogue as an installation takes it over from packs: at its first start, and whenever a pack has more. */
import type { PackKind, ReadPack } from '#platform/pack-kinds/model.ts'
import { tableKind } from '#platform/pack-kinds/table-kind.ts'
import { IndicatorPack, MeasurePack, TermPack } from './catalogue-packs.model.ts'
import {
  categoriesOf,
  dimensionsOf,
  indicatorsOf,
  measureRulesOf,
  measuresOf,
  termsOf,
} from './catalogue-packs.rules.ts'
import { indexIndicators } from './indicator-search.operations.ts'
import { leafKind } from './indicators.rules.ts'

const terms = { files: () => ['vietnam/terms'] }
const measures = { files: () => ['vietnam/measures'] }
const readTerms = (read: ReadPack) => read('vietnam/terms', TermPack)
const readMeasures = (read: ReadPack) => read('vietnam/measures', MeasurePack)
const names = ['nameVi', 'nameEn'] as const
const explanations = ['explanationVi', 'explanationEn'] as const

const indicatorRows = tableKind({
  name: 'indicators.indicator',
  order: 36,
  words: { vi: 'Chỉ số', en: 'Indicators' },
  files: () => ['vietnam/indicators'],
  table: 'indicators.indicator',
  key: ['code'],
  isOrdered: true,
  columns: [
    ...(['kind', 'unit', 'numerator', 'denominator', 'atLeast', 'unitKind', 'direction', 'decimals'] as const),
    ...names,
    ...explanations,
    ...(['legalValue', 'legalSource', 'legalVerified', 'parallelOf'] as const),
  ],
  rows: async (read) => indicatorsOf(await read('vietnam/indicators', IndicatorPack), leafKind),
})

/** In the order in which they lean on each other. */
export const catalogueKinds: readonly PackKind[] = [
  tableKind({
    name: 'indicators.dimension',
    order: 31,
    words: { vi: 'Chiều phân tổ', en: 'Dimensions' },
    ...terms,
    table: 'indicators.dimension',
    key: ['code'],
    isOrdered: true,
    columns: names,
    rows: async (read) => dimensionsOf(await readTerms(read)),
  }),
  tableKind({
    name: 'indicators.category',
    order: 32,
    words: { vi: 'Nhóm phân tổ', en: 'Categories' },
    ...terms,
    table: 'indicators.category',
    key: ['dimension', 'code'],
    isOrdered: true,
    columns: names,
    rows: async (read) => categoriesOf(await readTerms(read)),
  }),
  tableKind({
    name: 'indicators.term',
    order: 33,
    words: { vi: 'Phần của biểu mẫu, đơn vị tính', en: 'Sections of forms, units of counting' },
    ...terms,
    table: 'indicators.term',
    key: ['kind', 'code'],
    isOrdered: true,
    columns: names,
    rows: async (read) => termsOf(await readTerms(read)),
  }),
  tableKind({
    name: 'indicators.measure',
    order: 34,
    words: { vi: 'Số liệu gốc', en: 'Measures' },
    ...measures,
    table: 'indicators.measure',
    key: ['code'],
    isOrdered: true,
    columns: [
      ...(['kind', 'unit', 'clock', 'aggregate', 'section'] as const),
      ...names,
      ...explanations,
      ...(['atMost', 'dimensions', 'verified'] as const),
    ],
    rows: async (read) => measuresOf(await readMeasures(read)),
  }),
  tableKind({
    name: 'indicators.measureRule',
    order: 35,
    words: { vi: 'Ràng buộc giữa các số liệu', en: 'Rules between measures' },
    ...measures,
    table: 'indicators.measure_rule',
    key: ['code'],
    isOrdered: false,
    columns: ['parts', 'relation', 'whole', ...explanations],
    rows: async (read) => measureRulesOf(await readMeasures(read)),
  }),
  {
    ...indicatorRows,
    async apply(work, changes, from) {
      await indicatorRows.apply(work, changes, from)
      await indexIndicators(work.tx)
    },
  },
]
