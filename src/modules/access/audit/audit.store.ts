/** The units whose entries somebody may read, and their names. The entries themselves are the platform's. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery } from '#platform/database/index.ts'

/** A unit and everything that ever was under it: the log of a commune that ended is still read by the city. */
export const unitsEverUnder = namedQuery({
  name: 'access.unitsEverUnder',
  row: z.object({ id: z.uuid() }),
  text: (p: { unitId: string }) => sql`
    select distinct descendant_id as id from organisation.published_closure where ancestor_id = ${p.unitId}`,
})

/** Names of units as they are now, or were at the end. */
export const namesOfUnits = namedQuery({
  name: 'access.namesOfUnits',
  row: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
  text: (p: { ids: readonly string[] }) => sql`
    select distinct on (id) id, code, full_name as name from organisation.published_unit
    where id = any(${p.ids}::uuid[]) order by id, valid_from desc`,
})
