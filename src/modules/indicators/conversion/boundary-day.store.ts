/** The places of a year that each place of another day's tree was made from: pieces of SQL for sums, parts and categories. */
import { type RawBuilder, sql } from 'kysely'

/** Weights that lack less of a whole than this are whole: they were summed from rounded ones. */
const nearly = 1e-6

/** A summed weight, without the little that it lacks. */
export const snapped = (weight: RawBuilder<unknown>) =>
  sql`case when ${weight} > 1 - ${sql.lit(nearly)} then 1 else ${weight} end`

/** Bases by how doubtful they are: 0 whole, 1 people, 2 share, 3 even. */
const doubt = sql`array_position(array['whole', 'people', 'share', 'even'], line.basis) - 1`

/** The same in words. */
export const basisOf = (column: RawBuilder<unknown>) => sql`(array['whole', 'people', 'share', 'even'])[${column} + 1]`

/**
 * From `leaves` (year, unit_kind, above_id, leaf_id, read_on, shown_on):
 * `pieces`, one row for each place of the year of which a leaf holds land, with its weight and doubt;
 * `sources`, the same for the unit above: a place split within it is whole again. The unit that holds every leaf of the tree has
 * all of everything. Where the decision only says where all people went, some land lies elsewhere, so it stays an estimate.
 */
export const piecesOfLeaves = sql`
  pieces as materialized (
    select leaves.year, leaves.unit_kind, leaves.above_id, leaves.leaf_id, line.from_id, line.weight, ${doubt} as doubt
    from leaves
    join organisation.published_crosswalk line on line.to_id = leaves.leaf_id
      and line.to_start <= leaves.shown_on and line.to_end > leaves.shown_on
      and line.from_start <= leaves.read_on and line.from_end > leaves.read_on
  ),
  tree_sizes as (
    select trees.year, trees.unit_kind, count(*) as leaves
    from trees
    join organisation.published_unit unit on unit.kind = trees.unit_kind
      and unit.valid_from <= trees.shown_on and unit.valid_to > trees.shown_on
    group by trees.year, trees.unit_kind
  ),
  covering as (
    select leaves.year, leaves.unit_kind, leaves.above_id
    from leaves join tree_sizes on tree_sizes.year = leaves.year and tree_sizes.unit_kind = leaves.unit_kind
    group by leaves.year, leaves.unit_kind, leaves.above_id, tree_sizes.leaves
    having count(*) = tree_sizes.leaves
  ),
  gathered as (
    select year, unit_kind, above_id, from_id, sum(weight) as weight, max(doubt) as doubt,
      sum(weight) > 1 - ${sql.lit(nearly)} and not bool_or(doubt = 1) as is_whole, bool_or(from_id <> leaf_id or doubt > 0) as moved
    from pieces group by year, unit_kind, above_id, from_id
  ),
  sources as materialized (
    select year, unit_kind, above_id, from_id, moved,
      case when is_whole or covering.above_id is not null then 1 else weight end as weight,
      case when is_whole or covering.above_id is not null then 0 else doubt end as doubt
    from gathered left join covering using (year, unit_kind, above_id)
  )`

/** Of figures recorded for a unit, those of the land it has on `on`; `value` is the row, of no year where its source gives none. */
export const isOfLandOn = (on: string) => sql`(value.year is null or exists (
  select from organisation.published_crosswalk line
  cross join lateral (
    select least(coalesce(value.as_of, make_date(value.year, 12, 31)), max(unit.valid_to) - 1) as day
    from organisation.published_unit unit where unit.id = value.unit_id) counted
  where line.from_id = value.unit_id and line.to_id = value.unit_id and line.from_start = line.to_start
    and line.from_start <= ${on} and line.from_end > ${on}
    and line.from_start <= counted.day and line.from_end > counted.day))`
