-- The steps of decisions stand in the one history of all workflows. A row kept the last of each step; who returned or gave up a
-- draft stood in the audit log alone.

with kept as (
  select reform.*,
    proposed_at is not null and (state = 'draft' or state = 'discarded' and edited_at > proposed_at) as is_back
  from reorganisation.reform
), steps as (
  select id, 0 as place, 'draft' as step, null as from_state, 'draft' as to_state, drafted_by as by_id, drafted_at as at,
    null::text as by_name, null::text as reason, 1 as version
  from kept
  union all
  select id, case when is_back and edited_at > proposed_at then 4 else 1 end, 'edit', 'draft', 'draft', edited_by, edited_at, null,
    null, null
  from kept where edited_at > drafted_at
  union all
  select id, 2, 'propose', 'draft', 'proposed', proposed_by, proposed_at, null, null, null from kept where proposed_at is not null
  union all
  select id, 3, 'return', 'proposed', 'draft', entry.actor_id, entry.at, coalesce(entry.actor, ''), coalesce(returned_reason, ''), null
  from kept
  cross join lateral (select (platform.last_audited('reorganisation.return', 'reform ' || kept.id)).*) entry
  where is_back
  union all
  select id, 5, 'approve', 'proposed', 'approved', approved_by, approved_at, null, null, null from kept where approved_at is not null
  union all
  select id, 6, 'withdraw', 'approved', 'withdrawn', withdrawn_by, withdrawn_at, null, withdrawn_reason, null
  from kept where withdrawn_at is not null
  union all
  select id, 6, 'discard', case when proposed_at is null or is_back then 'draft' else 'proposed' end, 'discarded', entry.actor_id,
    entry.at, coalesce(entry.actor, ''), null, null
  from kept
  cross join lateral (select (platform.last_audited('reorganisation.discard', 'reform ' || kept.id)).*) entry
  where state = 'discarded'
), numbered as (
  select steps.*, row_number() over (partition by steps.id order by place) as sequence,
    case when by_id is null and by_name is null then 'command' else coalesce(nullif(by_name, ''), platform.acting_name(by_id)) end as name,
    -- Neither who proposed nor who wrote last has approved: nobody could.
    case when step = 'approve' then array_remove(array_remove(array[kept.proposed_by, kept.edited_by], null), kept.approved_by) end as hands
  from steps join kept on kept.id = steps.id
)
select platform.keep_step('reorganisation.decision', id, sequence, step, from_state, to_state, by_id, name, at, nullif(reason, ''), null,
  version, hands)
from (select * from numbered order by id, sequence) in_order;

alter table reorganisation.reform
  drop column drafted_by, drop column drafted_at, drop column edited_by, drop column edited_at, drop column proposed_by,
  drop column proposed_at, drop column returned_reason, drop column approved_by, drop column approved_at, drop column withdrawn_by,
  drop column withdrawn_at, drop column withdrawn_reason;
