/** Sums of measures over the places below a unit, live: on the tree of each year, or re-based on the tree of one day. */
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { namedQuery } from '#platform/database/index.ts'
import { Conversion } from '../conversion/boundary-day.model.ts'
import { basisOf, piecesOfLeaves } from '../conversion/boundary-day.store.ts'
import type { Formula } from '../indicators.model.ts'

/** Sums of an indicator's measures over the units below another, one row a year. */
const Sum = z.object({
  indicator: z.string(),
  year: z.number(),
  unitId: z.uuid(),
  unitCode: z.string(),
  unitName: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  reported: z.number(),
  expected: z.number(),
  /** The least trusted kind of source among the values summed. */
  rank: z.number().nullable(),
  isProvisional: z.boolean(),
  isSample: z.boolean(),
  asOf: z.string().nullable(),
  conversion: Conversion.nullable(),
})
export type Sum = z.infer<typeof Sum>

interface SumsQuery {
  readonly formulas: readonly Formula[]
  readonly years: readonly number[]
  /** Sums for this unit itself (or for each of these), or, with `kind`, for each unit of that kind at or below it. */
  readonly under: string | readonly string[]
  readonly kind?: string
  readonly category?: string
  /** The day whose tree every year is shown on; its own where none is given. */
  readonly boundaries?: string
}

/**
 * The trees of each year and kind of unit asked for: `read_on`, the day whose places reported; `shown_on`, the day whose tree they
 * are shown on, which is the same unless another is asked for and has places of that kind; which leaves stand under which unit.
 */
function leavesAsked({ formulas, years, under, kind, boundaries: boundaryDay }: SumsQuery) {
  return sql`
    formulas as materialized (
      select code, numerator, denominator, "atLeast" as at_least, "unitKind" as unit_kind,
        "atLeast" is not null or coalesce("isLowest", false) as is_lowest
      from jsonb_to_recordset(${JSON.stringify(formulas)}::jsonb) as formula(code text, numerator text, denominator text,
        "atLeast" numeric, "unitKind" text, "isLowest" boolean)
    ),
    lives as materialized (
      select kind, max(valid_to) - 1 as last_on, coalesce(bool_or(valid_from <= ${boundaryDay ?? null} and valid_to > ${boundaryDay ?? null}), false) as stands
      from organisation.published_unit where kind in (select unit_kind from formulas) group by kind
    ),
    trees as materialized (
      select year::smallint as year, lives.kind as unit_kind, least(make_date(year, 12, 31), lives.last_on) as read_on,
        case when lives.stands then ${boundaryDay ?? null}::date else least(make_date(year, 12, 31), lives.last_on) end as shown_on
      from lives cross join unnest(${years}::int[]) as year
      where lives.last_on >= make_date(year, 1, 1)
    ),
    asked as materialized (
      select formulas.*, trees.year from formulas join trees on trees.unit_kind = formulas.unit_kind
    ),
    above as materialized (
      select trees.year, trees.read_on, trees.shown_on, trees.unit_kind, unit.id, unit.code, unit.full_name, unit.lon, unit.lat
      from trees
      join organisation.published_closure path on path.ancestor_id = any(${[under].flat()}::uuid[])
        and path.valid_from <= trees.shown_on and path.valid_to > trees.shown_on
      join organisation.published_unit unit on unit.id = path.descendant_id
        and unit.valid_from <= trees.shown_on and unit.valid_to > trees.shown_on
      where case when ${kind ?? null}::text is null then path.depth = 0 else unit.kind = ${kind ?? null} end
    ),
    leaves as materialized (
      select above.year, above.unit_kind, above.read_on, above.shown_on, above.id as above_id, path.descendant_id as leaf_id
      from above
      join organisation.published_closure path on path.ancestor_id = above.id and path.descendant_kind = above.unit_kind
        and path.valid_from <= above.shown_on and path.valid_to > above.shown_on
    )`
}

