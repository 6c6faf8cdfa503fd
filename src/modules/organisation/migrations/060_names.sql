-- Decisions in force and the crosswalk under the words of today; a change says of which kind it is.
select platform.rename_table('organisation.enactment', 'decision');
select platform.rename_column('organisation.decision', 'acts', 'changes');
select platform.rename_column('organisation.decision', 'enacted_by', 'applied_by');
select platform.rename_column('organisation.decision', 'enacted_at', 'applied_at');
select platform.rename_column('organisation.decision', 'revoked_by', 'withdrawn_by');
select platform.rename_column('organisation.decision', 'revoked_at', 'withdrawn_at');
update organisation.decision set changes = platform.rename_field(changes, 'act', 'kind');

select platform.rename_table('organisation.lineage', 'crosswalk');
