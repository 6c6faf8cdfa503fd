/** Units decided: a pack's rows become units, successions find their two sides, and a date finds its unit. */
import { z } from 'zod'

/** Dates without a bound, as the database writes them. */
export const sinceEver = '-infinity'
export const stillValid = 'infinity'

const Columns = z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.unknown())) })

const UnitPackRow = z.object({
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  type: z.string(),
  parentCode: z.string().nullable(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  areaKm2: z.number().nullish(),
  seat: z.string().nullish(),
  lon: z.number().nullish(),
  lat: z.number().nullish(),
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
export type SuccessionPackRow = z.infer<typeof SuccessionPackRow>

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

type Cells = readonly unknown[]

function objects<T>(row: z.ZodType<T>, columns: readonly string[], rows: readonly Cells[]): T[] {
  return rows.map((cells) => row.parse(Object.fromEntries(columns.map((column, index) => [column, cells[index]]))))
}

/** A table kept as columns and rows, read as objects. */
function tableOf<T>(row: z.ZodType<T>) {
  return Columns.transform(({ columns, rows }) => objects(row, columns, rows))
}

export const UnitPack = tableOf(UnitPackRow)
export const SuccessionPack = tableOf(SuccessionPackRow)

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
export type AgencyPack = z.infer<typeof AgencyPack>

export const CountryPack = z.object({ code: z.string(), name: z.string() })

/** The country stands beside the tree: its figures are compared with, never summed. */
export function countryOf({ code, name }: z.infer<typeof CountryPack>): PackUnit {
  const life = { validFrom: sinceEver, validTo: stillValid }
  const nowhere = { parentCode: null, areaKm2: null, seat: null, lon: null, lat: null }
  return { code, kind: 'country', ...life, versions: [{ ...life, ...nowhere, name, fullName: name, type: '' }] }
}

/** A unit of a pack with its life and its versions, dates without a bound written as infinities. */
export interface PackUnit {
  readonly code: string
  readonly kind: string
  readonly validFrom: string
  readonly validTo: string
  readonly versions: readonly PackVersion[]
}
export interface PackVersion {
  readonly validFrom: string
  readonly validTo: string
  readonly name: string
  readonly fullName: string
  readonly type: string
  readonly parentCode: string | null
  readonly areaKm2: number | null
  readonly seat: string | null
  readonly lon: number | null
  readonly lat: number | null
}

/** A place: one version, because a reform makes other units. Its full name begins with its type. */
export function placeOf(row: UnitPackRow): PackUnit {
  const { code, kind, name, type, parentCode, areaKm2 = null, seat = null, lon = null, lat = null } = row
  const life = { validFrom: row.validFrom ?? sinceEver, validTo: row.validTo ?? stillValid }
  const version = { ...life, name, fullName: `${type} ${name}`, type, parentCode, areaKm2, seat, lon, lat }
  return { code, kind, ...life, versions: [version] }
}

/** An agency hangs under its parent agency or its seat; a move ends one version and begins another. */
export function agencyOf(row: AgencyPack['agencies'][number], moves: AgencyPack['moves']): PackUnit {
  const life = { validFrom: row.validFrom ?? sinceEver, validTo: row.validTo ?? stillValid }
  const same = {
    name: row.nameVi,
    fullName: row.nameVi,
    type: row.type,
    areaKm2: null,
    seat: null,
    lon: null,
    lat: null,
  }
  const move = moves.find((each) => each.agency === row.code)
  const first = { ...life, ...same, parentCode: row.parent ?? row.seat }
  const versions = move
    ? [
        { ...first, validTo: move.on },
        { ...first, validFrom: move.on, parentCode: move.parent },
      ]
    : [first]
  return { code: row.code, kind: 'agency', ...life, versions }
}

interface Placed {
  readonly id: string
  readonly code: string
  readonly validFrom: string
  readonly validTo: string
}

/** Finds the unit that a code names on a day: `unitsByCode(units)('00004', '2024-06-30')`. */
export function unitsByCode<U extends Placed>(units: readonly U[]): (code: string, on: string) => U | undefined {
  const byCode = Map.groupBy(units, (unit) => unit.code)
  return (code, on) => byCode.get(code)?.find((unit) => isValidOn(unit, on))
}

/** ISO dates compare as text; the infinities do not, so they are named. */
export function isValidOn(span: { validFrom: string; validTo: string }, on: string): boolean {
  const begun = span.validFrom === sinceEver || span.validFrom <= on
  return begun && (span.validTo === stillValid || on < span.validTo)
}

/** The day before an ISO date. */
export function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}
