/** What the sample of a year without a round needs to know. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery } from '#platform/database/index.ts'

/** Whether there are sample figures of a year that came by no form. */
export const findHistory = namedQuery({
  name: 'collection.sampleHistory',
  row: z.object({ unitId: z.uuid() }),
  text: (p: { year: number }) => sql`
    select unit_id as "unitId" from indicators.published_value
    where subject = 'learning_citizens_recognised' and category = 'total' and year = ${p.year}::smallint
      and is_sample and submission_id is null limit 1`,
})

/** The measures that indicators are computed from. */
export const measuresOfIndicators = namedQuery({
  name: 'collection.measuresOfIndicators',
  row: z.object({ measure: z.string() }),
  text: () => sql`
    select numerator as measure from indicators.published_indicator where numerator is not null
    union select denominator from indicators.published_indicator where denominator is not null`,
})
