-- What was reported of a duty when its form was sent, kept once for each change: whoever judges a form is told what changed since
-- the sending they saw. The report of a sending is the row with the highest `sent_version` up to it.
create table collection.sent_duty (
  unit_id uuid not null,
  submission_id uuid not null,
  duty_id uuid not null references plan.duty,
  -- The first sending that had it so.
  sent_version int not null,
  report_version int not null,
  state text not null,
  percent numeric,
  result text not null,
  difficulty text not null,
  proposal text not null,
  primary key (unit_id, submission_id, duty_id, sent_version),
  foreign key (unit_id, submission_id) references collection.submission (unit_id, id)
);
create trigger sent_duty_append_only before update or delete on collection.sent_duty
  for each row execute function platform.refuse_change();

-- Of forms sent before: the reports that were not touched since.
insert into collection.sent_duty (unit_id, submission_id, duty_id, sent_version, report_version, state, percent, result, difficulty,
  proposal)
select report.unit_id, report.submission_id, report.duty_id, submission.version, report.version, report.state, report.percent,
  report.result, report.difficulty, report.proposal
from collection.duty_report report
join collection.submission on submission.unit_id = report.unit_id and submission.id = report.submission_id
where submission.version > 0 and report.edited_at <= submission.sent_at;
