-- The plan in versions: the one signed first, then each amendment. What a version ends stays, with the version that ended it.

create table plan.plan_version (
  plan_id uuid not null references plan.plan,
  number int not null check (number > 0),
  kind text not null check (kind in ('original', 'amendment')),
  -- Number and day of the decision; from which day it counts.
  symbol text not null,
  issued_on date not null,
  effective_on date not null,
  title_vi text not null,
  title_en text not null,
  reason text not null,
  -- [{what, ref, old, new}]: everything that this version changed, with the words before and after.
  diff jsonb not null,
  document_id uuid references plan.document,
  drafted_by uuid,
  published_by uuid,
  published_at timestamptz not null,
  -- The version before, so that numbers have no gap and days stand in order.
  follows int generated always as (nullif(number - 1, 0)) stored,
  follows_on date,
  primary key (plan_id, number),
  unique (plan_id, number, effective_on),
  constraint version_follows foreign key (plan_id, follows, follows_on) references plan.plan_version (plan_id, number, effective_on),
  constraint version_kind check ((number = 1) = (kind = 'original') and (number = 1) = (follows_on is null)),
  constraint version_in_order check (effective_on >= follows_on),
  constraint version_four_eyes check (published_by is null or published_by <> drafted_by)
);
create trigger plan_version_append_only before update or delete on plan.plan_version
  for each row execute function platform.refuse_change();

-- A plan that was loaded before there were versions is its first.
insert into plan.plan_version (plan_id, number, kind, symbol, issued_on, effective_on, title_vi, title_en, reason, diff, published_at)
select id, 1, 'original', symbol, issued_on, issued_on, title_vi, title_en, '', '[]', now() from plan.plan;

-- What was asked is never rewritten: a row may only be ended, once. Columns named with the trigger may change besides.
create function plan.refuse_rewriting() returns trigger language plpgsql as $$
declare
  -- Without arguments tg_argv is null.
  free text[] := array['until_version', 'replaced_by'] || coalesce(tg_argv, '{}');
begin
  if tg_op = 'DELETE' or to_jsonb(old) - free <> to_jsonb(new) - free
    or (old.until_version is not null and old.until_version is distinct from new.until_version) then
    raise exception 'rows of %.% are ended by a version, never rewritten', tg_table_schema, tg_table_name;
  end if;
  return new;
end $$;

alter table plan.clause
  add column from_version int not null default 1,
  add column until_version int,
  add foreign key (plan_id, from_version) references plan.plan_version deferrable initially deferred,
  add foreign key (plan_id, until_version) references plan.plan_version deferrable initially deferred,
  add constraint clause_versions check (until_version > from_version);

alter table plan.target
  drop constraint target_plan_id_ref_indicator_key,
  add column from_version int not null default 1,
  add column until_version int,
  -- The target that took its place, where the version that ended it names one.
  add column replaced_by uuid references plan.target,
  add foreign key (plan_id, from_version) references plan.plan_version deferrable initially deferred,
  add foreign key (plan_id, until_version) references plan.plan_version deferrable initially deferred,
  add constraint target_versions check (until_version > from_version),
  add constraint target_replaced_when_ended check (replaced_by is null or until_version is not null);
create unique index target_in_force on plan.target (plan_id, ref, indicator) where until_version is null;
create trigger target_ended_only before update or delete on plan.target
  for each row execute function plan.refuse_rewriting();

alter table plan.duty
  drop constraint duty_plan_id_ref_agency_id_role_key,
  add column from_version int not null default 1,
  add column until_version int,
  add column replaced_by uuid references plan.duty,
  add foreign key (plan_id, from_version) references plan.plan_version deferrable initially deferred,
  add foreign key (plan_id, until_version) references plan.plan_version deferrable initially deferred,
  add constraint duty_versions check (until_version > from_version),
  add constraint duty_replaced_when_ended check (replaced_by is null or until_version is not null);
create unique index duty_in_force on plan.duty (plan_id, ref, agency_id, role) where until_version is null;
create trigger duty_ended_only before update or delete on plan.duty
  for each row execute function plan.refuse_rewriting();

alter table plan.component_plan
  drop constraint component_plan_pkey,
  add column from_version int not null default 1,
  add column until_version int,
  add foreign key (plan_id, from_version) references plan.plan_version deferrable initially deferred,
  add foreign key (plan_id, until_version) references plan.plan_version deferrable initially deferred,
  add constraint component_plan_versions check (until_version > from_version),
  add primary key (plan_id, ref, from_version);
create unique index component_plan_in_force on plan.component_plan (plan_id, ref) where until_version is null;
create trigger component_plan_ended_only before update or delete on plan.component_plan
  for each row execute function plan.refuse_rewriting('approved_on', 'approval_document');

-- An amendment being written: its head and its changes; published once, by someone who had no hand in it.
create table plan.amendment (
  id uuid primary key,
  plan_id uuid not null references plan.plan,
  symbol text not null,
  issued_on date not null,
  effective_on date not null,
  title_vi text not null,
  title_en text not null,
  reason text not null,
  changes jsonb not null default '[]',
  -- Everyone who wrote on it.
  authors uuid[] not null,
  drafted_by uuid,
  drafted_at timestamptz not null,
  changed_at timestamptz not null,
  state text not null default 'draft' check (state in ('draft', 'published', 'discarded')),
  version int,
  foreign key (plan_id, version) references plan.plan_version,
  constraint amendment_version check ((state = 'published') = (version is not null))
);
create unique index amendment_of_version on plan.amendment (plan_id, version) where version is not null;
