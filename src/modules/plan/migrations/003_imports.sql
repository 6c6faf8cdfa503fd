-- Documents read into drafts, and what people decided about each piece.

create table plan.plan_import (
  id uuid primary key,
  -- The plan it amends; null where it becomes the first plan.
  plan_id uuid references plan.plan,
  file_name text not null,
  file text not null,
  file_kind text not null check (file_kind in ('text', 'word')),
  -- The lines of the document as they were read.
  lines jsonb not null,
  -- What the grammar made of them.
  draft jsonb not null,
  state text not null default 'open' check (state in ('open', 'published', 'discarded')),
  -- Which version it became.
  version int,
  created_by uuid,
  created_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  constraint import_version check ((state = 'published') = (version is not null)),
  constraint import_closed check ((state = 'open') = (closed_at is null))
);

-- Append-only: the latest decision about a piece is the one that counts.
create table plan.import_decision (
  id uuid primary key,
  import_id uuid not null references plan.plan_import,
  piece text not null,
  verdict text not null check (verdict in ('accepted', 'corrected', 'rejected')),
  -- What stands in the place of what was read, by field.
  correction jsonb,
  decided_by uuid,
  decided_at timestamptz not null,
  constraint decision_corrects check ((verdict = 'corrected') = (correction is not null))
);
create index import_decision_latest on plan.import_decision (import_id, piece, id desc);
create trigger import_decision_append_only before update or delete on plan.import_decision
  for each row execute function platform.refuse_change();
