-- Decisions about units on their way: drafted by one administrator, approved by another, in force on their day, or withdrawn before.

create table reorganisation.reform (
  -- Also the id of the enactment in organisation, once it is approved.
  id uuid primary key,
  effective_on date not null,
  title text not null,
  -- The decision: number and who made it.
  basis text not null,
  acts jsonb not null,
  state text not null check (state in ('draft', 'proposed', 'approved', 'withdrawn', 'discarded')),
  -- Counts every change, so that two people who edit one draft lose nothing.
  version int not null,
  drafted_by uuid,
  drafted_at timestamptz not null,
  edited_by uuid,
  edited_at timestamptz not null,
  proposed_by uuid,
  proposed_at timestamptz,
  -- Why it came back to its author; null once it is proposed anew.
  returned_reason text,
  approved_by uuid,
  approved_at timestamptz,
  -- What it changed, as it was told to the modules that follow.
  aftermath jsonb,
  -- When its day had come and forms were carried over.
  settled_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint reform_four_eyes check (approved_by is null or approved_by is distinct from proposed_by),
  constraint reform_withdrawal_has_reason check (state <> 'withdrawn' or withdrawn_reason is not null)
);
create index reform_by_day on reorganisation.reform (effective_on desc, id);
create index reform_unsettled on reorganisation.reform (effective_on) where state = 'approved' and settled_at is null;
