/** Amendments and documents under review together, as they wait. */
import { sql } from 'kysely'
import { namedQuery } from '#platform/database/index.ts'
import { Publication } from './waiting-publications.model.ts'

/** What has waited longest first. */
export const listWaiting = namedQuery({
  name: 'plan.waiting',
  row: Publication,
  text: (p: { limit: number }) => sql`
    select open.kind, open.id, open.title, person.name as "startedBy", open.changed_at as "changedAt"
    from (
      select 'amendment' as kind, id, jsonb_build_object('vi', title_vi, 'en', title_en) as title, drafted_by as started_by, changed_at
      from plan.amendment where state = 'draft'
      union all
      select 'import', id, jsonb_build_object('vi', file_name, 'en', file_name), created_by, created_at
      from plan.plan_import where state = 'open') open
    left join access.published_account person on person.id = open.started_by
    order by open.changed_at, open.id limit ${p.limit}`,
})
