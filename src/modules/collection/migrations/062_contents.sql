-- What stands in a form has a version of its own, over cells, notes, reports on duties, evidence and its returns: whoever sends a form
-- says which contents they saw. Every change is kept, so that they are told what others have changed since, and who.
alter table collection.submission add column content_version int not null default 0;

-- One row for each thing that changed: a cell (`measure`, `category`), a report on a duty (`duty_id`), a piece of evidence (`duty_id`,
-- `evidence_id`), or, without any of them, that the form was given back. What was not there before, or is no more, is null.
create table collection.content_change (
  unit_id uuid not null,
  submission_id uuid not null,
  -- The version of the contents that it led to.
  version int not null,
  seq bigint generated always as identity,
  measure text references indicators.measure,
  category text,
  duty_id uuid references plan.duty,
  evidence_id uuid,
  before jsonb,
  now jsonb,
  by_id uuid,
  by_name text not null,
  at timestamptz not null,
  primary key (unit_id, submission_id, version, seq),
  foreign key (unit_id, submission_id) references collection.submission (unit_id, id),
  constraint content_change_is_of_one check (
    (measure is null) = (category is null) and (measure is null or duty_id is null) and (evidence_id is null or duty_id is not null))
);
create trigger content_change_append_only before update or delete on collection.content_change
  for each row execute function platform.refuse_change();
