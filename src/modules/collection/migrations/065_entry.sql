-- What somebody put into a cell is its entry: the column in both tables, and the field in every change that is kept.
select platform.rename_column('collection.cell', 'typed', 'entry');
select platform.rename_column('collection.sent_cell', 'typed', 'entry');

-- Only the name of a field: what stood in a cell stays what it was. What changed in duties, evidence and returns has no such field.
alter table collection.content_change disable trigger content_change_append_only;
update collection.content_change set
  before = nullif(platform.rename_field(jsonb_build_array(before), 'typed', 'entry')->0, 'null'),
  now = nullif(platform.rename_field(jsonb_build_array(now), 'typed', 'entry')->0, 'null')
where measure is not null;
alter table collection.content_change enable trigger content_change_append_only;
