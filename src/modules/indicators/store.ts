/** How measures, indicators and values are kept and summed: every SQL statement of the module, but for the loading of packs. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { namedQuery } from '#platform/database/index.ts'
import type { Formula, NewValue } from './model.ts'
import { Indicator, Measure, MeasureRule, RecordedValue } from './model.ts'

export const listMeasures = namedQuery({
  name: 'indicators.listMeasures',
  row: Measure,
  text: (p: { codes?: readonly string[] }) => sql`
    select code, kind, unit, clock, aggregate, section, at_most as "atMost", dimensions, verified,
      jsonb_build_object('vi', name_vi, 'en', name_en) as name,
      jsonb_build_object('vi', explanation_vi, 'en', explanation_en) as explanation
    from indicators.measure
    where ${p.codes ?? null}::text[] is null or code = any(${p.codes ?? null}::text[])
    order by position`,
})

export const listMeasureRules = namedQuery({
  name: 'indicators.listMeasureRules',
  row: MeasureRule,
  text: () => sql`
    select code, parts, relation, whole, jsonb_build_object('vi', explanation_vi, 'en', explanation_en) as explanation
    from indicators.measure_rule order by code`,
})

export const listIndicators = namedQuery({
  name: 'indicators.listIndicators',
  row: Indicator,
  text: (p: { codes?: readonly string[] }) => sql`
    select code, kind, unit, numerator, denominator, at_least::float8 as "atLeast", unit_kind as "unitKind", direction, decimals,
      jsonb_build_object('vi', name_vi, 'en', name_en) as name,
      jsonb_build_object('vi', explanation_vi, 'en', explanation_en) as explanation,
      case when legal_value is not null then jsonb_build_object(
        'value', legal_value, 'source', legal_source, 'verified', legal_verified) end as legal
    from indicators.indicator
    where ${p.codes ?? null}::text[] is null or code = any(${p.codes ?? null}::text[])
    order by position`,
})

/** Sums of an indicator's measures over the units below another, one row a year. */
const Sum = z.object({
  indicator: z.string(),
  year: z.number(),
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
})
export type Sum = z.infer<typeof Sum>

interface SumsAsked {
  readonly formulas: readonly Formula[]
  readonly years: readonly number[]
  /** Sums for this unit itself, or, with `kind`, for each unit of that kind at or below it. */
  readonly under: string
  readonly kind?: string
  readonly category?: string
}

/** The tree of each year and kind of unit asked for: which leaves stand under which unit, and how many there are. */
function leavesAsked({ formulas, years, under, kind }: SumsAsked) {
  return sql`
    asked as materialized (
      select formula.code, formula.numerator, formula.denominator, formula."atLeast" as at_least, formula."unitKind" as unit_kind,
             year::smallint as year, least(make_date(year, 12, 31), life.last_on) as tree_on
      from jsonb_to_recordset(${JSON.stringify(formulas)}::jsonb) as formula(code text, numerator text, denominator text,
        "atLeast" numeric, "unitKind" text)
      cross join unnest(${years}::int[]) as year
      cross join lateral (
        select max(unit.valid_to) - 1 as last_on from organisation.published_unit unit
        where unit.kind = formula."unitKind") life
      where life.last_on >= make_date(year, 1, 1)
    ),
    trees as materialized (select distinct year, tree_on, unit_kind from asked),
    above as materialized (
      select trees.year, trees.tree_on, trees.unit_kind, unit.id, unit.code, unit.full_name, unit.lon, unit.lat
      from trees
      join organisation.published_closure path on path.ancestor_id = ${under}
        and path.valid_from <= trees.tree_on and path.valid_to > trees.tree_on
      join organisation.published_unit unit on unit.id = path.descendant_id
        and unit.valid_from <= trees.tree_on and unit.valid_to > trees.tree_on
      where case when ${kind ?? null}::text is null then path.depth = 0 else unit.kind = ${kind ?? null} end
    ),
    leaves as materialized (
      select above.year, above.unit_kind, above.id as above_id, path.descendant_id as leaf_id
      from above
      join organisation.published_closure path on path.ancestor_id = above.id and path.descendant_kind = above.unit_kind
        and path.valid_from <= above.tree_on and path.valid_to > above.tree_on
    ),
    expected as materialized (
      select year, unit_kind, above_id, count(*) as units from leaves group by year, unit_kind, above_id
    )`
}

