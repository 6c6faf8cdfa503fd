/** The parts of a total: what each unit below gave, and totals by category. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery } from '#platform/database/index.ts'
import type { Formula } from '../model.ts'
import { CategorySum, Part } from '../model.ts'

interface PartsAsked {
  readonly formula: Formula
  readonly year: number
  readonly under: string
}

/** The units summed, on the tree of the year's last day, or of the last day on which units of that kind existed in it. */
function leavesOf({ formula, year, under }: PartsAsked) {
  return sql`
    tree as (
      select least(make_date(${year}::int, 12, 31), max(unit.valid_to) - 1) as tree_on
      from organisation.published_unit unit where unit.kind = ${formula.unitKind}
    ),
    leaves as materialized (
      select unit.id, unit.code, unit.full_name, unit.folded, unit.lon, unit.lat, tree.tree_on
      from tree
      join organisation.published_closure path on path.ancestor_id = ${under} and path.descendant_kind = ${formula.unitKind}
        and path.valid_from <= tree.tree_on and path.valid_to > tree.tree_on
      join organisation.published_unit unit on unit.id = path.descendant_id
        and unit.valid_from <= tree.tree_on and unit.valid_to > tree.tree_on
    )`
}

export const partsOf = namedQuery({
  name: 'indicators.parts',
  row: Part.omit({ value: true }).extend({ on: z.string() }),
  text: (p: PartsAsked) => sql`
    with ${leavesOf(p)},
    amounts as materialized (
      select distinct on (subject, unit_id) unit_id, subject, jsonb_build_object('id', id, 'amount', amount, 'status', status,
        'asOf', as_of, 'isSample', is_sample, 'rank', source_rank, 'source', source_title, 'submissionId', submission_id) as amount
      from indicators.published_value
      where subject in (${p.formula.numerator}, ${p.formula.denominator}) and category = 'total' and year = ${p.year}
      order by subject, unit_id, is_sample, source_rank, as_of desc nulls last, recorded_at desc
    )
    select leaves.code as "unitCode", leaves.full_name as "unitName", leaves.lon::float8 as lon, leaves.lat::float8 as lat,
      leaves.tree_on::text as on, top.amount as numerator, bottom.amount as denominator
    from leaves
    left join amounts top on top.unit_id = leaves.id and top.subject = ${p.formula.numerator}
    left join amounts bottom on bottom.unit_id = leaves.id and bottom.subject = ${p.formula.denominator}
    order by leaves.folded`,
})

/** Totals by category where units gave them; a category's denominator is known only where it was broken down too. */
export const categoriesOf = namedQuery({
  name: 'indicators.categories',
  row: CategorySum.omit({ value: true }),
  text: (p: PartsAsked) => sql`
    with ${leavesOf(p)},
    amounts as (
      select distinct on (subject, category, unit_id) subject, category, unit_id, amount
      from indicators.published_value
      where subject in (${p.formula.numerator}, ${p.formula.denominator}) and category <> 'total' and year = ${p.year}
        and unit_id in (select id from leaves)
      order by subject, category, unit_id, is_sample, source_rank, as_of desc nulls last, recorded_at desc
    )
    select jsonb_build_object('vi', dimension.name_vi, 'en', dimension.name_en) as dimension,
      jsonb_build_object('vi', category.name_vi, 'en', category.name_en) as category,
      sum(amounts.amount) filter (where subject = ${p.formula.numerator})::float8 as numerator,
      sum(amounts.amount) filter (where subject = ${p.formula.denominator})::float8 as denominator,
      count(*) filter (where subject = ${p.formula.numerator})::int as reported
    from amounts
    join indicators.category category on amounts.category = category.dimension || ':' || category.code
    join indicators.dimension dimension on dimension.code = category.dimension
    group by dimension.position, dimension.name_vi, dimension.name_en, category.position, category.name_vi, category.name_en
    having count(*) filter (where subject = ${p.formula.numerator}) > 0
    order by dimension.position, category.position`,
})
