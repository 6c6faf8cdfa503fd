/** Finds indicators, targets and duties by their names, typed with or without tones. */
import { sql } from 'kysely'
import { z } from 'zod'
import { namedQuery } from '#platform/database/index.ts'
import { Found } from './search.model.ts'

/** Names that hold the folded query, or nearly: those that begin with it first. */
export const searchNames = namedQuery({
  name: 'portal.search',
  row: Found.extend({ score: z.number() }),
  text: (p: { folded: string; limit: number }) => sql`
    with named as (
      select 'indicator' as kind, code as id, code as ref, name_vi, name_en,
        platform.fold(name_vi || ' ' || name_en || ' ' || explanation_vi || ' ' || code) as folded
      from indicators.published_indicator
      union all
      select 'target', indicator, key || ' (' || year || ')', subject_vi, subject_en,
        platform.fold(subject_vi || ' ' || subject_en || ' ' || ref)
      from plan.published_target
      union all
      select distinct 'duty', id::text, ref, title_vi, title_en, platform.fold(title_vi || ' ' || title_en || ' ' || ref)
      from plan.published_duty
    ),
    scored as (
      select named.*, case when folded like ${p.folded} || '%' then 3 when folded like '%' || ${p.folded} || '%' then 2
        else word_similarity(${p.folded}, folded) end::float8 as score
      from named
    ),
    ranked as (
      select scored.*, row_number() over (partition by kind order by score desc, ref) as place from scored where score > 0.7
    )
    select kind, id, ref, jsonb_build_object('vi', name_vi, 'en', name_en) as name, score
    from ranked where place <= ${p.limit} order by kind, score desc, ref`,
})
