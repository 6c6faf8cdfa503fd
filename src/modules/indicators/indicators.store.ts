/** How measures, indicators and values are kept: what no topic of the module has for itself. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery, recordsOf, type Tx } from '#platform/database/index.ts'
import { isOfLandOn } from './conversion/boundary-day.store.ts'
import type { NewValue } from './indicators.model.ts'
import { Indicator, Measure, MeasureRule, RecordedValue } from './indicators.model.ts'

export const listForSearch = namedQuery({
  name: 'indicators.indicatorsForSearch',
  row: z.object({ code: z.string(), name: z.object({ vi: z.string(), en: z.string() }), explanation: z.string() }),
  text: () => sql`
    select code, jsonb_build_object('vi', name_vi, 'en', name_en) as name, explanation_vi as explanation
    from indicators.indicator where ended_on is null order by code`,
})

export const listMeasures = namedQuery({
  name: 'indicators.listMeasures',
  row: Measure,
  text: (p: { codes?: readonly string[] }) => sql`
    select code, kind, unit, clock, aggregate, section, at_most as "atMost", dimensions, verified, ended_on::text as "endedOn",
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
    from indicators.measure_rule where ended_on is null order by code`,
})

export const listIndicators = namedQuery({
  name: 'indicators.listIndicators',
  row: Indicator,
  text: (p: { codes?: readonly string[] }) => sql`
    select code, kind, unit, numerator, denominator, at_least::float8 as "atLeast", unit_kind as "unitKind", direction, decimals, ended_on::text as "endedOn",
      jsonb_build_object('vi', name_vi, 'en', name_en) as name,
      jsonb_build_object('vi', explanation_vi, 'en', explanation_en) as explanation,
      case when legal_value is not null then jsonb_build_object(
        'value', legal_value, 'source', legal_source, 'verified', legal_verified) end as legal
    from indicators.indicator
    where ${p.codes ?? null}::text[] is null or code = any(${p.codes ?? null}::text[])
    order by position`,
})

/** The columns of a recorded value, from `published_value` or of its shape, under the name `value`. */
export const recordedColumns = sql`
  value.id, value.subject, value.category, value.year, value.period, value.as_of::text as "asOf",
  value.amount::float8 as amount, value.qualifier, value.status, value.confidence, value.is_sample as "isSample",
  jsonb_build_object('id', value.source_id, 'kind', value.source_kind, 'rank', value.source_rank,
    'title', value.source_title, 'url', value.source_url) as source,
  value.submission_id as "submissionId",
  case when value.note_vi is not null then jsonb_build_object('vi', value.note_vi, 'en', value.note_en) end as note,
  to_json(value.recorded_at)#>>'{}' as "recordedAt", value.seq`

interface RecordedQuery {
  readonly unitId: string
  readonly subjects?: readonly string[]
  readonly years?: readonly number[]
  readonly category?: string
  /** Only figures of the land that the unit has on this day. */
  readonly landOn?: string
}

export const recordedOf = namedQuery({
  name: 'indicators.recorded',
  row: RecordedValue,
  text: (p: RecordedQuery) => sql`
    select ${recordedColumns} from indicators.published_value value
    where value.unit_id = ${p.unitId}
      and (${p.subjects ?? null}::text[] is null or value.subject = any(${p.subjects ?? null}::text[]))
      and (${p.years ?? null}::smallint[] is null or value.year = any(${p.years ?? null}::smallint[]))
      and (${p.category ?? null}::text is null or value.category = ${p.category ?? null})
      and ${p.landOn ? isOfLandOn(p.landOn) : sql`true`}
    order by value.subject, value.year, value.source_rank, value.seq`,
})

/** Records values; where the same source has spoken of the same thing before, the new row replaces that one, with `reason`. */
export async function insertValues(
  tx: Tx,
  values: readonly (NewValue & { id: string })[],
  by: { accountId?: string; at: Date; reason: string },
): Promise<number> {
  const rows = values.map(({ note, ...value }) => ({ ...value, noteVi: note?.vi, noteEn: note?.en }))
  const inserted = await sql`
    insert into indicators.value (unit_id, id, subject, category, year, period, as_of, amount, qualifier, status, confidence,
      source_id, is_sample, submission_id, submission_version, note_vi, note_en, replaces, reason, recorded_by, recorded_at)
    select fresh.unit_id, fresh.id, fresh.subject, fresh.category, fresh.year, fresh.period, fresh.as_of, fresh.amount,
      fresh.qualifier, fresh.status, fresh.confidence, fresh.source_id, fresh.is_sample, fresh.submission_id,
      fresh.submission_version, fresh.note_vi, fresh.note_en, earlier.id,
      case when earlier.id is not null then ${by.reason} end, ${by.accountId ?? null}::uuid, ${by.at}
    from ${recordsOf('indicators.value', rows)} as fresh
    left join indicators.value earlier on earlier.unit_id = fresh.unit_id and earlier.subject = fresh.subject
      and earlier.category = fresh.category and earlier.year = fresh.year and earlier.period = fresh.period and earlier.source_id = fresh.source_id
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
      select from ${recordsOf('indicators.value', kept)} as stays
      where stays.subject = value.subject and stays.category = value.category)`.execute(tx)
  const pairs = rows.map(({ id }) => ({ id: newId(), replaces: id }))
  await sql`
    insert into indicators.value (unit_id, id, subject, category, year, period, as_of, amount, qualifier, status, confidence,
      source_id, is_sample, submission_id, submission_version, replaces, is_withdrawn, reason, recorded_by, recorded_at)
    select value.unit_id, pair.id, value.subject, value.category, value.year, value.period, value.as_of, value.amount,
      value.qualifier, value.status, value.confidence, value.source_id, value.is_sample, value.submission_id,
      value.submission_version, value.id, true, ${by.reason}, ${by.accountId ?? null}::uuid, ${by.at}
    from ${recordsOf('indicators.value', pairs)} as pair
    join indicators.value on value.unit_id = ${unitId} and value.id = pair.replaces`.execute(tx)
  return pairs.length
}
