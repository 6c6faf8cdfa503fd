/** What packs hold of published figures and population. */
import { z } from 'zod'

const Table = z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.unknown())) })

/** A table kept as columns and rows, read as objects. */
function tableOf<T>(row: z.ZodType<T>, table: z.infer<typeof Table>): T[] {
  return table.rows.map((cells) =>
    row.parse(Object.fromEntries(table.columns.map((name, index) => [name, cells[index]]))),
  )
}

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
