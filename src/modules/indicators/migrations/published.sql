-- The value that stands for each (unit, subject, category, year) and source: not replaced by a later row, not taken back.
create view indicators.published_value as
  select value.*, source.rank as source_rank, source.kind as source_kind, source.title as source_title, source.url as source_url
  from indicators.value value
  join indicators.source source on source.id = value.source_id
  where not value.is_withdrawn and not exists (
    select from indicators.value later where later.unit_id = value.unit_id and later.replaces = value.id);

-- The one figure of a unit for (subject, category, year) that is shown and summed where several sources speak of it: decision 5,
-- and among recorded figures the rule of `choosePoint`. By unit and year first: codes are compared by the rules of a language, which takes
-- longer than all the rest. Conditions on these four columns are pushed into it.
create view indicators.published_figure as
  select distinct on (unit_id, year, subject, category) *
  from indicators.published_value
  where year is not null
  order by unit_id, year, subject, category, is_sample, source_rank,
    array_position(array['high', 'medium', 'low'], confidence), as_of desc nulls last, seq desc;

-- Every value ever recorded, also those that were replaced or taken back: to follow a figure that was used somewhere.
create view indicators.published_recording as
  select unit_id, id, subject, category, year, amount, status, is_sample, submission_id, submission_version, replaces, is_withdrawn,
         reason, recorded_at
  from indicators.value;

create view indicators.published_measure as select * from indicators.measure;
create view indicators.published_indicator as select * from indicators.indicator;
