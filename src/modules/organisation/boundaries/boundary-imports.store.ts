/** How boundaries are kept, and read for a day: every SQL statement about them. */
import { sql } from 'kysely'
import { z } from 'zod'
import { insertRows, listQuery, namedQuery, recordsOf, type Tx } from '#platform/database/index.ts'
import { NamedFile } from '#platform/files/store.ts'
import { BoundaryImport, type Finding, type Level, ListedImport, type Shape, UnitShape } from './boundaries.model.ts'
import type { PlaceBoundary } from './boundary-findings.rules.ts'

/**
 * The places of a day, each with the days around it on which its land stayed the same: a step to or from it changed its land, also
 * where it lived on.
 */
export const placesOn = namedQuery({
  name: 'organisation.placesOn',
  row: z.object({
    id: z.uuid(),
    code: z.string(),
    kind: z.string(),
    kindName: z.object({ vi: z.string(), en: z.string() }),
    name: z.string(),
    fullName: z.string(),
    areaKm2: z.number().nullable(),
    areaIsEstimate: z.boolean(),
    above: z.array(z.object({ code: z.string(), name: z.string(), fullName: z.string() })),
    point: z.tuple([z.number(), z.number()]).nullable(),
    from: z.string(),
    to: z.string(),
  }),
  text: (p: { on: string }) => sql`
    select unit.id, unit.code, unit.kind, jsonb_build_object('vi', kind.name_vi, 'en', kind.name_en) as "kindName", version.name, version.full_name as "fullName",
      version.area_km2::float8 as "areaKm2", version.area_is_estimate as "areaIsEstimate",
      case when version.lon is not null and version.lat is not null then jsonb_build_array(version.lon, version.lat) end as point,
      coalesce((
        select jsonb_agg(jsonb_build_object('code', higher.code, 'name', higher.name, 'fullName', higher.full_name) order by way.depth)
        from organisation.closure way
        join organisation.published_unit higher on higher.id = way.ancestor_id
          and higher.valid_from <= ${p.on} and higher.valid_to > ${p.on}
        where way.descendant_id = unit.id and way.depth > 0 and way.valid_from <= ${p.on} and way.valid_to > ${p.on}), '[]') as above,
      greatest(unit.opened_on, (select max(effective_on) from organisation.succession
        where (from_id = unit.id or to_id = unit.id) and effective_on <= ${p.on}))::text as "from",
      least(unit.closed_on, (select min(effective_on) from organisation.succession
        where (from_id = unit.id or to_id = unit.id) and effective_on > ${p.on}))::text as "to"
    from organisation.unit
    join organisation.unit_kind kind on kind.code = unit.kind and kind.tree = 'place'
    join organisation.unit_version version on version.unit_id = unit.id
      and version.valid_from <= ${p.on} and version.valid_to > ${p.on}
    order by kind.level, unit.code`,
})

/** A boundary that holds on a day: of that day, and no step has changed the land since it began. */
function holdsOn(on: string | ReturnType<typeof sql>) {
  return sql`boundary.valid_from <= ${on} and boundary.valid_to > ${on} and not exists (
    select from organisation.succession step
    where (step.from_id = boundary.unit_id or step.to_id = boundary.unit_id)
      and step.effective_on > boundary.valid_from and step.effective_on <= ${on})`
}

/** Shapes of the units of a day, from north-west to south-east. */
export const listShapes = namedQuery({
  name: 'organisation.listShapes',
  row: UnitShape,
  text: (p: { on: string; level: Level; kind?: string; codes?: readonly string[]; near?: string }) => sql`
    select unit.code, unit.full_name as name, unit.name as "shortName", unit.kind, ${sql.ref(`boundary.${p.level}`)} as coordinates
    from organisation.boundary
    join organisation.published_unit unit on unit.id = boundary.unit_id
      and unit.valid_from <= ${p.on} and unit.valid_to > ${p.on}
    where ${holdsOn(p.on)}
      and (${p.kind ?? null}::text is null or unit.kind = ${p.kind ?? null})
      and (${p.codes ? [...p.codes] : null}::text[] is null or unit.code = any(${p.codes ? [...p.codes] : null}::text[]))
      and (${p.near ?? null}::uuid is null or exists (
        select from organisation.boundary own join organisation.unit of_own on of_own.id = own.unit_id
        where own.unit_id = ${p.near ?? null} and own.valid_from <= ${p.on} and own.valid_to > ${p.on}
          and of_own.kind = unit.kind
          and boundary.west < own.east + ${reach('east', 'west')} and boundary.east > own.west - ${reach('east', 'west')}
          and boundary.south < own.north + ${reach('north', 'south')}
          and boundary.north > own.south - ${reach('north', 'south')}))
    order by boundary.north desc, boundary.west, unit.code`,
})

/** How far around a unit its neighbours are shown: a quarter of its own size. */
function reach(far: 'east' | 'north', near: 'west' | 'south') {
  return sql`(own.${sql.ref(far)} - own.${sql.ref(near)}) / 4`
}

/** Where the boundaries that hold on a day come from. */
export const listSources = namedQuery({
  name: 'organisation.listBoundarySources',
  row: z.object({ source: z.string(), licence: z.string().nullable() }),
  text: (p: { on: string; kinds: readonly string[] }) => sql`
    select distinct made.source, made.licence
    from organisation.boundary
    join organisation.unit on unit.id = boundary.unit_id and unit.kind = any(${[...p.kinds]}::text[])
    join organisation.boundary_import made on made.id = boundary.import_id
    where ${holdsOn(p.on)}
    order by made.source, made.licence`,
})