/** What each unit gave towards each formula; a unit without both parts of a ratio gave nothing. */
function amountsGiven({ formulas, years, category = 'total' }: SumsQuery) {
  return sql`
    amounts as materialized (
      select subject, year, unit_id, amount, status, as_of, is_sample, source_rank
      from indicators.published_figure
      where subject = any(${subjectsOf(formulas)}::text[])
        and category = ${category} and year = any(${years}::smallint[])
    ),
    given as (
      select asked.code, asked.year, asked.unit_kind, asked.is_lowest, top.unit_id,
        case when asked.at_least is null then top.amount when top.amount >= asked.at_least then 1 else 0 end as numerator,
        case when asked.at_least is null then bottom.amount else 1 end as denominator,
        top.status <> 'confirmed' or coalesce(bottom.status <> 'confirmed', false) as provisional,
        top.is_sample or coalesce(bottom.is_sample, false) as sample,
        greatest(top.source_rank, bottom.source_rank) as rank, greatest(top.as_of, bottom.as_of) as as_of
      from amounts top
      join asked on asked.numerator = top.subject and asked.year = top.year
      left join amounts bottom on bottom.subject = asked.denominator and bottom.year = top.year and bottom.unit_id = top.unit_id
      where asked.denominator is null or bottom.unit_id is not null
    )`
}

const trust = sql`count(*) as reported, bool_or(given.provisional) as provisional, bool_or(given.sample) as sample,
  max(given.rank) as rank, max(given.as_of) as as_of`

/** Sums on the tree of each year: every unit counts for itself. */
const summedThen = sql`
  made as materialized (
    select year, unit_kind, above_id, false as is_lowest, count(*) as sources, null::jsonb as conversion
    from leaves group by year, unit_kind, above_id
  ),
  sums as (
    select given.code, given.year, leaves.above_id, sum(given.numerator) as numerator, sum(given.denominator) as denominator, ${trust}
    from given
    join leaves on leaves.year = given.year and leaves.unit_kind = given.unit_kind and leaves.leaf_id = given.unit_id
    group by given.code, given.year, leaves.above_id
  )`

/** Sums on the tree of one day, each year's places by their weight. */
const summedConverted = (boundaryDay: string, formulas: readonly Formula[]) => {
  const hasLowest = formulas.some((formula) => formula.isLowest || formula.atLeast !== null)
  return sql`
  ${piecesOfLeaves},
  made as materialized (
    select year, unit_kind, above_id, false as is_lowest, count(*) as sources,
      ${conversionJson(boundaryDay, sql`count(*)`, sql`count(*) filter (where doubt > 0)`, sql`bool_or(moved)`)} as conversion
    from sources group by year, unit_kind, above_id
    ${hasLowest ? madeOfPieces(boundaryDay) : sql``}
  ),
  weighed as (
    select given.code, given.year, given.unit_kind, sources.above_id, bool_or(given.is_lowest) as is_lowest,
      sum(given.numerator * sources.weight) as numerator, sum(given.denominator * sources.weight) as denominator, ${trust}
    from given
    join sources on sources.year = given.year and sources.unit_kind = given.unit_kind and sources.from_id = given.unit_id
    group by given.code, given.year, given.unit_kind, sources.above_id
  ),
  ${hasLowest ? lowestInstead : sql`sums as (select * from weighed)`}`
}

/** Of levels and conditions, every place that a leaf holds land of counts as it is, however whole the unit above is. */
const madeOfPieces = (boundaryDay: string) => sql`
  union all
  select year, unit_kind, above_id, true, count(distinct from_id),
    ${conversionJson(boundaryDay, sql`count(distinct from_id)`, sql`count(distinct from_id) filter (where doubt > 0)`, sql`bool_or(from_id <> leaf_id or doubt > 0)`)}
  from pieces group by year, unit_kind, above_id`

/**
 * Levels and conditions do not add up: each leaf has the lowest of its pieces (a condition is met by the lowest where it is met by
 * all), and only if all have reported.
 */
