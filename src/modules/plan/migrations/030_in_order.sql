-- The order in which rows came: a clock set back, by which ids are made too, puts histories out of order.
alter table plan.document add column seq bigint generated always as identity;
alter table plan.plan_import add column seq bigint generated always as identity;
alter table plan.import_decision add column seq bigint generated always as identity;
drop index plan.import_decision_latest;
create index import_decision_latest on plan.import_decision (import_id, piece, seq desc);
