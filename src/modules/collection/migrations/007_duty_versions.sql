-- Every saving of a report on a duty: whoever writes on a page that is older than what stands loses nothing of either.
create table collection.duty_report_version (
  unit_id uuid not null,
  submission_id uuid not null,
  duty_id uuid not null references plan.duty,
  version int not null,
  state text not null,
  percent numeric,
  result text not null,
  difficulty text not null,
  proposal text not null,
  edited_by uuid,
  primary key (unit_id, submission_id, duty_id, version),
  foreign key (unit_id, submission_id) references collection.submission (unit_id, id)
);
create trigger duty_report_version_append_only before update or delete on collection.duty_report_version
  for each row execute function platform.refuse_change();

insert into collection.duty_report_version (unit_id, submission_id, duty_id, version, state, percent, result, difficulty, proposal,
  edited_by)
select unit_id, submission_id, duty_id, version, state, percent, result, difficulty, proposal, edited_by
from collection.duty_report;
