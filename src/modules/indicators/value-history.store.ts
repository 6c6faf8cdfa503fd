/** One number through its corrections. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery } from '#platform/database/index.ts'
import { HistoryRow } from './indicators.model.ts'
import { recordedColumns } from './indicators.store.ts'

/** The value `id`, what it replaced and what replaced it, newest first; `unitOn` is a day on which the unit existed. */
export const historyOf = namedQuery({
  name: 'indicators.history',
  row: HistoryRow.extend({ unitName: z.string(), unitKind: z.string(), unitOn: z.string() }),
  text: (p: { unitCode: string; id: string; today: string }) => sql`
    with recursive start as (
      select value.* from indicators.value value
      where value.id = ${p.id} and value.unit_id in (
        select unit.id from organisation.published_unit unit where unit.code = ${p.unitCode})
    ),
    earlier as (
      select start.*, 0 as step from start
      union all
      select before.*, earlier.step + 1 from earlier
      join indicators.value before on before.unit_id = earlier.unit_id and before.id = earlier.replaces
    ),
    later as (
      select start.*, 0 as step from start
      union all
      select after.*, later.step - 1 from later
      join indicators.value after on after.unit_id = later.unit_id and after.replaces = later.id
    )
    select ${recordedColumns}, value.reason, value.replaces, value.is_withdrawn as "isWithdrawn",
      value.submission_version as "submissionVersion",
      unit.full_name as "unitName", unit.kind as "unitKind", unit.last_on as "unitOn"
    from (select chain.*, source.rank as source_rank, source.kind as source_kind, source.title as source_title, source.url as source_url
          from (select * from earlier union all select * from later where step < 0) chain
          join indicators.source source on source.id = chain.source_id) value
    cross join lateral (
      select named.full_name, named.kind, least(named.valid_to - 1, ${p.today}::date)::text as last_on
      from organisation.published_unit named where named.id = value.unit_id
      order by named.valid_from desc limit 1) unit
    order by value.step`,
})

/** The unit that a value is of; a code may have been used by several, one after the other. */
export const findOwner = namedQuery({
  name: 'indicators.valueOwner',
  row: z.object({ unitId: z.uuid() }),
  text: (p: { unitCode: string; id: string }) => sql`
    select value.unit_id as "unitId" from indicators.value value
    where value.id = ${p.id} and value.unit_id in (
      select unit.id from organisation.published_unit unit where unit.code = ${p.unitCode})`,
})

/** Which accounts recorded values. */
export const findRecorders = namedQuery({
  name: 'indicators.recorders',
  row: z.object({ id: z.uuid(), accountId: z.uuid() }),
  text: (p: { unitId: string; ids: readonly string[] }) => sql`
    select value.id, value.recorded_by as "accountId" from indicators.value value
    where value.unit_id = ${p.unitId} and value.id = any(${p.ids}::uuid[]) and value.recorded_by is not null`,
})
