/** How units are kept: every SQL statement of the module. Dates are exact; "on" always names the day looked at. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { listQuery, namedQuery } from '#platform/database/index.ts'
import { UnitDetail, UnitKindShape, UnitLink, UnitRow } from './units.model.ts'

/** The row of a unit in a list, ordered by the tree's level, then by code. */
export const ListedUnit = UnitRow.extend({ level: z.number() })

interface UnitFilter {
  readonly on: string
  readonly kind?: string
  readonly under?: string
  /** Folded words to find them by. */
  readonly query?: string
}

function unitRows(p: UnitFilter, more = sql``) {
  return sql`
    select unit.code, unit.full_name as name, unit.type, unit.kind, unit.level, parent.code as "parentCode",
           ${day('unit.valid_from')} as "validFrom", ${day('unit.valid_to')} as "validTo"${more}
    from organisation.published_unit unit
    left join organisation.unit parent on parent.id = unit.parent_id
    where unit.valid_from <= ${p.on} and unit.valid_to > ${p.on}
      and (${p.kind ?? null}::text is null or unit.kind = ${p.kind ?? null})
      and (${p.under ?? null}::uuid is null or exists (
        select from organisation.closure
        where ancestor_id = ${p.under ?? null} and descendant_id = unit.id
          and valid_from <= ${p.on} and valid_to > ${p.on}))
      and ${p.query === undefined ? sql`true` : isFoundBy(p.query)}`
}

export const listUnits = listQuery({
  name: 'organisation.listUnits',
  row: ListedUnit.extend({ folded: z.string(), closeness: z.number() }),
  text: (p: UnitFilter) =>
    unitRows(p, sql`, unit.folded, ${p.query === undefined ? sql`0` : closeness(p.query)}::float8 as closeness`),
  order: [
    { column: 'level', type: 'bigint' },
    { column: 'code', type: 'text' },
  ],
  sorts: {
    name: [{ column: 'folded', type: 'text' }],
    code: [{ column: 'code', type: 'text' }],
    /** Best first. */
    closeness: [{ column: 'closeness', type: 'float8', isDescending: true }],
  },
})

export const everyUnit = namedQuery({
  name: 'organisation.everyUnit',
  row: ListedUnit,
  text: (p: UnitFilter) => sql`${unitRows(p)} order by unit.level, unit.code`,
})

/** Units whose folded words begin with, contain, or nearly are the folded query, or whose folded code it is. */
function isFoundBy(query: string) {
  return sql`(unit.folded like '%' || ${query} || '%' or word_similarity(${query}, unit.folded) > 0.5
    or platform.fold(unit.code) = ${query})`
}

/** The very code before the very name, that before a name that begins so, and before what is only alike. */
function closeness(query: string) {
  return sql`(word_similarity(${query}, unit.folded) + case
    when platform.fold(unit.code) = ${query} then 4
    when platform.fold(unit.name) = ${query} then 2
    when platform.fold(unit.name) like ${query} || '%' then 1
    else 0 end)`
}

export const findUnitDetail = namedQuery({
  name: 'organisation.unitDetail',
  row: UnitDetail,
  text: (p: { code: string; on: string }) => sql`
    with unit as (
      select * from organisation.published_unit
      where code = ${p.code} and valid_from <= ${p.on} and valid_to > ${p.on}
    )
    select unit.id, unit.code, unit.full_name as name, unit.type, unit.kind, unit.tree,
      jsonb_build_object('vi', kind.name_vi, 'en', kind.name_en) as "kindName",
      ${day('unit.valid_from')} as "validFrom", ${day('unit.valid_to')} as "validTo",
      unit.area_km2::float8 as "areaKm2", version.area_is_estimate as "areaIsEstimate", version.seat, unit.lon::float8 as lon, unit.lat::float8 as lat, version.source,
      (select ${link('parent', sql`${p.on}`)} from organisation.published_unit parent
        where parent.id = unit.parent_id and parent.valid_from <= ${p.on} and parent.valid_to > ${p.on}) as parent,
      coalesce((select jsonb_agg(${link('child', sql`${p.on}`)} order by child.level, child.folded)
        from organisation.published_unit child
        where child.parent_id = unit.id and child.valid_from <= ${p.on} and child.valid_to > ${p.on}), '[]') as children,
      ${successions('to_id', 'from_id')} as predecessors,
      ${successions('from_id', 'to_id')} as successors
    from unit
    join organisation.unit_kind kind on kind.code = unit.kind
    join organisation.unit_version version on version.unit_id = unit.id and version.valid_from = unit.valid_from`,
})

/** Successions of `unit` where it is `own`, each naming the `other` unit on the last or first day it is seen. */
function successions(own: 'from_id' | 'to_id', other: 'from_id' | 'to_id') {
  const seenOn = other === 'from_id' ? sql`(step.effective_on - 1)` : sql`step.effective_on`
  return sql`coalesce((
    select jsonb_agg(jsonb_build_object(
      'on', step.effective_on, 'unit', ${link('other', seenOn)}, 'part', step.part, 'share', step.share,
      'people', step.population_moves,
      'scope', case when step.scope_vi is null then null else jsonb_build_object('vi', step.scope_vi, 'en', step.scope_en) end,
      'basis', step.basis, 'verified', step.verified) order by step.effective_on, other.folded)
    from organisation.succession step
    join organisation.published_unit other on other.id = ${sql.ref(`step.${other}`)}
      and other.valid_from <= ${seenOn} and other.valid_to > ${seenOn}
    where ${sql.ref(`step.${own}`)} = unit.id), '[]')`
}

