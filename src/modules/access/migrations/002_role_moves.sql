-- Roles that follow a unit to its successor, each with what it was before, so that a decision taken back leaves no trace.

-- A unit that was to open and does not, because its decision was taken back, goes in the same transaction as what stood at it.
alter table access.role_grant alter constraint role_grant_unit_id_fkey deferrable initially deferred;

-- The decision by which the grant was made; null where a person gave it.
alter table access.role_grant add column reform_id uuid;
create index role_grant_reform on access.role_grant (reform_id) where reform_id is not null;

create table access.role_move (
  reform_id uuid not null,
  -- The grant that ends with its unit.
  grant_id uuid not null references access.role_grant,
  -- The day its unit is no more, and what its last day was before.
  on_day date not null,
  was_until date not null,
  -- Where it goes; null where nobody took over the unit. The others took smaller parts.
  -- No reference: of a decision taken back the unit may never have been.
  to_id uuid,
  to_name text,
  others text[] not null,
  why text not null check (why in ('whole', 'greatest-part', 'no-successor')),
  -- The decision in words, for the letter: "Nghị quyết 1656/NQ-UBTVQH15".
  decision text not null,
  moved_at timestamptz not null,
  undone_at timestamptz,
  primary key (reform_id, grant_id, moved_at),
  constraint role_move_goes check ((to_id is null) = (why = 'no-successor') and (to_id is null) = (to_name is null))
);
create index role_move_grant on access.role_move (grant_id);