/** What each unit gave towards each formula; a unit without both parts of a ratio gave nothing. */
function amountsGiven({ formulas, years, category = 'total' }: SumsAsked) {
  return sql`
    amounts as materialized (
      select distinct on (subject, year, unit_id) subject, year, unit_id, amount, status, as_of, is_sample, source_rank
      from indicators.published_value
      where subject = any(${subjectsOf(formulas)}::text[])
        and category = ${category} and year = any(${years}::smallint[])
      order by subject, year, unit_id, is_sample, source_rank, as_of desc nulls last, recorded_at desc
    ),
    given as (
      select asked.code, asked.year, asked.unit_kind, top.unit_id,
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

/**
 * Sums live, on the tree of each year: that of its last day, or of the last day on which units of the indicator's kind existed
 * in it. One statement for any number of indicators, units and years.
 */
const sums = namedQuery({
  name: 'indicators.sums',
  row: Sum,
  text: (p: SumsAsked) => sql`
    with ${leavesAsked(p)},
    ${amountsGiven(p)},
    sums as (
      select given.code, given.year, given.unit_kind, leaves.above_id,
        sum(given.numerator) as numerator, sum(given.denominator) as denominator, count(*) as reported,
        bool_or(given.provisional) as provisional, bool_or(given.sample) as sample, max(given.rank) as rank, max(given.as_of) as as_of
      from given
      join leaves on leaves.year = given.year and leaves.unit_kind = given.unit_kind and leaves.leaf_id = given.unit_id
      group by given.code, given.year, given.unit_kind, leaves.above_id
    )
    select asked.code as indicator, asked.year, above.code as "unitCode", above.full_name as "unitName",
      above.lon::float8 as lon, above.lat::float8 as lat,
      sums.numerator::float8 as numerator, sums.denominator::float8 as denominator,
      coalesce(sums.reported, 0)::int as reported, expected.units::int as expected,
      sums.rank, coalesce(sums.provisional, false) as "isProvisional", coalesce(sums.sample, false) as "isSample",
      sums.as_of::text as "asOf"
    from asked
    join expected on expected.year = asked.year and expected.unit_kind = asked.unit_kind
    join above on above.year = asked.year and above.unit_kind = asked.unit_kind and above.id = expected.above_id
    left join sums on sums.code = asked.code and sums.year = asked.year and sums.unit_kind = asked.unit_kind
      and sums.above_id = above.id
    order by asked.code, asked.year, above.code`,
})

/**
 * Sums live (see `sums`). The planner cannot know how many rows a tree of some year has, guesses one, and would compare every
 * value with every unit: for this statement it may not nest loops, and hashes instead.
 */
export async function sumsOf(tx: Tx, asked: SumsAsked): Promise<Sum[]> {
  await sql`set local enable_nestloop = off`.execute(tx)
  const found = await sums(tx, asked)
  await sql`set local enable_nestloop = on`.execute(tx)
  return found
}

/** The measures a list of formulas needs: given as values, so that the index on them is used. */
function subjectsOf(formulas: readonly Formula[]): string[] {
  const named = formulas.flatMap(({ numerator, denominator }) => [numerator, denominator])
  return [...new Set(named.filter((code) => code !== null))]
}

/** The columns of a recorded value, from `published_value` or of its shape, under the name `value`. */
export const recordedColumns = sql`
  value.id, value.subject, value.category, value.year, value.period, value.as_of::text as "asOf",
  value.amount::float8 as amount, value.qualifier, value.status, value.confidence, value.is_sample as "isSample",
  jsonb_build_object('id', value.source_id, 'kind', value.source_kind, 'rank', value.source_rank,
    'title', value.source_title, 'url', value.source_url) as source,
  value.submission_id as "submissionId",
  case when value.note_vi is not null then jsonb_build_object('vi', value.note_vi, 'en', value.note_en) end as note,
  to_json(value.recorded_at)#>>'{}' as "recordedAt"`

export const recordedOf = namedQuery({
  name: 'indicators.recorded',
  row: RecordedValue,
  text: (p: { unitId: string; subjects?: readonly string[]; years?: readonly number[]; category?: string }) => sql`
    select ${recordedColumns} from indicators.published_value value
    where value.unit_id = ${p.unitId}
      and (${p.subjects ?? null}::text[] is null or value.subject = any(${p.subjects ?? null}::text[]))
      and (${p.years ?? null}::smallint[] is null or value.year = any(${p.years ?? null}::smallint[]))
      and (${p.category ?? null}::text is null or value.category = ${p.category ?? null})
    order by value.subject, value.year, value.source_rank`,
})

/** Records values; where the same source has spoken of the same thing before, the new row replaces that one, with `reason`. */
export async function insertValues(
  tx: Tx,
  values: readonly (NewValue & { id: string })[],
  by: { accountId?: string; at: Date; reason: string },
): Promise<number> {
  const inserted = await sql`
    insert into indicators.value (unit_id, id, subject, category, year, period, as_of, amount, qualifier, status, confidence,
      source_id, is_sample, submission_id, submission_version, note_vi, note_en, replaces, reason, recorded_by, recorded_at)
    select fresh."unitId", fresh.id, fresh.subject, fresh.category, fresh.year, fresh.period, fresh."asOf", fresh.amount,
      fresh.qualifier, fresh.status, fresh.confidence, fresh."sourceId", fresh."isSample", fresh."submissionId",
      fresh."submissionVersion", fresh.note->>'vi', fresh.note->>'en', earlier.id,
      case when earlier.id is not null then ${by.reason} end, ${by.accountId ?? null}::uuid, ${by.at}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as fresh("unitId" uuid, id uuid, subject text, category text,
      year smallint, period text, "asOf" date, amount numeric, qualifier text, status text, confidence text, "sourceId" text,
      "isSample" boolean, "submissionId" uuid, "submissionVersion" int, note jsonb)
    left join indicators.value earlier on earlier.unit_id = fresh."unitId" and earlier.subject = fresh.subject
      and earlier.category = fresh.category and earlier.year = fresh.year and earlier.period = fresh.period and earlier.source_id = fresh."sourceId"
      and not exists (select from indicators.value later where later.unit_id = earlier.unit_id and later.replaces = earlier.id)
    where earlier.id is null or earlier.is_withdrawn or earlier.amount is distinct from fresh.amount or earlier.status is distinct from fresh.status
      or earlier.qualifier is distinct from fresh.qualifier`.execute(tx)
  return Number(inserted.numAffectedRows ?? 0)
}

export interface Withdrawn {
  readonly unitId: string
  readonly submissionId: string
  /** Its values that stay. */
  readonly kept: readonly { readonly subject: string; readonly category: string }[]
  readonly newId: () => string
}

/** Takes back what a submission gave before and gives no more: each value is replaced by a row that does not count. */
export async function withdrawValues(
  tx: Tx,
  { unitId, submissionId, kept, newId }: Withdrawn,
  by: { accountId?: string; at: Date; reason: string },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select value.id from indicators.published_value value
    where value.unit_id = ${unitId} and value.submission_id = ${submissionId} and not exists (
      select from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as stays(subject text, category text)
      where stays.subject = value.subject and stays.category = value.category)`.execute(tx)
  const pairs = rows.map(({ id }) => ({ id, next: newId() }))
  await sql`
    insert into indicators.value (unit_id, id, subject, category, year, period, as_of, amount, qualifier, status, confidence,
      source_id, is_sample, submission_id, submission_version, replaces, is_withdrawn, reason, recorded_by, recorded_at)
    select unit_id, pair.next, subject, category, year, period, as_of, amount, qualifier, status, confidence,
      source_id, is_sample, submission_id, submission_version, value.id, true, ${by.reason}, ${by.accountId ?? null}::uuid, ${by.at}
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair(id uuid, next uuid)
    join indicators.value on value.unit_id = ${unitId} and value.id = pair.id`.execute(tx)
  return pairs.length
}
