-- Measures (what is counted), indicators (what is computed from them), and values in time. Kinds, units and sections are rows.

create table indicators.measure (
  code text primary key,
  position int not null,
  kind text not null check (kind in ('count', 'level', 'yes-no', 'money')),
  unit text not null,
  clock text not null,
  aggregate text not null check (aggregate in ('sum', 'none')),
  section text not null,
  name_vi text not null,
  name_en text not null,
  explanation_vi text not null,
  explanation_en text not null,
  at_most text references indicators.measure deferrable initially deferred,
  dimensions text[] not null,
  verified boolean not null
);

-- Sums that must hold between measures of one form: parts together equal the whole, or do not exceed it.
create table indicators.measure_rule (
  code text primary key,
  parts text[] not null,
  relation text not null check (relation in ('=', '<=')),
  whole text not null references indicators.measure,
  explanation_vi text not null,
  explanation_en text not null
);

create table indicators.dimension (
  code text primary key,
  position int not null,
  name_vi text not null,
  name_en text not null
);

create table indicators.category (
  dimension text not null references indicators.dimension,
  code text not null,
  position int not null,
  name_vi text not null,
  name_en text not null,
  primary key (dimension, code)
);

-- Words of the catalogue: sections of forms, units of counting.
create table indicators.term (
  kind text not null,
  code text not null,
  position int not null,
  name_vi text not null,
  name_en text not null,
  primary key (kind, code)
);

create table indicators.indicator (
  code text primary key,
  position int not null,
  kind text not null check (kind in ('ratio', 'share-of-units', 'level', 'yes-no', 'count')),
  unit text not null,
  numerator text references indicators.measure,
  denominator text references indicators.measure,
  at_least numeric,
  -- The kind of place whose values are summed or counted.
  unit_kind text not null,
  direction text not null check (direction in ('up', 'down')),
  decimals int not null,
  name_vi text not null,
  name_en text not null,
  explanation_vi text not null,
  explanation_en text not null,
  -- The legal standard stands apart from any plan's target; null = none or not known.
  legal_value numeric,
  legal_source text,
  legal_verified boolean,
  constraint indicator_has_formula check (
    case kind when 'ratio' then numerator is not null and denominator is not null
              when 'share-of-units' then numerator is not null and at_least is not null
              else true end)
);

-- Where a figure was read. The rank orders kinds of source when several speak of the same thing: 1 is shown first.
create table indicators.source (
  id text primary key,
  kind text not null,
  rank int not null,
  title text not null,
  url text,
  read_on date
);

-- Append-only. A correction is a new row that names what it replaces; the row no other replaces is current.
-- `subject` is a measure's code, or an indicator's where only the finished figure was published.
create table indicators.value (
  unit_id uuid not null,
  id uuid not null,
  subject text not null,
  category text not null default 'total',
  -- The year it counts for, and the period as published: 2024, 2024-08, 2024-2025; both null where the source gives no date.
  year smallint check (year between 1900 and 2200),
  period text,
  as_of date,
  amount numeric not null,
  qualifier text check (qualifier in ('>', '<', '~')),
  status text not null check (status in ('estimate', 'provisional', 'confirmed')),
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  source_id text not null references indicators.source,
  is_sample boolean not null default false,
  -- The submission it came from, with its version: the way back to the person who typed it.
  submission_id uuid,
  submission_version int,
  note_vi text,
  note_en text,
  replaces uuid,
  reason text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (unit_id, id),
  constraint value_correction_has_reason check (replaces is null or reason is not null)
);
create index value_by_subject on indicators.value (subject, category, year, unit_id);
create unique index value_replaced_once on indicators.value (unit_id, replaces) where replaces is not null;
create index value_by_submission on indicators.value (submission_id) where submission_id is not null;
create trigger value_append_only before update or delete on indicators.value
  for each row execute function platform.refuse_change();
