-- Somebody does for a while what another may in a field of work.

-- valid_to is the first day without it; a delegation ended on its first day is kept, empty. What the delegator holds is not copied:
-- the delegate may what the delegator may, as long as both last.
create table access.delegation (
  id uuid primary key,
  delegator_id uuid not null references access.account,
  delegate_id uuid not null references access.account,
  field text not null,
  valid_from date not null,
  valid_to date not null,
  made_by uuid references access.account,
  made_at timestamptz not null,
  seq bigint generated always as identity,
  constraint delegation_lives check (valid_from <= valid_to and isfinite(valid_to)),
  constraint delegation_to_another check (delegator_id <> delegate_id),
  constraint delegation_once exclude using gist
    (delegator_id with =, delegate_id with =, field with =, daterange(valid_from, valid_to) with &&)
);
create index delegation_delegate on access.delegation (delegate_id, valid_to);
create index delegation_delegator on access.delegation (delegator_id, valid_to);
