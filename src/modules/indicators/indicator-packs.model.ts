/** What packs hold of measures, indicators and published figures. */
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'

const Table = z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.unknown())) })

/** A table kept as columns and rows, read as objects. */
function tableOf<T>(row: z.ZodType<T>, table: z.infer<typeof Table>): T[] {
  return table.rows.map((cells) =>
    row.parse(Object.fromEntries(table.columns.map((name, index) => [name, cells[index]]))),
  )
}

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

const Sources = z.record(z.string(), z.object({ title: z.string(), url: z.string().optional() }))

const FigureRow = z.object({
  code: z.string(),
  unitCode: z.string(),
  period: z.string().nullable(),
  asOf: z.iso.date().nullable(),
  value: z.number(),
  qualifier: z.enum(['>', '<', '~']).nullable(),
  sourceId: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  noteVi: z.string().nullable(),
  noteEn: z.string().nullable(),
})

/** Figures published in the press and on portals. */
export const FigurePack = Table.extend({ sources: Sources }).transform((pack) => ({
  sources: pack.sources,
  rows: tableOf(FigureRow, pack),
}))

const PopulationRow = z.object({
  unitCode: z.string(),
  unitValidFrom: z.iso.date().nullable(),
  asOf: z.iso.date(),
  measure: z.string(),
  value: z.number(),
  sourceId: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
})

/** People and households of units, from the census and the merger dossiers. */
export const PopulationPack = Table.extend({ sources: Sources }).transform((pack) => ({
  sources: pack.sources,
  rows: tableOf(PopulationRow, pack),
}))
