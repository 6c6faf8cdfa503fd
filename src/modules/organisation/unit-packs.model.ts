/** What packs hold of units: places and agencies with their dates, how they became each other, and the decisions of those days. */
import { z } from 'zod'

const Columns = z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.unknown())) })

const UnitPackRow = z.object({
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  type: z.string(),
  parentCode: z.string().nullable(),
  /** The first day; null = since before the records begin. */
  validFrom: z.iso.date().nullable(),
  /** The first day not valid; null = still valid. */
  validTo: z.iso.date().nullable(),
  areaKm2: z.number().nullable(),
  areaIsEstimate: z.boolean(),
  seat: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
})
export type UnitPackRow = z.infer<typeof UnitPackRow>

const SuccessionPackRow = z.object({
  on: z.iso.date(),
  fromCode: z.string(),
  toCode: z.string(),
  part: z.enum(['full', 'partial']),
  share: z.number().nullable(),
  populationMoves: z.enum(['all', 'part', 'none']).nullable(),
  basis: z.string(),
})

const AgencyPackRow = z.object({
  code: z.string(),
  nameVi: z.string(),
  type: z.string(),
  parent: z.string().nullable(),
  seat: z.string(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
})

const AgencySuccessionRow = z.object({
  on: z.iso.date(),
  from: z.string(),
  to: z.string(),
  scope: z.string(),
  scopeVi: z.string().nullable(),
  scopeEn: z.string().nullable(),
  basis: z.string(),
  verified: z.boolean(),
})

/** An agency that came under another on a day. */
const AgencyMoveRow = z.object({ on: z.iso.date(), agency: z.string(), parent: z.string() })

function objects<T>(row: z.ZodType<T>, columns: readonly string[], rows: readonly (readonly unknown[])[]): T[] {
  return rows.map((cells) => row.parse(Object.fromEntries(columns.map((column, index) => [column, cells[index]]))))
}

/** A table kept as columns and rows, read as objects. */
function tableOf<T>(row: z.ZodType<T>) {
  return Columns.transform(({ columns, rows }) => objects(row, columns, rows))
}

export const UnitPack = tableOf(UnitPackRow)
export const SuccessionPack = tableOf(SuccessionPackRow)

export const AgencyPack = Columns.extend({
  successionColumns: z.array(z.string()),
  successions: z.array(z.array(z.unknown())),
  moveColumns: z.array(z.string()),
  moves: z.array(z.array(z.unknown())),
}).transform((pack) => ({
  agencies: objects(AgencyPackRow, pack.columns, pack.rows),
  successions: objects(AgencySuccessionRow, pack.successionColumns, pack.successions),
  moves: objects(AgencyMoveRow, pack.moveColumns, pack.moves),
}))

/** The decisions behind the dates of the other files, one a day. */
export const DecisionPack = z.object({
  rows: z.array(z.object({ on: z.iso.date(), title: z.string(), basis: z.string() })),
})

export interface UnitPacks {
  readonly places: z.infer<typeof UnitPack>
  readonly successions: z.infer<typeof SuccessionPack>
  readonly agencies: z.infer<typeof AgencyPack>
  readonly decisions: z.infer<typeof DecisionPack>['rows']
}

/** The country stands beside the tree: its figures are compared with, never summed. */
export const CountryPack = z.object({ code: z.string(), name: z.string() })

/** A kind of unit, with its depth in the tree. */
export interface UnitKindRow {
  readonly code: string
  readonly tree: 'place' | 'agency'
  readonly level: number
  readonly vi: string
  readonly en: string
}

/** The kinds of a pack: places from the whole down, then agencies, which hang below all of them. */
export const TermsPack = z
  .object({ unitKinds: z.array(z.object({ code: z.string(), name: z.object({ vi: z.string(), en: z.string() }) })) })
  .transform(({ unitKinds }): UnitKindRow[] => [
    ...unitKinds.map(({ code, name }, level) => ({ code, tree: 'place' as const, level, ...name })),
    { code: 'agency', tree: 'agency', level: 100, vi: 'Cơ quan, tổ chức', en: 'Agency' },
  ])
