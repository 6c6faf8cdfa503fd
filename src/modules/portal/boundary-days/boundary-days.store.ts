/** Finds the stretches of days on which the units of a kind stayed the same, land and all. */
import { sql } from 'kysely'
import { namedQuery } from '#platform/database/index.ts'
import { BoundarySpan } from './boundary-days.model.ts'

export const listSpans = namedQuery({
  name: 'portal.trees',
  row: BoundarySpan,
  text: (p: { kind: string; today: string }) => sql`
    with lives as (
      select id, min(valid_from) as opened, max(valid_to) as closed
      from organisation.published_unit where kind = ${p.kind} group by id
    ),
    days as (
      select opened as day from lives
      union select closed from lives
      union select step.effective_on from organisation.published_succession step join lives on lives.id = step.to_id
    ),
    spans as (select day as first_on, lead(day) over (order by day) as next_on from days),
    counted as (
      select spans.*, (select count(*) from lives where opened <= first_on and closed > first_on)::int as units from spans
    )
    select case when isfinite(first_on) then first_on::text end as "from",
      case when isfinite(next_on) then (next_on - 1)::text end as until, units
    from counted where units > 0 and first_on <= ${p.today} order by first_on`,
})
