-- Decisions on their way under the words of today; a change says of which kind it is.
select platform.rename_table('reorganisation.reform', 'decision');
select platform.rename_column('reorganisation.decision', 'acts', 'changes');
select platform.rename_column('reorganisation.decision', 'aftermath', 'unit_effects');
select platform.rename_column('reorganisation.decision', 'followed', 'consequences');
update reorganisation.decision set changes = platform.rename_field(changes, 'act', 'kind');

select platform.rename_column('reorganisation.content', 'reform_id', 'decision_id');
select platform.rename_column('reorganisation.content', 'acts', 'changes');
-- Only the name of a field: what stood in a version stays what it was.
alter table reorganisation.content disable trigger content_append_only;
update reorganisation.content set changes = platform.rename_field(changes, 'act', 'kind');
alter table reorganisation.content enable trigger content_append_only;
