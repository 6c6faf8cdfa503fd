/** What is compared: the units of several codes, and what was recorded for them. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery } from '#platform/database/index.ts'
import { isOfLandOn } from './conversion/boundary-day.store.ts'
import { RecordedValue } from './indicators.model.ts'
import { recordedColumns } from './indicators.store.ts'

/** The places that these codes name on a day. */
export const findPlaces = namedQuery({
  name: 'indicators.places',
  row: z.object({ id: z.uuid(), code: z.string(), name: z.string(), kind: z.string() }),
  text: (p: { codes: readonly string[]; on: string }) => sql`
    select unit.id, unit.code, unit.full_name as name, unit.kind
    from organisation.published_unit unit
    where unit.code = any(${p.codes}::text[]) and unit.tree = 'place'
      and unit.valid_from <= ${p.on} and unit.valid_to > ${p.on}`,
})

/** Figures of some subjects recorded for several units; with `landOn`, only those of the land that each has on that day. */
export const recordedOfPlaces = namedQuery({
  name: 'indicators.recordedOfPlaces',
  row: RecordedValue.extend({ unitId: z.uuid() }),
  text: (p: { unitIds: readonly string[]; subjects: readonly string[]; landOn?: string }) => sql`
    select value.unit_id as "unitId", ${recordedColumns} from indicators.published_value value
    where value.unit_id = any(${p.unitIds}::uuid[]) and value.subject = any(${p.subjects}::text[])
      and value.category = 'total' and ${p.landOn ? isOfLandOn(p.landOn) : sql`true`}
    order by value.subject, value.year, value.source_rank`,
})
