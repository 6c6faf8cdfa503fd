/** Which indicators run beside another one, counted over another kind of unit. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery } from '#platform/database/index.ts'

/** `parallelOf` is the indicator that `code` runs beside: communes at a level beside districts at it. */
export const listParallels = namedQuery({
  name: 'indicators.parallels',
  row: z.object({ code: z.string(), parallelOf: z.string() }),
  text: () => sql`
    select code, parallel_of as "parallelOf" from indicators.indicator where parallel_of is not null order by position`,
})
