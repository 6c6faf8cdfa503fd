-- The order in which rows came: a clock set back, by which ids are made too, puts histories out of order.
alter table indicators.value add column seq bigint generated always as identity;
