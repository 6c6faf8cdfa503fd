-- An indicator that runs beside another: communes at a level beside districts at it. It is followed, and is no target unless a plan says so.
alter table indicators.indicator
  add column parallel_of text references indicators.indicator,
  add constraint indicator_beside_another check (parallel_of <> code);
