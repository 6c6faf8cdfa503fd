-- Units in time: places and agencies, their versions, the tree as a closure, and who succeeded whom.
-- '-infinity' = since before the records begin; 'infinity' = still valid; valid_to is the first day not valid.

create table organisation.unit_kind (
  code text primary key,
  tree text not null check (tree in ('place', 'agency')),
  level int not null,
  name_vi text not null,
  name_en text not null
);

-- The statistics office reuses codes after a merger, so a unit is (code, opened_on).
create table organisation.unit (
  id uuid primary key,
  code text not null,
  kind text not null references organisation.unit_kind,
  opened_on date not null,
  closed_on date not null,
  constraint unit_lives check (opened_on < closed_on),
  constraint unit_code_once exclude using gist (code with =, daterange(opened_on, closed_on) with &&)
);
create index unit_by_kind on organisation.unit (kind, opened_on, closed_on);

create table organisation.unit_version (
  unit_id uuid not null references organisation.unit,
  valid_from date not null,
  valid_to date not null,
  name text not null,
  type text not null,
  parent_id uuid references organisation.unit,
  area_km2 numeric,
  seat text,
  lon numeric,
  lat numeric,
  source text not null,
  -- As it is written out: "Phường Ba Đình", "Sở Tài chính".
  full_name text not null,
  folded text not null generated always as (platform.fold(full_name)) stored,
  primary key (unit_id, valid_from),
  constraint unit_version_lives check (valid_from < valid_to),
  constraint unit_version_once exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);
create index unit_version_parent on organisation.unit_version (parent_id, valid_from);
create index unit_version_folded on organisation.unit_version using gin (folded gin_trgm_ops);

create table organisation.closure (
  ancestor_id uuid not null references organisation.unit,
  descendant_id uuid not null references organisation.unit,
  depth int not null,
  valid_from date not null,
  valid_to date not null,
  primary key (ancestor_id, descendant_id, valid_from)
);
create index closure_upwards on organisation.closure (descendant_id, valid_from, valid_to) include (ancestor_id, depth);

create table organisation.succession (
  id uuid primary key,
  effective_on date not null,
  from_id uuid not null references organisation.unit,
  to_id uuid not null references organisation.unit,
  part text not null check (part in ('full', 'partial')),
  share numeric check (share between 0 and 1),
  population_moves text check (population_moves in ('all', 'part', 'none')),
  -- Which of its tasks went this way: 'main', 'vocational-education'; null where everything did.
  scope text,
  scope_vi text,
  scope_en text,
  basis text not null,
  verified boolean not null
);
create index succession_from on organisation.succession (from_id, effective_on);
create index succession_to on organisation.succession (to_id, effective_on);

-- The closure is derived from the versions; it is made anew in the transaction that changes them.
create function organisation.rebuild_closure() returns void language sql as $$
  delete from organisation.closure;
  insert into organisation.closure (ancestor_id, descendant_id, depth, valid_from, valid_to)
  with recursive path (ancestor_id, descendant_id, depth, valid) as (
    select id, id, 0, daterange(opened_on, closed_on) from organisation.unit
    union all
    select above.parent_id, path.descendant_id, path.depth + 1,
           path.valid * daterange(above.valid_from, above.valid_to)
    from path
    join organisation.unit_version above
      on above.unit_id = path.ancestor_id and above.parent_id is not null
     and daterange(above.valid_from, above.valid_to) && path.valid
  ),
  stretches as (
    select ancestor_id, descendant_id, depth, unnest(range_agg(valid)) as valid
    from path group by ancestor_id, descendant_id, depth
  )
  select ancestor_id, descendant_id, depth,
         coalesce(lower(valid), '-infinity'), coalesce(upper(valid), 'infinity')
  from stretches
$$;
