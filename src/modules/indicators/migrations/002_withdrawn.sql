-- A figure taken back without another in its place: a row that replaces it, keeps its amount for the record, and does not count.
alter table indicators.value
  add column is_withdrawn boolean not null default false,
  add constraint value_withdrawal_takes_back check (not is_withdrawn or replaces is not null);
