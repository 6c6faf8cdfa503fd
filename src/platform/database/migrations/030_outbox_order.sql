-- The order in which rows came: a clock set back, by which ids are made too, puts histories out of order.
alter table platform.outbox add column seq bigint generated always as identity;
create index outbox_waiting_seq on platform.outbox (seq) where relayed_at is null;
