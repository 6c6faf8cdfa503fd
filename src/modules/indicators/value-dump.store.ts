/** Reads everything recorded for whoever wants it all: values page by page, and the words they use. */
import { sql } from 'kysely'
import { z } from 'zod'
import { listQuery, namedQuery } from '#platform/database/index.ts'
import { OpenValue, Terms } from './indicators.model.ts'

/** In the order of the primary key, so that each page is found at once however far one has read. */
export const listValues = listQuery({
  name: 'indicators.openValues',
  row: OpenValue.extend({ unitId: z.uuid() }),
  text: (p: { subject?: string; year?: number }) => sql`
    select value.unit_id as "unitId", value.id, unit.code as "unitCode", unit.full_name as "unitName",
      value.subject, value.category, value.year, value.period, value.as_of::text as "asOf",
      value.amount::float8 as amount, value.qualifier, value.status, value.confidence,
      value.is_sample as "isSample", value.source_title as source, value.source_url as "sourceUrl"
    from indicators.published_value value
    cross join lateral (
      select named.code, named.full_name from organisation.published_unit named where named.id = value.unit_id
      order by named.valid_from desc limit 1) unit
    where (${p.subject ?? null}::text is null or value.subject = ${p.subject ?? null})
      and (${p.year ?? null}::int is null or value.year = ${p.year ?? null})`,
  order: [
    { column: 'unitId', type: 'uuid' },
    { column: 'id', type: 'uuid' },
  ],
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