const lowestInstead = sql`
  piece_counts as (
    select year, unit_kind, above_id, leaf_id, count(*) as pieces from pieces group by year, unit_kind, above_id, leaf_id
  ),
  lowest_of_leaves as (
    select given.code, given.year, given.unit_kind, pieces.above_id, pieces.leaf_id, count(*) as pieces,
      min(given.numerator) as numerator, min(given.denominator) as denominator
    from given
    join pieces on pieces.year = given.year and pieces.unit_kind = given.unit_kind and pieces.from_id = given.unit_id
    where given.is_lowest
    group by given.code, given.year, given.unit_kind, pieces.above_id, pieces.leaf_id
  ),
  lowest as (
    select code, year, unit_kind, above_id, sum(numerator) as numerator, sum(denominator) as denominator
    from lowest_of_leaves join piece_counts using (year, unit_kind, above_id, leaf_id, pieces)
    group by code, year, unit_kind, above_id
  ),
  sums as (
    select code, year, unit_kind, above_id, weighed.reported, weighed.provisional, weighed.sample, weighed.rank, weighed.as_of,
      case when weighed.is_lowest then lowest.numerator else weighed.numerator end as numerator,
      case when weighed.is_lowest then lowest.denominator else weighed.denominator end as denominator
    from weighed left join lowest using (code, year, unit_kind, above_id)
  )`

function conversionJson(
  boundaryDay: string,
  sources: RawBuilder<unknown>,
  pieces: RawBuilder<unknown>,
  moved: RawBuilder<unknown>,
) {
  return sql`case when ${moved} then jsonb_build_object(
    'on', ${boundaryDay}::text, 'sources', ${sources}, 'pieces', ${pieces}, 'basis', ${basisOf(sql`max(doubt)`)}) end`
}

/**
 * Sums live, on the tree of each year (that of its last day, or of the last day on which units of the indicator's kind existed in
 * it) or, re-based, on the tree of one day. One statement for any number of indicators, units and years.
 */
const sums = namedQuery({
  name: 'indicators.sums',
  row: Sum,
  text: (p: SumsQuery) => sql`
    with ${leavesAsked(p)},
    ${amountsGiven(p)},
    ${p.boundaries ? summedConverted(p.boundaries, p.formulas) : summedThen}
    select asked.code as indicator, asked.year, above.id as "unitId", above.code as "unitCode", above.full_name as "unitName",
      above.lon::float8 as lon, above.lat::float8 as lat,
      sums.numerator::float8 as numerator, sums.denominator::float8 as denominator,
      coalesce(sums.reported, 0)::int as reported, made.sources::int as expected,
      sums.rank, coalesce(sums.provisional, false) as "isProvisional", coalesce(sums.sample, false) as "isSample",
      sums.as_of::text as "asOf", made.conversion
    from asked
    join made on made.year = asked.year and made.unit_kind = asked.unit_kind and made.is_lowest = (asked.is_lowest and ${p.boundaries !== undefined})
    join above on above.year = asked.year and above.unit_kind = asked.unit_kind and above.id = made.above_id
    left join sums on sums.code = asked.code and sums.year = asked.year and sums.above_id = above.id
    order by asked.code, asked.year, above.code`,
})

/**
 * The planner cannot know how many rows a tree of some year has, guesses one, and would compare every value with every unit, or
 * with all units of its year: what joins values with trees may not nest loops nor merge, and hashes instead.
 */
export async function hashing<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true)`.execute(tx)
  const done = await work()
  await sql`select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true)`.execute(tx)
  return done
}

/** Sums live: see `sums`. */
export async function sumsOf(tx: Tx, input: SumsQuery): Promise<Sum[]> {
  return input.formulas.length === 0 ? [] : hashing(tx, () => sums(tx, input))
}

/** The measures a list of formulas needs: given as values, so that the index on them is used. */
function subjectsOf(formulas: readonly Formula[]): string[] {
  const named = formulas.flatMap(({ numerator, denominator }) => [numerator, denominator])
  return [...new Set(named.filter((code) => code !== null))]
}
