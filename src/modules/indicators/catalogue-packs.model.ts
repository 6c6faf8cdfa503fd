/** What packs hold of the catalogue: measures, indicators and their terms. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'

const MeasureRow = z.object({
  code: z.string(),
  name: WordsShape,
  unit: z.string(),
  kind: z.string(),
  aggregate: z.string(),
  clock: z.string(),
  disaggregations: z.array(z.string()),
  section: z.string(),
  explanation: WordsShape,
  checks: z.object({ atMost: z.string().optional() }),
  verified: z.boolean(),
})

export const MeasurePack = z.object({
  rows: z.array(MeasureRow),
  rules: z.array(
    z.object({
      code: z.string(),
      parts: z.array(z.string()),
      relation: z.string(),
      whole: z.string(),
      explanation: WordsShape,
    }),
  ),
})

const IndicatorRow = z.object({
  code: z.string(),
  name: WordsShape,
  kind: z.string(),
  unit: z.string(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  condition: z.object({ measure: z.string(), atLeast: z.number(), unitKind: z.string() }).nullable(),
  direction: z.string(),
  decimals: z.number(),
  legalStandard: z.object({ value: z.number(), source: z.string(), verified: z.boolean() }).nullable(),
  explanation: WordsShape,
  /** The indicator it runs beside, counted over another kind of unit. */
  parallelOf: z.string().optional(),
})
export const IndicatorPack = z.object({ rows: z.array(IndicatorRow) })

export const TermPack = z.object({
  dimensions: z.array(
    z.object({
      code: z.string(),
      name: WordsShape,
      categories: z.array(z.object({ code: z.string(), name: WordsShape })),
    }),
  ),
  sections: z.array(z.object({ code: z.string(), order: z.number(), name: WordsShape })),
  units: z.array(z.object({ code: z.string(), name: WordsShape })),
})
