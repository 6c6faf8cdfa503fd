-- The steps of amendments and of documents under review stand in the one history of all workflows.

-- An amendment kept who wrote each revision, and who wrote at all; not when, but for the first and the last time.
with written as (
  select amendment.id, content.revision, content.written_by as by_id, 0 as place
  from plan.amendment join plan.amendment_content content on content.amendment_id = amendment.id and content.revision > 1
  union all
  -- Who wrote before there were revisions.
  select amendment.id, null, author.id, 1
  from plan.amendment cross join unnest(amendment.authors) author(id)
  where author.id is distinct from amendment.drafted_by and not exists (
    select from plan.amendment_content content
    where content.amendment_id = amendment.id and content.revision > 1 and content.written_by = author.id)
), steps as (
  select id, 0 as part, 0 as revision, 0 as place, 'draft' as step, null as from_state, 'draft' as to_state, drafted_by as by_id,
    drafted_at as at, 1 as version, null::text as by_name
  from plan.amendment
  union all
  select written.id, 1, written.revision, written.place, 'write', 'draft', 'draft', written.by_id,
    case when amendment.state = 'draft' and written.revision = amendment.revision then amendment.changed_at end, written.revision, null
  from written join plan.amendment on amendment.id = written.id
  union all
  select amendment.id, 2, 0, 0, 'publish', 'draft', 'published', version.published_by, version.published_at, amendment.revision,
    case when version.published_by is null then 'command' end
  from plan.amendment join plan.plan_version version
    on version.plan_id = amendment.plan_id and version.number = amendment.version
  where amendment.state = 'published'
  union all
  select amendment.id, 2, 0, 0, 'discard', 'draft', 'discarded', entry.actor_id, amendment.changed_at, amendment.revision, entry.actor
  from plan.amendment
  cross join lateral (select (platform.last_audited('plan.discardAmendment', 'amendment ' || amendment.id)).*) entry
  where amendment.state = 'discarded'
), numbered as (
  select steps.*, row_number() over (partition by steps.id order by part, place desc, steps.revision) as sequence,
    coalesce(by_name, platform.acting_name(by_id), case when step = 'draft' and by_id is null then 'command' end) as name,
    -- None of those who wrote has published: nobody could.
    case when step = 'publish' then array_remove(amendment.authors, by_id) end as hands
  from steps join plan.amendment on amendment.id = steps.id
)
select platform.keep_step('plan.amendment', id, sequence, step, from_state, to_state, by_id, name, at, null, null, version, hands)
from (select * from numbered order by id, sequence) in_order;

alter table plan.amendment drop column authors;

-- Of a document each decision about a piece is kept: those that one person made at one moment are one step.
with counted as (
  select import_id, decided_by, decided_at, seq, row_number() over (partition by import_id order by seq) as number
  from plan.import_decision
), steps as (
  select id, 0 as part, 0 as number, 'bring' as step, null as from_state, 'open' as to_state, created_by as by_id, created_at as at
  from plan.plan_import
  union all
  select import_id, 1, max(number), 'decide', 'open', 'open', decided_by, decided_at
  from counted group by import_id, decided_by, decided_at
  union all
  select id, 2, (select count(*) from plan.import_decision decision where decision.import_id = plan_import.id),
    case state when 'published' then 'publish' else 'discard' end, 'open', state, closed_by, closed_at
  from plan.plan_import where state <> 'open'
), numbered as (
  select steps.*, row_number() over (partition by steps.id order by part, number) as sequence,
    case when by_id is null then 'command' else platform.acting_name(by_id) end as name,
    case when step = 'publish' then (
      select array_agg(distinct earlier.by_id) filter (where earlier.by_id <> steps.by_id) from steps earlier
      where earlier.id = steps.id and earlier.part < 2) end as hands
  from steps
)
select platform.keep_step('plan.import', id, sequence, step, from_state, to_state, by_id, name, at, null, null, number::int, hands)
from (select * from numbered order by id, sequence) in_order;

alter table plan.plan_import drop column closed_by, drop column closed_at;
