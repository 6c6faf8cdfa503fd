-- Yearly reports: the head, what officers wrote (every version kept), and the frozen snapshot.

create table reports.report (
  id uuid primary key,
  year smallint not null check (year between 2000 and 2200),
  kind text not null check (kind in ('yearly')),
  state text not null check (state in ('draft', 'frozen')),
  number int check (number between 1 and 99999),
  symbol text,
  issued_on date,
  -- Place, capacity of signing, signatory, recipients: read whole, never searched.
  head jsonb,
  is_sample boolean not null,
  created_at timestamptz not null,
  frozen_at timestamptz,
  frozen_by uuid,
  constraint report_year_once unique (year, kind),
  constraint report_frozen_has_head check (
    state = 'draft' or (number is not null and symbol is not null and issued_on is not null and head is not null and frozen_at is not null))
);
-- The registry numbers the documents of one symbol anew every year.
create unique index report_number_once on reports.report (symbol, (extract(year from issued_on)), number) where state = 'frozen';

create function reports.refuse_change_of_frozen() returns trigger language plpgsql as $$
begin
  if old.state = 'frozen' then
    raise exception 'report % is frozen', old.year using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger report_frozen_stays before update or delete on reports.report
  for each row execute function reports.refuse_change_of_frozen();

-- What officers wrote, one row each time it was saved.
create table reports.narrative (
  report_id uuid not null references reports.report,
  version int not null,
  texts jsonb not null,
  saved_by uuid,
  saved_by_name text not null,
  saved_at timestamptz not null,
  constraint narrative_version_once primary key (report_id, version)
);
create trigger narrative_append_only before update or delete on reports.narrative
  for each row execute function platform.refuse_change();

create table reports.snapshot (
  report_id uuid primary key references reports.report,
  -- Facts, narrative, the document and the grids of its annexes: enough to write every file again.
  data jsonb not null,
  -- Submissions with their version, values with their id, the day of the tree.
  inputs jsonb not null,
  -- SHA-256 over the canonical JSON of head, data, inputs and the audit head.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- The end of the audit chain when the figures were taken.
  audit_seq bigint not null,
  audit_hash text not null
);
create trigger snapshot_append_only before update or delete on reports.snapshot
  for each row execute function platform.refuse_change();
