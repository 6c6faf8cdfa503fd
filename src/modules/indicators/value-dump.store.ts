/** Reads everything recorded for whoever wants it all: values page by page, and the words they use. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery } from '#platform/database/index.ts'
import { OpenValue, Terms } from './indicators.model.ts'

interface PageQuery {
  readonly subject?: string
  readonly year?: number
  /** The keys of the last row read: unit, value. */
  readonly after?: readonly [unitId: string, id: string]
  readonly limit: number
}

/** In the order of the primary key, so that each page is found at once however far one has read. */
export const listValues = namedQuery({
  name: 'indicators.openValues',
  row: OpenValue.extend({ unitId: z.uuid() }),
  text: (p: PageQuery) => sql`
    select value.unit_id as "unitId", value.id, unit.code as "unitCode", unit.full_name as "unitName",
      value.subject, value.category, value.year, value.period, value.as_of::text as "asOf",
      value.amount::float8 as amount, value.qualifier, value.status, value.confidence,
      value.is_sample as "isSample", value.source_title as source, value.source_url as "sourceUrl"
    from (
      select * from indicators.published_value
      where (${p.subject ?? null}::text is null or subject = ${p.subject ?? null})
        and (${p.year ?? null}::int is null or year = ${p.year ?? null})
        and (${p.after?.[0] ?? null}::uuid is null
          or (unit_id, id) > (${p.after?.[0] ?? null}::uuid, ${p.after?.[1] ?? null}::uuid))
      order by unit_id, id
      limit ${p.limit}) value
    cross join lateral (
      select named.code, named.full_name from organisation.published_unit named where named.id = value.unit_id
      order by named.valid_from desc limit 1) unit
    order by value.unit_id, value.id`,
})

export const listTerms = namedQuery({
  name: 'indicators.terms',
  row: Terms,
  text: () => sql`
    select ${named('unit')} as units, ${named('section')} as sections,
      coalesce((select jsonb_agg(jsonb_build_object('code', dimension.code,
          'name', jsonb_build_object('vi', dimension.name_vi, 'en', dimension.name_en),
          'categories', (select jsonb_agg(jsonb_build_object('code', category.code,
              'name', jsonb_build_object('vi', category.name_vi, 'en', category.name_en)) order by category.position)
            from indicators.category category where category.dimension = dimension.code)) order by dimension.position)
        from indicators.dimension dimension), '[]') as dimensions`,
})

function named(kind: 'unit' | 'section') {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('code', term.code,
      'name', jsonb_build_object('vi', term.name_vi, 'en', term.name_en)) order by term.position)
    from indicators.term term where term.kind = ${kind}), '[]')`
}
