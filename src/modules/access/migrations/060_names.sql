-- What moved with a decision is known by it.
select platform.rename_column('access.role_grant', 'reform_id', 'decision_id');
alter index access.role_grant_reform rename to role_grant_decision;
select platform.rename_column('access.role_move', 'reform_id', 'decision_id');

-- At which units a right at a unit is decided, as before: steps of succession lead from one ended unit to the next, the crosswalk adds
-- the places that land came to after it had passed to one that still stands.
create or replace function access.deciding_units(unit uuid, day date) returns uuid[] language plpgsql stable as $$
begin
  if exists (
    select from organisation.published_closure own
    where own.ancestor_id = unit and own.descendant_id = unit and own.valid_to > day) then
    return array[unit];
  end if;
  return array(
    with recursive successor (id) as (
      select unit
      union
      select step.to_id from successor
      join organisation.published_succession step on step.from_id = successor.id and step.effective_on <= day
      where not exists (
        select from organisation.published_closure own
        where own.ancestor_id = successor.id and own.descendant_id = successor.id and own.valid_to > day))
    select id from successor
    union all
    select land.to_id from organisation.published_crosswalk land
    where land.from_id = unit and land.to_start <= day and land.to_end > day
    union all
    select place.ancestor_id from organisation.published_closure own
    join organisation.published_closure place on place.descendant_id = own.descendant_id and place.valid_to = own.valid_to
    where own.ancestor_id = unit and own.descendant_id = unit and own.valid_to <= day
      and not exists (select from successor where id <> unit));
end $$;
