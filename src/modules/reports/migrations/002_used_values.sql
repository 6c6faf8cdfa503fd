-- Which values a frozen report used, so that a value can say where it stands printed. All of it is in the sealed inputs of the
-- snapshot; this is the way to find it from the value.
create table reports.used_value (
  report_id uuid not null references reports.report,
  -- As the report names it: a code, and a day on which the unit was there under it.
  unit_code text not null,
  unit_on date not null,
  value_id uuid not null,
  -- reported: approved for the year; compared: the year before; summed: behind a target's figure; published: shown as it stands.
  use text not null check (use in ('reported', 'compared', 'summed', 'published')),
  primary key (unit_code, value_id, report_id, use)
);
create index used_value_of_report on reports.used_value (report_id);
create trigger used_value_append_only before update or delete on reports.used_value
  for each row execute function platform.refuse_change();

-- Of reports frozen before: the values of the submissions.
insert into reports.used_value (report_id, unit_code, unit_on, value_id, use)
select snapshot.report_id, submission->>'unitCode', (snapshot.inputs->>'treeOn')::date, used.id::uuid, 'reported'
from reports.snapshot
cross join jsonb_array_elements(snapshot.inputs->'submissions') submission
cross join jsonb_each_text(submission->'values') used(measure, id)
on conflict do nothing;
