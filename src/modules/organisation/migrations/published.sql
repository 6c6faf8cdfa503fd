-- What other modules may read of units. Every view carries validity; the reader names the date.

create view organisation.published_unit as
  select unit.id, unit.code, unit.kind, kind.tree, kind.level,
         version.name, version.type, version.full_name, version.folded, version.parent_id,
         version.valid_from, version.valid_to, version.lon, version.lat, version.area_km2
  from organisation.unit
  join organisation.unit_kind kind on kind.code = unit.kind
  join organisation.unit_version version on version.unit_id = unit.id;

create view organisation.published_closure as
  select closure.ancestor_id, closure.descendant_id, closure.depth, closure.valid_from, closure.valid_to,
         descendant.kind as descendant_kind
  from organisation.closure
  join organisation.unit descendant on descendant.id = closure.descendant_id;

create view organisation.published_succession as
  select effective_on, from_id, to_id, part, share, population_moves, scope, scope_vi, scope_en, basis, verified
  from organisation.succession;

-- One row for each pair of places of which one holds land of the other, and for each place itself; see the table.
create view organisation.published_crosswalk as
  select from_id, from_start, from_end, to_id, to_start, to_end, weight, basis
  from organisation.crosswalk;
