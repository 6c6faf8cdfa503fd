/** The parts of a total: what each unit below gave, and totals by category. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery } from '#platform/database/index.ts'
import { snapped } from '../conversion/boundary-day.store.ts'
import type { Formula } from '../indicators.model.ts'
import { CategorySum, Part } from '../indicators.model.ts'

interface PartsQuery {
  readonly formula: Formula
  readonly year: number
  readonly under: string
  /** The day whose tree the parts are shown on; the year's own where none is given. */
  readonly boundaries?: string
}

/**
 * The units summed. `read_on`: the year's last day, or the last day on which units of that kind existed in it, whose places gave
 * their figures; `shown_on`: the same, or the day of the tree asked for, where it has units of that kind.
 */
function leavesOf({ formula, year, under, boundaries: boundaryDay }: PartsQuery) {
  return sql`
    life as (
      select least(make_date(${year}::int, 12, 31), max(unit.valid_to) - 1) as read_on,
        bool_or(unit.valid_from <= ${boundaryDay ?? null} and unit.valid_to > ${boundaryDay ?? null}) as stands
      from organisation.published_unit unit where unit.kind = ${formula.unitKind}
    ),
    tree as (select read_on, case when stands then ${boundaryDay ?? null}::date else read_on end as shown_on from life),
    leaves as materialized (
      select unit.id, unit.code, unit.full_name, unit.folded, unit.lon, unit.lat, tree.read_on, tree.shown_on
      from tree
      join organisation.published_closure path on path.ancestor_id = ${under} and path.descendant_kind = ${formula.unitKind}
        and path.valid_from <= tree.shown_on and path.valid_to > tree.shown_on
      join organisation.published_unit unit on unit.id = path.descendant_id
        and unit.valid_from <= tree.shown_on and unit.valid_to > tree.shown_on
    )`
}

/** Of which places of the year a leaf holds land. */
const lineOfLeaf = sql`line.to_id = leaves.id and line.to_start <= leaves.shown_on and line.to_end > leaves.shown_on
  and line.from_start <= leaves.read_on and line.from_end > leaves.read_on`

/** What units gave, as the parts of a total show it. */
function amountsOf({ formula, year }: PartsQuery) {
  return sql`
    amounts as materialized (
      select unit_id, subject, jsonb_build_object('id', id, 'amount', amount, 'status', status,
        'asOf', as_of, 'isSample', is_sample, 'rank', source_rank, 'source', source_title, 'submissionId', submission_id) as amount
      from indicators.published_figure
      where subject in (${formula.numerator}, ${formula.denominator}) and category = 'total' and year = ${year}
    )`
}

export const partsOf = namedQuery({
  name: 'indicators.parts',
  row: Part.omit({ value: true, conversion: true, sources: true }).extend({ on: z.string() }),
  text: (p: PartsQuery) => sql`
    with ${leavesOf(p)},
    ${amountsOf(p)}
    select leaves.code as "unitCode", leaves.full_name as "unitName", leaves.lon::float8 as lon, leaves.lat::float8 as lat,
      leaves.shown_on::text as on, top.amount as numerator, bottom.amount as denominator
    from leaves
    left join amounts top on top.unit_id = leaves.id and top.subject = ${p.formula.numerator}
    left join amounts bottom on bottom.unit_id = leaves.id and bottom.subject = ${p.formula.denominator}
    order by leaves.folded`,
})

/** Each place of the tree with the places of the year it comes from; `isSame` where that is itself, unchanged. */
export const placedPartsOf = namedQuery({
  name: 'indicators.placedParts',
  row: Part.pick({ unitCode: true, unitName: true, lon: true, lat: true, sources: true }).extend({
    on: z.string(),
    isSame: z.boolean(),
  }),
  text: (p: PartsQuery & { boundaries: string; today: string }) => sql`
    with ${leavesOf(p)},
    ${amountsOf(p)}
    select leaves.code as "unitCode", leaves.full_name as "unitName", leaves.lon::float8 as lon, leaves.lat::float8 as lat,
      leaves.shown_on::text as on, bool_and(line.from_id = leaves.id and line.basis = 'whole') as "isSame",
      jsonb_agg(jsonb_build_object('unitCode', source.code, 'unitName', source.full_name,
        'on', least(leaves.read_on, greatest(source.valid_from, ${p.today}::date)), 'weight', line.weight, 'basis', line.basis,
        'numerator', top.amount, 'denominator', bottom.amount) order by line.weight desc, source.folded) as sources
    from leaves
    join organisation.published_crosswalk line on ${lineOfLeaf}
    join organisation.published_unit source on source.id = line.from_id
      and source.valid_from <= leaves.read_on and source.valid_to > leaves.read_on
    left join amounts top on top.unit_id = line.from_id and top.subject = ${p.formula.numerator}
    left join amounts bottom on bottom.unit_id = line.from_id and bottom.subject = ${p.formula.denominator}
    group by leaves.id, leaves.code, leaves.full_name, leaves.folded, leaves.lon, leaves.lat, leaves.shown_on
    order by leaves.folded`,
})

/** Of each place of the year, how much lies in the units summed: all of it on its own tree. */
function holdingsOf({ boundaries: boundaryDay }: PartsQuery) {
  return boundaryDay
    ? sql`select line.from_id as unit_id, ${snapped(sql`sum(line.weight)`)} as weight
        from leaves join organisation.published_crosswalk line on ${lineOfLeaf} group by line.from_id`
    : sql`select id as unit_id, 1 as weight from leaves`
}

/** Totals by category where units gave them; a category's denominator is known only where it was broken down too. */
export const categoriesOf = namedQuery({
  name: 'indicators.categories',
  row: CategorySum.omit({ value: true }),
  text: (p: PartsQuery) => sql`
    with ${leavesOf(p)},
    holdings as materialized (${holdingsOf(p)}),
    amounts as (
      select subject, category, unit_id, amount
      from indicators.published_figure
      where subject in (${p.formula.numerator}, ${p.formula.denominator}) and category <> 'total' and year = ${p.year}
        and unit_id in (select unit_id from holdings)
    )
    select category.dimension || ':' || category.code as code,
      jsonb_build_object('vi', dimension.name_vi, 'en', dimension.name_en) as dimension,
      jsonb_build_object('vi', category.name_vi, 'en', category.name_en) as category,
      sum(amounts.amount * holdings.weight) filter (where subject = ${p.formula.numerator})::float8 as numerator,
      sum(amounts.amount * holdings.weight) filter (where subject = ${p.formula.denominator})::float8 as denominator,
      count(*) filter (where subject = ${p.formula.numerator})::int as reported
    from amounts
    join holdings on holdings.unit_id = amounts.unit_id
    join indicators.category category on amounts.category = category.dimension || ':' || category.code
    join indicators.dimension dimension on dimension.code = category.dimension
    group by dimension.position, dimension.name_vi, dimension.name_en,
      category.dimension, category.code, category.position, category.name_vi, category.name_en
    having count(*) filter (where subject = ${p.formula.numerator}) > 0
    order by dimension.position, category.position`,
})
