-- At which units a right at a unit is decided on a day: at itself; of one that has ended, at its heirs as well. A function, so that
-- its plan is made once for a connection and the right at a unit that stands costs one look at the index.
--
-- Steps lead from one ended unit to the next, for places and agencies; lineage adds the places that land came to after it had passed
-- to one that still stands. What nobody took over is decided at those that stood above it on its last day.
create function access.deciding_units(unit uuid, day date) returns uuid[] language plpgsql stable as $$
begin
  if exists (
    select from organisation.published_closure own
    where own.ancestor_id = unit and own.descendant_id = unit and own.valid_to > day) then
    return array[unit];
  end if;
  return array(
    with recursive heir (id) as (
      select unit
      union
      select step.to_id from heir
      join organisation.published_succession step on step.from_id = heir.id and step.effective_on <= day
      where not exists (
        select from organisation.published_closure own
        where own.ancestor_id = heir.id and own.descendant_id = heir.id and own.valid_to > day))
    select id from heir
    union all
    select land.to_id from organisation.published_lineage land
    where land.from_id = unit and land.to_start <= day and land.to_end > day
    union all
    select place.ancestor_id from organisation.published_closure own
    join organisation.published_closure place on place.descendant_id = own.descendant_id and place.valid_to = own.valid_to
    where own.ancestor_id = unit and own.descendant_id = unit and own.valid_to <= day
      and not exists (select from heir where id <> unit));
end $$;
