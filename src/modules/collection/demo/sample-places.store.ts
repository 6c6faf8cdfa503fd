/** Reads the units of a day with their people, and what of each lies in the places of the base year. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery } from '#platform/database/index.ts'

/** The people registered in a unit, by the latest figure. */
const population = sql`(
  select value.amount::float8 from indicators.published_value value
  where value.unit_id = unit.id and value.subject = 'population' and value.category = 'total'
  order by value.as_of desc nulls last limit 1)`

export const listUnits = namedQuery({
  name: 'collection.sampleUnits',
  row: z.object({
    unitId: z.uuid(),
    code: z.string(),
    kind: z.string(),
    type: z.string(),
    population: z.number().nullable(),
  }),
  text: (p: { kinds: readonly string[]; on: string }) => sql`
    select unit.id as "unitId", unit.code, unit.kind, unit.type, ${population} as population
    from organisation.published_unit unit
    where unit.kind = any(${p.kinds}::text[]) and unit.valid_from <= ${p.on} and unit.valid_to > ${p.on}
    order by unit.code`,
})

/** Of the places of one day what lies in those of another, `baseOn`; these with how many places of `formerOn` they were made from. */
export const listPieces = namedQuery({
  name: 'collection.samplePieces',
  row: z.object({
    fromId: z.uuid(),
    toCode: z.string(),
    toType: z.string(),
    toPopulation: z.number().nullable(),
    weight: z.number(),
    madeOf: z.number(),
  }),
  text: (p: { kinds: readonly string[]; on: string; baseOn: string; formerOn: string }) => sql`
    with heirs as materialized (
      select unit.id, unit.code, unit.kind, unit.type, ${population} as population
      from organisation.published_unit unit
      where unit.kind = any(${p.kinds}::text[]) and unit.valid_from <= ${p.baseOn} and unit.valid_to > ${p.baseOn}
    ),
    lines as materialized (
      select line.*, heirs.code, heirs.type, heirs.population
      from heirs
      join organisation.published_crosswalk line on line.to_id = heirs.id
        and line.to_start <= ${p.baseOn} and line.to_end > ${p.baseOn}
      where exists (select from organisation.published_unit unit where unit.id = line.from_id and unit.kind = heirs.kind)
    ),
    made as (
      select to_id, sum(weight) as pieces from lines where from_start <= ${p.formerOn} and from_end > ${p.formerOn} group by to_id
    )
    select lines.from_id as "fromId", lines.code as "toCode", lines.type as "toType", lines.population as "toPopulation",
      lines.weight::float8 as weight, coalesce(made.pieces, 1)::float8 as "madeOf"
    from lines left join made on made.to_id = lines.to_id
    where lines.from_start <= ${p.on} and lines.from_end > ${p.on}
    order by lines.code, lines.from_id`,
})
