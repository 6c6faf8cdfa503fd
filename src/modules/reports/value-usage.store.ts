/** Finds the reports that used a value, and the values of a report that were corrected since. */
import { sql } from 'kysely'
import { namedQuery } from '#platform/database/index.ts'
import { Correction, ValueUsage } from './value-usage.model.ts'

export const listUses = namedQuery({
  name: 'reports.uses',
  row: ValueUsage,
  text: (p: { unitCode: string; values: readonly string[] }) => sql`
    select used.value_id as "valueId", report.year, report.number, report.symbol, report.issued_on::text as "issuedOn",
      array_agg(used.use order by used.use) as uses
    from reports.value_usage used
    join reports.report on report.id = used.report_id
    where used.unit_code = ${p.unitCode} and used.value_id = any(${p.values}::uuid[])
    group by used.value_id, report.year, report.number, report.symbol, report.issued_on
    order by report.year desc, used.value_id`,
})

/** Values of the frozen report of a year that another took the place of; each with the one that stands now. */
export const listCorrections = namedQuery({
  name: 'reports.corrections',
  row: Correction,
  text: (p: { year: number }) => sql`
    with recursive unit as (
      -- Units that had the code one after the other: the value tells which. A tree may have changed on a day the report stands on.
      select distinct on (code, id) id, code, full_name from organisation.published_unit order by code, id, valid_from desc
    ),
    used as materialized (
      select distinct used.unit_code, used.value_id, unit.id as unit_id, unit.full_name
      from reports.value_usage used
      join reports.report on report.id = used.report_id and report.year = ${p.year}
      join unit on unit.code = used.unit_code
    ),
    chain as (
      select used.value_id as first_id, used.unit_id, later.id, later.amount, later.is_withdrawn, later.recorded_at, 1 as step
      from used
      join indicators.published_recording later on later.unit_id = used.unit_id and later.replaces = used.value_id
      union all
      select chain.first_id, chain.unit_id, later.id, later.amount, later.is_withdrawn, later.recorded_at, chain.step + 1
      from chain
      join indicators.published_recording later on later.unit_id = chain.unit_id and later.replaces = chain.id
    ),
    standing as (
      select distinct on (first_id) * from chain order by first_id, step desc
    )
    select distinct on (value.id) used.unit_code as "unitCode", used.full_name as "unitName", value.subject, value.category, value.year,
      value.id as "usedId", standing.id as "currentId", value.amount::float8 as used,
      case when not standing.is_withdrawn then standing.amount::float8 end as current,
      to_json(standing.recorded_at)#>>'{}' as "correctedAt"
    from standing
    join used on used.value_id = standing.first_id and used.unit_id = standing.unit_id
    join indicators.published_recording value on value.unit_id = standing.unit_id and value.id = standing.first_id
    order by value.id`,
})