function link(alias: string, on: ReturnType<typeof sql>) {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`jsonb_build_object('code', ${column('code')}, 'name', ${column('full_name')},
    'kind', ${column('kind')}, 'on', (${on})::date)`
}

/** Units found by words or by a code; best first. */
export const searchUnits = namedQuery({
  name: 'organisation.searchUnits',
  row: UnitLink.extend({ parent: z.string().nullable() }),
  text: (p: { folded: string; on: string; kind?: string; limit: number }) => sql`
    select unit.code, unit.full_name as name, unit.kind, ${p.on}::date::text as on, parent.full_name as parent
    from organisation.published_unit unit
    left join organisation.published_unit parent on parent.id = unit.parent_id
      and parent.valid_from <= ${p.on} and parent.valid_to > ${p.on}
    where unit.valid_from <= ${p.on} and unit.valid_to > ${p.on}
      and (${p.kind ?? null}::text is null or unit.kind = ${p.kind ?? null})
      and ${isFoundBy(p.folded)}
    order by ${closeness(p.folded)} desc, unit.level, unit.folded
    limit ${p.limit}`,
})

/** Every version of every unit, with the unit above it when it began. */
export const listForSearch = namedQuery({
  name: 'organisation.unitsForSearch',
  row: z.object({
    code: z.string(),
    name: z.string(),
    parent: z.string().nullable(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
  }),
  text: () => sql`
    select unit.code, unit.full_name as name, parent.full_name as parent, ${day('unit.valid_from')} as "validFrom",
      ${day('unit.valid_to')} as "validTo"
    from organisation.published_unit unit
    left join organisation.published_unit parent on parent.id = unit.parent_id
      and parent.valid_from <= unit.valid_from and parent.valid_to > unit.valid_from
    order by unit.code, unit.valid_from`,
})

const Ref = z.object({ id: z.uuid(), code: z.string(), kind: z.string(), name: z.string() })

export const findRef = namedQuery({
  name: 'organisation.findRef',
  row: Ref,
  text: (p: { code: string; on: string }) => sql`
    select id, code, kind, full_name as name from organisation.published_unit
    where code = ${p.code} and valid_from <= ${p.on} and valid_to > ${p.on}`,
  isPrepared: true,
})

export const findRefById = namedQuery({
  name: 'organisation.findRefById',
  row: Ref,
  text: (p: { id: string; on: string }) => sql`
    select id, code, kind, full_name as name from organisation.published_unit
    where id = ${p.id} and valid_from <= ${p.on} and valid_to > ${p.on}`,
  isPrepared: true,
})

/** The root of the places: what stands under nothing and has others under it. */
export const findRoot = namedQuery({
  name: 'organisation.findRoot',
  row: Ref,
  text: (p: { on: string }) => sql`
    select id, code, kind, full_name as name from organisation.published_unit root
    where parent_id is null and tree = 'place' and valid_from <= ${p.on} and valid_to > ${p.on}
      and exists (select from organisation.unit_version child where child.parent_id = root.id)`,
})

/** Every unit there ever was, with its life. */
export const listLives = namedQuery({
  name: 'organisation.listLives',
  row: Ref.extend({ validFrom: z.string(), validTo: z.string() }),
  text: () => sql`
    select distinct on (unit.id) unit.id, unit.code, unit.kind, version.full_name as name,
      unit.opened_on::text as "validFrom", unit.closed_on::text as "validTo"
    from organisation.unit join organisation.unit_version version on version.unit_id = unit.id
    order by unit.id, version.valid_from desc`,
})

/** The days on which `code` names a unit, for a page asked for on another day. */
export const lifeOfCode = namedQuery({
  name: 'organisation.lifeOfCode',
  row: z.object({ name: z.string(), validFrom: z.string().nullable(), validTo: z.string().nullable() }),
  text: (p: { code: string }) => sql`
    select full_name as name, ${day('valid_from')} as "validFrom", ${day('valid_to')} as "validTo"
    from organisation.published_unit where code = ${p.code} order by valid_from`,
})

export const listKinds = namedQuery({
  name: 'organisation.listKinds',
  row: UnitKindShape,
  text: () => sql`
    select code, tree, jsonb_build_object('vi', name_vi, 'en', name_en) as name
    from organisation.unit_kind order by tree desc, level`,
})

/** A date column as text; infinity, which means "no bound", as null. */
function day(column: string) {
  return sql`case when isfinite(${sql.ref(column)}) then ${sql.ref(column)}::text end`
}

export async function countUnits(tx: Tx): Promise<number> {
  const counted = await sql<{ count: number }>`select count(*)::int as count from organisation.unit`.execute(tx)
  return counted.rows[0]?.count ?? 0
}
