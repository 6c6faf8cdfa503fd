-- The plan as data: clauses, targets, duties with their holders in time, component plans, and the document they come from.

create table plan.plan (
  id uuid primary key,
  code text not null unique,
  symbol text not null,
  title_vi text not null,
  title_en text not null,
  issued_on date not null,
  from_year smallint not null,
  to_year smallint not null,
  standing_agency_id uuid not null references organisation.unit,
  signatory text not null,
  -- [{number, issuedOn, issuer, type, title, verified}] and [{kind, before | year, clause, title}]: read whole, never searched.
  legal_bases jsonb not null,
  reporting jsonb not null
);

create table plan.clause (
  plan_id uuid not null references plan.plan,
  ref text not null,
  parent_ref text,
  kind text not null,
  position int not null,
  title_vi text not null,
  title_en text not null,
  primary key (plan_id, ref),
  foreign key (plan_id, parent_ref) references plan.clause deferrable initially deferred
);

create table plan.document (
  id uuid primary key,
  plan_id uuid not null references plan.plan,
  file_name text not null,
  file text not null,
  attached_by uuid,
  attached_at timestamptz not null
);

-- The words of the signed document, kept only where the city has attached it.
create table plan.clause_text (
  plan_id uuid not null,
  ref text not null,
  document_id uuid not null references plan.document,
  line int not null,
  text text not null,
  primary key (plan_id, ref),
  foreign key (plan_id, ref) references plan.clause
);

create table plan.target_group (
  plan_id uuid not null references plan.plan,
  code text not null,
  position int not null,
  name_vi text not null,
  name_en text not null,
  primary key (plan_id, code)
);

create table plan.target (
  id uuid primary key,
  plan_id uuid not null,
  ref text not null,
  key text not null,
  group_code text not null,
  position int not null,
  year smallint not null,
  indicator text not null references indicators.indicator,
  comparator text not null check (comparator in ('>=', '>', 'yes')),
  value numeric,
  mode text not null check (mode in ('reach', 'keep', 'register')),
  subject_vi text not null,
  subject_en text not null,
  note_vi text,
  note_en text,
  foreign key (plan_id, ref) references plan.clause,
  foreign key (plan_id, group_code) references plan.target_group,
  unique (plan_id, ref, indicator),
  constraint target_has_value check ((comparator = 'yes') = (value is null))
);

create table plan.duty (
  id uuid primary key,
  plan_id uuid not null,
  ref text not null,
  position int not null,
  agency_id uuid not null references organisation.unit,
  role text not null check (role in ('lead', 'coordinate', 'advise', 'requested')),
  title_vi text not null,
  title_en text not null,
  -- Task groups of part III, other agencies named beside, indicators it serves: codes.
  tasks text[] not null,
  with_agencies text[] not null,
  indicators text[] not null,
  deadline jsonb,
  foreign key (plan_id, ref) references plan.clause,
  unique (plan_id, ref, agency_id, role)
);

-- Who answers for a duty, when: the agency the plan names, then its successors.
create table plan.duty_holder (
  duty_id uuid not null references plan.duty,
  unit_id uuid not null references organisation.unit,
  valid_from date not null,
  valid_to date not null,
  verified boolean not null,
  primary key (duty_id, unit_id, valid_from),
  constraint duty_held_once exclude using gist (duty_id with =, daterange(valid_from, valid_to) with &&)
);
create index duty_holder_unit on plan.duty_holder (unit_id, valid_from, valid_to);

create table plan.component_plan (
  plan_id uuid not null,
  ref text not null,
  title_vi text not null,
  title_en text not null,
  lead_id uuid not null references organisation.unit,
  coordinator_id uuid not null references organisation.unit,
  approval_year smallint not null,
  approval_quarter smallint not null check (approval_quarter between 1 and 4),
  indicators text[] not null,
  -- Known only when someone records it: the plan says when it was due.
  approved_on date,
  approval_document text,
  primary key (plan_id, ref),
  foreign key (plan_id, ref) references plan.clause
);
