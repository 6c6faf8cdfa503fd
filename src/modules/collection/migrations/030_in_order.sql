-- The order in which rows came: a clock set back, by which ids are made too, puts histories out of order.
alter table collection.submission_event add column seq bigint generated always as identity;
alter table collection.evidence add column seq bigint generated always as identity;