/** Imports, each with how much of it is still in use. */
const imports = (column: ReturnType<typeof sql>) => sql`
    select made.id, made.seq, made.valid_on as "on", made.file_name as "fileName", made.file, made.source, made.licence,
      made.features, ${column}, made.imported_by as "by", made.imported_at as "at",
      coalesce((
        select jsonb_agg(jsonb_build_object('kind', kind.code,
          'kindName', jsonb_build_object('vi', kind.name_vi, 'en', kind.name_en),
          'boundaries', used.boundaries, 'from', used.from, 'to', used.to, 'areaKm2', used.area,
          'covered', (select count(*) from organisation.boundary join organisation.unit on unit.id = boundary.unit_id
            where unit.kind = kind.code and unit.opened_on <= made.valid_on and unit.closed_on > made.valid_on
              and ${holdsOn(sql`made.valid_on`)}),
          'units', (select count(*) from organisation.published_unit unit where unit.kind = kind.code
            and unit.valid_from <= made.valid_on and unit.valid_to > made.valid_on)) order by kind.level)
        from (
          select unit.kind, count(*) as boundaries, sum(measured_area_km2) as area,
            ${finite(sql`max(boundary.valid_from)`)} as "from", ${finite(sql`min(boundary.valid_to)`)} as "to"
          from organisation.boundary join organisation.unit on unit.id = boundary.unit_id
          where boundary.import_id = made.id
          group by unit.kind) used
        join organisation.unit_kind kind on kind.code = used.kind), '[]') as kinds
    from organisation.boundary_import made`

/** The newest first. */
export const listImports = listQuery({
  name: 'organisation.listBoundaryImports',
  row: ListedImport.extend({ seq: z.number() }),
  text: () => imports(sql`jsonb_array_length(made.findings) as warnings`),
  order: [{ column: 'seq', type: 'bigint', isDescending: true }],
  sorts: { on: [{ column: 'on', type: 'date' }] },
})

/** With what was found in each, the newest first. */
export const findImports = namedQuery({
  name: 'organisation.findBoundaryImports',
  row: BoundaryImport,
  text: (p: { ids: readonly string[] }) => sql`
    ${imports(sql`made.findings`)} where made.id = any(${p.ids}::uuid[]) order by made.seq desc`,
})

function finite(day: ReturnType<typeof sql>) {
  return sql`case when isfinite(${day}) then ${day} end`
}

export async function insertImport(
  tx: Tx,
  made: {
    id: string
    on: string
    fileName: string
    file: string
    source: string
    licence: string | null
    features: number
    findings: readonly Finding[]
    by: string | undefined
    at: Date
  },
): Promise<void> {
  await sql`
    insert into organisation.boundary_import
      (id, valid_on, file_name, file, source, licence, features, findings, imported_by, imported_at)
    values (${made.id}, ${made.on}, ${made.fileName}, ${made.file}, ${made.source}, ${made.licence}, ${made.features},
      ${JSON.stringify(made.findings)}, ${made.by ?? null}, ${made.at})`.execute(tx)
}

/** A boundary with its simplified shapes. */
export interface NewBoundary extends PlaceBoundary {
  readonly far: Shape
  readonly middle: Shape
  readonly near: Shape
}

/** Boundaries sent to the database at once: large ones are some 100 kB each. */
const batch = 50

/** Ends or removes what was there on the same days, then keeps the new ones. Returns how many units had a boundary before. */
export async function replaceBoundaries(tx: Tx, importId: string, boundaries: readonly NewBoundary[]): Promise<number> {
  const spans = boundaries.map(({ place }) => ({ unitId: place.id, validFrom: place.from, validTo: place.to }))
  const replaced = await clearSpans(tx, spans)
  for (let start = 0; start < boundaries.length; start += batch) {
    const rows = boundaries.slice(start, start + batch).map((boundary) => rowOf(importId, boundary))
    await insertRows(tx, 'organisation.boundary', rows)
  }
  return replaced
}

function rowOf(importId: string, { place, shape: geometry, areaKm2: measuredAreaKm2, ...rest }: NewBoundary) {
  const days = { unitId: place.id, validFrom: place.from, validTo: place.to }
  return { ...days, importId, geometry, measuredAreaKm2, ...rest }
}

/** An earlier boundary ends where the new one begins, or is removed: what it said of later days was of land since changed. */
async function clearSpans(
  tx: Tx,
  spans: readonly { unitId: string; validFrom: string; validTo: string }[],
): Promise<number> {
  const given = sql`${recordsOf('organisation.boundary', spans)} as span`
  const overlaps = sql`boundary.unit_id = span.unit_id and boundary.valid_from < span.valid_to and boundary.valid_to > span.valid_from`
  const counted = await sql<{ count: number }>`
    select count(distinct boundary.unit_id)::int as count
    from organisation.boundary join ${given} on ${overlaps}`.execute(tx)
  await sql`
    delete from organisation.boundary using ${given}
    where ${overlaps} and boundary.valid_from >= span.valid_from`.execute(tx)
  await sql`
    update organisation.boundary set valid_to = span.valid_from from ${given} where ${overlaps}`.execute(tx)
  return counted.rows[0]?.count ?? 0
}

/** Files that boundaries were imported from. */
export const importFiles = namedQuery({
  name: 'organisation.importFiles',
  row: NamedFile,
  text: (p: { name: string | undefined }) => sql`
    select distinct file as name, null::uuid as "unitId" from organisation.boundary_import where ${p.name ?? null}::text is null or file = ${p.name ?? null}`,
})
