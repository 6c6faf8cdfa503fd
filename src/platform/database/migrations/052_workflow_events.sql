-- The history of everything that goes from hand to hand: every step of every workflow, once, for ever.
create table platform.workflow_event (
  -- The name of the workflow: `plan.amendment`.
  workflow text not null,
  subject_id uuid not null,
  -- Counts the steps of one thing from 1, whatever the clock said.
  sequence int not null check (sequence > 0),
  -- The step before, so that histories have no gap and states join.
  follows int generated always as (nullif(sequence - 1, 0)) stored,
  step text not null,
  -- Null of the step that began the thing.
  from_state text,
  to_state text not null,
  by_id uuid,
  -- The name as it was then; of the machine `command` or `job`. Null like `at`: not known of a time before there was this history.
  by_name text,
  at timestamptz,
  reason text,
  due_on date,
  version int,
  -- Of a step that asks for a second pair of eyes: through whose hands the thing had gone.
  hands uuid[],
  primary key (workflow, subject_id, sequence),
  unique (workflow, subject_id, sequence, to_state),
  constraint workflow_event_joins foreign key (workflow, subject_id, follows, from_state)
    references platform.workflow_event (workflow, subject_id, sequence, to_state),
  constraint workflow_event_begins check (sequence = 1 or from_state is not null),
  constraint workflow_event_four_eyes check (by_id is null or hands is null or by_id <> all (hands))
);
create trigger workflow_event_append_only before update or delete on platform.workflow_event
  for each row execute function platform.refuse_change();

-- For the histories that modules kept before: one step of them, the name that an account last acted under, and the last entry about
-- something.
create function platform.keep_step(
  workflow text, subject_id uuid, sequence bigint, step text, from_state text, to_state text, by_id uuid, by_name text,
  at timestamptz, reason text, due_on date, version int, hands uuid[]
) returns void language sql as $$
  insert into platform.workflow_event (workflow, subject_id, sequence, step, from_state, to_state, by_id, by_name, at, reason, due_on,
    version, hands)
  values (workflow, subject_id, sequence::int, step, from_state, to_state, by_id, by_name, at, reason, due_on, version, hands)
$$;
create function platform.acting_name(account uuid) returns text language sql stable as $$
  select actor from platform.audit_entry where actor_id = account order by seq desc limit 1
$$;
create function platform.last_audited(named text, about text) returns platform.audit_entry language sql stable as $$
  select * from platform.audit_entry where operation = named and subject = about order by seq desc limit 1
$$;
