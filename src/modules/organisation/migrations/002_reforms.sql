-- The tree as the result of decisions, the laws it keeps on every day, and how much of each place lies in each later and earlier one.

-- What stood before the first decision recorded here: units, versions and successions, read whole.
create table organisation.foundation (
  only_one boolean primary key default true check (only_one),
  tree jsonb not null,
  laid_at timestamptz not null
);

-- Decisions in the order in which they take effect. Tables of units are the foundation with these put upon it, one after the
-- other; a decision that was taken back stays, marked, and counts no more.
create table organisation.enactment (
  id uuid primary key,
  effective_on date not null,
  -- Among those of one day, the order in which they were enacted.
  position int generated always as identity,
  title text not null,
  basis text not null,
  acts jsonb not null,
  -- The ids of the units it opens, by code: the tree is grown anew from its decisions, and units keep who they are.
  unit_ids jsonb not null,
  enacted_by uuid,
  enacted_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz
);
create index enactment_in_force on organisation.enactment (effective_on, position) where revoked_at is null;

-- Areas measured on a map are no official figures.
alter table organisation.unit_version add column area_is_estimate boolean not null default false;

-- How much of what was counted for a place on some day belongs to a place of another day: forwards through mergers and splits,
-- backwards by size. Both ends are stretches of days on which the land of the place stayed the same; a place is its own whole.
create table organisation.lineage (
  from_id uuid not null references organisation.unit,
  from_start date not null,
  from_end date not null,
  to_id uuid not null references organisation.unit,
  to_start date not null,
  to_end date not null,
  weight double precision not null check (weight > 0 and weight <= 1),
  -- whole: all of it, exactly. people: the decision says where all its people went. share: by area. even: nothing is known.
  basis text not null check (basis in ('whole', 'people', 'share', 'even')),
  primary key (to_id, to_start, from_id, from_start)
);
create index lineage_from on organisation.lineage (from_id, from_start);

-- The laws of the tree, checked at commit for every unit that a transaction touched.

create function organisation.check_cover(touched uuid) returns void language plpgsql as $$
begin
  if exists (
    select from organisation.unit
    where unit.id = touched and (
      select range_agg(daterange(valid_from, valid_to)) from organisation.unit_version where unit_id = touched
    ) is distinct from datemultirange(daterange(opened_on, closed_on))) then
    raise exception 'unit % has days without a version', touched
      using errcode = '23514', constraint = 'unit_version_covers_life';
  end if;
end $$;

-- Every version of the touched unit, and every version under it, lies within the life of its parent, one or more levels above.
create function organisation.check_parents(touched uuid) returns void language plpgsql as $$
begin
  if exists (
    select from organisation.unit_version version
    join organisation.unit on unit.id = version.unit_id
    join organisation.unit parent on parent.id = version.parent_id
    join organisation.unit_kind kind on kind.code = unit.kind
    join organisation.unit_kind above on above.code = parent.kind
    where (version.unit_id = touched or version.parent_id = touched)
      and (version.valid_from < parent.opened_on or version.valid_to > parent.closed_on
        or (kind.tree = 'place' and (above.tree <> 'place' or above.level >= kind.level)))) then
    raise exception 'unit % stands under what is not there or not above it', touched
      using errcode = '23514', constraint = 'unit_version_parent_stands';
  end if;
end $$;

-- Levels keep places from going round; agencies stand under agencies, so their way up is walked.
create function organisation.check_circle(touched uuid) returns void language plpgsql as $$
begin
  if exists (
    with recursive way (id, valid) as (
      select parent_id, daterange(valid_from, valid_to) from organisation.unit_version
      where unit_id = touched and parent_id is not null
      union
      select above.parent_id, way.valid * daterange(above.valid_from, above.valid_to)
      from way
      join organisation.unit_version above on above.unit_id = way.id and above.parent_id is not null
        and daterange(above.valid_from, above.valid_to) && way.valid
      where way.id <> touched)
    select from way where id = touched) then
    raise exception 'unit % stands under itself', touched using errcode = '23514', constraint = 'unit_version_no_circle';
  end if;
end $$;

create function organisation.check_unit() returns trigger language plpgsql as $$
declare touched uuid := new.id;
begin
  perform organisation.check_cover(touched), organisation.check_parents(touched);
  return null;
end $$;

create function organisation.check_version() returns trigger language plpgsql as $$
declare touched uuid := coalesce(new.unit_id, old.unit_id);
begin
  perform organisation.check_cover(touched), organisation.check_parents(touched), organisation.check_circle(touched);
  return null;
end $$;

create constraint trigger unit_keeps_laws after insert or update on organisation.unit
  deferrable initially deferred for each row execute function organisation.check_unit();
create constraint trigger unit_version_keeps_laws after insert or update or delete on organisation.unit_version
  deferrable initially deferred for each row execute function organisation.check_version();
