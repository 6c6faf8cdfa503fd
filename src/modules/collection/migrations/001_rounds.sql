-- Rounds, forms, what units sent in them cell by cell, and the history of every submission.

-- A form is a version of its definition: a submission keeps the one it was opened with.
create table collection.form (
  id uuid primary key,
  code text not null unique,
  year smallint not null,
  -- The kind of unit that fills it; with `per_duty` it also reports on each duty the unit holds.
  audience text not null,
  per_duty boolean not null,
  name_vi text not null,
  name_en text not null,
  -- The fields asked of each duty, with their words: read whole, never searched.
  duty_fields jsonb not null
);

create table collection.form_section (
  form_id uuid not null references collection.form,
  code text not null,
  position int not null,
  name_vi text not null,
  name_en text not null,
  primary key (form_id, code)
);

create table collection.form_row (
  form_id uuid not null,
  position int not null,
  section text not null,
  measure text not null references indicators.measure,
  category text not null default 'total',
  -- The unit of counting, in words.
  unit_vi text not null,
  unit_en text not null,
  -- The highest level there is; null where the measure is no level.
  highest smallint,
  required boolean not null,
  primary key (form_id, measure, category),
  foreign key (form_id, section) references collection.form_section (form_id, code)
);

create table collection.duty_state (
  code text primary key,
  position int not null,
  name_vi text not null,
  name_en text not null
);

create table collection.round (
  id uuid primary key,
  year smallint not null constraint round_year_once unique,
  title_vi text not null,
  title_en text not null,
  opens_on date not null,
  due_on date not null,
  state text not null check (state in ('draft', 'open', 'closed')),
  -- Everything that comes in is made up: a demonstration, not a report.
  is_sample boolean not null,
  created_at timestamptz not null,
  constraint round_due_after_opening check (due_on >= opens_on)
);

-- Keyed by the unit first: the place everything about it lies together.
create table collection.submission (
  unit_id uuid not null,
  id uuid not null,
  round_id uuid not null references collection.round,
  form_id uuid not null references collection.form,
  state text not null check (state in ('not-started', 'in-progress', 'sent', 'returned', 'approved')),
  due_on date not null,
  -- How often it was sent: approved values name it.
  version int not null default 0,
  is_sample boolean not null,
  touched_at timestamptz,
  sent_at timestamptz,
  sent_on date,
  sent_by uuid,
  is_late boolean not null default false,
  returned_at timestamptz,
  returned_by uuid,
  return_reason text,
  approved_at timestamptz,
  approved_by uuid,
  reminded_on date,
  primary key (unit_id, id),
  constraint submission_once unique (unit_id, round_id),
  constraint submission_sent_has_date check (state not in ('sent', 'approved') or sent_at is not null),
  constraint submission_return_has_reason check (state <> 'returned' or return_reason is not null)
);
create index submission_by_round on collection.submission (round_id, state);

-- What was typed, as it was typed; `amount` is null while it cannot be read as the number the measure asks for.
create table collection.cell (
  unit_id uuid not null,
  submission_id uuid not null,
  measure text not null references indicators.measure,
  category text not null default 'total',
  typed text not null,
  language text not null check (language in ('vi', 'en')),
  amount numeric,
  note text not null default '',
  version int not null,
  edited_by uuid,
  editor text not null,
  edited_at timestamptz not null,
  primary key (unit_id, submission_id, measure, category),
  foreign key (unit_id, submission_id) references collection.submission (unit_id, id)
);

create table collection.submission_event (
  unit_id uuid not null,
  id uuid not null,
  submission_id uuid not null,
  kind text not null check (kind in ('started', 'sent', 'returned', 'approved', 'reopened', 'reminded')),
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  reason text,
  due_on date,
  version int not null,
  primary key (unit_id, id),
  foreign key (unit_id, submission_id) references collection.submission (unit_id, id)
);
create index submission_event_of on collection.submission_event (unit_id, submission_id, at);
create trigger submission_event_append_only before update or delete on collection.submission_event
  for each row execute function platform.refuse_change();

create table collection.duty_report (
  unit_id uuid not null,
  submission_id uuid not null,
  duty_id uuid not null references plan.duty,
  state text not null references collection.duty_state,
  percent numeric constraint duty_report_percent check (percent between 0 and 100),
  result text not null,
  difficulty text not null,
  proposal text not null,
  version int not null,
  edited_by uuid,
  editor text not null,
  edited_at timestamptz not null,
  primary key (unit_id, submission_id, duty_id),
  foreign key (unit_id, submission_id) references collection.submission (unit_id, id)
);

-- What proves a result: an address, or a kept file.
create table collection.evidence (
  unit_id uuid not null,
  submission_id uuid not null,
  duty_id uuid not null references plan.duty,
  id uuid not null,
  title text not null,
  url text,
  file text,
  file_type text,
  added_by uuid,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (unit_id, id),
  foreign key (unit_id, submission_id) references collection.submission (unit_id, id),
  constraint evidence_is_one check ((url is null) <> (file is null))
);
create index evidence_of_duty on collection.evidence (unit_id, submission_id, duty_id);
