/** What each place gave of one measure in one year, on that year's tree. */
import { sql } from 'kysely'
import { z } from 'zod'
import { WordsShape } from '#kernel/schema.ts'
import { namedQuery } from '#platform/database/index.ts'
import { Part } from '../indicators.model.ts'

interface TotalsQuery {
  readonly measure: string
  readonly category: string
  readonly under: string
  /** The kind of place that gives figures. */
  readonly kind: string
}

/** By name; the amount null where the place gave none. `on` is the year's last day. */
export const listGiven = namedQuery({
  name: 'indicators.measureGiven',
  row: Part.pick({ unitCode: true, unitName: true }).extend({ amount: Part.shape.numerator }),
  text: (p: TotalsQuery & { year: number; on: string }) => sql`
    with leaves as materialized (
      select unit.id, unit.code, unit.full_name, unit.folded
      from organisation.published_closure path
      join organisation.published_unit unit on unit.id = path.descendant_id and unit.valid_from <= ${p.on} and unit.valid_to > ${p.on}
      where path.ancestor_id = ${p.under} and path.descendant_kind = ${p.kind}
        and path.valid_from <= ${p.on} and path.valid_to > ${p.on}
    ),
    amounts as materialized (
      select unit_id, jsonb_build_object('id', id, 'amount', amount, 'status', status, 'asOf', as_of,
        'isSample', is_sample, 'rank', source_rank, 'source', source_title, 'submissionId', submission_id) as amount
      from indicators.published_figure
      where subject = ${p.measure} and category = ${p.category} and year = ${p.year}::smallint
    )
    select leaves.code as "unitCode", leaves.full_name as "unitName", amounts.amount
    from leaves left join amounts on amounts.unit_id = leaves.id
    order by leaves.folded`,
})

/** Years in which any place gave the measure, newest first. */
export const listYears = namedQuery({
  name: 'indicators.measureYears',
  row: z.object({ year: z.number() }),
  text: (p: { measure: string; category: string; kind: string }) => sql`
    select distinct value.year from indicators.published_value value
    where value.subject = ${p.measure} and value.category = ${p.category} and value.year is not null
      and exists (select from organisation.published_unit unit where unit.id = value.unit_id and unit.kind = ${p.kind})
    order by value.year desc`,
})

/** The words of a category: women, ages 15 to 19. */
export const findCategory = namedQuery({
  name: 'indicators.category',
  row: z.object({ name: WordsShape }),
  text: (p: { category: string }) => sql`
    select jsonb_build_object('vi', name_vi, 'en', name_en) as name from indicators.category
    where dimension || ':' || code = ${p.category}`,
})
