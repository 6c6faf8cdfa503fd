/** The catalogue of measures, indicators and terms, as the tests of packs read it. */
import { z } from 'zod'
import { code, readPack, Words } from './read.ts'

const Measure = z.object({
  code,
  name: Words,
  explanation: Words,
  unit: code,
  kind: z.enum(['count', 'level', 'yes-no', 'money']),
  aggregate: z.enum(['sum', 'none']),
  clock: code,
  disaggregations: z.array(code),
  section: code,
  verified: z.boolean(),
  askedOf: z.array(z.enum(['commune', 'agency', 'city', 'district'])).min(1),
  checks: z.object({ atMost: code.optional() }),
})
export const catalogue = readPack(
  'vietnam/measures.json',
  z.object({
    rules: z.array(z.object({ parts: z.array(code), whole: code, explanation: Words })),
    rows: z.array(Measure),
  }),
)
export const measures = new Map(catalogue.rows.map((measure) => [measure.code, measure]))
const Standard = z.object({ value: z.number(), source: code, article: code.nullable(), verified: z.boolean() })
const Indicator = z.object({
  code,
  name: Words,
  explanation: Words,
  kind: z.enum(['ratio', 'share-of-units', 'level', 'yes-no', 'count']),
  numerator: code.nullable(),
  denominator: code.nullable(),
  unit: code,
  direction: z.enum(['up', 'down']),
  condition: z.object({ measure: code, atLeast: z.number(), unitKind: code }).nullable(),
  decimals: z.int(),
  planTarget: z.boolean(),
  parallelOf: code.optional(),
  legalStandard: Standard.nullable(),
  verified: z.boolean(),
})
export const indicatorRows = readPack('vietnam/indicators.json', z.object({ rows: z.array(Indicator) })).rows
export const indicators = new Map(indicatorRows.map((indicator) => [indicator.code, indicator]))
export const Coded = z.object({ code, name: Words })
export const terms = readPack(
  'vietnam/terms.json',
  z.object({
    dimensions: z.array(Coded.extend({ sensitive: z.boolean(), categories: z.array(Coded).min(2) })),
    unitKinds: z.array(Coded),
    agencyTypes: z.array(Coded),
    sections: z.array(Coded),
    clocks: z.array(Coded),
    units: z.array(Coded),
    placeTypes: z.array(z.object({ kind: code, type: code, name: Words })),
    comparators: z.array(Coded),
    modes: z.array(Coded),
  }),
)
