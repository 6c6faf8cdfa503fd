-- What a reviewer says of a piece is a verdict.
select platform.rename_table('plan.import_decision', 'import_verdict');
select platform.rename_column('plan.import_verdict', 'decided_by', 'judged_by');
select platform.rename_column('plan.import_verdict', 'decided_at', 'judged_at');
alter table plan.import_verdict rename constraint decision_corrects to verdict_corrects;
