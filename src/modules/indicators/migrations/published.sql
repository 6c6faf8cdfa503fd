-- The value that stands for each (unit, subject, category, year) and source: not replaced by a later row, not taken back.
create view indicators.published_value as
  select value.*, source.rank as source_rank, source.kind as source_kind, source.title as source_title, source.url as source_url
  from indicators.value value
  join indicators.source source on source.id = value.source_id
  where not value.is_withdrawn and not exists (
    select from indicators.value later where later.unit_id = value.unit_id and later.replaces = value.id);

create view indicators.published_measure as select * from indicators.measure;
create view indicators.published_indicator as select * from indicators.indicator;
